//! Saying more never makes the verdict milder.

use microneedling_quiz::assess::{Assessment, Verdict};
use microneedling_quiz::protocol::{AreaId, Kind, OptionId, QuestionId, Role};

use super::{ensure, law, with_options};
use crate::support::{Person, finish, protocol};

/// Questions about safety: several answers, or none of these.
fn safety() -> Vec<QuestionId> {
    let protocol = protocol();
    let asked = protocol.question_ids();
    asked
        .filter(|id| protocol.question(*id).with_role(Role::None).is_some())
        .collect()
}

fn verdicts(found: &Assessment) -> Vec<(AreaId, Verdict)> {
    found
        .areas
        .iter()
        .map(|part| (part.area, part.recommendation.verdict()))
        .collect()
}

/// What no area of `less` may be stricter than: the same area in `more`.
fn milder(less: &Assessment, more: &Assessment) -> Option<String> {
    let pairs = verdicts(less).into_iter().zip(verdicts(more));
    let mut lower = pairs.filter(|((_, less), (_, more))| more < less);
    lower.next().map(|((area, less), (_, more))| {
        format!("{}: {less:?} became {more:?}", protocol().area(area).id)
    })
}

/// Ticks one more option of a safety question, and answers what that opens.
#[test]
fn one_more_reason_never_makes_it_milder() {
    let safety = safety();
    law(601, 20_000, |person, random| {
        let id = *random.one_of(&safety);
        let question = protocol().question(id);
        let option = OptionId(random.below(question.options.len()) as u8);
        let chosen = person.answers.chosen(id);
        if question.options[option.index()].role == Role::None || chosen.has(option) {
            return Ok(());
        }
        let none = question
            .with_role(Role::None)
            .expect("safety questions have one");
        let with = with_options(&person.answers, id, chosen.without(none).with(option));
        let more = finish(random, person.today, with);
        let milder = milder(&person.assessment(), &more.assessment());
        ensure(milder.is_none(), || {
            format!(
                "with {}:{} {}\n{}",
                question.id,
                question.options[option.index()].id,
                milder.unwrap_or_default(),
                more.line()
            )
        })
    });
}

/// "None of these" is the mildest answer to a safety question, whatever else was said.
#[test]
fn none_of_these_is_the_mildest_answer() {
    let safety = safety();
    law(602, 10_000, |person, random| {
        let id = *random.one_of(&safety);
        let none = protocol()
            .question(id)
            .with_role(Role::None)
            .expect("safety questions have one");
        let with = with_options(
            &person.answers,
            id,
            microneedling_quiz::assess::Chosen::one(none),
        );
        let less = finish(random, person.today, with);
        let milder = milder(&less.assessment(), &person.assessment());
        ensure(milder.is_none(), || {
            format!(
                "{}: {}",
                protocol().question(id).id,
                milder.unwrap_or_default()
            )
        })
    });
}

/// "Not sure" is never milder than any single answer that would have been mild.
#[test]
fn not_sure_is_never_milder_than_the_mildest_answer() {
    law(603, 10_000, |person, random| {
        let open: Vec<_> = person
            .answers
            .iter()
            .map(|(id, _)| id)
            .filter(|id| about_safety(person, *id))
            .collect();
        let Some(id) = open.get(random.below(open.len().max(1))) else {
            return Ok(());
        };
        let question = protocol().question(*id);
        let unsure = question.with_role(Role::Unsure).expect("filtered");
        let said = |option: OptionId| {
            let with = with_options(
                &person.answers,
                *id,
                microneedling_quiz::assess::Chosen::one(option),
            );
            with.complete(protocol(), person.today)
                .ok()
                .map(|complete| microneedling_quiz::assess::assess(protocol(), &complete))
        };
        let Some(unsure) = said(unsure) else {
            return Ok(());
        };
        let all: Vec<_> = (0..question.options.len() as u8)
            .map(OptionId)
            .filter_map(said)
            .collect();
        let mildest = all
            .iter()
            .map(|found| found.verdict)
            .min()
            .unwrap_or(Verdict::Suitable);
        ensure(unsure.verdict >= mildest, || {
            format!("{}: {:?} below {mildest:?}", question.id, unsure.verdict)
        })
    });
}

fn about_safety(person: &Person, id: QuestionId) -> bool {
    let question = protocol().question(id);
    let single = question.kind == Kind::Single && question.with_role(Role::Unsure).is_some();
    single && question.about.is_some() && person.answers.get(id).is_some()
}

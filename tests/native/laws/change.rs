//! What a change of one answer may do, and what it may not.

use std::collections::BTreeSet;

use microneedling_quiz::assess::{
    Answer, Answers, Assessment, Cause, Chosen, Verdict, assess, assess_partly,
};
use microneedling_quiz::protocol::{Effect, OptionId, QuestionId, Scope};

use super::{ensure, law, with_options};
use crate::support::{Person, Random, complete, finish, protocol, question};

/// Everything but what skin tone itself says: its note, and the spacing.
fn apart_from_tone(found: &Assessment) -> impl PartialEq + std::fmt::Debug + use<> {
    let tone = |cause: Cause| matches!(cause, Cause::Rule(id) if protocol().rule(id).id == "skin-tone-deeper");
    let findings: Vec<_> = found
        .findings
        .iter()
        .filter(|finding| !tone(finding.cause))
        .cloned()
        .collect();
    let areas: Vec<_> = found
        .areas
        .iter()
        .map(|part| (part.area, part.recommendation.verdict()))
        .collect();
    let estimate = found
        .estimate
        .map(|estimate| (estimate.sessions, estimate.certainty, estimate.review));
    (found.verdict, found.earliest, areas, findings, estimate)
}

#[test]
fn skin_tone_alone_changes_nothing_but_its_note_and_the_spacing() {
    let sun = question("sun");
    let tone = protocol().question(sun).option("deeper-tone").unwrap();
    let none = protocol().question(sun).option("none").unwrap();
    law(501, 10_000, |person, _| {
        let chosen = person.answers.chosen(sun);
        let flipped = if chosen.has(tone) {
            chosen.without(tone)
        } else {
            chosen.without(none).with(tone)
        };
        let flipped = if flipped.is_empty() {
            Chosen::one(none)
        } else {
            flipped
        };
        let other = with_options(&person.answers, sun, flipped);
        let other = assess(protocol(), &complete(&other, person.today));
        let (here, there) = (
            apart_from_tone(&person.assessment()),
            apart_from_tone(&other),
        );
        ensure(here == there, || {
            format!("{here:?}\nbut with the other skin tone\n{there:?}")
        })
    });
}

#[test]
fn answers_off_the_path_change_nothing() {
    law(502, 10_000, |person, random| {
        let path = person.answers.path(protocol(), person.today);
        let mut answers = person.answers.clone();
        for id in protocol().question_ids().filter(|id| !path.contains(id)) {
            if random.percent(40) {
                answers.set(id, Some(anything(random, id)));
            }
        }
        ensure(answers.path(protocol(), person.today) == path, || {
            "another path".to_owned()
        })?;
        let with = assess(protocol(), &complete(&answers, person.today));
        ensure(with == person.assessment(), || format!("{with:?}"))
    });
}

/// Some answer of a kind that the question takes.
fn anything(random: &mut Random, id: QuestionId) -> Answer {
    match protocol().question(id).options.len() {
        0 => Answer::Number(40),
        options => Answer::Options(Chosen::one(OptionId(random.below(options) as u8))),
    }
}

/// What is told while the quiz is under way stays true at its end.
#[test]
fn an_early_exclusion_stays_one() {
    law(503, 15_000, |person, random| {
        let answered: Vec<_> = person.answers.iter().collect();
        let mut some = Answers::default();
        for (id, answer) in &answered[..random.below(answered.len())] {
            some.set(*id, Some(*answer));
        }
        let Some(early) = assess_partly(protocol(), &some, person.today) else {
            return Ok(());
        };
        ensure(
            early.verdict == Verdict::Exclude && early.partial && early.estimate.is_none(),
            || format!("{early:?}"),
        )?;
        let whole = person.assessment();
        ensure(whole.verdict >= Verdict::Exclude, || {
            format!("then {:?}", whole.verdict)
        })?;
        let causes = |found: &Assessment| -> BTreeSet<_> {
            found.findings.iter().map(|finding| finding.cause).collect()
        };
        ensure(causes(&early).is_subset(&causes(&whole)), || {
            "a reason went away".to_owned()
        })
    });
}

/// With every answer given, what is told early is all that is certain of the person.
#[test]
fn everything_certain_of_the_person_is_told_early() {
    law(504, 10_000, |person, _| {
        let certain = |found: &Assessment| -> BTreeSet<_> {
            let of_person = |cause: Cause| matches!(cause, Cause::Rule(id) if protocol().rule(id).scope == Scope::Person);
            let certain = found
                .findings
                .iter()
                .filter(|finding| of_person(finding.cause) && !finding.unsure);
            certain
                .map(|finding| (finding.cause, finding.effect))
                .collect()
        };
        let whole = certain(&person.assessment());
        let excluded = whole.iter().any(|(_, effect)| *effect == Effect::Exclude);
        let early = assess_partly(protocol(), &person.answers, person.today);
        ensure(early.is_some() == excluded, || {
            format!("at the end {excluded}, early {}", early.is_some())
        })?;
        let Some(early) = early else { return Ok(()) };
        let early = certain(&early);
        let differing: Vec<_> = whole.symmetric_difference(&early).collect();
        ensure(differing.is_empty(), || {
            format!("told only early or only in the end: {differing:?}")
        })
    });
}

/// The same trouble beside the area is never worse for it than inside.
#[test]
fn outside_the_area_is_never_stricter() {
    law(505, 15_000, |person, random| {
        let moved: Vec<_> = person
            .answers
            .iter()
            .filter_map(|(id, _)| elsewhere(person, id))
            .collect();
        let Some((id, here, other)) = moved.get(random.below(moved.len().max(1))) else {
            return Ok(());
        };
        let before = person.assessment();
        let after = finish(
            random,
            person.today,
            with_options(&person.answers, *id, *other),
        )
        .assessment();
        let verdict = |found: &Assessment| {
            let part = found.areas.iter().find(|part| part.area.0 == here.0);
            part.map(|part| part.recommendation.verdict())
        };
        ensure(verdict(&after) <= verdict(&before), || {
            let asked = protocol().question(*id).id;
            format!(
                "{asked}: {:?} inside, {:?} outside",
                verdict(&before),
                verdict(&after)
            )
        })
    });
}

/// For a safety question that asks where: an area it was said of, and the answer that names another.
fn elsewhere(person: &Person, id: QuestionId) -> Option<(QuestionId, OptionId, Chosen)> {
    let question = protocol().question(id);
    let (parent, _) = question.about.filter(|_| question.id.ends_with(".where"))?;
    if protocol().question(parent).one_of.is_some() {
        return None;
    }
    let chosen = person.answers.chosen(id);
    let offered = person.answers.offered(protocol(), person.today, id);
    let here = chosen.iter().next()?;
    let other = offered.into_iter().find(|option| *option != here)?;
    Some((id, here, chosen.without(here).with(other)))
}

#[test]
fn the_same_answers_give_the_same_result() {
    law(506, 3_000, |person, _| {
        ensure(person.assessment() == person.assessment(), || {
            "twice".to_owned()
        })
    });
}

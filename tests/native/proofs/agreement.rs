//! The diagrams mean the same as the shipped `assess`: for a million random people, and for every
//! vignette.

use std::collections::BTreeMap;

use biodivine_lib_bdd::Bdd;
use microneedling_quiz::assess::{Answer, Answers, Assessment, Cause, Verdict, assess};
use microneedling_quiz::protocol::{AreaId, Certainty, Condition, Effect, RuleId, Sessions, Set};

use super::SHIPPED;
use crate::support::{Person, answers_of, complete, date, people, protocol};
use crate::vignettes::cases;

/// For each rule that fires: its effect, whether somebody was not sure, and the areas.
type Said = BTreeMap<RuleId, (Effect, bool, Set<AreaId>)>;
/// Sessions, weeks between them, whether to review after the fourth, and how certain that is.
type Planned = Option<((Sessions, u8, bool), Certainty)>;

/// What `assess` says of each rule, and of each area.
fn shipped(assessment: &Assessment) -> (Said, Vec<(Verdict, Planned)>) {
    let mut said = Said::new();
    for finding in &assessment.findings {
        if let Cause::Rule(rule) = finding.cause {
            said.insert(rule, (finding.effect, finding.unsure, finding.areas));
        }
    }
    let verdicts = assessment.areas.iter().map(|part| {
        let planned = part.recommendation.estimate().map(|plan| {
            let figures = (plan.sessions, plan.interval_weeks, plan.review);
            (figures, plan.certainty)
        });
        (part.recommendation.verdict(), planned)
    });
    (said, verdicts.collect())
}

/// What the diagrams say: each area by itself, then joined as findings are.
fn drawn(person: &Person, expired: bool) -> (Said, Vec<(Verdict, Planned)>) {
    let all = &*SHIPPED;
    let areas = all.areas_of(&person.answers);
    let mut said = Said::new();
    let mut verdicts = Vec::new();
    for (area, second) in areas.iter().zip([false, true]) {
        let valuation = all.valuation(&person.answers, person.today, second);
        assert!(
            all.valid.eval_in(&valuation),
            "not complete: {}",
            person.line()
        );
        for rule in &all.rules {
            let mut outcomes = rule
                .outcomes()
                .filter(|(_, _, fires)| fires.eval_in(&valuation));
            let Some((effect, unsure, _)) = outcomes.next() else {
                continue;
            };
            assert!(
                outcomes.next().is_none(),
                "{} says two things",
                all.name(rule.id)
            );
            let one = (effect, unsure, Set::one(*area));
            said.entry(rule.id)
                .and_modify(|known| {
                    let areas = known.2.or(one.2);
                    if one.0 > known.0 {
                        *known = one;
                    } else if one.0 == known.0 {
                        known.1 &= one.1;
                    }
                    known.2 = areas;
                })
                .or_insert(one);
        }
        let given = super::diagram::verdict::VERDICTS
            .into_iter()
            .find(|verdict| all.verdicts.is(*verdict).eval_in(&valuation))
            .expect("every answer set has a verdict");
        // The protocol's own review date is no answer, so the diagrams do not know it.
        let given = if expired {
            given.max(Verdict::Review)
        } else {
            given
        };
        let holds = |diagram: &Bdd| diagram.eval_in(&valuation);
        let planned = all.plan.of(holds).zip(all.plan.certainty(holds));
        verdicts.push((given, planned.filter(|_| given <= Verdict::Defer)));
    }
    (said, verdicts)
}

pub(super) fn same(person: &Person) -> bool {
    let expired = person.today > protocol().review_by;
    let shipped = shipped(&assess(protocol(), &person.complete()));
    shipped == drawn(person, expired)
}

#[track_caller]
fn agree(people: impl Iterator<Item = Person>) -> usize {
    let mut seen = 0;
    for person in people {
        // The diagrams hold one or two areas; `three_areas_are_judged_like_pairs` has the rest.
        if SHIPPED.areas_of(&person.answers).len() > 2 {
            continue;
        }
        assert!(same(&person), "they differ on {}", person.line());
        seen += 1;
    }
    seen
}

#[test]
fn the_diagrams_agree_with_assess_on_a_million_people() {
    let threads: Vec<_> = (0..2)
        .map(|part| std::thread::spawn(move || agree(people(9_001 + part, 580_000))))
        .collect();
    let seen: usize = threads
        .into_iter()
        .map(|thread| thread.join().expect("they agree"))
        .sum();
    println!("{seen} people");
    assert!(seen >= 1_000_000, "{seen}");
}

#[test]
fn the_diagrams_agree_with_assess_on_every_vignette() {
    let people = cases().into_iter().map(|case| {
        let today = date(&case.today);
        let answers = complete(&answers_of(&case.sheet), today).answers().clone();
        Person { today, answers }
    });
    assert!(agree(people) > 300);
}

/// The same answers with all but two of the areas left out.
fn only(person: &Person, pair: [AreaId; 2]) -> Answers {
    let mut answers = person.answers.clone();
    for area in SHIPPED.areas_of(&person.answers) {
        if let Condition::Chosen(id, option) = protocol().area(area).when
            && !pair.contains(&area)
        {
            let fewer = answers.chosen(id).without(option);
            answers.set(id, Some(Answer::Options(fewer)));
        }
    }
    answers
}

/// More than two areas: each is judged as strictly as it is beside any one of the others. (A cold
/// sore on the face postpones the skin around it, too, so it matters which one.)
#[test]
fn three_areas_are_judged_like_pairs() {
    let all = &*SHIPPED;
    let mut seen = 0;
    for person in people(9_011, 60_000) {
        let areas = all.areas_of(&person.answers);
        if areas.len() < 3 || person.today > protocol().review_by {
            continue;
        }
        for part in &person.assessment().areas {
            let beside = |other: &AreaId| {
                let pair = only(&person, [part.area, *other]);
                let valuation = all.valuation(&pair, person.today, *other < part.area);
                let mut verdicts = super::diagram::verdict::VERDICTS.into_iter();
                verdicts.find(|verdict| all.verdicts.is(*verdict).eval_in(&valuation))
            };
            let others = areas.iter().filter(|other| **other != part.area);
            let strictest = others.filter_map(beside).max();
            assert_eq!(
                strictest,
                Some(part.recommendation.verdict()),
                "{}: {}",
                protocol().area(part.area).id,
                person.line()
            );
            seen += 1;
        }
    }
    assert!(seen > 5_000, "{seen}");
}

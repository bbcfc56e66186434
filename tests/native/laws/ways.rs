//! What would change the outcome: promises that are kept, nothing that must not change, nothing more
//! than is needed.

use microneedling_quiz::assess::{
    Answer, CompleteAnswers, MOST_CHANGES, Verdict, Way, after, assess, ways,
};
use microneedling_quiz::evidence;
use microneedling_quiz::protocol::{Condition, Effect, QuestionId, Role, Rule, Turn};

use super::{ensure, law};
use crate::support::{Person, protocol};

pub(crate) fn ways_of(person: &CompleteAnswers) -> Vec<Way> {
    let evidence = evidence();
    ways(protocol(), evidence.changes, evidence.elsewhere, person)
}

fn told(way: &Way) -> String {
    let ids: Vec<_> = way.changes.iter().map(|change| change.id).collect();
    format!("{ids:?}, without {:?}, from {:?}", way.without, way.from)
}

/// Whoever answers so on that day is told exactly what was promised.
#[test]
fn every_promise_is_kept() {
    let counted = std::cell::Cell::new(0);
    law(701, 12_000, |person, _| {
        let complete = person.complete();
        for way in ways_of(&complete) {
            counted.set(counted.get() + 1);
            let after = after(protocol(), evidence().elsewhere, &complete, &way);
            let Some(after) = after else {
                return Err(format!("{} do not go together", told(&way)));
            };
            let found = assess(protocol(), &after);
            let areas: Vec<_> = found
                .areas
                .iter()
                .map(|part| {
                    let recommendation = &part.recommendation;
                    (
                        part.area,
                        recommendation.verdict(),
                        recommendation.earliest(),
                    )
                })
                .collect();
            let told = || format!("{}: {found:?}\nis not {:?}", told(&way), way.outcome);
            ensure(found.verdict == way.outcome.verdict, told)?;
            ensure(found.earliest == way.outcome.earliest, told)?;
            ensure(areas == way.outcome.areas, told)?;
        }
        Ok(())
    });
    assert!(
        counted.get() > 3_000,
        "only {} ways were seen",
        counted.get()
    );
}

/// A way is milder than what is so now: over all areas, or for the areas that it names; and for those
/// no other area gets a stricter verdict.
#[test]
fn every_way_leads_to_something_milder() {
    law(702, 6_000, |person, _| {
        let complete = person.complete();
        let now = assess(protocol(), &complete);
        let before = |area| {
            let part = now.areas.iter().find(|part| part.area == area);
            part.map(|part| part.recommendation.verdict())
        };
        for way in ways_of(&complete) {
            ensure(way.count() <= MOST_CHANGES && way.count() > 0, || {
                told(&way)
            })?;
            ensure(way.whole || !way.areas.is_empty(), || told(&way))?;
            if way.whole {
                ensure(way.outcome.verdict < now.verdict, || told(&way))?;
            } else {
                let harmed = way.outcome.areas.iter().find(|(area, verdict, _)| {
                    before(*area).is_none_or(|before| *verdict > before)
                });
                ensure(harmed.is_none(), || format!("{}: {harmed:?}", told(&way)))?;
            }
            for area in way.areas.iter() {
                ensure(way.outcome.of(area) < before(area), || told(&way))?;
                ensure(way.without.is_empty() || way.whole, || told(&way))?;
            }
        }
        Ok(())
    });
}

/// What helps everywhere comes first, then the mildest outcome, then what takes the fewest changes.
#[test]
fn the_list_begins_with_what_helps_most() {
    law(707, 3_000, |person, _| {
        let ways = ways_of(&person.complete());
        let rank = |way: &Way| {
            let areas = way.areas.iter().filter_map(|area| way.outcome.of(area));
            let verdict = if way.whole {
                Some(way.outcome.verdict)
            } else {
                areas.min()
            };
            (!way.whole, verdict, way.count(), way.from)
        };
        let sorted = ways.is_sorted_by_key(rank);
        ensure(sorted, || ways.iter().map(told).collect())
    });
}

#[test]
fn nothing_would_change_what_is_suitable() {
    law(703, 6_000, |person, _| {
        let complete = person.complete();
        let verdict = assess(protocol(), &complete).verdict;
        let none = matches!(verdict, Verdict::Suitable | Verdict::OutOfScope);
        let ways = ways_of(&complete);
        ensure(!none || ways.is_empty(), || {
            format!("{verdict:?}: {ways:?}")
        })
    });
}

/// Waiting alone leads where the same answers lead on that day.
#[test]
fn waiting_is_the_same_answers_on_another_day() {
    let seen = std::cell::Cell::new(0);
    law(704, 8_000, |person, _| {
        for way in ways_of(&person.complete()) {
            let (Some(day), true) = (way.from, way.count() == 1) else {
                continue;
            };
            seen.set(seen.get() + 1);
            ensure(day > person.today, || told(&way))?;
            let then = Person {
                today: day,
                ..person.clone()
            };
            let found = then.assessment();
            ensure(found.verdict == way.outcome.verdict, || told(&way))?;
        }
        Ok(())
    });
    assert!(seen.get() > 200, "only {} people wait", seen.get());
}

/// What stays: medicines, whatever rules treatment out, the age, the tone of the skin, pregnancy and
/// breastfeeding.
fn stays(id: QuestionId, option: microneedling_quiz::protocol::OptionId) -> bool {
    let question = protocol().question(id);
    let name = question.id;
    let root = name.split('.').next().unwrap_or_default();
    let choice = protocol().option(id, option);
    if choice.role != Role::Plain || name.ends_with(".where") {
        return false;
    }
    let fixed = ["medicines", "allergies", "breastfeeding", "age"];
    fixed.contains(&root)
        || (name, choice.id) == ("pregnancy", "yes")
        || (name, choice.id) == ("sun", "deeper-tone")
        || protocol()
            .rules
            .iter()
            .any(|rule| rules_out(rule, id, option))
}

fn rules_out(rule: &Rule, id: QuestionId, option: microneedling_quiz::protocol::OptionId) -> bool {
    let mut found = false;
    rule.when.each(&mut |part| {
        if let Condition::Chosen(known, chosen) | Condition::Here(known, chosen, _) = *part {
            found |= (known, chosen) == (id, option);
        }
    });
    found && (rule.effect == Effect::Exclude || rule.medicine)
}

/// Whatever is applied, what may not change is answered afterwards as it was before. An area that is
/// left out takes along what is only there: cancer there is then cancer elsewhere.
#[test]
fn nothing_shown_touches_what_must_not_change() {
    law(705, 8_000, |person, _| {
        let complete = person.complete();
        for way in ways_of(&complete) {
            let Some(after) = after(protocol(), evidence().elsewhere, &complete, &way) else {
                return Err(told(&way));
            };
            for (id, answer) in complete.answers().iter() {
                let Answer::Options(chosen) = answer else {
                    let now = after.answers().get(id);
                    ensure(now.is_none() || now == Some(answer), || told(&way))?;
                    continue;
                };
                for option in chosen.iter().filter(|option| stays(id, *option)) {
                    let asks_where = |(id, option)| protocol().option(id, option).place.is_some();
                    let about = protocol().question(id).about;
                    let placed = asks_where((id, option)) || about.is_some_and(asks_where);
                    let area = protocol()
                        .areas
                        .iter()
                        .any(|area| area.when == Condition::Chosen(id, option));
                    let kept = after.answers().chosen(id).has(option);
                    let left_out = (placed || area) && !way.without.is_empty();
                    ensure(kept || left_out, || {
                        let (question, option) =
                            (protocol().question(id).id, protocol().option(id, option).id);
                        format!("{}: takes back {question}:{option}", told(&way))
                    })?;
                }
            }
        }
        Ok(())
    });
}

/// Skin cancer, a changing spot and radiotherapy do not vanish with the area that they are in.
#[test]
fn what_is_serious_does_not_vanish_with_its_area() {
    let pairs = [
        ("spots", "changing-here", "spots", "changing-elsewhere"),
        ("spots", "skin-cancer-here", "spots", "skin-cancer-past"),
        ("health", "radiotherapy-here", "health", "cancer-other"),
    ];
    let seen = std::cell::Cell::new(0);
    law(706, 12_000, |person, _| {
        let complete = person.complete();
        for way in ways_of(&complete)
            .iter()
            .filter(|way| !way.without.is_empty())
        {
            let after = after(protocol(), evidence().elsewhere, &complete, way);
            let after = Person {
                today: person.today,
                answers: after.expect("answers that go together").answers().clone(),
            };
            for (question, here, other, elsewhere) in pairs {
                let (question, other) = (
                    protocol().find(question).expect("a question"),
                    protocol().find(other).expect("a question"),
                );
                let healed = way.changes.iter().any(|change| {
                    change.from.iter().any(|(id, option)| {
                        *id == question && protocol().option(*id, *option).id == here
                    })
                });
                if person.has(question, here) && !healed {
                    seen.set(seen.get() + 1);
                    ensure(
                        after.has(question, here) || after.has(other, elsewhere),
                        || format!("{}: {here} is gone", told(way)),
                    )?;
                }
            }
        }
        Ok(())
    });
    assert!(seen.get() > 100, "only {} were seen", seen.get());
}

/// Only "not sure" is cleared up as not applying, and only goals that no rule speaks of are left out.
#[test]
fn changes_are_of_the_kinds_that_they_say() {
    for change in evidence().changes {
        for (id, option) in change.from {
            let unsure = protocol().option(*id, *option).role == Role::Unsure;
            assert_eq!(unsure, change.turn == Turn::Unsure, "{}", change.id);
            assert!(!stays(*id, *option), "{} changes what must stay", change.id);
        }
    }
}

//! The answers behind the reasons: they were given, and without them the reason is gone.

use microneedling_quiz::assess::{
    Answer, Assessment, Cause, Chosen, Finding, assess, because, considered,
};
use microneedling_quiz::protocol::{Condition, Kind, QuestionId, Role};
use serde_json::json;

use super::{ensure, law};
use crate::support::{Person, answers_of, complete, healthy, people, protocol, question, today};

fn causes(person: &Person, found: &Finding) -> Vec<(QuestionId, Chosen)> {
    because(protocol(), &person.answers, person.today, found)
}

/// Rules that everybody reads, or that speak of how many areas there are: no answer brings them up.
fn speaks_of_answers(found: &Finding) -> bool {
    let Cause::Rule(id) = found.cause else {
        return matches!(found.cause, Cause::Goal(_));
    };
    !matches!(
        protocol().rule(id).when,
        Condition::Always | Condition::SeveralAreas
    )
}

#[test]
fn every_reason_names_an_answer_that_was_given() {
    law(331, 3_000, |person, _| {
        for found in &person.assessment().findings {
            let named = causes(person, found);
            ensure(named.is_empty() != speaks_of_answers(found), || {
                format!("{:?} names {named:?}", found.cause)
            })?;
            for (question, options) in named {
                let given = match person.answers.get(question) {
                    Some(Answer::Options(chosen)) => {
                        !options.is_empty() && options.iter().all(|option| chosen.has(option))
                    }
                    Some(_) => options.is_empty(),
                    None => false,
                };
                ensure(given, || format!("{:?} names {options:?}", found.cause))?;
            }
        }
        Ok(())
    });
}

/// The person without the options named, wherever that can still be answered.
fn without(person: &Person, named: &[(QuestionId, Chosen)]) -> Option<Person> {
    let mut answers = person.answers.clone();
    for (id, options) in named {
        let asked = protocol().question(*id);
        if let Some((about, option)) = asked.about {
            // It goes with what it follows up, if that is named.
            let gone = |(id, options): &(QuestionId, Chosen)| *id == about && options.has(option);
            if named.iter().any(gone) {
                continue;
            }
            return None;
        }
        if asked.kind != Kind::Multi {
            return None;
        }
        let chosen = answers.chosen(*id);
        let left: Chosen = chosen.iter().filter(|one| !options.has(*one)).collect();
        let left = match asked.with_role(Role::None) {
            Some(none) if left.is_empty() => Chosen::one(none),
            _ => left,
        };
        answers.set(*id, Some(Answer::Options(left)));
    }
    let complete = answers.complete(protocol(), person.today).ok()?;
    Some(Person {
        today: person.today,
        answers: complete.answers().clone(),
    })
}

/// A "not sure" beside an option may still leave the reason open, but no longer makes it certain.
#[test]
fn without_the_answers_named_the_reason_is_gone() {
    let mut tried = 0;
    for person in people(332, 1_200) {
        for found in &person.assessment().findings {
            let named = causes(&person, found);
            let Some(other) = without(&person, &named).filter(|_| !named.is_empty()) else {
                continue;
            };
            tried += 1;
            let still = other.assessment().findings;
            let still = still.iter().find(|other| other.cause == found.cause);
            let open = named.iter().any(|(id, _)| {
                let unsure = protocol().question(*id).with_role(Role::Unsure);
                unsure.is_some_and(|unsure| other.answers.chosen(*id).has(unsure))
            });
            assert!(
                still.is_none_or(|still| still.unsure && open),
                "{:?} is still there\n{}\n{}",
                found.cause,
                person.line(),
                other.line()
            );
        }
    }
    assert!(tried > 1_500, "only {tried} could be tried");
}

#[test]
fn what_did_not_matter_is_no_reason_and_was_answered() {
    law(333, 1_500, |person, _| {
        let findings = person.assessment().findings;
        let rest = considered(protocol(), &person.answers, person.today, &findings);
        for (id, options) in rest.answers {
            ensure(person.answers.get(id).is_some(), || format!("{id:?}"))?;
            for found in &findings {
                let named = causes(person, found);
                let both = named.iter().find(|(known, _)| *known == id);
                let clash = both.is_some_and(|(_, named)| {
                    options.is_empty() || options.iter().any(|option| named.has(option))
                });
                ensure(!clash, || format!("{id:?} is named by {:?}", found.cause))?;
            }
        }
        let rules = findings
            .iter()
            .filter(|found| matches!(found.cause, Cause::Rule(_)));
        ensure(rest.rules + rules.count() <= protocol().rules.len(), || {
            format!("{} rules", rest.rules)
        })
    });
}

/// By hand: the rule, and the questions with the options that it goes back to.
#[test]
fn reasons_go_back_to_these_answers() {
    for (changes, rule, expected) in [
        (
            json!({ "medicines": ["blood-thinning", "sun-medicine"], "medicines.blood-thinning.who": "prescribed" }),
            "blood-thinner-prescribed",
            &[
                ("medicines", &["blood-thinning"][..]),
                ("medicines.blood-thinning.who", &["prescribed"]),
            ][..],
        ),
        (
            json!({ "recent": ["botox"], "recent.botox.when": "2026-11-20" }),
            "recent-botox",
            &[("recent", &["botox"]), ("recent.botox.when", &[])],
        ),
        // What makes the wait longer is a part of the reason; what does not is none.
        (
            json!({
                "sun": ["tan"], "sun.tan.when": "under-2w", "conditions": ["dark-marks", "cold-sores"],
            }),
            "recent-tan",
            &[
                ("conditions", &["dark-marks"]),
                ("sun", &["tan"]),
                ("sun.tan.when", &["under-2w"]),
            ],
        ),
        (
            json!({
                "sun": ["tan"], "sun.tan.when": "under-2w", "conditions": ["cold-sores"],
            }),
            "recent-tan",
            &[("sun", &["tan"]), ("sun.tan.when", &["under-2w"])],
        ),
        (
            json!({ "allergies": ["unsure"] }),
            "nickel-metal-allergy",
            &[("allergies", &["unsure"])],
        ),
        (json!({ "age": 17 }), "under-18", &[("age", &[])]),
        (json!({}), "provider-safety", &[]),
    ] {
        let answers = answers_of(&healthy(changes));
        let assessment = assess(protocol(), &complete(&answers, today()));
        let found = found(&assessment, rule);
        let named = because(protocol(), &answers, today(), &found);
        let expected: Vec<_> = expected
            .iter()
            .map(|(id, options)| {
                let asked = protocol().question(question(id));
                let options = options.iter().map(|option| asked.option(option).unwrap());
                (question(id), options.collect::<Chosen>())
            })
            .collect();
        assert_eq!(named, expected, "{rule}");
    }
}

#[track_caller]
fn found(assessment: &Assessment, rule: &str) -> Finding {
    let fits = |found: &&Finding| match found.cause {
        Cause::Rule(id) => protocol().rule(id).id == rule,
        _ => false,
    };
    let found = assessment.findings.iter().find(fits);
    *found.unwrap_or_else(|| panic!("`{rule}` did not fire"))
}

/// What lessens certainty matters, although no rule fires.
#[test]
fn an_answer_that_lessens_certainty_mattered() {
    for (age, mattered) in [(34, false), (20, true), (62, true)] {
        let answers = answers_of(&healthy(json!({ "age": age })));
        let rest = considered(protocol(), &answers, today(), &[]);
        let shown = rest.answers.iter().any(|(id, _)| *id == question("age"));
        assert_eq!(shown, !mattered, "{age}");
    }
}

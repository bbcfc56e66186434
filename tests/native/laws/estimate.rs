//! The estimate: only where treatment may be planned, and always in bounds.

use microneedling_quiz::assess::{Recommendation, SessionEstimate, Verdict, assess};
use microneedling_quiz::protocol::{Fit, GoalId, OptionId, Sessions};
use serde_json::json;

use super::{Held, ensure, law, with_options};
use crate::support::{answers_of, complete, finish, healthy, protocol, question, today};

fn in_bounds(estimate: SessionEstimate) -> Held {
    let Sessions { low, most, high } = estimate.sessions;
    let rising = 1 <= low && low <= most && most <= high && high <= 6;
    ensure(rising, || format!("{low}-{most}-{high}"))?;
    ensure([4, 6].contains(&estimate.interval_weeks), || {
        format!("{} weeks", estimate.interval_weeks)
    })?;
    let (shortest, usual, longest) = estimate.weeks();
    let expected = (
        (u16::from(low) - 1) * u16::from(estimate.interval_weeks),
        (u16::from(most) - 1) * u16::from(estimate.interval_weeks),
        (u16::from(high) - 1) * 6,
    );
    ensure((shortest, usual, longest) == expected, || {
        format!("{:?} is not {expected:?}", (shortest, usual, longest))
    })
}

#[test]
fn a_number_only_where_treatment_may_be_planned() {
    law(301, 10_000, |person, _| {
        let found = person.assessment();
        for part in &found.areas {
            let estimate = part.recommendation.estimate();
            let planned = matches!(
                part.recommendation,
                Recommendation::Suitable { .. }
                    | Recommendation::Review { .. }
                    | Recommendation::Defer { .. }
            );
            ensure(planned || estimate.is_none(), || {
                format!("{:?}", part.recommendation)
            })?;
            estimate.map_or(Ok(()), in_bounds)?;
        }
        if let Some(estimate) = found.estimate {
            in_bounds(estimate)?;
        }
        let alone = found.areas.len() == 1;
        let none = matches!(found.verdict, Verdict::Exclude | Verdict::NotIndicated) && alone
            || found.verdict == Verdict::OutOfScope;
        ensure(!none || found.estimate.is_none(), || {
            format!("{:?} with a number", found.verdict)
        })
    });
}

/// Areas share visits: the plan is the greatest of each, the least certain of all.
#[test]
fn the_plan_covers_exactly_the_areas_that_permit_one() {
    law(302, 10_000, |person, _| {
        let found = person.assessment();
        let each: Vec<_> = found
            .areas
            .iter()
            .filter_map(|part| part.recommendation.estimate())
            .collect();
        let Some(whole) = found.estimate else {
            return ensure(each.is_empty(), || "a plan is missing".to_owned());
        };
        let greatest =
            |of: fn(&SessionEstimate) -> u8| each.iter().map(of).max().unwrap_or_default();
        let expected = Sessions {
            low: greatest(|part| part.sessions.low),
            most: greatest(|part| part.sessions.most),
            high: greatest(|part| part.sessions.high),
        };
        ensure(whole.sessions == expected, || {
            format!("{:?} is not {expected:?}", whole.sessions)
        })?;
        let interval = greatest(|part| part.interval_weeks);
        ensure(whole.interval_weeks == interval, || {
            format!("{} weeks, not {interval}", whole.interval_weeks)
        })?;
        let certain = each.iter().map(|part| part.certainty).min();
        ensure(Some(whole.certainty) <= certain, || {
            format!("{:?} is surer than {certain:?}", whole.certainty)
        })?;
        ensure(whole.review == each.iter().any(|part| part.review), || {
            "the review at session 4".to_owned()
        })
    });
}

/// Dark circles never get a number, and melasma only where a clinician named it.
#[test]
fn some_goals_never_give_a_number() {
    law(303, 8_000, |person, _| {
        let found = person.assessment();
        for part in &found.areas {
            let numbered = |goal: GoalId| {
                let goal = protocol().goal(goal);
                let named = person.has(
                    question("goals-colour.pigmentation-melasma.diagnosed"),
                    "yes",
                );
                goal.fit == Fit::Indicated || (goal.id == "pigmentation-melasma" && named)
            };
            let some = part.goals.iter().any(numbered);
            let number = part.recommendation.estimate().is_some();
            ensure(some || !number, || {
                format!("{:?} gives a number", part.goals)
            })?;
        }
        Ok(())
    });
}

/// The same needling serves every goal: one more never lowers a number, and never makes it surer.
#[test]
fn one_more_goal_never_lowers_a_number() {
    let lists = ["goals-scars", "goals-skin", "goals-colour"].map(question);
    law(304, 10_000, |person, random| {
        let id = *random.one_of(&lists);
        let option = OptionId(random.below(protocol().question(id).options.len()) as u8);
        let with = with_options(&person.answers, id, person.answers.chosen(id).with(option));
        let more = finish(random, person.today, with).assessment();
        for (less, more) in person.assessment().areas.iter().zip(&more.areas) {
            let estimates = (
                less.recommendation.estimate(),
                more.recommendation.estimate(),
            );
            let (Some(less), Some(more)) = estimates else {
                continue;
            };
            let (few, many) = (less.sessions, more.sessions);
            let lower = many.low < few.low || many.most < few.most || many.high < few.high;
            ensure(!lower, || {
                format!(
                    "{few:?} became {many:?} with {}",
                    protocol().option(id, option).id
                )
            })?;
            let surer =
                more.certainty > less.certainty || more.interval_weeks < less.interval_weeks;
            ensure(!surer, || {
                format!(
                    "{less:?} became {more:?} with {}",
                    protocol().option(id, option).id
                )
            })?;
        }
        Ok(())
    });
}

/// Severe white stretch marks are reviewed before the fifth session, red ones are not; who cannot tell
/// them apart gets both courses, and one of them is enough.
#[test]
fn a_review_of_either_course_is_a_review() {
    for (age, reviewed) in [("red", false), ("white", true), ("unsure", true)] {
        let marks = healthy(json!({
            "areas-head": null, "areas-body": ["abdomen"],
            "goals-scars": ["stretch-marks"],
            "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null,
            "goals-scars.stretch-marks.severity": "severe", "goals-scars.stretch-marks.age": age,
        }));
        let complete = complete(&answers_of(&marks), today());
        let estimate = assess(protocol(), &complete).estimate.expect("a plan");
        assert_eq!(estimate.review, reviewed, "{age}");
    }
}

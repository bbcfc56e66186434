//! Dates: only from a past anchor, never too early, and none from a wrong clock.

use microneedling_quiz::assess::{Assessment, Cause, Finding, Recommendation, Verdict};
use microneedling_quiz::protocol::{Date, Effect, Rule};

use super::{ensure, hold_for, law};
use crate::support::{Person, date, finish, people, protocol};

fn rule_of(finding: &Finding) -> Option<&'static Rule> {
    match finding.cause {
        Cause::Rule(id) => Some(protocol().rule(id)),
        Cause::Goal(_) | Cause::Expired => None,
    }
}

fn deferring(found: &Assessment) -> impl Iterator<Item = &Finding> {
    found
        .findings
        .iter()
        .filter(|finding| finding.effect == Effect::Defer)
}

#[test]
fn the_earliest_day_is_the_latest_of_all_or_none() {
    law(401, 15_000, |person, _| {
        let found = person.assessment();
        let mut days = Vec::new();
        for finding in deferring(&found) {
            days.push(finding.earliest);
        }
        let expected = if found.verdict == Verdict::Defer && days.iter().all(Option::is_some) {
            days.into_iter().max().flatten()
        } else {
            None
        };
        // An area that is ruled out or poor has its own reasons; its deferrals do not count.
        let mixed = found.areas.iter().any(|part| {
            !matches!(
                part.recommendation.verdict(),
                Verdict::Defer | Verdict::Review | Verdict::Suitable
            )
        });
        ensure(mixed || found.earliest == expected, || {
            format!("{:?} is not {expected:?}", found.earliest)
        })?;
        for part in &found.areas {
            if let Recommendation::Defer {
                because, earliest, ..
            } = &part.recommendation
            {
                let days = because.as_slice().iter().map(|reason| reason.earliest);
                let all = days
                    .collect::<Option<Vec<_>>>()
                    .and_then(|days| days.into_iter().max());
                ensure(*earliest == all, || format!("{earliest:?} is not {all:?}"))?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_day_given_is_still_to_come() {
    law(402, 8_000, |person, _| {
        let found = person.assessment();
        let days = found
            .findings
            .iter()
            .flat_map(|finding| [finding.earliest, finding.not_before]);
        let past = days.flatten().find(|day| *day <= person.today);
        ensure(past.is_none(), || {
            format!("{past:?} is not after {}", person.today)
        })
    });
}

/// Healing, a test, a doctor's check, a band and "I do not remember" never give a day; treatment of
/// a cancer gives one only beside the team's agreement.
#[test]
fn a_day_needs_a_past_dated_anchor() {
    law(403, 8_000, |person, _| {
        for finding in person.assessment().findings {
            let Some(rule) = rule_of(&finding) else {
                continue;
            };
            let wait = rule.wait.unwrap_or(microneedling_quiz::protocol::Wait {
                span: None,
                from: None,
                team: false,
                reach: None,
            });
            let anchor = wait.from.and_then(|from| person.answers.get(from));
            let dated = matches!(
                anchor,
                Some(
                    microneedling_quiz::assess::Answer::Day(_)
                        | microneedling_quiz::assess::Answer::Month(..)
                )
            );
            let given = finding.earliest.is_some() || finding.not_before.is_some();
            ensure(dated || !given, || {
                format!("{} gives a day out of nothing", rule.id)
            })?;
            ensure(!wait.team || finding.earliest.is_none(), || {
                format!("{} forgets the cancer team", rule.id)
            })?;
            ensure(!finding.unsure || !given, || {
                format!("{} is unsure and gives a day", rule.id)
            })?;
        }
        Ok(())
    });
}

fn moved(seed: u64, count: usize, to: &'static str) -> impl Iterator<Item = Person> {
    people(seed, count).map(move |person| Person {
        today: date(to),
        ..person
    })
}

#[test]
fn a_clock_before_the_release_gives_no_day() {
    let before = Date::from_days(protocol().released.days() - 1)
        .to_string()
        .leak();
    let stayed = moved(404, 6_000, before)
        .filter(|person| person.answers.complete(protocol(), person.today).is_ok());
    hold_for(stayed, |person, _| {
        let found = person.assessment();
        let some = found
            .findings
            .iter()
            .any(|finding| finding.earliest.is_some() || finding.not_before.is_some());
        ensure(
            found.clock_behind && !some && found.earliest.is_none(),
            || "a day from a wrong clock".to_owned(),
        )
    });
}

#[test]
fn after_the_review_day_nobody_is_simply_suitable() {
    let after = Date::from_days(protocol().review_by.days() + 1)
        .to_string()
        .leak();
    let stayed = moved(405, 8_000, after)
        .filter(|person| person.answers.complete(protocol(), person.today).is_ok());
    let mut seen = 0;
    let counted = stayed.inspect(|_| seen += 1);
    hold_for(counted, |person, _| {
        let found = person.assessment();
        ensure(found.verdict != Verdict::Suitable, || {
            "suitable by rules that nobody read again".to_owned()
        })?;
        let areas = found
            .areas
            .iter()
            .all(|part| part.recommendation.verdict() != Verdict::Suitable);
        ensure(areas, || {
            "an area is suitable by rules that nobody read again".to_owned()
        })
    });
    assert!(seen > 2_000, "only {seen} people were left");
}

/// The last day itself is still in time.
#[test]
fn on_the_review_day_the_rules_still_hold() {
    let on = protocol().review_by.to_string().leak();
    let suitable = moved(406, 2_000, on)
        .filter(|person| person.answers.complete(protocol(), person.today).is_ok())
        .filter(|person| person.assessment().verdict == Verdict::Suitable);
    assert!(
        suitable.count() > 50,
        "hardly anybody is suitable on the last day"
    );
}

/// On the day that a deferral ends, another rule takes over where the dossier hands over to one.
#[test]
fn after_the_wait_another_rule_takes_over() {
    law(407, 12_000, |person, random| {
        for finding in deferring(&person.assessment()) {
            let Some(rule) = rule_of(finding) else {
                continue;
            };
            let (Some(then), Some(end)) = (rule.then, finding.earliest.or(finding.not_before))
            else {
                continue;
            };
            let later = finish(random, end, person.answers.clone());
            let found = later.assessment();
            let next = protocol().rule(then);
            let ended = !deferring(&found).any(|other| other.cause == finding.cause);
            ensure(ended, || format!("{} still waits on {end}", rule.id))?;
            let fires = found
                .findings
                .iter()
                .any(|other| other.cause == Cause::Rule(then));
            ensure(fires, || {
                format!("after {}, {} does not take over on {end}", rule.id, next.id)
            })?;
            let fine = next.effect == Effect::Note || found.verdict != Verdict::Suitable;
            ensure(fine, || {
                format!("suitable on {end}, straight after {}", rule.id)
            })?;
        }
        Ok(())
    });
}

/// One day earlier the wait still runs: the boundary day is the first that is over.
#[test]
fn the_day_before_the_end_still_waits() {
    law(408, 12_000, |person, random| {
        for finding in deferring(&person.assessment()) {
            let Some(end) = finding.earliest.or(finding.not_before) else {
                continue;
            };
            let eve = Date::from_days(end.days() - 1);
            let later = finish(random, eve, person.answers.clone());
            // A surgeon's advice, asked for only now, may have softened it.
            let found = later.assessment();
            let same = found
                .findings
                .iter()
                .find(|other| other.cause == finding.cause);
            let effect = same.map(|other| other.effect);
            ensure(effect >= Some(Effect::Review), || {
                format!("{:?} on {eve}, not after it", finding.cause)
            })?;
        }
        Ok(())
    });
}

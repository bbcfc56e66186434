//! The verdict: the strictest of what fired, as a set.

use microneedling_quiz::assess::{Assessment, Cause, Recommendation, Verdict, assess};
use microneedling_quiz::protocol::{Condition, Effect, Fit, GoalId, Protocol, Role, Rule};

use super::{Held, ensure, law, with_options};
use crate::support::{Person, Random, complete, line_of, output, protocol, question, sheet_of};

fn strictest(assessment: &Assessment) -> Option<Effect> {
    assessment
        .findings
        .iter()
        .map(|finding| finding.effect)
        .max()
}

fn out_of_scope(person: &Person) -> bool {
    let treatment = question("treatment");
    person.has(treatment, "rf") || person.has(treatment, "home-roller")
}

/// For each area, whether every goal is one that needling is poor for.
fn some_area_is_all_poor(assessment: &Assessment) -> bool {
    let poor = |goal: GoalId| protocol().goal(goal).fit == Fit::Poor;
    assessment
        .areas
        .iter()
        .any(|part| part.goals.iter().all(poor))
}

#[test]
fn the_verdict_is_the_strictest_of_what_fired() {
    law(101, 20_000, |person, _| {
        let found = person.assessment();
        let expected = match strictest(&found) {
            _ if out_of_scope(person) => Verdict::OutOfScope,
            Some(Effect::Exclude) => Verdict::Exclude,
            _ if some_area_is_all_poor(&found) => Verdict::NotIndicated,
            Some(Effect::Defer) => Verdict::Defer,
            Some(Effect::Review) => Verdict::Review,
            _ => Verdict::Suitable,
        };
        ensure(found.verdict == expected, || {
            format!("{:?} instead of {expected:?}", found.verdict)
        })
    });
}

#[test]
fn the_overall_verdict_is_the_strictest_area() {
    law(102, 10_000, |person, _| {
        let found = person.assessment();
        let areas = found
            .areas
            .iter()
            .map(|part| part.recommendation.verdict())
            .max();
        ensure(areas == Some(found.verdict), || {
            format!("{areas:?} makes {:?}", found.verdict)
        })
    });
}

#[test]
fn suitable_iff_indicated_and_nothing_speaks_against_it() {
    law(103, 12_000, |person, _| {
        let found = person.assessment();
        let indicated = |goal: GoalId| protocol().goal(goal).fit == Fit::Indicated;
        let everywhere = found
            .areas
            .iter()
            .all(|part| part.goals.iter().any(indicated));
        let nothing_against = strictest(&found) <= Some(Effect::Note);
        let expected = everywhere && nothing_against && !out_of_scope(person);
        ensure((found.verdict == Verdict::Suitable) == expected, || {
            format!(
                "{:?}, indicated {everywhere}, nothing against it {nothing_against}",
                found.verdict
            )
        })
    });
}

/// The reasons of an area are never empty, and all of the deciding effect.
#[test]
fn what_decides_an_area_is_among_the_findings() {
    law(104, 10_000, |person, _| {
        let found = person.assessment();
        for part in &found.areas {
            let (because, effect) = match &part.recommendation {
                Recommendation::Exclude { because } => (because, Effect::Exclude),
                Recommendation::Defer { because, .. } => (because, Effect::Defer),
                Recommendation::Review { because, .. } => (because, Effect::Review),
                Recommendation::NotIndicated { because } => {
                    let goals = because
                        .as_slice()
                        .iter()
                        .all(|reason| matches!(reason.cause, Cause::Goal(_)));
                    ensure(goals, || format!("not a goal: {because:?}"))?;
                    continue;
                }
                Recommendation::Suitable { .. } | Recommendation::OutOfScope => continue,
            };
            for reason in because.as_slice() {
                ensure(reason.effect == effect, || {
                    format!("{reason:?} decides {effect:?}")
                })?;
                let told = found.findings.iter().any(|finding| {
                    finding.cause == reason.cause
                        && finding.effect >= effect
                        && finding.areas.has(part.area)
                });
                ensure(told, || format!("{reason:?} decides and is not told"))?;
            }
        }
        Ok(())
    });
}

/// A question answered with "not sure" leaves every rule open that hangs on an option not chosen.
#[test]
fn not_sure_about_a_reason_is_never_suitable() {
    law(105, 12_000, |person, _| {
        let touched = protocol()
            .rules
            .iter()
            .filter(|rule| rule.effect > Effect::Note)
            .find(|rule| hangs_open(rule, person));
        let Some(rule) = touched else { return Ok(()) };
        let verdict = person.assessment().verdict;
        ensure(verdict != Verdict::Suitable, || {
            format!("{} is open, and still suitable", rule.id)
        })
    });
}

fn hangs_open(rule: &Rule, person: &Person) -> bool {
    let mut open = false;
    rule.when.each(&mut |part| {
        if let Condition::Chosen(id, option) | Condition::Here(id, option, _) = *part {
            let chosen = person.answers.chosen(id);
            let unsure = protocol().question(id).with_role(Role::Unsure);
            open |= unsure.is_some_and(|unsure| chosen.has(unsure)) && !chosen.has(option);
        }
    });
    open
}

/// Pregnancy has no "not sure" of its own: "maybe" is the deferral that a test ends.
#[test]
fn a_treatment_out_of_scope_changes_no_reason() {
    law(106, 5_000, |person, _| {
        let treatment = question("treatment");
        let outside = |id: &'static str| {
            let option = protocol()
                .question(treatment)
                .option(id)
                .expect("an option");
            let answers = with_options(
                &person.answers,
                treatment,
                microneedling_quiz::assess::Chosen::one(option),
            );
            assess(protocol(), &complete(&answers, person.today))
        };
        let (plain, rf) = (outside("plain"), outside("rf"));
        ensure(rf.verdict == Verdict::OutOfScope, || {
            format!("{:?}", rf.verdict)
        })?;
        let own = ["rf-scope", "home-roller-use", "product-infusion-prp"];
        let reasons = |found: &Assessment| -> Vec<_> {
            let rules = found.findings.iter().filter(|finding| match finding.cause {
                Cause::Rule(id) => !own.contains(&protocol().rule(id).id),
                Cause::Goal(_) => true,
                Cause::Expired => false,
            });
            rules
                .map(|finding| (finding.cause, finding.effect))
                .collect()
        };
        ensure(reasons(&plain) == reasons(&rf), || {
            "other reasons than for plain needling".to_owned()
        })
    });
}

/// A rule's place in the file means nothing.
#[test]
fn the_order_of_rules_does_not_matter() {
    for seed in 0..8 {
        let mut rules = protocol().rules.to_vec();
        Random::new(seed).shuffle(&mut rules);
        let shuffled = Protocol {
            rules: rules.leak(),
            ..*protocol()
        };
        law(200 + seed, 1_500, |person, _| {
            same_by_name(&shuffled, person)
        });
    }
}

fn same_by_name(other: &Protocol, person: &Person) -> Held {
    let complete = person.complete();
    let told = |protocol: &Protocol| {
        let found = assess(protocol, &complete);
        let mut findings: Vec<_> = found
            .findings
            .iter()
            .map(|finding| {
                let name = match finding.cause {
                    Cause::Rule(id) => protocol.rule(id).id,
                    Cause::Goal(id) => protocol.goal(id).id,
                    Cause::Expired => "",
                };
                format!(
                    "{name} {} {:?} {:?} {:?}",
                    finding.unsure, finding.effect, finding.areas, finding.earliest
                )
            })
            .collect();
        findings.sort();
        let areas: Vec<_> = found
            .areas
            .iter()
            .map(|part| (part.area, part.recommendation.verdict()))
            .collect();
        (
            found.verdict,
            found.earliest,
            found.estimate,
            areas,
            findings,
        )
    };
    let (here, there) = (told(protocol()), told(other));
    ensure(here == there, || {
        format!("{here:?}\nbut in another order\n{there:?}")
    })
}

/// The order in which options are listed in a line of input means nothing.
#[test]
fn the_order_of_options_does_not_matter() {
    law(107, 3_000, |person, random| {
        let sheet = sheet_of(&person.answers);
        let mut shuffled = sheet.clone();
        for value in shuffled.values_mut() {
            if let Some(options) = value.as_array_mut() {
                random.shuffle(options);
            }
        }
        let told = |sheet| output(&line_of(sheet, person.today));
        ensure(told(&sheet) == told(&shuffled), || {
            "another order, another answer".to_owned()
        })
    });
}

//! Waits: no date without an anchor, and another rule when they end. Invariants 12, 13 and 14.

use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::Effect;

use super::SHIPPED;

/// Invariant 12: a deferral without a date question never has a date, nor does an unsure one.
#[test]
fn a_date_needs_an_anchor() {
    let all = &*SHIPPED;
    let mut dated = 0;
    for rule in &all.rules {
        let shipped = all.protocol.rule(rule.id);
        let anchored = shipped.wait.is_some_and(|wait| wait.from.is_some());
        let dates = rule.dated.or(&rule.not_before);
        assert!(anchored || dates.is_false(), "{}", shipped.id);
        all.prove(
            &format!("a date of {} is a certain deferral's", shipped.id),
            &dates.imp(rule.certain(Effect::Defer)),
        );
        assert!(
            rule.dated.and(&rule.not_before).is_false(),
            "{}",
            shipped.id
        );
        dated += usize::from(anchored);
    }
    assert!(dated >= 8, "{dated}");
}

/// Invariant 14: where such a wait is over and section 5 hands over to a rule that asks for a
/// clinician, nobody is simply suitable.
#[test]
fn after_the_wait_another_rule_takes_over() {
    let all = &*SHIPPED;
    let mut checked = 0;
    for rule in &all.rules {
        let shipped = all.protocol.rule(rule.id);
        let (Some(then), Some(wait)) = (shipped.then, shipped.wait) else {
            continue;
        };
        if wait.from.is_none() || all.protocol.rule(then).effect < Effect::Review {
            continue;
        }
        // Its condition holds, and the wait is certainly over.
        let over = rule.when.yes.and_not(&rule.holds.may);
        if !all.possible(&over) {
            continue;
        }
        let then = &all.rules[then.index()];
        let scar = shipped.id == "scar-under-6m" || shipped.id == "recent-filler";
        if scar {
            // These hand over for a while only: a scar of a year and old filler are no reason.
            let claim = over.and(&then.fires());
            assert!(all.possible(&claim), "{} hands over to nobody", shipped.id);
        } else {
            all.prove(
                &format!("{} is never suitable once its wait is over", shipped.id),
                &over.imp(all.verdicts.at_least(Verdict::Review)),
            );
        }
        checked += 1;
    }
    assert!(checked >= 3, "{checked}");
}

/// Invariant 13: ages 17, 18, 21 and 22 fall on the right sides.
#[test]
fn ages_fall_on_the_right_side() {
    let all = &*SHIPPED;
    let age = all.question("age");
    for (years, young, adult) in [
        (17, true, false),
        (18, false, true),
        (21, false, true),
        (22, false, false),
    ] {
        let inside = all.reader.layout.intervals(age).find(|(interval, _)| {
            matches!(interval, super::diagram::interval::Interval::Number(first, last) if (*first..=*last).contains(&years))
        });
        let (_, variable) = inside.expect("every age lies in an interval");
        let said = all.reader.layout.var(variable);
        for (id, fires) in [("under-18", young), ("age-18-21", adult)] {
            let rule = all.rule(id).fires();
            let claim = if fires {
                said.imp(&rule)
            } else {
                said.imp(&rule.not())
            };
            all.prove(&format!("{id} at {years}"), &claim);
        }
    }
}

//! The verdict is the strictest of what fired, and "suitable" is the last resort: invariants 2, 6,
//! 7, 8, 9 and 18, and the laws as `design.md` has them.

use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::{Effect, Fit, Role};

use super::SHIPPED;
use super::diagram::known::any;

/// Suitable if and only if some goal is indicated, no rule excludes, defers or asks for a clinician,
/// for certain or because somebody was not sure, and no goal does.
#[test]
fn suitable_is_the_last_resort() {
    let all = &*SHIPPED;
    let set = &all.reader.layout.set;
    let serious = all.rules.iter().flat_map(|rule| {
        [Effect::Review, Effect::Defer, Effect::Exclude].map(|effect| rule.with(effect))
    });
    let serious = any(set, serious);
    let with = |fit: Fit| {
        let goals = all.protocol.goals.iter().zip(&all.verdicts.goals);
        let with = goals.filter(|(goal, _)| goal.fit == fit);
        any(set, with.map(|(_, applies)| applies.clone()))
    };
    let expected = with(Fit::Indicated)
        .and_not(&with(Fit::Ask))
        .and_not(&serious)
        .and_not(&all.verdicts.out_of_scope);
    all.prove(
        "suitable iff indicated and nothing speaks against it",
        &all.verdicts.is(Verdict::Suitable).iff(&expected),
    );
}

/// Invariant 2 and 9: the class of any rule that fires is a floor, whatever else fires.
#[test]
fn every_rule_that_fires_is_a_floor() {
    let all = &*SHIPPED;
    for rule in &all.rules {
        for (effect, unsure, fires) in rule.outcomes() {
            let floor = match effect {
                Effect::Note => continue,
                Effect::Review => Verdict::Review,
                Effect::Defer => Verdict::Defer,
                Effect::Exclude => Verdict::Exclude,
            };
            all.prove(
                &format!("{} {effect:?} (unsure: {unsure})", all.name(rule.id)),
                &fires.imp(all.verdicts.at_least(floor)),
            );
        }
    }
}

/// The verdict is never stricter than the strictest reason.
#[test]
fn nothing_is_stricter_than_its_reasons() {
    let all = &*SHIPPED;
    let set = &all.reader.layout.set;
    for (effect, verdict) in [
        (Effect::Exclude, Verdict::Exclude),
        (Effect::Defer, Verdict::Defer),
    ] {
        let reasons = any(set, all.rules.iter().map(|rule| rule.with(effect)));
        all.prove(
            &format!("{verdict:?} has a reason"),
            &all.verdicts.is(verdict).imp(&reasons),
        );
    }
}

/// Invariant 6: "not sure" on a list that feeds an exclusion, a deferral or a clinician's look. With
/// two areas, somebody may have ticked the whole list for the other one: then nothing is left open.
#[test]
fn not_sure_about_a_reason_is_never_suitable() {
    let all = &*SHIPPED;
    let mut looked_at = 0;
    for question in [
        "allergies",
        "health",
        "scars",
        "spots",
        "skin-today",
        "medicines",
    ] {
        let id = all.question(question);
        let unsure = all.protocol.question(id).with_role(Role::Unsure);
        let unsure = all.chosen(id, unsure.expect("it can be answered with not sure"));
        assert!(all.possible(&unsure));
        all.prove(
            &format!("{question}:unsure is never suitable"),
            &unsure
                .and_not(&all.reader.several)
                .imp(all.verdicts.at_least(Verdict::Review)),
        );
        looked_at += 1;
    }
    assert_eq!(looked_at, 6);
}

/// Invariant 8: exchanging the answer about skin tone never changes the verdict.
#[test]
fn skin_tone_alone_changes_no_verdict() {
    let all = &*SHIPPED;
    let sun = all.question("sun");
    let tone = all.protocol.question(sun).option("deeper-tone");
    let none = all.protocol.question(sun).with_role(Role::None);
    let variable = |option| all.reader.layout.option(sun, option).expect("an option");
    let (tone, none) = (variable(tone.unwrap()), variable(none.unwrap()));
    for verdict in super::diagram::verdict::VERDICTS {
        let given = all.verdicts.at_least(verdict);
        // Alone in the list, it takes the place of "none of these".
        let alone = |bdd: &biodivine_lib_bdd::Bdd| {
            let others = all.reader.layout.of(sun);
            others.into_iter().fold(bdd.clone(), |bdd, other| {
                bdd.var_restrict(other, other == tone)
            })
        };
        let nothing = |bdd: &biodivine_lib_bdd::Bdd| {
            let others = all.reader.layout.of(sun);
            others.into_iter().fold(bdd.clone(), |bdd, other| {
                bdd.var_restrict(other, other == none)
            })
        };
        let same = alone(given).iff(&nothing(given));
        let (valid_with, valid_without) = (alone(&all.valid), nothing(&all.valid));
        let failing = valid_with.and(&valid_without).and_not(&same);
        assert!(failing.is_false(), "{verdict:?} hangs on the skin tone");
        // Beside other answers of the list, too.
        let with = given.var_restrict(tone, true);
        let without = given.var_restrict(tone, false);
        let both = all
            .valid
            .var_restrict(tone, true)
            .and(&all.valid.var_restrict(tone, false));
        assert!(both.and_not(&with.iff(&without)).is_false());
    }
}

/// Invariant 18: out of scope is never suitable or "see a clinician", and reasons stay.
#[test]
fn out_of_scope_decides() {
    let all = &*SHIPPED;
    for option in ["rf", "home-roller"] {
        all.prove(
            &format!("treatment:{option} is out of scope"),
            &all.said("treatment", option)
                .imp(all.verdicts.is(Verdict::OutOfScope)),
        );
        let reasons = all
            .rule("pregnant")
            .fires()
            .and(&all.said("treatment", option));
        assert!(all.possible(&reasons), "a reason goes missing");
    }
}

/// Invariant 7: where only notes fire, an indicated goal is suitable. (The other half of
/// `suitable_is_the_last_resort`, said the other way round.)
#[test]
fn notes_are_inert() {
    let all = &*SHIPPED;
    let notes = all.rules.iter().filter(|rule| {
        let rule = all.protocol.rule(rule.id);
        rule.effect == Effect::Note && rule.becomes.is_none()
    });
    let mut count = 0;
    for note in notes {
        let suitable = note.fires().and(all.verdicts.is(Verdict::Suitable));
        let open = note.with(Effect::Review);
        if !all.possible(&open) {
            assert!(
                note.fires().is_false()
                    || all.possible(&suitable)
                    || all.protocol.rule(note.id).id == "rf-scope",
                "{} is never suitable",
                all.name(note.id)
            );
        }
        count += 1;
    }
    assert!(count > 10, "{count}");
}

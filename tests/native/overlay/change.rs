//! What would change the answer under a clinic's rules.

use microneedling_quiz::assess::{Verdict, after, assess, ways};
use microneedling_quiz::evidence;
use microneedling_quiz::protocol::{
    Added, Change, Condition, Effect, OptionId, Overlay, Protocol, QuestionId, Rule, Set, Span,
    Unit,
};
use serde_json::json;

use super::random;
use crate::laws::{ensure, law};
use crate::support::{answers_of, complete, healthy, protocol, question, today};

/// What would change the outcome is promised under the clinic's rules as well, and nobody is told to
/// change what the clinic rules treatment out for.
#[test]
fn what_would_change_it_is_true_under_the_clinics_rules() {
    law(2_900, 400, |person, random| {
        let mut overlay = random::overlay(random, &person.assessment());
        overlay.hidden.clear();
        let applied: &'static Protocol = Box::leak(Box::new(overlay.apply(protocol())));
        let evidence = microneedling_quiz::evidence();
        let changes = overlay.changes(applied, evidence.changes);
        let complete = person
            .answers
            .complete(applied, person.today)
            .map_err(|problems| format!("{problems:?}"))?;
        for way in ways(applied, changes, evidence.elsewhere, &complete) {
            let then = after(applied, evidence.elsewhere, &complete, &way)
                .ok_or_else(|| format!("nobody can be {way:?}"))?;
            let then = assess(applied, &then);
            ensure(then.verdict == way.outcome.verdict, || {
                format!("{way:?} leads to {:?} with {overlay:?}", then.verdict)
            })?;
        }
        Ok(())
    });
}

/// A finding of the clinic's own about an area that was chosen, for the whole person.
fn about_area(option: (QuestionId, OptionId), effect: Effect) -> Overlay {
    Overlay {
        added: vec![Added {
            id: "ours".to_owned(),
            effect,
            areas: Set::new(),
            said: "ours".to_owned(),
            when: Condition::Chosen(option.0, option.1),
            text: "We look at this first.".to_owned(),
        }],
        ..Overlay::default()
    }
}

fn answer(question_id: &str, id: &str) -> (QuestionId, OptionId) {
    let asked = question(question_id);
    let option = protocol().question(asked).option(id);
    (asked, option.expect(id))
}

#[test]
fn an_area_that_the_clinic_speaks_of_can_be_left_out() {
    let sheet = healthy(json!({
        "areas-head": ["face", "neck"],
        "goals-scars.acne-scars.where": ["face", "neck"],
    }));
    let person = complete(&answers_of(&sheet), today());
    for effect in [Effect::Review, Effect::Defer, Effect::Exclude] {
        let overlay = about_area(answer("areas-head", "neck"), effect);
        let applied: &'static Protocol = Box::leak(Box::new(overlay.apply(protocol())));
        let changes = overlay.changes(applied, evidence().changes);
        let found = ways(applied, changes, evidence().elsewhere, &person);
        let [way] = found.as_slice() else {
            panic!("{effect:?}: {found:?}");
        };
        let without: Vec<_> = way
            .without
            .iter()
            .map(|area| protocol().area(area).id)
            .collect();
        assert_eq!(without, ["neck"], "{effect:?}");
        assert!(way.whole && way.changes.is_empty(), "{way:?}");
        assert_eq!(way.outcome.verdict, Verdict::Suitable, "{effect:?}");
    }
}

/// The words of such a change name the guide's wait: nobody is promised that it is enough here.
#[test]
fn a_wait_that_the_clinic_made_longer_is_no_change_to_hope_for() {
    let all = evidence().changes;
    let mut seen = 0;
    for (rule, id) in protocol().rules.iter().zip(protocol().rule_ids()) {
        let Some(span) = rule.wait.and_then(|wait| wait.span) else {
            continue;
        };
        let overlay = Overlay {
            longer: vec![(id, span.count + 1)],
            ..Overlay::default()
        };
        let left = overlay.changes(&overlay.apply(protocol()), all);
        for change in all {
            let ends = change.item == Some(id);
            assert_eq!(left.contains(change), !ends, "{}: {}", rule.id, change.id);
            seen += usize::from(ends);
        }
    }
    assert!(seen > 12, "only {seen} changes have a wait");
}

/// Chemotherapy defers, and the cancer team has to agree: also where the clinic rules treatment out for it.
#[test]
fn the_team_has_its_say_also_where_the_clinic_rules_treatment_out() {
    let sheet = healthy(json!({
        "health": ["chemotherapy"],
        "health.chemotherapy.when": "2026-09-22",
    }));
    let person = complete(&answers_of(&sheet), today());
    let mut ids = protocol().rule_ids();
    let rule = ids.find(|id| protocol().rule(*id).id == "chemotherapy");
    let overlay = Overlay {
        raised: vec![(rule.expect("a rule"), Effect::Exclude)],
        ..Overlay::default()
    };
    let applied: &'static Protocol = Box::leak(Box::new(overlay.apply(protocol())));
    let changes = overlay.changes(applied, evidence().changes);
    let found = ways(applied, changes, evidence().elsewhere, &person);
    assert!(found.iter().any(|way| way.from.is_some()), "{found:?}");
    for way in found.iter().filter(|way| way.from.is_some()) {
        assert!(way.team, "{way:?}");
    }
}

/// A rule that hangs on a day alone, raised by the clinic.
fn raised(asked: QuestionId) -> (Overlay, Protocol) {
    let span = Span {
        count: 1,
        unit: Unit::Weeks,
    };
    let mut rules = protocol().rules.to_vec();
    rules[0] = Rule {
        when: Condition::Since(asked, span, None),
        wait: None,
        becomes: None,
        ..rules[0]
    };
    let base = Protocol {
        rules: rules.leak(),
        ..*protocol()
    };
    let first = base.rule_ids().take(1);
    let overlay = Overlay {
        raised: first.map(|id| (id, Effect::Exclude)).collect(),
        ..Overlay::default()
    };
    let applied = overlay.apply(&base);
    (overlay, applied)
}

/// Nobody is told to change when something was, nor whether it was, where the clinic rules treatment out
/// for it.
#[test]
fn what_the_clinic_rules_out_since_a_day_is_not_changed() {
    let mut all = evidence().changes.to_vec();
    let day = answer("recent.filler.when", "under-4w");
    all[0] = Change {
        from: vec![day].leak(),
        ..all[0]
    };
    all[1] = Change {
        from: vec![answer("recent", "filler")].leak(),
        ..all[1]
    };
    let all: &'static [Change] = all[..3].to_vec().leak();
    let (overlay, applied) = raised(day.0);
    assert_eq!(overlay.changes(&applied, all), &all[2..]);
}

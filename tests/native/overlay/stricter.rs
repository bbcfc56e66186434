//! What an overlay makes of a rule, part by part: never milder than before.

use microneedling_quiz::evidence;
use microneedling_quiz::protocol::{
    Added, Becomes, Change, Condition, Effect, OptionId, Overlay, Protocol, QuestionId, Rule, Set,
    Span, Turn, Unit,
};

use crate::support::{protocol, question};

/// The shipped protocol with one rule worded anew, and that rule under an overlay.
fn under(rule: Rule, overlay: &Overlay) -> Rule {
    let mut rules = protocol().rules.to_vec();
    rules[0] = rule;
    let base = Protocol {
        rules: rules.leak(),
        ..*protocol()
    };
    overlay.apply(&base).rules[0]
}

fn raised(effect: Effect) -> Overlay {
    Overlay {
        raised: protocol()
            .rule_ids()
            .take(1)
            .map(|id| (id, effect))
            .collect(),
        ..Overlay::default()
    }
}

fn longer(count: u16) -> Overlay {
    Overlay {
        longer: protocol()
            .rule_ids()
            .take(1)
            .map(|id| (id, count))
            .collect(),
        ..Overlay::default()
    }
}

fn weeks(count: u16) -> Span {
    Span {
        count,
        unit: Unit::Weeks,
    }
}

/// The rule about a fresh tan, which waits for two weeks, or for four.
fn tan(effect: Effect, becomes: Effect, span: Option<Span>) -> Rule {
    let mut rules = protocol().rules.iter();
    let mut tan = *rules.find(|rule| rule.id == "recent-tan").expect("a rule");
    tan.effect = effect;
    tan.becomes = Some(Becomes {
        effect: becomes,
        span,
        ..tan.becomes.expect("it becomes another")
    });
    tan
}

fn becomes(rule: &Rule) -> (Effect, Option<Span>) {
    let becomes = rule.becomes.expect("it becomes another");
    (becomes.effect, becomes.span)
}

/// Once both classes are the same, the other wait may hold for somebody who is not sure: so it may not
/// be the shorter one. While they differ, it stays.
#[test]
fn raising_a_rule_never_shortens_its_wait() {
    let defer = raised(Effect::Defer);
    for (was, span, left) in [
        (Effect::Review, weeks(1), None),
        (Effect::Review, weeks(2), Some(weeks(2))),
        (Effect::Review, weeks(4), Some(weeks(4))),
        (Effect::Exclude, weeks(1), Some(weeks(1))),
    ] {
        let rule = under(tan(Effect::Defer, was, Some(span)), &defer);
        let expected = (was.max(Effect::Defer), left);
        assert_eq!(becomes(&rule), expected, "{was:?} {span:?}");
    }
}

#[test]
fn both_waits_of_a_rule_last_at_least_as_long_as_the_clinic_says() {
    for (count, usual, other) in [(1, 2, 4), (3, 3, 4), (5, 5, 5)] {
        let rule = tan(Effect::Defer, Effect::Defer, Some(weeks(4)));
        let rule = under(rule, &longer(count));
        let wait = rule.wait.expect("a wait").span;
        assert_eq!(wait, Some(weeks(usual)), "{count}");
        assert_eq!(becomes(&rule).1, Some(weeks(other)), "{count}");
    }
    // Days are not weeks: how they compare is left to the clinic.
    let days = Span {
        count: 30,
        unit: Unit::Days,
    };
    let rule = under(tan(Effect::Defer, Effect::Defer, Some(days)), &longer(40));
    assert_eq!(becomes(&rule).1, Some(days));
}

/// With a longer wait somebody may be unsure who was sure before: then being sure may not be milder.
#[test]
fn after_a_longer_wait_being_sure_is_at_least_as_strict_as_not_being_sure() {
    use Effect::{Defer, Note, Review};
    for (effect, unsure, expected) in [
        (Note, None, (Note, Review, Note)),
        (Note, Some(Review), (Review, Review, Review)),
        (Review, Some(Review), (Review, Review, Note)),
        (Review, Some(Defer), (Defer, Defer, Defer)),
        (Defer, Some(Review), (Defer, Review, Note)),
    ] {
        let rule = Rule {
            unsure,
            ..tan(effect, Note, None)
        };
        let rule = under(rule, &longer(3));
        let found = (rule.effect, rule.unsure.expect("a class"), becomes(&rule).0);
        assert_eq!(found, expected, "{effect:?} {unsure:?}");
    }
}

fn added(effect: Effect, when: Condition) -> Added {
    Added {
        id: "ours".to_owned(),
        effect,
        areas: Set::new(),
        said: "ours".to_owned(),
        when,
        text: "We look at this first.".to_owned(),
    }
}

fn adding(all: Vec<Added>) -> Overlay {
    Overlay {
        added: all,
        ..Overlay::default()
    }
}

/// Each added finding has its own text, and one that is more than a note asks who is not sure.
#[test]
fn added_findings_have_their_texts_and_ask_who_is_not_sure() {
    let effects = [Effect::Note, Effect::Review, Effect::Defer, Effect::Exclude];
    let all = effects.map(|effect| added(effect, Condition::Always));
    let applied = adding(all.to_vec()).apply(protocol());
    let own = &applied.rules[protocol().rules.len()..];
    for (place, (rule, effect)) in own.iter().zip(effects).enumerate() {
        assert!(rule.title.is_clinics());
        assert_eq!((rule.title.place(), rule.effect), (place, effect));
        let asks = (effect > Effect::Note).then_some(Effect::Review);
        assert_eq!(rule.unsure, asks, "{effect:?}");
    }
}

/// Only areas and goals can be left out of what is asked.
#[test]
fn other_options_cannot_be_hidden() {
    let life = question("life");
    let smoking = protocol().question(life).option("smoking");
    let overlay = Overlay {
        hidden: vec![(life, smoking.expect("an option"))],
        ..Overlay::default()
    };
    assert_eq!(overlay.apply(protocol()), *protocol());
}

/// The changes that an added finding about this answer takes out of what is shown.
fn gone(effect: Effect, (asked, option): (QuestionId, OptionId)) -> Vec<&'static Change> {
    let overlay = adding(vec![added(effect, Condition::Chosen(asked, option))]);
    let all = evidence().changes;
    let left = overlay.changes(&overlay.apply(protocol()), all);
    all.iter().filter(|change| !left.contains(change)).collect()
}

/// Nobody is told to change what rules treatment out here, nor a goal that the clinic speaks of; what
/// the clinic only has a word on may be changed.
#[test]
fn what_an_added_finding_takes_out_of_the_changes() {
    let all = evidence().changes;
    let heals = all.iter().find(|change| change.turn == Turn::Heals);
    let goal = all.iter().find(|change| change.turn == Turn::Goal);
    let (heals, goal) = (heals.expect("one that heals"), goal.expect("a goal"));
    for effect in [Effect::Note, Effect::Review, Effect::Defer] {
        assert!(gone(effect, heals.from[0]).is_empty(), "{effect:?}");
        assert_eq!(gone(effect, goal.from[0]), [goal], "{effect:?}");
    }
    assert!(gone(Effect::Exclude, heals.from[0]).contains(&heals));
    assert_eq!(gone(Effect::Exclude, goal.from[0]), [goal]);
}

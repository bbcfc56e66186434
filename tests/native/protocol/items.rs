//! Every rule against the index of items in the clinical dossier (`tests/native/items.csv`), and
//! against what its sections 5 and 8 say of some of them.

use std::collections::BTreeMap;
use std::fmt::Debug;

use microneedling_quiz::protocol::{Effect, Protocol, Rule, Scope, Span, Unit};

use crate::items::{Row, rows};
use crate::support::protocol;

fn items() -> Vec<Row> {
    rows("tests/native/items.csv")
}

/// Everything in which a protocol's rules are not the dossier's items.
pub(crate) fn differences(items: &[Row], protocol: &Protocol) -> Vec<String> {
    let mut wrong: Vec<_> = same_items(items, protocol).into_iter().collect();
    wrong.extend(class_scope_and_wait(items, protocol));
    wrong.extend(conditional_classes(items, protocol));
    wrong.extend(doubled_wait(protocol));
    wrong.extend(hand_overs(protocol));
    wrong.extend(urgent_sentences(protocol));
    wrong
}

fn compare<T: Debug + PartialEq>(what: &str, found: T, expected: T) -> Option<String> {
    (found != expected).then(|| format!("{what}: {found:?}, not {expected:?}"))
}

#[track_caller]
fn assert_none(wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// "6,months", as in the index.
fn written(span: Option<Span>) -> (String, &'static str) {
    span.map_or((String::new(), ""), |span| {
        let unit = match span.unit {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        };
        (span.count.to_string(), unit)
    })
}

fn same_items(items: &[Row], protocol: &Protocol) -> Option<String> {
    let items: Vec<_> = items.iter().map(|item| item.get("id")).collect();
    let rules: Vec<_> = protocol.rules.iter().map(|rule| rule.id).collect();
    compare("the items", rules, items)
}

fn class_scope_and_wait(items: &[Row], protocol: &Protocol) -> Vec<String> {
    let rules: BTreeMap<_, _> = protocol.rules.iter().map(|rule| (rule.id, rule)).collect();
    let mut wrong = Vec::new();
    for item in items {
        let id = item.get("id");
        let Some(rule) = rules.get(id) else { continue };
        let scope = match rule.scope {
            Scope::Person => "person",
            Scope::Area => "area",
        };
        wrong.extend(compare(
            &format!("{id}: class"),
            rule.effect.id(),
            item.get("class"),
        ));
        wrong.extend(compare(&format!("{id}: scope"), scope, item.get("scope")));
        // Waits of other classes are advice, and stand in the text.
        if rule.effect == Effect::Defer {
            let (count, unit) = written(rule.wait.and_then(|wait| wait.span));
            let dated = item.get("wait_unit") != "event";
            let expected = (
                item.get("wait_value"),
                if dated { item.get("wait_unit") } else { "" },
            );
            wrong.extend(compare(
                &format!("{id}: wait"),
                (count.as_str(), unit),
                expected,
            ));
            let team = rule.wait.is_some_and(|wait| wait.team);
            let expected = item.get("wait_anchor").contains("cancer team");
            wrong.extend(compare(
                &format!("{id}: the cancer team has to agree"),
                team,
                expected,
            ));
        }
    }
    wrong
}

/// The classes that change under a condition: section 5 of the dossier. Two of its items are
/// worked into the conditions instead, and two follow from judging each area by itself.
fn conditional_classes(items: &[Row], protocol: &Protocol) -> Vec<String> {
    let expected = vec![
        ("raised-scar-history", "exclude"),
        ("scar-under-6m", "review"),
        ("cold-sore-history", "note"),
        ("eczema-psoriasis-history", "note"),
        ("suspicious-lesion", "note"),
        ("area-eyelids", "review"),
        ("recent-tan", "defer"),
        ("cannot-avoid-sun", "note"),
        ("sarcoidosis", "exclude"),
        ("recent-surgery-area", "review"),
        ("needle-fear-fainting", "review"),
    ];
    let rules = protocol.rules.iter();
    let found: Vec<_> = rules
        .filter_map(|rule| Some((rule.id, rule.becomes?.effect.id())))
        .collect();
    let ids = found.iter().map(|(id, _)| *id).collect();
    let conditional = items.iter().filter(|item| item.get("conditional") == "yes");
    let conditional: Vec<_> = conditional.map(|item| item.get("id")).collect();
    let mut wrong: Vec<_> = compare("conditional in the index", ids, conditional)
        .into_iter()
        .collect();
    wrong.extend(compare("conditional classes", found, expected));
    wrong
}

fn doubled_wait(protocol: &Protocol) -> Option<String> {
    let tan = protocol.rules.iter().find(|rule| rule.id == "recent-tan");
    let span = tan.and_then(|tan| tan.becomes?.span);
    let expected = Some(Span {
        count: 4,
        unit: Unit::Weeks,
    });
    compare("the wait for a tan on marked skin", span, expected)
}

/// The hand-over rules of section 5, as far as another rule takes over.
fn hand_overs(protocol: &Protocol) -> Option<String> {
    let expected = vec![
        ("pregnant", "breastfeeding"),
        ("isotretinoin-recent", "isotretinoin-6-12m"),
        ("chemotherapy", "cancer-treatment-other"),
        ("scar-under-6m", "scar-6-12m"),
        ("cold-sore-active", "cold-sore-history"),
        ("rosacea-flare-area", "rosacea-calm"),
        ("eczema-psoriasis-active-area", "eczema-psoriasis-history"),
        ("vitiligo-lichen-active", "vitiligo-lichen-stable"),
        ("diabetes-uncontrolled", "diabetes-controlled"),
        ("radiotherapy-area-recent", "radiotherapy-area-past"),
        ("recent-filler", "filler-review"),
    ];
    let rules = protocol.rules.iter();
    let found = rules.filter_map(|rule| Some((rule.id, protocol.rule(rule.then?).id)));
    compare("hand-overs", found.collect(), expected)
}

/// The medicines of invariant 10, and the lesion of invariant 11.
fn urgent_sentences(protocol: &Protocol) -> Vec<String> {
    let with = |test: fn(&Rule) -> bool| -> Vec<_> {
        let rules = protocol.rules.iter().filter(|rule| test(rule));
        rules.map(|rule| rule.id).collect()
    };
    let medicines = vec![
        "blood-thinner-prescribed",
        "isotretinoin-current",
        "other-oral-retinoid",
        "immunosuppressed",
        "high-dose-steroid",
        "chemotherapy",
        "cancer-treatment-other",
    ];
    let wrong = [
        compare("medicines", with(|rule| rule.medicine), medicines),
        compare("alerts", with(|rule| rule.alert), vec!["suspicious-lesion"]),
    ];
    wrong.into_iter().flatten().collect()
}

#[test]
fn the_rules_are_the_items_of_the_dossier() {
    assert_eq!(items().len(), 92);
    assert_none(same_items(&items(), protocol()));
}

#[test]
fn every_rule_has_its_items_class_scope_and_wait() {
    assert_none(class_scope_and_wait(&items(), protocol()));
}

#[test]
fn every_conditional_class_is_the_dossiers() {
    assert_none(conditional_classes(&items(), protocol()));
}

#[test]
fn a_doubled_wait_for_a_tan_on_marked_skin() {
    assert_none(doubled_wait(protocol()));
}

#[test]
fn every_hand_over_is_the_dossiers() {
    assert_none(hand_overs(protocol()));
}

#[test]
fn the_urgent_sentences_hang_on_their_rules() {
    assert_none(urgent_sentences(protocol()));
}

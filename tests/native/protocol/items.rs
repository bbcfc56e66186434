//! Every rule against the index of items in the clinical dossier (`tests/native/items.csv`).

use std::collections::BTreeMap;

use microneedling_quiz::protocol::{Effect, Rule, Scope, Unit};

use crate::support::{file, protocol};

/// One row of the dossier's index.
#[derive(Debug)]
struct Item {
    id: String,
    class: String,
    scope: String,
    wait: Option<(u16, String)>,
    anchor: String,
    conditional: bool,
}

/// The columns of a line; a quoted one may hold commas.
fn columns(line: &str) -> Vec<String> {
    let mut columns = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => columns.push(String::new()),
            c => columns.last_mut().unwrap().push(c),
        }
    }
    columns
}

fn items() -> Vec<Item> {
    let text = file("tests/native/items.csv");
    let rows = text.lines().skip(1).map(columns);
    rows.map(|row| {
        let [id, class, scope, _group, value, unit, anchor, conditional] = row.try_into().unwrap();
        Item {
            id,
            class,
            scope,
            wait: value.parse().ok().map(|value| (value, unit)),
            anchor,
            conditional: conditional == "yes",
        }
    })
    .collect()
}

fn wait_of(rule: &Rule) -> Option<(u16, String)> {
    let span = rule.wait?.span?;
    let unit = match span.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    };
    Some((span.count, unit.to_owned()))
}

#[test]
fn the_rules_are_the_items_of_the_dossier() {
    let items: Vec<_> = items().into_iter().map(|item| item.id).collect();
    let rules: Vec<_> = protocol().rules.iter().map(|rule| rule.id).collect();
    assert_eq!(items.len(), 92);
    assert_eq!(rules, items, "the same items in the same order");
}

#[test]
fn every_rule_has_its_items_class_scope_and_wait() {
    let rules: BTreeMap<_, _> = protocol()
        .rules
        .iter()
        .map(|rule| (rule.id, rule))
        .collect();
    let mut wrong = Vec::new();
    for item in items() {
        let rule = rules[item.id.as_str()];
        let scope = match rule.scope {
            Scope::Person => "person",
            Scope::Area => "area",
        };
        if rule.effect.id() != item.class {
            wrong.push(format!(
                "{}: class {} is not {}",
                item.id,
                rule.effect.id(),
                item.class
            ));
        }
        if scope != item.scope {
            wrong.push(format!("{}: scope {scope} is not {}", item.id, item.scope));
        }
        // Waits of other classes are advice, and stand in the text.
        if rule.effect == Effect::Defer && wait_of(rule) != item.wait {
            wrong.push(format!(
                "{}: wait {:?} is not {:?}",
                item.id,
                wait_of(rule),
                item.wait
            ));
        }
        let team = item.anchor.contains("cancer team");
        if rule.effect == Effect::Defer && rule.wait.is_some_and(|wait| wait.team != team) {
            wrong.push(format!("{}: whether the cancer team has to agree", item.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The classes that change under a condition: section 5 of the dossier. Two of its items are
/// worked into the conditions instead, and two follow from judging each area by itself.
#[test]
fn every_conditional_class_is_the_dossiers() {
    let expected = [
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
    let found: Vec<_> = protocol()
        .rules
        .iter()
        .filter_map(|rule| Some((rule.id, rule.becomes?.effect.id())))
        .collect();
    assert_eq!(found, expected);
    let conditional: Vec<_> = items()
        .into_iter()
        .filter(|item| item.conditional)
        .collect();
    let conditional: Vec<_> = conditional.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(
        found.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
        conditional
    );
}

#[test]
fn a_doubled_wait_for_a_tan_on_marked_skin() {
    let tan = protocol()
        .rules
        .iter()
        .find(|rule| rule.id == "recent-tan")
        .unwrap();
    let span = tan.becomes.unwrap().span.unwrap();
    assert_eq!((span.count, span.unit), (4, Unit::Weeks));
}

/// The hand-over rules of section 5, as far as another rule takes over.
#[test]
fn every_hand_over_is_the_dossiers() {
    let expected = [
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
    let protocol = protocol();
    let found: Vec<_> = protocol
        .rules
        .iter()
        .filter_map(|rule| Some((rule.id, protocol.rule(rule.then?).id)))
        .collect();
    assert_eq!(found, expected);
}

/// The medicines of invariant 10, and the lesion of invariant 11.
#[test]
fn the_urgent_sentences_hang_on_their_rules() {
    let with = |test: fn(&Rule) -> bool| -> Vec<_> {
        protocol()
            .rules
            .iter()
            .filter(|rule| test(rule))
            .map(|rule| rule.id)
            .collect()
    };
    let medicines = [
        "blood-thinner-prescribed",
        "isotretinoin-current",
        "other-oral-retinoid",
        "immunosuppressed",
        "high-dose-steroid",
        "chemotherapy",
        "cancer-treatment-other",
    ];
    assert_eq!(with(|rule| rule.medicine), medicines);
    assert_eq!(with(|rule| rule.alert), ["suspicious-lesion"]);
}

//! What would change the answer, for people written by hand.

use std::collections::BTreeMap;

use microneedling_quiz::assess::Way;
use microneedling_quiz::protocol::Unit;
use microneedling_quiz::text::Locale;
use serde::Deserialize;
use serde_json::json;

use crate::laws::ways::ways_of;
use crate::support::{answers_of, complete, file, healthy, protocol, today};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    cites: String,
    answers: BTreeMap<String, toml::Value>,
    ways: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

fn told(way: &Way) -> String {
    let mut parts: Vec<String> = way.changes.iter().map(|of| of.id.to_owned()).collect();
    let without = way.without.iter();
    parts.extend(without.map(|area| format!("without-{}", protocol().area(area).id)));
    parts.extend(way.from.map(|day| day.to_string()));
    parts.extend(way.team.then(|| "team".to_owned()));
    format!("{}: {}", parts.join(" "), way.outcome.verdict.id())
}

#[test]
fn every_case_is_as_written() {
    let cases: Cases = toml::from_str(&file("tests/native/ways/cases.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &cases.case {
        assert!(!case.cites.is_empty(), "{} cites nothing", case.name);
        let sheet = healthy(json!(case.answers));
        let person = complete(&answers_of(&sheet), today());
        // Those for one area alone are left to the laws.
        let ways = ways_of(&person);
        let found: Vec<_> = ways.iter().filter(|way| way.whole).map(told).collect();
        if found != case.ways {
            wrong.push(format!("{}: {found:?}, not {:?}", case.name, case.ways));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words that a visitor reads name the wait of the item that ends.
#[test]
fn clauses_name_the_waits_of_their_items() {
    let words = Locale::english();
    let mut seen = 0;
    for change in microneedling_quiz::evidence().changes {
        let wait = change.item.and_then(|item| protocol().rule(item).wait);
        let Some(span) = wait.and_then(|wait| wait.span) else {
            continue;
        };
        let unit = match span.unit {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        };
        let clause = words.text(change.clause);
        let length = format!("{} {unit}", span.count);
        assert!(clause.contains(&length), "{}: {clause}", change.id);
        seen += 1;
    }
    assert!(seen > 12, "only {seen} changes have a wait");
}

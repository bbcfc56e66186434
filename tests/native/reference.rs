//! A second implementation of the assessment, as plain as possible. It reads the clinician's files
//! by itself and shares no code with the first; both have to say the same of everybody.

mod calendar;
mod expression;
mod facts;
mod judge;
mod merge;
mod plan;
mod recommend;
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use self::recommend::Reference;
use self::ways::{Changes, Names};
use crate::laws::ways::ways_of;
use crate::support::{Person, Sheet, date, line_of, output, people, protocol, sheet_of};
use crate::vignettes::cases;

/// Findings and areas in an order of their own, so that only content is compared.
fn sorted(mut told: Value) -> Value {
    if let Some(findings) = told["findings"].as_array_mut() {
        for finding in findings.iter_mut() {
            if let Some(areas) = finding["areas"].as_array_mut() {
                areas.sort_by_key(Value::to_string);
            }
        }
        findings.sort_by_key(|finding| finding["rule"].to_string());
    }
    if let Some(areas) = told["areas"].as_array_mut() {
        areas.sort_by_key(|area| area["area"].to_string());
    }
    if let Some(told) = told.as_object_mut() {
        told.remove("protocol");
    }
    told
}

/// Where the two differ.
fn difference(reference: &Reference, sheet: &Sheet, today: &str) -> Option<String> {
    let line = line_of(sheet, date(today));
    let (first, second) = (
        sorted(output(&line)),
        sorted(reference.assess(sheet, today)),
    );
    if first == second {
        return None;
    }
    let mut parts = String::new();
    for field in [
        "verdict",
        "areas",
        "findings",
        "earliest",
        "sessions",
        "certainty",
    ] {
        let only = |these: &Value, those: &Value| match (these.as_array(), those.as_array()) {
            (Some(these), Some(those)) => json!(
                these
                    .iter()
                    .filter(|this| !those.contains(this))
                    .collect::<Vec<_>>()
            ),
            _ => these.clone(),
        };
        if first[field] != second[field] {
            let (crate_says, reference_says) = (
                only(&first[field], &second[field]),
                only(&second[field], &first[field]),
            );
            parts.push_str(&format!(
                "  {field}\n    crate     {crate_says}\n    reference {reference_says}\n"
            ));
        }
    }
    Some(format!("{line}\n{parts}"))
}

#[test]
fn both_say_the_same_of_every_vignette() {
    let reference = Reference::new();
    let differing = cases().into_iter().filter_map(|case| {
        let difference = difference(&reference, &case.sheet, &case.today)?;
        Some(format!("{}\n{difference}", case.name))
    });
    let differing: Vec<_> = differing.collect();
    assert!(
        differing.is_empty(),
        "{} vignettes differ:\n{}",
        differing.len(),
        differing.join("\n")
    );
}

#[test]
fn both_say_the_same_of_everybody() {
    let reference = Reference::new();
    let mut differing = Vec::new();
    for Person { today, answers } in people(2_001, 20_000) {
        differing.extend(difference(
            &reference,
            &sheet_of(&answers),
            &today.to_string(),
        ));
        if differing.len() == 3 {
            break;
        }
    }
    assert!(
        differing.is_empty(),
        "they differ:\n{}",
        differing.join("\n")
    );
}

/// A reference that always agreed would prove nothing: change one answer, and it notices.
#[test]
fn the_reference_has_a_mind_of_its_own() {
    let reference = Reference::new();
    let sheet = crate::support::healthy(json!({}));
    assert_eq!(
        reference.assess(&sheet, "2026-11-22")["verdict"],
        "suitable"
    );
    let pregnant = crate::support::healthy(json!({ "pregnancy": "yes" }));
    assert_eq!(
        reference.assess(&pregnant, "2026-11-22")["verdict"],
        "exclude"
    );
}

/// Every smallest set of changes, and no other, for everybody about whom few things may change.
#[test]
fn both_find_the_same_ways() {
    let changes = Changes::read();
    let (mut compared, mut several, mut differing) = (0, 0, Vec::new());
    for person in people(2_002, 3_000) {
        let sheet = sheet_of(&person.answers);
        let Some(expected) = changes.ways(&sheet, &person.today.to_string(), 7) else {
            continue;
        };
        let mut found: BTreeMap<Names, BTreeSet<String>> = BTreeMap::new();
        for way in ways_of(&person.complete()) {
            let id = |area| protocol().area(area).id.to_owned();
            let mut whose: BTreeSet<_> = way.areas.iter().map(id).collect();
            whose.extend(way.whole.then(|| "all".to_owned()));
            let without = way.without.iter();
            let mut names: Names = without
                .map(|area| format!("without {}", id(area)))
                .collect();
            names.extend(way.changes.iter().map(|change| change.id.to_owned()));
            names.extend(way.from.map(|day| format!("until {day}")));
            found.insert(names, whose);
        }
        compared += usize::from(!expected.is_empty());
        several += usize::from(expected.keys().any(|names| names.len() > 2));
        if found != expected {
            let line = person.line();
            differing.push(format!(
                "{line}\n  found    {found:?}\n  expected {expected:?}"
            ));
        }
        if differing.len() == 3 {
            break;
        }
    }
    assert!(
        differing.is_empty(),
        "they differ:\n{}",
        differing.join("\n")
    );
    assert!(compared > 250, "only {compared} people have a way");
    assert!(
        several > 30,
        "only {several} people need several changes at once"
    );
}

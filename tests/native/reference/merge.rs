//! What is said of several areas, told once.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::judge::{Finding, strictness};
use super::recommend::Part;

/// Each rule once: the strictest that it says of any area, and of which areas it says anything. It
/// is unsure only where no area makes it certain.
pub(super) fn merged(areas: &[Part<'_>]) -> Vec<Value> {
    let mut by_rule: BTreeMap<&str, Vec<(&str, &Finding)>> = BTreeMap::new();
    for area in areas {
        for finding in &area.findings {
            by_rule
                .entry(&finding.id)
                .or_default()
                .push((area.id, finding));
        }
    }
    let told = by_rule.into_iter().map(|(id, said)| {
        let strictest = said
            .iter()
            .map(|(_, finding)| finding)
            .max_by_key(|finding| strictness(&finding.effect));
        let effect = &strictest.expect("said of some area").effect;
        let strict: Vec<_> = said
            .iter()
            .map(|(_, finding)| finding)
            .filter(|finding| finding.effect == *effect)
            .collect();
        let earliest = strict.iter().filter_map(|finding| finding.earliest).max();
        let not_before = strict.iter().filter_map(|finding| finding.not_before).max();
        let mut told = json!({
            "rule": id,
            "effect": effect,
            "earliest": earliest.map(|day| day.to_string()),
            "areas": said.iter().map(|(area, _)| *area).collect::<Vec<_>>(),
        });
        if strict.iter().all(|finding| finding.unsure) {
            told["unsure"] = json!(true);
        }
        if let Some(day) = not_before {
            told["not_before"] = json!(day.to_string());
        }
        told
    });
    told.collect()
}

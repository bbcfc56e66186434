//! Whatever is sent in: an answer in JSON, never a panic, and no verdict out of junk.

use microneedling_quiz::jsonl;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed};
use serde_json::{Value, json};

use crate::support::{date, healthy, line_of, protocol};

/// The same cases on every run, and no files for failures.
fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(1201),
        ..Config::default()
    }
}

fn answered(line: &str) -> Value {
    serde_json::from_str(&jsonl::line(protocol(), line)).expect("the answer is JSON")
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}(-[0-9]{2})?".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(".{0,6}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_text_is_answered_with_an_error(line in ".{0,200}") {
        prop_assert!(answered(&line).get("error").is_some());
    }

    #[test]
    fn any_json_is_answered_with_an_error(value in any_json()) {
        prop_assert!(answered(&value.to_string()).get("error").is_some());
    }

    /// One answer replaced by anything at all.
    #[test]
    fn any_answer_is_answered(index in 0..100_usize, value in any_json()) {
        let mut sheet = healthy(json!({}));
        let name = sheet.keys().nth(index % sheet.len()).cloned().expect("an answer");
        sheet.insert(name.clone(), value);
        let told = answered(&line_of(&sheet, date("2026-11-22")));
        let error = told.get("error").and_then(Value::as_str).map(str::to_owned);
        prop_assert!(told.get("verdict").is_some() != error.is_some());
        if let Some(error) = error {
            prop_assert!(error.contains(&format!("answers.{name}")), "{name} is not named: {error}");
        }
    }

    /// A good line cut or mended anywhere.
    #[test]
    fn any_damage_is_answered(at in any::<prop::sample::Index>(), put in ".{0,3}", gone in 0..4_usize) {
        let line: Vec<char> = line_of(&healthy(json!({})), date("2026-11-22")).chars().collect();
        let at = at.index(line.len());
        let rest = line.iter().skip(at + gone);
        let damaged: String = line.iter().take(at).copied().chain(put.chars()).chain(rest.copied()).collect();
        let told = answered(&damaged);
        prop_assert!(told.get("verdict").is_some() != told.get("error").is_some());
    }
}

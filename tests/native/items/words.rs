//! What each rule and each area is called, and what it tells: a fragment that no other has.

use microneedling_quiz::protocol::Word;
use microneedling_quiz::protocol::source::Compiled;

use super::{Row, says, text};

pub(super) fn rules(rows: &[Row], compiled: &Compiled) -> Vec<String> {
    differences(rows, "rule", &rule_entries(compiled), compiled)
}

fn rule_entries(compiled: &Compiled) -> Vec<Entry> {
    let rules = compiled.protocol.rules.iter();
    rules
        .map(|rule| {
            let words = [
                ("title", rule.title),
                ("tell", rule.tell),
                ("until", rule.until),
            ];
            (rule.id, words.to_vec())
        })
        .collect()
}

pub(super) fn areas(rows: &[Row], compiled: &Compiled) -> Vec<String> {
    differences(rows, "area", &area_entries(compiled), compiled)
}

fn area_entries(compiled: &Compiled) -> Vec<Entry> {
    let areas = compiled.protocol.areas.iter();
    areas
        .map(|area| (area.id, vec![("label", area.label), ("name", area.name)]))
        .collect()
}

/// An entry's id, and its words by what they are.
pub(super) type Entry = (&'static str, Vec<(&'static str, Word)>);

pub(super) fn differences(
    rows: &[Row],
    kind: &str,
    entries: &[Entry],
    compiled: &Compiled,
) -> Vec<String> {
    let mut wrong = Vec::new();
    if !rows
        .iter()
        .map(|row| row.get(kind))
        .eq(entries.iter().map(|(id, _)| *id))
    {
        wrong.push(format!("the {kind}s are others, or in another order"));
    }
    for (row, (id, words)) in rows.iter().zip(entries) {
        for (part, word) in words {
            let fragment = row.get(part);
            if !says(compiled, *word, fragment) {
                let text = text(compiled, *word);
                wrong.push(format!(
                    "{id}: the {part} `{text}` does not say `{fragment}`"
                ));
            }
        }
    }
    wrong
}

/// Every pair of texts that could be exchanged without a table telling it.
pub(super) fn confusable(rows: &[Row], entries: &[Entry], compiled: &Compiled) -> Vec<String> {
    let mut found = Vec::new();
    for (at, (row, (id, words))) in rows.iter().zip(entries).enumerate() {
        for (other_row, (other, others)) in rows.iter().zip(entries).skip(at + 1) {
            for ((part, a), (_, b)) in words.iter().zip(others) {
                let same = text(compiled, *a) == text(compiled, *b);
                let told =
                    !says(compiled, *b, row.get(part)) || !says(compiled, *a, other_row.get(part));
                if !same && !told {
                    found.push(format!("the {part}s of `{id}` and `{other}`"));
                }
            }
        }
    }
    found
}

#[test]
fn exchanging_any_two_texts_is_told() {
    let compiled = crate::protocol::compiled();
    let within = |name: &str| super::rows(&format!("tests/native/items/{name}.csv"));
    let mut found = confusable(&within("words"), &rule_entries(&compiled), &compiled);
    found.extend(confusable(
        &within("areas"),
        &area_entries(&compiled),
        &compiled,
    ));
    let (goals, _) = super::goals::first_and_further(&within("goals"));
    found.extend(confusable(
        &goals,
        &super::goals::entries(&compiled),
        &compiled,
    ));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

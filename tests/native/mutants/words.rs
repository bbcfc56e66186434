//! Exchanged words: a text of one entry under the next.

use toml::Value;

use super::files::Sources;
use super::{Class, Mutant};

/// Files whose words belong to entries in an order, with that order.
const PLACES: [(&str, &str, &str); 3] = [
    ("words/en/rules.toml", "rules.toml", "rule"),
    ("words/en/goals.toml", "courses.toml", "goal"),
    ("words/en/areas.toml", "areas.toml", "area"),
];
const PARTS: [&str; 6] = ["title", "label", "name", "tell", "until", "instead"];

pub(super) fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (file, entries, list) in PLACES {
        let ids: Vec<_> = sources
            .entries(entries, list)
            .iter()
            .filter_map(|entry| entry["id"].as_str())
            .collect();
        for part in PARTS {
            let with: Vec<_> = ids
                .iter()
                .filter_map(|id| Some((*id, sources.table(file).get(*id)?.get(part)?)))
                .collect();
            for pair in with.windows(2) {
                let [(one, a), (other, b)] = pair else {
                    continue;
                };
                let edit = sources.edit(file, |table| {
                    put(table, one, part, b);
                    put(table, other, part, a);
                });
                let change = format!("{part} exchanged with that of `{other}`");
                all.push(Mutant::new(Class::Words, one, &change, [edit]));
            }
        }
    }
    all.retain(|mutant| !mutant.files.is_empty());
    all
}

fn put(table: &mut Value, id: &str, part: &str, text: &Value) {
    let words = table[id].as_table_mut().unwrap();
    words.insert(part.to_owned(), text.clone());
}

//! A file of words as a list: dotted key to text.

use std::collections::BTreeMap;

use crate::protocol::source::problem::Problems;

/// The texts of one file: `pregnant.title`, `age.options.none.label`, `left.few`.
pub(in crate::protocol::source) type Flat = BTreeMap<String, String>;

/// Every text of a table; what is no text is a mistake.
pub(in crate::protocol::source) fn flat(
    file: &str,
    table: &toml::Table,
    problems: &mut Problems,
) -> Flat {
    let mut found = Flat::new();
    add(file, "", table, &mut found, problems);
    found
}

fn add(file: &str, above: &str, table: &toml::Table, found: &mut Flat, problems: &mut Problems) {
    for (key, value) in table {
        let key = format!("{above}{key}");
        match value {
            toml::Value::String(text) if text.trim().is_empty() => {
                problems.add(file, format!("`{key}`"), "This text is empty.", "");
            }
            toml::Value::String(text) => {
                found.insert(key, text.clone());
            }
            toml::Value::Table(table) => add(file, &format!("{key}."), table, found, problems),
            _ => problems.add(
                file,
                format!("`{key}`"),
                "This is no text.",
                "Write it between quotation marks.",
            ),
        }
    }
}

/// The names of a text's placeholders, sorted, or `None` if a brace has no pair.
pub(super) fn placeholders(text: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        if before.contains('}') || name.contains('{') {
            return None;
        }
        names.push(name);
        rest = behind;
    }
    names.sort_unstable();
    (!rest.contains('}')).then_some(names)
}

//! Changed conditions: a part left out, or turned into its opposite.

use super::expression::{parse, variants};
use super::files::Sources;
use super::{Class, Mutant};

/// Where conditions stand: file and key.
pub(super) const PLACES: [(&str, &str); 5] = [
    ("protocol.toml", "out-of-scope"),
    ("areas.toml", "when"),
    ("rules.toml", "when"),
    ("courses.toml", "when"),
    ("questions.toml", "asked"),
];

pub(super) fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (file, key) in PLACES {
        for site in sources.sites(file, key) {
            for (change, tree) in variants(&parse(site.text())) {
                let edit = sources.put(&site, Some(tree.to_string().into()));
                let inner = site
                    .path
                    .last()
                    .is_some_and(|step| *step == super::files::Step::Key("becomes".to_owned()));
                let change = if inner {
                    format!("becomes: {change}")
                } else {
                    change
                };
                all.push(Mutant::new(
                    Class::Condition,
                    &site.entry,
                    &change,
                    [Some(edit)],
                ));
            }
        }
    }
    all
}

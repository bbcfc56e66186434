//! What the code costs: by crate, and the largest functions.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::finish::{self, Function};

/// How many functions are listed.
const LARGEST: usize = 20;
/// What comes with the compiler.
const STANDARD: [&str; 4] = ["core", "alloc", "std", "compiler_builtins"];

/// Bytes of each crate and of the largest functions, as they are in the wasm, before compression.
pub(super) fn table() -> Result<String> {
    let functions = finish::weighed()?;
    Ok(listed(&functions))
}

fn listed(functions: &[Function]) -> String {
    let mut crates: BTreeMap<&str, [u64; 3]> = BTreeMap::new();
    for function in functions {
        let of = crates.entry(krate(&function.name)).or_default();
        let [quiz, later, clinic] = of;
        match &*function.part {
            "later" => *later += function.bytes,
            "clinic" => *clinic += function.bytes,
            _ => *quiz += function.bytes,
        }
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, parts)| std::cmp::Reverse(parts.iter().sum::<u64>()));
    let mut lines = vec![format!(
        "{:<28} {:>8} {:>8} {:>8}",
        "code by crate, raw", "quiz", "later", "clinic"
    )];
    for (name, [quiz, later, clinic]) in crates {
        lines.push(format!("{name:<28} {quiz:>8} {later:>8} {clinic:>8}"));
    }
    let mut largest: Vec<_> = functions.iter().collect();
    largest.sort_by_key(|function| std::cmp::Reverse(function.bytes));
    lines.push(String::new());
    lines.push(format!("the {LARGEST} largest functions, raw"));
    for Function { part, bytes, name } in largest.into_iter().take(LARGEST) {
        lines.push(format!("{bytes:>8} {part:<6} {name}"));
    }
    lines.join("\n")
}

/// The crate that a function is there for: the first one named that does not come with the compiler, as
/// `core::ptr::drop_in_place::<yew::…>` would not be there without Yew.
fn krate(name: &str) -> &str {
    let starts = name.match_indices("::").filter_map(|(at, _)| {
        let before = name.get(..at)?;
        let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_');
        let word = before.get(start.map_or(0, |start| start + 1)..)?;
        // What follows another `::` is no crate.
        let first = !before.strip_suffix(word)?.ends_with("::");
        (first && !word.is_empty()).then_some(word)
    });
    let mut words = starts.filter(|word| !STANDARD.contains(word));
    words.next().unwrap_or(match name.contains("::") {
        true => "std",
        false => "others",
    })
}

#[cfg(test)]
mod tests {
    use super::krate;

    #[test]
    fn a_function_belongs_to_the_crate_that_asked_for_it() {
        assert_eq!(krate("yew::html::VTag::new"), "yew");
        assert_eq!(krate("core::ptr::drop_in_place::<yew::html::VTag>"), "yew");
        assert_eq!(
            krate("<alloc::vec::Vec<indexmap::Bucket> as core::clone::Clone>::clone"),
            "indexmap"
        );
        assert_eq!(krate("core::fmt::write"), "std");
        assert_eq!(krate("memcpy"), "others");
    }
}

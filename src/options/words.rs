//! A clinic's own words: plain, short, and past the wording guard.

use super::Guard;
use super::lines::Lines;

/// A name has at most so many letters.
pub(super) const NAME: usize = 80;
/// A text has at most so many letters.
pub(super) const TEXT: usize = 240;

const SHORTER_NAME: &str = "plain text of at most 80 letters";
const SHORTER_TEXT: &str = "plain text of at most 240 letters";
const GUARDED: &str =
    "text that promises nothing and tells nobody to stop a medicine; not with the word “";

/// Looks like `en` or `pt-BR`.
pub(super) fn is_tag(tag: &str) -> bool {
    let known = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    tag.len() >= 2 && tag.split('-').all(known)
}

/// A text of the clinic's; empty if it may not stand there, which is told.
#[inline(never)]
pub(super) fn text(lines: &mut Lines<'_>, path: &str, longest: usize, guard: Guard<'_>) -> String {
    let found = lines.take(path).unwrap_or_default().trim();
    if found.chars().count() > longest || found.contains(char::is_control) {
        let allowed = if longest == NAME {
            SHORTER_NAME
        } else {
            SHORTER_TEXT
        };
        lines.problem(path, found, allowed);
        return String::new();
    }
    let word = if found.is_empty() {
        String::new()
    } else {
        guard(found)
    };
    if !word.is_empty() {
        lines.problem(path, found, &[GUARDED, &word, "”"].concat());
        return String::new();
    }
    found.to_owned()
}

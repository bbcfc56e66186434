//! Changed lengths of time and ages: each wait, each bound and each band one step shorter or longer.

use super::expression::{joined, tokens};
use super::files::{Site, Sources};
use super::{Class, Mutant};

pub(super) fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for site in sources.sites("rules.toml", "wait") {
        all.extend(put(sources, &site, waits(site.text())));
    }
    for site in sources.sites("questions.toml", "since") {
        all.extend(put(sources, &site, bands(site.text())));
    }
    for (file, key) in super::conditions::PLACES {
        for site in sources.sites(file, key) {
            all.extend(put(sources, &site, bounds(site.text())));
        }
    }
    all
}

fn put(sources: &Sources, site: &Site, texts: Vec<String>) -> Vec<Mutant> {
    let mutant = |text: String| {
        let change = format!("{} `{text}`", site.key);
        let edit = sources.put(site, Some(text.into()));
        Mutant::new(Class::Wait, &site.entry, &change, [Some(edit)])
    };
    texts.into_iter().map(mutant).collect()
}

/// One less and one more.
fn beside(number: u16) -> impl Iterator<Item = u16> {
    let less = number.checked_sub(1);
    less.into_iter().chain([number + 1])
}

/// "6 months" as 5 and as 7 months.
fn waits(text: &str) -> Vec<String> {
    let (count, unit) = text.split_once(' ').unwrap();
    let counts = beside(count.parse().unwrap());
    counts.map(|count| format!("{count} {unit}")).collect()
}

/// "2..6 months" with either end one step away.
fn bands(text: &str) -> Vec<String> {
    let (numbers, unit) = text.split_once(' ').unwrap();
    let (from, below) = numbers.split_once("..").unwrap();
    let mut all: Vec<_> = beside(from.parse().unwrap())
        .map(|from| format!("{from}..{below} {unit}"))
        .collect();
    if let Ok(below) = below.parse() {
        all.extend(beside(below).map(|below| format!("{from}..{below} {unit}")));
    }
    all
}

/// A condition with each of its numbers one step away.
fn bounds(condition: &str) -> Vec<String> {
    let tokens = tokens(condition);
    let mut all = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let compared = index > 0 && ["<", ">="].contains(&tokens[index - 1].as_str());
        if let (true, Ok(number)) = (compared, token.parse()) {
            for number in beside(number) {
                let mut changed = tokens.clone();
                changed[index] = number.to_string();
                all.push(joined(&changed));
            }
        }
    }
    all
}

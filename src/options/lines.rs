//! Options as lines of a path and a value, and what became of each.

use super::Problem;

/// The lines that were read, those that were used, and the problems found so far.
pub(super) struct Lines<'a> {
    entries: Vec<(&'a str, &'a str)>,
    used: Vec<bool>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Lines<'a> {
        let mut entries = Vec::new();
        for line in text.lines() {
            if let Some(entry) = line.split_once('\t') {
                entries.push(entry);
            }
        }
        Lines {
            used: vec![false; entries.len()],
            entries,
            problems: Vec::new(),
        }
    }

    /// The value at a path.
    #[inline(never)]
    pub(super) fn take(&mut self, path: &str) -> Option<&'a str> {
        let place = self.entries.iter().position(|(at, _)| *at == path)?;
        if let Some(used) = self.used.get_mut(place) {
            *used = true;
        }
        self.entries.get(place).map(|(_, value)| *value)
    }

    /// The values at a path, of a list or just one.
    #[inline(never)]
    pub(super) fn list(&mut self, path: &str) -> Vec<(&'a str, &'a str)> {
        let mut found = Vec::new();
        for (entry, used) in self.entries.iter().zip(&mut self.used) {
            let rest = entry.0.strip_prefix(path);
            let index = rest.and_then(|rest| rest.strip_prefix('.'));
            let of_list =
                index.is_some_and(|index| index.bytes().all(|byte| byte.is_ascii_digit()));
            if of_list || rest == Some("") {
                *used = true;
                found.push(*entry);
            }
        }
        found
    }

    /// What comes next after a path: each key once, in order.
    #[inline(never)]
    pub(super) fn keys(&self, path: &str) -> Vec<&'a str> {
        let mut keys: Vec<&'a str> = Vec::new();
        for (at, _) in &self.entries {
            let rest = at
                .strip_prefix(path)
                .and_then(|rest| rest.strip_prefix('.'));
            let key = rest.map(|rest| rest.split_once('.').map_or(rest, |(key, _)| key));
            if let Some(key) = key
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys
    }

    #[inline(never)]
    pub(super) fn problem(&mut self, path: &str, found: &str, allowed: &str) {
        self.problems.push(Problem {
            path: path.to_owned(),
            found: found.to_owned(),
            allowed: allowed.to_owned(),
        });
    }

    /// Whatever was not used is not known.
    pub(super) fn rest(&mut self, allowed: &str) {
        let mut unknown = Vec::new();
        for (entry, used) in self.entries.iter().zip(&self.used) {
            if !used {
                unknown.push(*entry);
            }
        }
        for (path, value) in unknown {
            self.problem(path, value, allowed);
        }
    }
}

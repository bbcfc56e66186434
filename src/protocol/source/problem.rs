//! Something wrong with the protocol's files, told in words for the person who edits them.

use std::fmt;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, below `protocol/`.
    pub file: String,
    /// The entry: "rule `pregnant`".
    pub entry: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "protocol/{}: ", self.file)?;
        if !self.entry.is_empty() {
            write!(f, "{}: ", self.entry)?;
        }
        f.write_str(&self.message)?;
        if !self.help.is_empty() {
            write!(f, " {}", self.help)?;
        }
        Ok(())
    }
}

/// Collects every mistake, so that all are reported at once.
#[derive(Debug, Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    pub(super) fn add(
        &mut self,
        file: &str,
        entry: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let problem = Problem {
            file: file.to_owned(),
            entry: entry.into(),
            message: message.into(),
            help: help.into(),
        };
        // One mistake can be met in several places.
        if !self.0.contains(&problem) {
            self.0.push(problem);
        }
    }
}

/// "Did you mean `x`?", if some known name is close to what was written.
pub(super) fn did_you_mean<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len().max(written.len()) / 4)
        .min()
        .map(|(_, name)| format!("Did you mean `{name}`?"))
        .unwrap_or_default()
}

//! What texts are to their entries: titles, labels, hints.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The words of one kind of entry: id to part to text.
pub(super) type WordsFile = BTreeMap<String, WordsEntry>;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WordsEntry {
    pub(super) title: Option<String>,
    pub(super) label: Option<String>,
    pub(super) name: Option<String>,
    pub(super) hint: Option<String>,
    pub(super) why: Option<String>,
    pub(super) tell: Option<String>,
    pub(super) until: Option<String>,
    pub(super) instead: Option<String>,
    pub(super) clause: Option<String>,
    pub(super) caveat: Option<String>,
    pub(super) needling: Option<String>,
    pub(super) other: Option<String>,
    pub(super) nothing: Option<String>,
    /// Where sources disagree, for readers of the protocol; the quiz does not load it.
    pub(super) differs: Option<String>,
    #[serde(default)]
    pub(super) options: BTreeMap<String, OptionWords>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OptionWords {
    pub(super) label: Option<String>,
    pub(super) hint: Option<String>,
}

/// Part of an entry's words.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Title,
    Label,
    Name,
    Hint,
    Why,
    Tell,
    Until,
    Instead,
    Clause,
    Caveat,
    Needling,
    Other,
    Nothing,
}

impl Part {
    pub(super) const ALL: [Part; 13] = [
        Part::Title,
        Part::Label,
        Part::Name,
        Part::Hint,
        Part::Why,
        Part::Tell,
        Part::Until,
        Part::Instead,
        Part::Clause,
        Part::Caveat,
        Part::Needling,
        Part::Other,
        Part::Nothing,
    ];

    pub(super) fn of(self, entry: &WordsEntry) -> Option<&String> {
        match self {
            Part::Title => entry.title.as_ref(),
            Part::Label => entry.label.as_ref(),
            Part::Name => entry.name.as_ref(),
            Part::Hint => entry.hint.as_ref(),
            Part::Why => entry.why.as_ref(),
            Part::Tell => entry.tell.as_ref(),
            Part::Until => entry.until.as_ref(),
            Part::Instead => entry.instead.as_ref(),
            Part::Clause => entry.clause.as_ref(),
            Part::Caveat => entry.caveat.as_ref(),
            Part::Needling => entry.needling.as_ref(),
            Part::Other => entry.other.as_ref(),
            Part::Nothing => entry.nothing.as_ref(),
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Part::Title => "title",
            Part::Label => "label",
            Part::Name => "name",
            Part::Hint => "hint",
            Part::Why => "why",
            Part::Tell => "tell",
            Part::Until => "until",
            Part::Instead => "instead",
            Part::Clause => "clause",
            Part::Caveat => "caveat",
            Part::Needling => "needling",
            Part::Other => "other",
            Part::Nothing => "nothing",
        }
    }
}

/// What a text is to its entry, from its file and its dotted key.
pub(super) fn part_of(file: &str, key: &str) -> &'static str {
    if matches!(file, "ui" | "later" | "outside") {
        return if is_headline(key) { "headline" } else { "text" };
    }
    let last = key.rsplit('.').next().unwrap_or_default();
    let parts = Part::ALL.iter().map(|part| part.name());
    parts
        .into_iter()
        .find(|part| *part == last)
        .unwrap_or("text")
}

/// The interface's own words that stand as headings, headlines or tags.
fn is_headline(key: &str) -> bool {
    key.ends_with("-title")
        || ["tag-", "sentence-", "area-", "plan-", "group-"]
            .iter()
            .any(|start| key.starts_with(start))
}

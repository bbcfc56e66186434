//! The shape of the clinician's files. Unknown keys are mistakes.

use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ProtocolFile {
    pub(super) version: String,
    pub(super) released: String,
    pub(super) review_by: String,
    pub(super) signed_off: bool,
    pub(super) out_of_scope: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct QuestionsFile {
    #[serde(default)]
    pub(super) screen: Vec<ScreenEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ScreenEntry {
    pub(super) id: String,
    #[serde(default)]
    pub(super) question: Vec<QuestionEntry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum KindEntry {
    Single,
    Multi,
    Number,
    Date,
    Severity,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct QuestionEntry {
    pub(super) id: String,
    pub(super) kind: KindEntry,
    pub(super) min: Option<u16>,
    pub(super) max: Option<u16>,
    #[serde(default)]
    pub(super) none: bool,
    #[serde(default)]
    pub(super) unsure: bool,
    pub(super) asked: Option<String>,
    pub(super) one_of: Option<String>,
    pub(super) about: Option<String>,
    pub(super) words: Option<String>,
    #[serde(default)]
    pub(super) options: Vec<OptionEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OptionEntry {
    pub(super) id: String,
    #[serde(default, rename = "where")]
    pub(super) placed: bool,
    pub(super) since: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreasFile {
    #[serde(default)]
    pub(super) area: Vec<AreaEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreaEntry {
    pub(super) id: String,
    pub(super) when: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesFile {
    #[serde(default)]
    pub(super) rule: Vec<RuleEntry>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EffectEntry {
    Exclude,
    Defer,
    Review,
    Note,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ScopeEntry {
    Person,
    Area,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum BasisEntry {
    Regulator,
    Label,
    Maker,
    Review,
    Trial,
    Study,
    Case,
    Practice,
    Expert,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RuleEntry {
    pub(super) id: String,
    pub(super) effect: EffectEntry,
    pub(super) scope: ScopeEntry,
    #[serde(rename = "group")]
    pub(super) _group: String,
    pub(super) when: String,
    pub(super) wait: Option<String>,
    pub(super) from: Option<String>,
    pub(super) asked_back: Option<String>,
    #[serde(default)]
    pub(super) team: bool,
    pub(super) becomes: Option<BecomesEntry>,
    pub(super) unsure: Option<EffectEntry>,
    pub(super) then: Option<String>,
    #[serde(default)]
    pub(super) alert: bool,
    #[serde(default)]
    pub(super) medicine: bool,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BecomesEntry {
    pub(super) when: String,
    pub(super) effect: Option<EffectEntry>,
    pub(super) wait: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourcesFile {
    #[serde(default)]
    pub(super) source: Vec<SourceEntry>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum StatusEntry {
    Seen,
    Partly,
    Recalled,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceEntry {
    pub(super) id: String,
    pub(super) status: StatusEntry,
    pub(super) cite: String,
    pub(super) at: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CoursesFile {
    #[serde(default)]
    pub(super) goal: Vec<GoalEntry>,
    #[serde(default)]
    pub(super) slower: Vec<ModifierEntry>,
    #[serde(default)]
    pub(super) less_certain: Vec<ModifierEntry>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FitEntry {
    Indicated,
    Ask,
    Poor,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GoalEntry {
    pub(super) id: String,
    pub(super) fit: FitEntry,
    pub(super) when: String,
    /// Only goals that microneedling is used for have one.
    pub(super) grade: Option<String>,
    pub(super) interval: Option<u8>,
    pub(super) first_change: Option<(u8, u8)>,
    pub(super) full: Option<(u8, u8)>,
    #[serde(rename = "downtime")]
    pub(super) _downtime: Option<(u8, u8)>,
    #[serde(default)]
    pub(super) course: Vec<CourseEntry>,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CourseEntry {
    pub(super) when: Option<String>,
    pub(super) severity: String,
    pub(super) mild: Option<String>,
    pub(super) moderate: Option<String>,
    pub(super) severe: Option<String>,
    #[serde(default)]
    pub(super) review_severe: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ModifierEntry {
    pub(super) id: String,
    pub(super) when: String,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

/// What an entry rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct CitedEntry<'a> {
    pub(super) basis: &'a [BasisEntry],
    pub(super) sources: &'a [String],
    pub(super) review_by: Option<&'a str>,
}

/// Entries that cite. (Flattening would cost the messages their line numbers.)
macro_rules! citing {
    ($($entry:ident)*) => {$(
        impl $entry {
            pub(super) fn cited(&self) -> CitedEntry<'_> {
                CitedEntry {
                    basis: &self.basis,
                    sources: &self.sources,
                    review_by: self.review_by.as_deref(),
                }
            }
        }
    )*};
}
citing!(RuleEntry GoalEntry ModifierEntry CareEntry TextEntry ChangeEntry);
pub(super) use citing;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CareFile {
    #[serde(default)]
    pub(super) care: Vec<CareEntry>,
    #[serde(default)]
    pub(super) text: Vec<TextEntry>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum MomentEntry {
    Before,
    Day,
    After,
    Ask,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CareEntry {
    pub(super) id: String,
    pub(super) moment: MomentEntry,
    pub(super) days: Option<(i8, i8)>,
    pub(super) when: Option<String>,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TextEntry {
    pub(super) id: String,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangesFile {
    #[serde(default)]
    pub(super) change: Vec<ChangeEntry>,
    #[serde(default)]
    pub(super) elsewhere: Vec<ElsewhereEntry>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum TurnEntry {
    Heals,
    Passes,
    Check,
    Plan,
    Unsure,
    Goal,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ChangeEntry {
    pub(super) id: String,
    pub(super) kind: TurnEntry,
    pub(super) from: Vec<String>,
    #[serde(default)]
    pub(super) to: Vec<String>,
    pub(super) item: Option<String>,
    #[serde(default)]
    pub(super) basis: Vec<BasisEntry>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    pub(super) review_by: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElsewhereEntry {
    pub(super) from: String,
    pub(super) to: Option<String>,
    #[serde(default)]
    pub(super) beside: Vec<String>,
    #[serde(default)]
    pub(super) stays: bool,
    pub(super) item: String,
}

/// The words that the wording guard looks for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuardFile {
    /// Not in headlines.
    pub(super) headlines: Vec<String>,
    /// Nowhere.
    pub(super) never: Vec<String>,
    /// Only in sentences that are allowed.
    pub(super) stop: Vec<String>,
    /// Sentences that were read and found harmless.
    pub(super) allow: Vec<String>,
}

//! Where the protocol's statements come from, and how much they are worth.

use super::care::Care;
use super::change::{Change, Elsewhere};
use super::date::Date;
use super::id::{GoalId, RuleId, SourceId, Word};
use super::outcome::{Alternative, Outcome};

/// How a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The text that supports the point was read.
    Seen,
    /// Only a part was read; the point itself is recalled.
    Partly,
    /// From memory, not checked.
    Recalled,
}

/// A published text, a label or a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Public key.
    pub id: &'static str,
    /// How it was read.
    pub status: Status,
    /// Author, year and journal, or issuer and title.
    pub cite: &'static str,
    /// A DOI, a PubMed Central number or an address; may be empty.
    pub at: &'static str,
}

/// What a statement of the protocol rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The kinds of evidence, strongest first.
    pub basis: &'static [Basis],
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// The last day before it needs to be read again.
    pub review_by: Date,
}

impl Cited {
    /// Nothing is known.
    pub const NONE: Cited = Cited {
        basis: &[],
        sources: &[],
        review_by: Date {
            year: 2999,
            month: 12,
            day: 31,
        },
    };

    /// The grade of a rule: how strong the strongest kind of evidence is. No trial tested who should
    /// not have microneedling, so rules have no letters as goals do.
    pub fn strength(&self) -> Strength {
        let strengths = self.basis.iter().map(|basis| basis.strength());
        strengths.max().unwrap_or(Strength::Opinion)
    }
}

/// The grade of a rule, in three steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// What clinics do, or expert opinion.
    Opinion,
    /// Studies, reviews, case reports, or what trials and makers ask for.
    Study,
    /// A regulator, or a label that a regulator reviewed.
    Authority,
}

/// Where everything in a protocol comes from. Apart from it, because only opened reasons show it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Every source.
    pub sources: &'static [Source],
    /// What each rule rests on, in the order of the protocol's rules.
    pub rules: &'static [Cited],
    /// What each goal rests on, in the order of the protocol's goals.
    pub goals: &'static [Cited],
    /// What the interface's own factual texts rest on.
    pub texts: &'static [(Word, Cited)],
    /// Preparation, aftercare and questions to ask.
    pub care: &'static [Care],
    /// Answers that may change.
    pub changes: &'static [Change],
    /// What follows for answers about an area that is left out.
    pub elsewhere: &'static [Elsewhere],
    /// What studies counted, in the order of the clinician's file.
    pub outcomes: &'static [Outcome],
    /// What else there is, in the order of the protocol's goals.
    pub alternatives: &'static [Alternative],
}

impl Evidence {
    /// Nothing yet.
    pub const NONE: Evidence = Evidence {
        sources: &[],
        rules: &[],
        goals: &[],
        texts: &[],
        care: &[],
        changes: &[],
        elsewhere: &[],
        outcomes: &[],
        alternatives: &[],
    };

    /// The part that the quiz shows. Ids of sources and of care are for readers of the protocol.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn shown(&self) -> Evidence {
        let sources = self.sources.iter();
        let sources: Vec<_> = sources.map(|source| Source { id: "", ..*source }).collect();
        let care = self.care.iter();
        let care: Vec<_> = care.map(|care| Care { id: "", ..*care }).collect();
        Evidence {
            sources: sources.leak(),
            care: care.leak(),
            ..*self
        }
    }

    /// What a rule rests on.
    pub fn of_rule(&self, rule: RuleId) -> Cited {
        self.rules.get(rule.index()).copied().unwrap_or(Cited::NONE)
    }

    /// What is said about a goal rests on.
    pub fn of_goal(&self, goal: GoalId) -> Cited {
        self.goals.get(goal.index()).copied().unwrap_or(Cited::NONE)
    }

    /// What one of the interface's own texts rests on.
    pub fn of_text(&self, word: Word) -> Cited {
        let mut texts = self.texts.iter();
        texts
            .find(|(text, _)| *text == word)
            .map_or(Cited::NONE, |(_, cited)| *cited)
    }
}

/// The kind of evidence behind a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A regulator.
    Regulator,
    /// A label that a regulator reviewed.
    Label,
    /// A maker's manual or instruction.
    Maker,
    /// A systematic or other review.
    Review,
    /// What trials asked of their participants.
    Trial,
    /// A small study or series.
    Study,
    /// Case reports.
    Case,
    /// What clinics do.
    Practice,
    /// Expert opinion.
    Expert,
}

impl Basis {
    /// How strong this kind of evidence is.
    pub const fn strength(self) -> Strength {
        match self {
            Basis::Regulator | Basis::Label => Strength::Authority,
            Basis::Maker | Basis::Review | Basis::Trial | Basis::Study | Basis::Case => {
                Strength::Study
            }
            Basis::Practice | Basis::Expert => Strength::Opinion,
        }
    }
}

/// The grade of a goal's evidence (`courses.md`, section 2): nothing here earns an A.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Case reports, clinic custom or extrapolation.
    D,
    /// D, with a little more.
    DPlus,
    /// A few small trials or uncontrolled series.
    C,
    /// C, with a little more.
    CPlus,
    /// B, as an add-on only.
    BMinus,
    /// Several randomised trials in one direction, small and mostly unblinded.
    B,
}

/// How sure the session estimate is, in words. "High" does not exist here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// "Very low".
    VeryLow,
    /// "Low".
    Low,
    /// "Low to moderate".
    LowToModerate,
    /// "Moderate".
    Moderate,
}

impl Certainty {
    /// The public id.
    pub const fn id(self) -> &'static str {
        match self {
            Certainty::VeryLow => "very-low",
            Certainty::Low => "low",
            Certainty::LowToModerate => "low-to-moderate",
            Certainty::Moderate => "moderate",
        }
    }

    /// The certainty that a grade starts from. A grade that holds only "as an add-on" is not
    /// quite a B, so it starts where C does.
    pub const fn of(grade: Grade) -> Certainty {
        match grade {
            Grade::B => Certainty::Moderate,
            Grade::BMinus | Grade::CPlus | Grade::C => Certainty::LowToModerate,
            Grade::DPlus | Grade::D => Certainty::Low,
        }
    }

    /// One word less certain, never below "very low".
    #[must_use]
    pub const fn less(self) -> Certainty {
        match self {
            Certainty::Moderate => Certainty::LowToModerate,
            Certainty::LowToModerate => Certainty::Low,
            Certainty::Low | Certainty::VeryLow => Certainty::VeryLow,
        }
    }
}

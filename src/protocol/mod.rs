//! What the clinic believes: questions, rules, treatment courses and evidence.
//!
//! The clinician's files in `protocol/` are read and checked when the project is built, and become
//! the one [`Protocol`] that the rest of the code reads. This room knows no browser, no clock and
//! no storage, and nothing in it can fail.

mod care;
mod change;
mod codec;
mod condition;
mod course;
mod date;
mod evidence;
mod gather;
mod id;
mod outcome;
mod overlay;
mod question;
mod rule;
mod set;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

pub use care::{Care, Moment};
pub use change::{Change, Elsewhere, Turn};
#[cfg(not(target_arch = "wasm32"))]
pub use codec::Writer;
pub use codec::{Code, Reader};
pub use condition::{Condition, Facts, Truth};
pub use course::{Area, Fit, Goal, Range, Sessions, TreatmentCourse};
pub use date::{Date, Span, Unit, parse_month};
pub use evidence::{Basis, Certainty, Cited, Evidence, Grade, Source, Status, Strength};
pub use gather::Gather;
pub use id::{AreaId, GoalId, OptionId, QuestionId, RuleId, SourceId, Word};
pub use outcome::{Alternative, Figure, Outcome};
pub use overlay::{Added, CLINIC, More, Overlay, WIDEST};
pub use question::{Band, Choice, Kind, Question, Role, Screen};
pub use rule::{Becomes, Effect, Rule, Scope, Wait};
pub use set::{Member, Members, Set};

/// The whole clinical content, versioned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Protocol {
    /// Its version.
    pub version: &'static str,
    /// The day it was released. No true clock shows an earlier day.
    pub released: Date,
    /// The last day before it needs to be read again.
    pub review_by: Date,
    /// Whether a clinician has signed it off.
    pub signed_off: bool,
    /// The treatment asked about is not the one that this protocol covers.
    pub out_of_scope: Condition,
    /// Every question, in the order asked.
    pub questions: &'static [Question],
    /// Questions that are asked together.
    pub screens: &'static [Screen],
    /// Places on the body.
    pub areas: &'static [Area],
    /// Goals and their courses.
    pub goals: &'static [Goal],
    /// What spaces sessions six weeks apart (per area).
    pub slower: &'static [Condition],
    /// What takes one word of certainty away (per area).
    pub less_certain: &'static [Condition],
    /// Contraindications, deferrals, precautions and notes.
    pub rules: &'static [Rule],
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident, $field:ident, $id:ident, $type:ty, $nothing:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name(&self, id: $id) -> &'static $type {
            static NOTHING: $type = $nothing;
            self.$field.get(id.index()).unwrap_or(&NOTHING)
        }
    )*};
}

const NEVER: Condition = Condition::Any(&[]);

// Ids are given out by the compiler of the same protocol, so the empty entries are never seen; they
// make the look-ups total.
impl Protocol {
    lookups! {
        /// The question with this id.
        question, questions, QuestionId, Question, Question {
            id: "", kind: Kind::Single, asked: NEVER, options: &[], one_of: None, about: None,
            title: Word::NONE, hint: Word::NONE, why: Word::NONE,
        };
        /// The area with this id.
        area, areas, AreaId, Area, Area { id: "", when: NEVER, label: Word::NONE, name: Word::NONE };
        /// The goal with this id.
        goal, goals, GoalId, Goal, Goal {
            id: "", fit: Fit::Poor, when: NEVER, grade: Grade::D, interval: 6, first_change: None,
            full: None, courses: &[], label: Word::NONE, name: Word::NONE,
            tell: Word::NONE, instead: Word::NONE,
        };
        /// The rule with this id.
        rule, rules, RuleId, Rule, Rule {
            id: "", effect: Effect::Exclude, scope: Scope::Person, when: NEVER, wait: None,
            becomes: None, unsure: None, then: None, alert: false, medicine: false,
            title: Word::NONE, tell: Word::NONE, until: Word::NONE,
        };
    }

    /// The option of a question.
    pub fn option(&self, question: QuestionId, option: OptionId) -> &'static Choice {
        static NOTHING: Choice = Choice {
            id: "",
            role: Role::Plain,
            shown: NEVER,
            band: None,
            place: None,
            label: Word::NONE,
            hint: Word::NONE,
        };
        self.question(question)
            .options
            .get(option.index())
            .unwrap_or(&NOTHING)
    }

    /// The question with this public id.
    pub fn find(&self, id: &str) -> Option<QuestionId> {
        self.question_ids()
            .find(|&question| self.question(question).id == id)
    }

    /// Every question's id, in order.
    pub fn question_ids(&self) -> impl DoubleEndedIterator<Item = QuestionId> + use<> {
        (0..self.questions.len() as u16).map(QuestionId)
    }

    /// Every area's id, in order.
    pub fn area_ids(&self) -> impl Iterator<Item = AreaId> + use<> {
        (0..self.areas.len() as u8).map(AreaId)
    }

    /// Every goal's id, in order.
    pub fn goal_ids(&self) -> impl Iterator<Item = GoalId> + use<> {
        (0..self.goals.len() as u8).map(GoalId)
    }

    /// Every rule's id, in order.
    pub fn rule_ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        (0..self.rules.len() as u16).map(RuleId)
    }
}

//! The closed sets of the protocol, as they are called in JSON.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::protocol;

/// One set for each: its names in JSON, and where they come from.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident { $($(#[$of:meta])* $name:ident = $id:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
        pub enum $kind {
            $($(#[$of])* #[serde(rename = $id)] $name,)*
        }

        impl $kind {
            /// Its name in JSON.
            pub const fn id(self) -> &'static str {
                match self {
                    $($kind::$name => $id,)*
                }
            }
        }

        impl From<protocol::$kind> for $kind {
            fn from(kind: protocol::$kind) -> $kind {
                match kind {
                    $(protocol::$kind::$name => $kind::$name,)*
                }
            }
        }
    )*};
}

kinds! {
    /// What an option means beyond its label.
    Role {
        /// A statement about the visitor.
        Plain = "plain",
        /// "None of these": stands alone.
        None = "none",
        /// "I am not sure": leaves every option that was not chosen unknown.
        Unsure = "unsure",
    }
    /// What a rule does to the verdict.
    Effect {
        /// Advice only: the verdict is unchanged.
        Note = "note",
        /// May be possible; a clinician must look first.
        Review = "review",
        /// Not now: after a wait or a check.
        Defer = "defer",
        /// Should not have it.
        Exclude = "exclude",
    }
    /// Whom a rule judges.
    Scope {
        /// The whole person: it counts for every area.
        Person = "person",
        /// Each treatment area by itself.
        Area = "area",
    }
    /// Whether microneedling is used for a goal.
    Fit {
        /// It is used for it.
        Indicated = "indicated",
        /// A clinician decides: the goal itself is a finding with effect "review".
        Ask = "ask",
        /// It does little for it: other ways are shown.
        Poor = "poor",
    }
    /// The grade of a goal's evidence. Nothing here earns an A.
    Grade {
        /// Case reports, clinic custom or extrapolation.
        D = "D",
        /// D, with a little more.
        DPlus = "D+",
        /// A few small trials or uncontrolled series.
        C = "C",
        /// C, with a little more.
        CPlus = "C+",
        /// B, as an add-on only.
        BMinus = "B-",
        /// Several randomised trials in one direction, small and mostly unblinded.
        B = "B",
    }
    /// The kind of evidence behind a statement.
    Basis {
        /// A regulator.
        Regulator = "regulator",
        /// A label that a regulator reviewed.
        Label = "label",
        /// A maker's manual or instruction.
        Maker = "maker",
        /// A systematic or other review.
        Review = "review",
        /// What trials asked of their participants.
        Trial = "trial",
        /// A small study or series.
        Study = "study",
        /// Case reports.
        Case = "case",
        /// What clinics do.
        Practice = "practice",
        /// Expert opinion.
        Expert = "expert",
    }
    /// How strong the strongest kind of evidence is.
    Strength {
        /// What clinics do, or expert opinion.
        Opinion = "opinion",
        /// Studies, reviews, case reports, or what trials and makers ask for.
        Study = "study",
        /// A regulator, or a label that a regulator reviewed.
        Authority = "authority",
    }
    /// How a source was read.
    Status {
        /// The text that supports the point was read.
        Seen = "seen",
        /// Only a part was read; the point itself is recalled.
        Partly = "partly",
        /// From memory, not checked.
        Recalled = "recalled",
    }
    /// When a piece of care is due.
    Moment {
        /// Before the session.
        Before = "before",
        /// On the day itself.
        Day = "day",
        /// After the session.
        After = "after",
        /// At the consultation: a question to ask.
        Ask = "ask",
    }
    /// What kind of change it is.
    Turn {
        /// Something heals or settles.
        Heals = "heals",
        /// Time passes, and no day is known that it could be counted from.
        Passes = "passes",
        /// A test, or a doctor's look.
        Check = "check",
        /// It is planned for another time.
        Plan = "plan",
        /// What the visitor was not sure about turns out not to apply.
        Unsure = "unsure",
        /// A goal is left out.
        Goal = "goal",
    }
    /// What a span counts.
    Unit {
        /// Calendar days.
        Days = "days",
        /// Seven days each.
        Weeks = "weeks",
        /// Calendar months.
        Months = "months",
    }
}

/// A civil day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub protocol::Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A civil day.",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        })
    }
}

/// A length of calendar time, as in "6 months".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Span {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl From<protocol::Span> for Span {
    fn from(span: protocol::Span) -> Span {
        Span {
            count: span.count,
            unit: span.unit.into(),
        }
    }
}

impl Span {
    /// "6 months", "1 month".
    pub fn words(self) -> String {
        let unit = self.unit.id();
        let unit = match self.count {
            1 => unit.trim_end_matches('s'),
            _ => unit,
        };
        format!("{} {unit}", self.count)
    }
}

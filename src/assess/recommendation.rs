//! Recommendations: what follows for each area, and for all of them.

use crate::assess::estimate::SessionEstimate;
use crate::assess::finding::{Finding, Findings};
use crate::protocol::{AreaId, Date, GoalId, Set};

/// The one-word summary of a recommendation. Ordered by strictness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// May suit; next is a consultation.
    Suitable,
    /// See a clinician first.
    Review,
    /// Not yet.
    Defer,
    /// Microneedling is poor for every goal chosen.
    NotIndicated,
    /// Not for this person, or not for this area.
    Exclude,
    /// This guide does not cover that treatment.
    OutOfScope,
}

impl Verdict {
    /// The public id.
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Suitable => "suitable",
            Verdict::Review => "review",
            Verdict::Defer => "defer",
            Verdict::NotIndicated => "not-indicated",
            Verdict::Exclude => "exclude",
            Verdict::OutOfScope => "out-of-scope",
        }
    }
}

/// What follows for one area. An estimate exists only where treatment may be planned, and whatever
/// is not simply suitable has a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recommendation {
    /// May suit.
    Suitable {
        /// The plan.
        estimate: Option<SessionEstimate>,
    },
    /// See a clinician first.
    Review {
        /// Why.
        because: Findings,
        /// The plan, if a clinician agrees.
        estimate: Option<SessionEstimate>,
    },
    /// Not yet.
    Defer {
        /// Why.
        because: Findings,
        /// The first day on which none of the reasons defers any more.
        earliest: Option<Date>,
        /// The plan after that.
        estimate: Option<SessionEstimate>,
    },
    /// Poor for every goal chosen.
    NotIndicated {
        /// The goals.
        because: Findings,
    },
    /// Not for this person or this area.
    Exclude {
        /// Why.
        because: Findings,
    },
    /// This guide does not cover that treatment.
    OutOfScope,
}

impl Recommendation {
    /// Its summary.
    pub fn verdict(&self) -> Verdict {
        match self {
            Recommendation::Suitable { .. } => Verdict::Suitable,
            Recommendation::Review { .. } => Verdict::Review,
            Recommendation::Defer { .. } => Verdict::Defer,
            Recommendation::NotIndicated { .. } => Verdict::NotIndicated,
            Recommendation::Exclude { .. } => Verdict::Exclude,
            Recommendation::OutOfScope => Verdict::OutOfScope,
        }
    }

    /// The plan, where there may be one.
    pub fn estimate(&self) -> Option<SessionEstimate> {
        match self {
            Recommendation::Suitable { estimate }
            | Recommendation::Review { estimate, .. }
            | Recommendation::Defer { estimate, .. } => *estimate,
            Recommendation::NotIndicated { .. }
            | Recommendation::Exclude { .. }
            | Recommendation::OutOfScope => None,
        }
    }

    /// The date, where there may be one.
    pub fn earliest(&self) -> Option<Date> {
        match self {
            Recommendation::Defer { earliest, .. } => *earliest,
            _ => None,
        }
    }
}

/// One area with what follows for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaRecommendation {
    /// The area.
    pub area: AreaId,
    /// The goals that apply to it.
    pub goals: Set<GoalId>,
    /// What follows.
    pub recommendation: Recommendation,
}

/// What follows for a person, over all areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The strictest verdict over all areas.
    pub verdict: Verdict,
    /// Each area by itself.
    pub areas: Vec<AreaRecommendation>,
    /// Every finding, the strictest effects first.
    pub findings: Vec<Finding>,
    /// The first day on which nothing defers any more; only under the verdict "not yet".
    pub earliest: Option<Date>,
    /// The plan over the areas whose own verdict permits one.
    pub estimate: Option<SessionEstimate>,
    /// The device's clock is behind the day of the protocol's release: no date is given.
    pub clock_behind: bool,
    /// Only some questions were answered.
    pub partial: bool,
}

impl Assessment {
    /// Whether treatment may be planned for some area, if only after a date or a clinician's word.
    pub fn may_be_planned(&self) -> bool {
        self.areas
            .iter()
            .any(|part| part.recommendation.verdict() <= Verdict::Defer)
    }
}

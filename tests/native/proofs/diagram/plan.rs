//! The number of sessions for the area that is judged.

use biodivine_lib_bdd::Bdd;
use microneedling_quiz::protocol::{Certainty, Fit, Range, Sessions};

use super::condition::{Reader, Slot};
use super::known::{Known, any};
use super::verdict::Verdicts;

/// One range of a course, and for which answer sets it counts.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) counts: Bdd,
    pub(crate) range: Range,
    pub(crate) interval: u8,
    pub(crate) certainty: Certainty,
}

/// Everything that an estimate is made of.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) parts: Vec<Part>,
    /// What spaces sessions six weeks apart.
    pub(crate) slow: Bdd,
    /// What takes one word of certainty away.
    pub(crate) lost: Vec<Bdd>,
}

impl Plan {
    pub(crate) fn new(reader: &Reader, verdicts: &Verdicts) -> Plan {
        let protocol = reader.protocol;
        let here = |condition| reader.read(condition, Some(Slot::Here));
        let mut parts = Vec::new();
        for (goal, applies) in protocol.goals.iter().zip(&verdicts.goals) {
            if goal.fit == Fit::Poor {
                continue;
            }
            for course in goal.courses {
                let applies = applies.and(&here(&course.when).may);
                for range in course.ranges {
                    let severity = reader.layout.option(course.severity, range.option);
                    let severity = severity.map_or_else(
                        || reader.layout.no(),
                        |severity| reader.layout.var(severity),
                    );
                    parts.push(Part {
                        counts: applies.and(&severity),
                        range: *range,
                        interval: goal.interval,
                        certainty: Certainty::of(goal.grade),
                    });
                }
            }
        }
        let certainly = |condition| {
            let Known { yes, .. } = here(condition);
            yes
        };
        Plan {
            parts,
            slow: any(&reader.layout.set, protocol.slower.iter().map(certainly)),
            lost: protocol.less_certain.iter().map(certainly).collect(),
        }
    }

    /// The estimate for one answer set, apart from its certainty: sessions, interval and review.
    pub(crate) fn of(&self, holds: impl Fn(&Bdd) -> bool) -> Option<(Sessions, u8, bool)> {
        let counting: Vec<_> = self
            .parts
            .iter()
            .filter(|part| holds(&part.counts))
            .collect();
        let most =
            |of: fn(&Sessions) -> u8| counting.iter().map(|part| of(&part.range.sessions)).max();
        let sessions = Sessions {
            low: most(|sessions| sessions.low)?,
            most: most(|sessions| sessions.most)?,
            high: most(|sessions| sessions.high)?,
        };
        let interval = counting.iter().map(|part| part.interval).max()?;
        let interval = if holds(&self.slow) {
            interval.max(6)
        } else {
            interval
        };
        let review = counting.iter().any(|part| part.range.review);
        Some((sessions, interval, review))
    }

    /// The certainty for one answer set, if there is an estimate.
    pub(crate) fn certainty(&self, holds: impl Fn(&Bdd) -> bool) -> Option<Certainty> {
        let counting = self.parts.iter().filter(|part| holds(&part.counts));
        let least = counting.map(|part| part.certainty).min()?;
        let lost = self.lost.iter().filter(|lost| holds(lost));
        Some(lost.fold(least, |certainty, _| certainty.less()))
    }
}

impl Plan {
    /// Everything that the estimate hangs on.
    pub(crate) fn diagrams(&self) -> Vec<Bdd> {
        let parts = self.parts.iter().map(|part| part.counts.clone());
        parts
            .chain([self.slow.clone()])
            .chain(self.lost.iter().cloned())
            .collect()
    }
}

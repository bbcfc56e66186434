//! What would change the outcome: the smallest sets of changes that lead to a milder verdict.
//!
//! Each set is found without trying all of them: whatever still stands in the way of a milder verdict
//! has to be met by some change that it hangs on, so only those are tried ([`search`]). Every step is
//! judged by the same rules as everybody is, but only those rules are judged again that hang on what
//! changed ([`scene`]). The laws hold both against the ordinary [`assess`](crate::assess::assess).

mod edit;
mod judge;
mod mask;
mod scene;
mod search;

use self::scene::Scene;
use self::search::Sets;
use crate::assess::answers::CompleteAnswers;
use crate::assess::recommendation::Verdict;
use crate::protocol::{AreaId, Change, Date, Elsewhere, Protocol, Set};

/// More changes at once than this are no advice any more.
pub const MOST_CHANGES: usize = 4;

/// One of the smallest sets of changes that lead to a milder verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// It takes time: the first day on which it can be so.
    pub from: Option<Date>,
    /// The day is a lower bound on which a cancer team still has to agree.
    pub team: bool,
    /// What changes about the answers.
    pub changes: Vec<&'static Change>,
    /// Areas that are left out.
    pub without: Set<AreaId>,
    /// It is one of the smallest ways to this verdict over all areas that are left.
    pub whole: bool,
    /// The areas for whose own verdict it is one of the smallest ways.
    pub areas: Set<AreaId>,
    /// What it leads to.
    pub outcome: Outcome,
}

impl Way {
    /// How many changes it takes; time that passes is one.
    pub fn count(&self) -> usize {
        self.changes.len() + self.without.len() + usize::from(self.from.is_some())
    }
}

/// What a way leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The strictest verdict over the areas that are left.
    pub verdict: Verdict,
    /// The first day on which nothing defers any more; only under the verdict "not yet".
    pub earliest: Option<Date>,
    /// Each area that is left, with its own verdict and day.
    pub areas: Vec<(AreaId, Verdict, Option<Date>)>,
}

impl Outcome {
    /// The verdict for an area; `None` for one that is left out.
    pub fn of(&self, area: AreaId) -> Option<Verdict> {
        let mut areas = self.areas.iter();
        areas
            .find(|(known, ..)| *known == area)
            .map(|(_, verdict, _)| *verdict)
    }
}

/// Every smallest set of at most [`MOST_CHANGES`] changes that leads to a milder verdict, over all
/// areas or for one of them; the mildest outcomes first.
///
/// A set is one of the smallest if leaving out a change, or waiting for an earlier day, leads to a
/// stricter verdict. For one area's verdict no area is left out, and no other area may get a stricter
/// one.
pub fn ways(
    protocol: &Protocol,
    changes: &'static [Change],
    elsewhere: &'static [Elsewhere],
    person: &CompleteAnswers,
) -> Vec<Way> {
    let scene = Scene::new(protocol, changes, elsewhere, person);
    let now = scene.now().outcome.clone();
    if now.verdict == Verdict::OutOfScope {
        return Vec::new();
    }
    let mut sets = Sets::new(&scene);
    sets.find(None, now.verdict);
    if now.areas.len() > 1 {
        for (area, verdict, _) in &now.areas {
            sets.find(Some(*area), *verdict);
        }
    }
    let rank = |way: &Way| {
        let least = way.areas.iter().filter_map(|area| way.outcome.of(area));
        let verdict = if way.whole {
            way.outcome.verdict
        } else {
            least.min().unwrap_or(Verdict::OutOfScope)
        };
        (!way.whole, verdict, way.count(), way.from)
    };
    // A few ways only: the library's sorting would cost 3 KB of code.
    let mut sorted: Vec<Way> = Vec::new();
    for way in sets.ways(&now) {
        let place = sorted.partition_point(|known| rank(known) <= rank(&way));
        sorted.insert(place, way);
    }
    sorted
}

/// The answers after these changes, on the day on which they can be so; `None` if they do not go
/// together.
pub fn after(
    protocol: &Protocol,
    elsewhere: &[Elsewhere],
    person: &CompleteAnswers,
    way: &Way,
) -> Option<CompleteAnswers> {
    let answers = edit::changed(
        protocol,
        elsewhere,
        person.answers(),
        &way.changes,
        way.without,
    )?;
    let day = way.from.unwrap_or(person.today());
    answers.complete(protocol, day).ok()
}

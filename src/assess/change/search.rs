//! The search for the smallest sets: whatever is in the way has to be met by a change that it hangs on.

use super::edit::Edit;
use super::judge::{Cause, Judged, Obstacle};
use super::mask::{BITS, TIME};
use super::scene::Scene;
use super::{MOST_CHANGES, Outcome, Way};
use crate::assess::recommendation::Verdict;
use crate::protocol::{AreaId, Date, Gather, Set};

/// Changes picked, as bits, and the day to wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Picked {
    pub(super) edits: u64,
    pub(super) day: Option<Date>,
}

impl Picked {
    fn count(self) -> usize {
        self.edits.count_ones() as usize + usize::from(self.day.is_some())
    }

    /// The same or less: no other change, and no later day.
    fn within(self, other: Picked) -> bool {
        self.edits & !other.edits == 0 && self.day <= other.day
    }
}

/// Whose verdict is to be milder: everybody's, or one area's.
type Whose = Option<AreaId>;

/// The sets found so far, and what is known about others.
pub(super) struct Sets<'a, 'b> {
    scene: &'a Scene<'b>,
    known: Vec<(Picked, Option<Judged>)>,
    found: Vec<(Whose, Picked)>,
    tried: Vec<Picked>,
}

impl<'a, 'b> Sets<'a, 'b> {
    pub(super) fn new(scene: &'a Scene<'b>) -> Sets<'a, 'b> {
        Sets {
            scene,
            known: Vec::new(),
            found: Vec::new(),
            tried: Vec::new(),
        }
    }

    /// Finds every smallest set that leads to a verdict below this one.
    pub(super) fn find(&mut self, whose: Whose, below: Verdict) {
        let first = self.found.len();
        for level in LEVELS.into_iter().filter(|level| *level < below) {
            let start = self.found.len();
            self.tried.clear();
            self.search(whose, level, Picked::default(), start);
        }
        let found = self.found.split_off(first);
        for (index, (_, picked)) in found.iter().enumerate() {
            let verdict = self.verdict(whose, *picked);
            let again = found.iter().take(index).any(|(_, other)| other == picked);
            let smaller = found.iter().any(|(_, other)| {
                other != picked && other.within(*picked) && self.verdict(whose, *other) <= verdict
            });
            if verdict.is_some() && !again && !smaller {
                self.found.push((whose, *picked));
            }
        }
    }

    fn search(&mut self, whose: Whose, level: Verdict, picked: Picked, start: usize) {
        let done = self.found.get(start..).unwrap_or_default();
        let smaller = done.iter().any(|(_, found)| found.within(picked));
        if smaller || self.tried.contains(&picked) {
            return;
        }
        self.tried.push(picked);
        let Some(judged) = self.judged(picked) else {
            return;
        };
        let in_the_way = |obstacle: &&Obstacle| {
            let concerns = match (whose, obstacle.area) {
                (Some(whose), Some(area)) => {
                    whose == area || obstacle.verdict == Verdict::OutOfScope
                }
                _ => true,
            };
            concerns && obstacle.verdict > level
        };
        let obstacles: Vec<Obstacle> = judged.obstacles.iter().filter(in_the_way).copied().gather();
        if obstacles.is_empty() {
            self.found.push((whose, picked));
            return;
        }
        let Some((obstacle, edits)) = self.hardest(whose, picked, &obstacles) else {
            return;
        };
        let full = picked.count() >= MOST_CHANGES;
        for index in (0..BITS).filter(|index| !full && edits >> index & 1 == 1) {
            let edits = picked.edits | 1 << index;
            self.search(whose, level, Picked { edits, ..picked }, start);
        }
        for day in self.days(picked, &obstacle) {
            if !full || picked.day.is_some() {
                let day = Some(day);
                self.search(whose, level, Picked { day, ..picked }, start);
            }
        }
    }

    /// The obstacle that the fewest changes meet, with those; `None` if not all can be met.
    fn hardest(
        &self,
        whose: Whose,
        picked: Picked,
        obstacles: &[Obstacle],
    ) -> Option<(Obstacle, u64)> {
        let mut hardest: Option<(Obstacle, u64)> = None;
        let mut fewest = u32::MAX;
        // Obstacles that share no change need a change each.
        let (mut met, mut need) = (0, 0);
        for obstacle in obstacles {
            let edits = self.edits(whose, picked, obstacle);
            let time = !self.days(picked, obstacle).is_empty();
            let ways = edits | if time { TIME } else { 0 };
            if ways == 0 {
                return None;
            }
            if ways & met == 0 && !(time && picked.day.is_some()) {
                need += 1;
                met |= ways;
            }
            if ways.count_ones() < fewest {
                fewest = ways.count_ones();
                hardest = Some((*obstacle, edits));
            }
        }
        hardest.filter(|_| need + picked.count() <= MOST_CHANGES)
    }

    /// The changes not yet picked that an obstacle hangs on.
    fn edits(&self, whose: Whose, picked: Picked, obstacle: &Obstacle) -> u64 {
        let mut edits = 0;
        for (index, edit) in self.scene.edits.iter().enumerate() {
            let touches = obstacle.mask >> index & 1 == 1;
            let meets = match edit {
                Edit::Change(_) => touches,
                // Another area's verdict does not hang on an area that is left out.
                Edit::Without(area) => {
                    whose.is_none() && obstacle.area.map_or(touches, |of| of == *area)
                }
            };
            if meets {
                edits |= 1 << index;
            }
        }
        edits & !picked.edits
    }

    /// The days, later than what is picked, on which something about an obstacle changes.
    fn days(&self, picked: Picked, obstacle: &Obstacle) -> Vec<Date> {
        let scene = self.scene;
        let today = scene.person.today();
        if obstacle.mask & TIME == 0 || today < scene.protocol.released {
            return Vec::new();
        }
        let days = match obstacle.cause {
            Cause::Rule(id) => scene.masks.days_of_rule(scene.protocol.rule(id)),
            Cause::Question(id) => {
                let mut days = Vec::new();
                let asked = scene.protocol.question(id).asked;
                scene.masks.days(&asked, &mut days);
                days
            }
            Cause::Other => Vec::new(),
        };
        // A few days only: the library's sorting would cost 3 KB of code.
        let mut sorted: Vec<Date> = Vec::new();
        for day in days {
            let later = day > picked.day.unwrap_or(today);
            if let (true, Err(place)) = (later, sorted.binary_search(&day)) {
                sorted.insert(place, day);
            }
        }
        sorted
    }

    fn judged(&mut self, picked: Picked) -> Option<Judged> {
        if picked == Picked::default() {
            return Some(self.scene.now().clone());
        }
        if let Some((_, judged)) = self.known.iter().find(|(known, _)| *known == picked) {
            return judged.clone();
        }
        let judged = self.scene.after(picked);
        self.known.push((picked, judged.clone()));
        judged
    }

    fn outcome(&self, picked: Picked) -> Option<&Outcome> {
        let known = self.known.iter().find(|(known, _)| *known == picked);
        known.and_then(|(_, judged)| Some(&judged.as_ref()?.outcome))
    }

    fn verdict(&self, whose: Whose, picked: Picked) -> Option<Verdict> {
        let outcome = self.outcome(picked)?;
        match whose {
            None => Some(outcome.verdict),
            Some(area) => outcome.of(area),
        }
    }

    /// The sets found, each once, with whom it helps.
    pub(super) fn ways(&self, now: &Outcome) -> Vec<Way> {
        let mut ways: Vec<(Picked, Way)> = Vec::new();
        for (whose, picked) in &self.found {
            let Some(outcome) = self.outcome(*picked) else {
                continue;
            };
            let harms = outcome
                .areas
                .iter()
                .any(|(area, verdict, _)| now.of(*area).is_some_and(|now| *verdict > now));
            if whose.is_some() && harms {
                continue;
            }
            let known = ways.iter().position(|(known, _)| known == picked);
            let at = known.unwrap_or(ways.len());
            if known.is_none() {
                ways.push((*picked, self.way(*picked, outcome.clone())));
            }
            if let Some((_, way)) = ways.get_mut(at) {
                match whose {
                    None => way.whole = true,
                    Some(area) => way.areas = way.areas.with(*area),
                }
            }
        }
        ways.into_iter().map(|(_, way)| way).gather()
    }

    fn way(&self, picked: Picked, outcome: Outcome) -> Way {
        let (changes, without, _) = self.scene.picked(picked);
        Way {
            from: picked.day,
            team: picked.day.is_some_and(|day| self.scene.team(day)),
            changes,
            without,
            whole: false,
            areas: Set::new(),
            outcome,
        }
    }
}

const LEVELS: [Verdict; 5] = [
    Verdict::Suitable,
    Verdict::Review,
    Verdict::Defer,
    Verdict::NotIndicated,
    Verdict::Exclude,
];

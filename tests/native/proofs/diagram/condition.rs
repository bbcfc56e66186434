//! Conditions as diagrams: for each, all answer sets for which it holds, or may hold.

use biodivine_lib_bdd::Bdd;
use microneedling_quiz::protocol::{
    AreaId, Band, Condition, GoalId, OptionId, Protocol, QuestionId, Role, Span,
};

use super::interval::Interval;
use super::known::{Known, any};
use super::layout::{Layout, area_questions};

/// One of the at most two areas chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Slot {
    /// The one that is being judged.
    Here,
    /// The other one, if there is one.
    There,
}

/// Reads conditions.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(crate) protocol: &'static Protocol,
    pub(crate) layout: Layout,
    /// For each question, whether it is asked.
    pub(crate) asked: Vec<Known>,
    /// For each area, whether it was chosen.
    pub(crate) areas: Vec<Bdd>,
    /// For each area, whether it is the one being judged, and whether it is the other one.
    pub(crate) slots: [Vec<Bdd>; 2],
    /// More than one area was chosen.
    pub(crate) several: Bdd,
}

impl Reader {
    pub(crate) fn new(protocol: &'static Protocol) -> Reader {
        let layout = Layout::new(protocol);
        let nowhere = vec![layout.no(); protocol.areas.len()];
        let mut reader = Reader {
            protocol,
            asked: Vec::new(),
            areas: nowhere.clone(),
            slots: [nowhere.clone(), nowhere],
            several: layout.no(),
            layout,
        };
        let last = area_questions(protocol).into_iter().next_back();
        for id in protocol.question_ids() {
            // Whether a question is asked hangs on earlier ones only, so these are known by now.
            let asked = reader.read(&protocol.question(id).asked, None);
            reader.asked.push(asked);
            if Some(id) == last {
                reader.find_areas();
            }
        }
        reader
    }

    fn find_areas(&mut self) {
        let protocol = self.protocol;
        let chosen = |area: AreaId| self.read(&protocol.area(area).when, None).yes;
        let areas: Vec<_> = protocol.area_ids().map(chosen).collect();
        let (mut none, mut one) = (self.layout.yes(), self.layout.no());
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for area in &areas {
            first.push(area.and(&none));
            second.push(area.and(&one));
            one = one.and_not(area).or(&none.and(area));
            none = none.and_not(area);
        }
        self.several = any(&self.layout.set, second.iter().cloned());
        let judged = self.layout.var(self.layout.second);
        let pick =
            |when: &Bdd, (first, second): (&Bdd, &Bdd)| Bdd::if_then_else(when, second, first);
        let both = || first.iter().zip(&second);
        let here = both().map(|pair| pick(&judged, pair)).collect();
        let there = both().map(|pair| pick(&judged.not(), pair)).collect();
        self.slots = [here, there];
        self.areas = areas;
    }

    /// What is known of a condition, for one area or (`None`) for the person.
    pub(crate) fn read(&self, condition: &Condition, here: Option<Slot>) -> Known {
        let constant = |value| Known::constant(&self.layout.set, value);
        match *condition {
            Condition::Always => constant(true),
            Condition::All(parts) => parts
                .iter()
                .map(|part| self.read(part, here))
                .fold(constant(true), |all, part| all.and(&part)),
            Condition::Any(parts) => parts
                .iter()
                .map(|part| self.read(part, here))
                .fold(constant(false), |any, part| any.or(&part)),
            Condition::Not(part) => self.read(part, here).not(),
            Condition::Chosen(id, option) => self.chosen(id, option),
            Condition::Here(id, option, place) => self.here(id, option, place, here),
            Condition::Between(id, from, below) => {
                let inside = |interval| match interval {
                    Interval::Number(first, last) => from <= first && last < below,
                    Interval::Time(_) => false,
                };
                self.measured(id, inside, |_| (false, false))
            }
            Condition::Since(id, from, below) => self.since(id, from, below),
            Condition::Area(area) => Known::certain(match here {
                Some(slot) => self.slots[slot as usize][area.index()].clone(),
                None => self.areas[area.index()].clone(),
            }),
            Condition::Goal(goal) => self.goal(goal, here),
            Condition::SeveralAreas => Known::certain(self.several.clone()),
        }
    }

    /// A question that is not asked is a "no", or as open as the reason why it is not.
    fn unasked(&self, id: QuestionId) -> Bdd {
        let asked = self.asked.get(id.index());
        asked.map_or_else(|| self.layout.no(), Known::open)
    }

    pub(crate) fn chosen(&self, id: QuestionId, option: OptionId) -> Known {
        if let Some([here, there]) = self.layout.place(id) {
            let area = option.index();
            let said = |slot: Slot, variable| {
                self.slots[slot as usize][area].and(&self.layout.var(variable))
            };
            let yes = said(Slot::Here, here).or(&said(Slot::There, there));
            let may = yes.or(&self.unasked(id));
            return Known { yes, may };
        }
        let Some(variable) = self.layout.option(id, option) else {
            return Known::constant(&self.layout.set, false);
        };
        let yes = self.layout.var(variable);
        let question = self.protocol.question(id);
        let mut may = yes.or(&self.unasked(id));
        if question.options[option.index()].role == Role::Plain
            && let Some(unsure) = question.with_role(Role::Unsure)
            && let Some(unsure) = self.layout.option(id, unsure)
        {
            may = may.or(&self.layout.var(unsure));
        }
        Known { yes, may }
    }

    fn here(
        &self,
        id: QuestionId,
        option: OptionId,
        place: QuestionId,
        here: Option<Slot>,
    ) -> Known {
        let chosen = self.chosen(id, option);
        let (Some(slot), Some(places)) = (here, self.layout.place(place)) else {
            return chosen;
        };
        let yes = self.layout.var(places[slot as usize]);
        let may = yes.or(&self.unasked(place));
        Known { yes, may }.where_else(&chosen.yes.and(&self.several), &chosen)
    }

    /// A question answered with an interval, or with an option that stands for one.
    fn measured(
        &self,
        id: QuestionId,
        inside: impl Fn(Interval) -> bool,
        option: impl Fn(Option<Band>) -> (bool, bool),
    ) -> Known {
        let (mut yes, mut may) = (self.layout.no(), self.unasked(id));
        for (interval, variable) in self.layout.intervals(id) {
            if inside(interval) {
                yes = yes.or(&self.layout.var(variable));
            }
        }
        for (choice, index) in self.protocol.question(id).options.iter().zip(0..) {
            let Some(variable) = self.layout.option(id, OptionId(index)) else {
                continue;
            };
            let (holds, possible) = option(choice.band);
            if holds {
                yes = yes.or(&self.layout.var(variable));
            }
            if possible {
                may = may.or(&self.layout.var(variable));
            }
        }
        Known {
            may: may.or(&yes),
            yes,
        }
    }

    pub(crate) fn since(&self, id: QuestionId, from: Span, below: Option<Span>) -> Known {
        let window = Band { from, below };
        let inside = |interval| match interval {
            Interval::Time(band) => compare(band, window).0,
            Interval::Number(..) => false,
        };
        self.measured(id, inside, |band| {
            band.map_or((false, true), |band| compare(band, window))
        })
    }

    pub(crate) fn goal(&self, goal: GoalId, here: Option<Slot>) -> Known {
        let when = &self.protocol.goal(goal).when;
        match here {
            Some(_) => self.read(when, here),
            None => {
                let there = self.read(when, Some(Slot::There));
                let several = Known::certain(self.several.clone());
                self.read(when, Some(Slot::Here)).or(&there.and(&several))
            }
        }
    }
}

/// Whether a band lies inside a window, and whether it may.
fn compare(band: Band, window: Band) -> (bool, bool) {
    let end = |band: Band| band.below.map_or(u32::MAX, Span::weight);
    let inside = band.from.weight() >= window.from.weight() && end(band) <= end(window);
    let outside = end(band) <= window.from.weight() || band.from.weight() >= end(window);
    (inside, inside || !outside)
}

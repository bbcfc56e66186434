//! From a person's answers to a valuation, and back.

use std::collections::BTreeMap;
use std::fmt::Write;

use biodivine_lib_bdd::BddValuation;
use microneedling_quiz::assess::{Answer, Answers, Chosen};
use microneedling_quiz::protocol::{AreaId, Date, Kind, OptionId, QuestionId};

use super::Diagrams;
use super::condition::Slot;
use super::interval::{Interval, contains};
use super::layout::Meaning;

impl Diagrams {
    /// The valuation that is this person on this day, seen from the first or the second area.
    pub(crate) fn valuation(&self, answers: &Answers, today: Date, second: bool) -> BddValuation {
        let today = today.max(self.protocol.released);
        let areas = self.areas_of(answers);
        let [here, there] = match (areas.as_slice(), second) {
            ([first, other, ..], true) => [Some(*other), Some(*first)],
            ([first, other, ..], false) => [Some(*first), Some(*other)],
            (areas, _) => [areas.first().copied(), None],
        };
        let mut valuation = BddValuation::all_false(self.reader.layout.set.num_vars());
        for (id, answer) in answers.iter() {
            self.put(&mut valuation, id, answer, today, [here, there]);
        }
        valuation.set_value(self.reader.layout.second, second && there.is_some());
        valuation
    }

    /// Sets the variables of one answer.
    pub(crate) fn put(
        &self,
        valuation: &mut BddValuation,
        id: QuestionId,
        answer: Answer,
        today: Date,
        slots: [Option<AreaId>; 2],
    ) {
        let layout = &self.reader.layout;
        let interval = |inside: &dyn Fn(Interval) -> bool| {
            let found = layout.intervals(id).find(|(interval, _)| inside(*interval));
            found.map(|(_, variable)| variable)
        };
        let day = |day: Date| {
            interval(&|interval| match interval {
                Interval::Time(band) => contains(band, day, today),
                Interval::Number(..) => false,
            })
        };
        let variable = match answer {
            Answer::Number(number) => interval(&|interval| match interval {
                Interval::Number(first, last) => (first..=last).contains(&number),
                Interval::Time(_) => false,
            }),
            Answer::Day(date) => day(date),
            Answer::Month(year, month) => Date::last_of_month(year, month).and_then(day),
            Answer::Options(chosen) => {
                for option in chosen.iter() {
                    let variable = match (layout.place(id), slots) {
                        (None, _) => layout.option(id, option),
                        (Some([here, _]), [Some(area), _]) if area.0 == option.0 => Some(here),
                        (Some([_, there]), [_, Some(area)]) if area.0 == option.0 => Some(there),
                        (Some(_), _) => None,
                    };
                    variable
                        .into_iter()
                        .for_each(|variable| valuation.set(variable));
                }
                None
            }
        };
        variable
            .into_iter()
            .for_each(|variable| valuation.set(variable));
    }

    /// The areas that were chosen.
    pub(crate) fn areas_of(&self, answers: &Answers) -> Vec<AreaId> {
        let mut valuation = BddValuation::all_false(self.reader.layout.set.num_vars());
        for id in super::layout::area_questions(self.protocol) {
            if let Some(answer) = answers.get(id) {
                let today = self.protocol.released;
                self.put(&mut valuation, id, answer, today, [None; 2]);
            }
        }
        let chosen = |area: &AreaId| self.reader.areas[area.index()].eval_in(&valuation);
        self.protocol.area_ids().filter(chosen).collect()
    }

    /// The area that a valuation judges, and the other one.
    pub(crate) fn slots_of(&self, valuation: &BddValuation) -> [Option<AreaId>; 2] {
        [Slot::Here, Slot::There].map(|slot| {
            let here = &self.reader.slots[slot as usize];
            let mut areas = self.protocol.area_ids();
            areas.find(|area| here[area.index()].eval_in(valuation))
        })
    }

    /// Somebody whose answers a valuation is, if its intervals have days on this day.
    pub(crate) fn answers(&self, valuation: &BddValuation, today: Date) -> Option<Answers> {
        let slots = self.slots_of(valuation);
        let mut chosen: BTreeMap<QuestionId, Chosen> = BTreeMap::new();
        let mut answers = Answers::default();
        for (variable, meaning) in self.reader.layout.iter() {
            if !valuation.value(variable) {
                continue;
            }
            let (id, option) = match meaning {
                Meaning::Second => continue,
                Meaning::Interval(id, Interval::Number(first, _)) => {
                    answers.set(id, Some(Answer::Number(first)));
                    continue;
                }
                Meaning::Interval(id, interval) => {
                    answers.set(id, Some(Answer::Day(interval.latest_day(today)?)));
                    continue;
                }
                Meaning::Option(id, option) => (id, option),
                Meaning::Here(id) => (id, OptionId(slots[0]?.0)),
                Meaning::There(id) => (id, OptionId(slots[1]?.0)),
            };
            let set = chosen.entry(id).or_default();
            *set = set.with(option);
        }
        for (id, set) in chosen {
            answers.set(id, Some(Answer::Options(set)));
        }
        Some(answers)
    }

    /// A counterexample for readers: each question with the options chosen.
    pub(crate) fn describe(&self, valuation: &BddValuation) -> String {
        let slots = self.slots_of(valuation);
        let area =
            |slot: Slot| slots[slot as usize].map_or("no area", |area| self.protocol.area(area).id);
        let mut told: BTreeMap<QuestionId, Vec<String>> = BTreeMap::new();
        for (variable, meaning) in self.reader.layout.iter() {
            let Some(id) = meaning.question().filter(|_| valuation.value(variable)) else {
                continue;
            };
            let answer = match meaning {
                Meaning::Option(id, option) => self.protocol.option(id, option).id.to_owned(),
                Meaning::Interval(_, interval) => interval.to_string(),
                Meaning::Here(_) => area(Slot::Here).to_owned(),
                Meaning::There(_) | Meaning::Second => area(Slot::There).to_owned(),
            };
            told.entry(id).or_default().push(answer);
        }
        let mut text = format!("judging {}:", area(Slot::Here));
        for (id, answers) in told {
            let question = self.protocol.question(id);
            let answers = match question.kind {
                Kind::Multi => format!("[{}]", answers.join(", ")),
                _ => answers.join(", "),
            };
            let _ = write!(text, "\n  {} -> {answers}", question.id);
        }
        text
    }
}

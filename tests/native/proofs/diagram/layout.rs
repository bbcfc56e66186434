//! Which variable says what.

use std::collections::{BTreeMap, BTreeSet};

use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet};
use microneedling_quiz::protocol::{Condition, OptionId, Protocol, QuestionId};

use super::interval::{Interval, intervals};

/// What a variable says when it is true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Meaning {
    /// The option was chosen.
    Option(QuestionId, OptionId),
    /// The number or date lies in this interval.
    Interval(QuestionId, Interval),
    /// "Where is it?": in the area that is being judged.
    Here(QuestionId),
    /// "Where is it?": in the other area.
    There(QuestionId),
    /// Two areas were chosen, and it is the second that is being judged.
    Second,
}

impl Meaning {
    pub(crate) fn question(self) -> Option<QuestionId> {
        match self {
            Meaning::Option(id, _)
            | Meaning::Interval(id, _)
            | Meaning::Here(id)
            | Meaning::There(id) => Some(id),
            Meaning::Second => None,
        }
    }
}

/// The variables, areas first, then in the order asked; what hangs on an option stands behind it.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) set: BddVariableSet,
    meanings: Vec<Meaning>,
    options: BTreeMap<(QuestionId, OptionId), BddVariable>,
    /// For each question that asks where: in the judged area, in the other one.
    places: BTreeMap<QuestionId, [BddVariable; 2]>,
    pub(crate) second: BddVariable,
}

impl Layout {
    pub(crate) fn new(protocol: &Protocol) -> Layout {
        let mut order = Order {
            protocol,
            places: place_questions(protocol),
            seen: BTreeSet::new(),
            meanings: Vec::new(),
        };
        let of_areas = area_questions(protocol);
        of_areas.iter().for_each(|id| order.put(*id));
        order.meanings.push(Meaning::Second);
        protocol.question_ids().for_each(|id| order.put(id));

        let meanings = order.meanings;
        let set = BddVariableSet::new_anonymous(meanings.len() as u16);
        let all = set.variables();
        let mut layout = Layout {
            second: all[0],
            set,
            options: BTreeMap::new(),
            places: BTreeMap::new(),
            meanings,
        };
        for (variable, meaning) in all.iter().zip(&layout.meanings) {
            match *meaning {
                Meaning::Option(id, option) => {
                    layout.options.insert((id, option), *variable);
                }
                Meaning::Here(id) => {
                    layout.places.entry(id).or_insert([*variable; 2])[0] = *variable;
                }
                Meaning::There(id) => {
                    layout.places.entry(id).or_insert([*variable; 2])[1] = *variable;
                }
                Meaning::Second => layout.second = *variable,
                Meaning::Interval(..) => {}
            }
        }
        layout
    }

    pub(crate) fn meaning(&self, variable: BddVariable) -> Meaning {
        self.meanings[variable.to_index()]
    }

    /// Every variable with what it says.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (BddVariable, Meaning)> {
        let all = self.meanings.iter().enumerate();
        all.map(|(index, meaning)| (BddVariable::from_index(index), *meaning))
    }

    /// The variables of a question.
    pub(crate) fn of(&self, id: QuestionId) -> Vec<BddVariable> {
        self.iter()
            .filter(|(_, meaning)| meaning.question() == Some(id))
            .map(|(variable, _)| variable)
            .collect()
    }

    pub(crate) fn option(&self, id: QuestionId, option: OptionId) -> Option<BddVariable> {
        self.options.get(&(id, option)).copied()
    }

    /// "Here" and "there", for a question that asks where.
    pub(crate) fn place(&self, id: QuestionId) -> Option<[BddVariable; 2]> {
        self.places.get(&id).copied()
    }

    /// The intervals of a question, with their variables.
    pub(crate) fn intervals(
        &self,
        id: QuestionId,
    ) -> impl Iterator<Item = (Interval, BddVariable)> {
        self.iter()
            .filter_map(move |(variable, meaning)| match meaning {
                Meaning::Interval(of, interval) if of == id => Some((interval, variable)),
                _ => None,
            })
    }

    pub(crate) fn var(&self, variable: BddVariable) -> Bdd {
        self.set.mk_var(variable)
    }

    pub(crate) fn no(&self) -> Bdd {
        self.set.mk_false()
    }

    pub(crate) fn yes(&self) -> Bdd {
        self.set.mk_true()
    }
}

/// The questions that ask where something is.
fn place_questions(protocol: &Protocol) -> BTreeSet<QuestionId> {
    let options = protocol
        .questions
        .iter()
        .flat_map(|question| question.options);
    options.filter_map(|option| option.place).collect()
}

/// The questions that areas are chosen with.
pub(crate) fn area_questions(protocol: &Protocol) -> BTreeSet<QuestionId> {
    let mut found = BTreeSet::new();
    for area in protocol.areas {
        area.when.each(&mut |part| {
            if let Condition::Chosen(id, _) = *part {
                found.insert(id);
            }
        });
    }
    found
}

struct Order<'a> {
    protocol: &'a Protocol,
    places: BTreeSet<QuestionId>,
    seen: BTreeSet<QuestionId>,
    meanings: Vec<Meaning>,
}

impl Order<'_> {
    /// Puts a question, and behind each of its options what is asked about it.
    fn put(&mut self, id: QuestionId) {
        if !self.seen.insert(id) {
            return;
        }
        if self.places.contains(&id) {
            self.meanings
                .extend([Meaning::Here(id), Meaning::There(id)]);
            return;
        }
        let protocol = self.protocol;
        let cut = intervals(protocol, id);
        self.meanings
            .extend(cut.into_iter().map(|part| Meaning::Interval(id, part)));
        for index in 0..protocol.question(id).options.len() as u8 {
            let option = OptionId(index);
            self.meanings.push(Meaning::Option(id, option));
            let about = |other: &QuestionId| protocol.question(*other).about == Some((id, option));
            protocol
                .question_ids()
                .filter(about)
                .for_each(|other| self.put(other));
        }
    }
}

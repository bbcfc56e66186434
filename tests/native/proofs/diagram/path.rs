//! Which answers are complete: each question on the path answered, each answer possible.

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddVariable};
use microneedling_quiz::protocol::{Kind, OptionId, QuestionId, Role};

use super::condition::{Reader, Slot};
use super::known::any;
use super::layout::Meaning;

impl Reader {
    /// All complete answer sets with one or two areas. Variables of questions off the path are
    /// false, so that each answer set is one valuation for each of its areas.
    pub(crate) fn valid(&self) -> Bdd {
        let mut parts: Vec<_> = self
            .protocol
            .question_ids()
            .map(|id| self.answered(id))
            .collect();
        parts.extend(self.groups());
        parts.push(self.one_or_two_areas());
        parts.push(self.layout.var(self.layout.second).imp(&self.several));
        parts.push(self.has_goal(Slot::Here));
        parts.push(self.has_goal(Slot::There).or(&self.several.not()));
        // What stands low is joined first: the result grows from its ends.
        let low = |part: &Bdd| {
            part.support_set()
                .into_iter()
                .map(BddVariable::to_index)
                .min()
        };
        parts.sort_by_key(low);
        let all = parts.iter().rev();
        all.fold(self.layout.yes(), |all, part| all.and(part))
    }

    /// On the path with a possible answer, or off it without one.
    fn answered(&self, id: QuestionId) -> Bdd {
        let (on, of) = (&self.asked[id.index()].yes, self.layout.of(id));
        let question = self.protocol.question(id);
        let some = self.some_of(&of);
        let mut right = match question.kind {
            Kind::Multi => some.clone(),
            Kind::Single | Kind::Date | Kind::Number { .. } => {
                self.layout.set.mk_sat_exactly_k(1, &of)
            }
        };
        if question.one_of.is_some() {
            right = right.or(&some.not());
        }
        let none = question.with_role(Role::None);
        if let Some(none) = none.and_then(|none| self.layout.option(id, none))
            && question.kind == Kind::Multi
        {
            let others: Vec<_> = of.iter().copied().filter(|other| *other != none).collect();
            right = right.and(&self.layout.var(none).and(&self.some_of(&others)).not());
        }
        Bdd::if_then_else(on, &right.and(&self.offered(id, &of)), &some.not())
    }

    /// Only options that are offered.
    fn offered(&self, id: QuestionId, of: &[BddVariable]) -> Bdd {
        let shown = |option: OptionId| {
            let option = &self.protocol.question(id).options[option.index()];
            self.read(&option.shown, None).yes
        };
        let mut right = self.layout.yes();
        for variable in of {
            let offered = match self.layout.meaning(*variable) {
                Meaning::Option(_, option) => shown(option),
                Meaning::There(_) => {
                    // Areas stand for the options of this question: it has to offer exactly those.
                    for area in self.protocol.area_ids() {
                        assert!(
                            shown(OptionId(area.0)) == self.areas[area.index()],
                            "`{}` does not offer the areas chosen",
                            self.protocol.question(id).id
                        );
                    }
                    self.several.clone()
                }
                Meaning::Here(_) | Meaning::Interval(..) | Meaning::Second => continue,
            };
            right = right.and(&self.layout.var(*variable).imp(&offered));
        }
        right
    }

    /// Of questions that may stay empty together, one has an answer.
    fn groups(&self) -> Vec<Bdd> {
        let mut groups: BTreeMap<u8, Vec<QuestionId>> = BTreeMap::new();
        for id in self.protocol.question_ids() {
            if let Some(group) = self.protocol.question(id).one_of {
                groups.entry(group).or_default().push(id);
            }
        }
        let held = |ids: &Vec<QuestionId>| {
            let asked = ids.iter().map(|id| self.asked[id.index()].yes.clone());
            let answered = ids.iter().map(|id| self.some_of(&self.layout.of(*id)));
            any(&self.layout.set, asked).imp(&any(&self.layout.set, answered))
        };
        groups.values().map(held).collect()
    }

    fn one_or_two_areas(&self) -> Bdd {
        let (no, yes) = (self.layout.no(), self.layout.yes());
        // How many so far: none, one, two.
        let mut count = [yes, no.clone(), no];
        for area in &self.areas {
            let [none, one, two] = &count;
            count = [
                none.and_not(area),
                Bdd::if_then_else(area, none, one),
                Bdd::if_then_else(area, one, two),
            ];
        }
        count[1].or(&count[2])
    }

    /// Some goal was chosen for the area; whether it turns out to be a poor one does not matter.
    fn has_goal(&self, slot: Slot) -> Bdd {
        let mut goals = Vec::new();
        for id in self.protocol.question_ids() {
            let question = self.protocol.question(id);
            for (option, index) in question.options.iter().zip(0..) {
                if let (Some(_), Some(place)) = (question.one_of, option.place) {
                    let condition =
                        microneedling_quiz::protocol::Condition::Here(id, OptionId(index), place);
                    goals.push(self.read(&condition, Some(slot)).yes);
                }
            }
        }
        any(&self.layout.set, goals)
    }

    pub(crate) fn some_of(&self, variables: &[BddVariable]) -> Bdd {
        any(
            &self.layout.set,
            variables.iter().map(|variable| self.layout.var(*variable)),
        )
    }
}

//! The protocol as binary decision diagrams: for every condition, rule and verdict, all answer sets
//! for which it holds.
//!
//! Nothing here knows a certain rule; everything is read from the protocol. It shares the
//! protocol's tables with `assess`, and no code. `proofs::agreement` shows that both mean the same.
//!
//! What is reduced, and where that is tested (`proofs::reduction`):
//!
//! - a number or a date is the interval between two boundaries that the protocol knows, or a band;
//! - at most two areas are chosen, and each answer set is seen from each of its areas.

pub(crate) mod condition;
pub(crate) mod interval;
pub(crate) mod judgement;
pub(crate) mod known;
pub(crate) mod layout;
mod path;
mod person;
pub(crate) mod plan;
pub(crate) mod verdict;

use biodivine_lib_bdd::Bdd;
use microneedling_quiz::protocol::{OptionId, Protocol, QuestionId, RuleId};

use self::condition::Reader;
use self::judgement::Judgement;
use self::plan::Plan;
use self::verdict::Verdicts;

/// A whole protocol.
#[derive(Debug)]
pub(crate) struct Diagrams {
    pub(crate) protocol: &'static Protocol,
    pub(crate) reader: Reader,
    /// All complete answer sets, each as often as it has areas.
    pub(crate) valid: Bdd,
    pub(crate) rules: Vec<Judgement>,
    pub(crate) verdicts: Verdicts,
    pub(crate) plan: Plan,
}

impl Diagrams {
    pub(crate) fn new(protocol: &'static Protocol) -> Diagrams {
        let reader = Reader::new(protocol);
        let rules: Vec<_> = protocol
            .rule_ids()
            .map(|id| Judgement::new(&reader, id))
            .collect();
        let verdicts = Verdicts::new(&reader, &rules);
        let plan = Plan::new(&reader, &verdicts);
        Diagrams {
            protocol,
            valid: reader.valid(),
            reader,
            rules,
            verdicts,
            plan,
        }
    }

    /// The rule with this public id.
    #[track_caller]
    pub(crate) fn rule(&self, id: &str) -> &Judgement {
        let found = self.rules.iter().find(|rule| self.name(rule.id) == id);
        found.unwrap_or_else(|| panic!("there is no rule `{id}`"))
    }

    pub(crate) fn name(&self, rule: RuleId) -> &'static str {
        self.protocol.rule(rule).id
    }

    /// The question with this public id.
    #[track_caller]
    pub(crate) fn question(&self, id: &str) -> QuestionId {
        let found = self.protocol.find(id);
        found.unwrap_or_else(|| panic!("there is no question `{id}`"))
    }

    /// Where this option was chosen.
    #[track_caller]
    pub(crate) fn said(&self, question: &str, option: &str) -> Bdd {
        let id = self.question(question);
        let found = self.protocol.question(id).option(option);
        self.chosen(
            id,
            found.unwrap_or_else(|| panic!("`{question}` has no option `{option}`")),
        )
    }

    pub(crate) fn chosen(&self, question: QuestionId, option: OptionId) -> Bdd {
        self.reader.chosen(question, option).yes
    }
}

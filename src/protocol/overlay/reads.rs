//! What a rule hangs on, and what may not be listed as changing because of it.

use super::Overlay;
use crate::protocol::{
    Change, Condition, Effect, OptionId, Protocol, QuestionId, Role, Rule, Turn,
};

impl Overlay {
    /// The changes that may still be shown under the protocol with this overlay: nobody is told to
    /// change what the clinic rules treatment out for, or a goal that it speaks of.
    #[inline(never)]
    pub fn changes(&self, applied: &Protocol, changes: &'static [Change]) -> &'static [Change] {
        let mut kept = Vec::new();
        for change in changes {
            if !self.forbids(applied, change) {
                kept.push(*change);
            }
        }
        kept.leak()
    }

    fn forbids(&self, applied: &Protocol, change: &Change) -> bool {
        // Its words name the guide's wait.
        if self
            .longer
            .iter()
            .any(|(rule, _)| change.item == Some(*rule))
        {
            return true;
        }
        let own = applied.rules.len().saturating_sub(self.added.len());
        for (rule, place) in applied.rules.iter().zip(0_u16..) {
            let added = usize::from(place) >= own;
            let raised = self.raised.iter().any(|(id, _)| id.0 == place);
            let excludes = rule.effect == Effect::Exclude && (added || raised);
            let speaks = added && change.turn == Turn::Goal;
            if !excludes && !speaks {
                continue;
            }
            for (question, option) in change.from {
                let unsure = applied.option(*question, *option).role == Role::Unsure;
                if !unsure && reads(applied, rule, (*question, *option)) {
                    return true;
                }
            }
        }
        false
    }
}

/// Whether a rule hangs on an answer, or on what is asked because of it.
pub(in crate::protocol) fn reads(
    protocol: &Protocol,
    rule: &Rule,
    answer: (QuestionId, OptionId),
) -> bool {
    let becomes = rule.becomes.map(|becomes| becomes.when);
    let wait = rule.wait.and_then(|wait| wait.from);
    [Some(rule.when), becomes]
        .into_iter()
        .flatten()
        .any(|condition| speaks(protocol, &condition, answer))
        || wait.is_some_and(|from| follows(protocol, from, answer))
}

fn speaks(protocol: &Protocol, condition: &Condition, answer: (QuestionId, OptionId)) -> bool {
    let mut found = false;
    condition.each(&mut |part| {
        found |= match *part {
            Condition::Chosen(question, option) | Condition::Here(question, option, _) => {
                (question, option) == answer || follows(protocol, question, answer)
            }
            Condition::Since(question, ..) | Condition::Between(question, ..) => {
                question == answer.0 || follows(protocol, question, answer)
            }
            Condition::Goal(goal) => speaks(protocol, &protocol.goal(goal).when, answer),
            _ => false,
        };
    });
    found
}

/// Whether a question is a follow-up of an answer.
fn follows(protocol: &Protocol, question: QuestionId, answer: (QuestionId, OptionId)) -> bool {
    protocol.question(question).about == Some(answer)
}

//! What may not be listed as changing: what rules treatment out, what is about a medicine, and goals
//! that a rule speaks of.

use crate::protocol::overlay::reads;
use crate::protocol::source::changes::FILE;
use crate::protocol::source::problem::Problems;
use crate::protocol::{Change, Effect, Evidence, OptionId, Protocol, QuestionId, Role, Turn};

type Answer = (QuestionId, OptionId);

pub(super) fn check(protocol: &Protocol, evidence: &Evidence, problems: &mut Problems) {
    for change in evidence.changes {
        let entry = format!("change `{}`", change.id);
        let mut tell = |message: String, help: &str| {
            problems.add(FILE, entry.clone(), message, help);
        };
        if change.from.is_empty() {
            tell(
                "It changes nothing.".to_owned(),
                "Name an answer in `from`.",
            );
        }
        if change.turn == Turn::Goal && !change.to.is_empty() {
            tell(
                "A goal that is left out becomes nothing else.".to_owned(),
                "Leave out `to`.",
            );
        }
        for from in change.from {
            this_answer(protocol, change, *from, &mut tell);
        }
    }
}

fn this_answer(
    protocol: &Protocol,
    change: &Change,
    from: Answer,
    tell: &mut dyn FnMut(String, &str),
) {
    let question = protocol.question(from.0);
    let option = protocol.option(from.0, from.1);
    let name = format!("{}:{}", question.id, option.id);
    let unsure = option.role == Role::Unsure;
    if unsure != (change.turn == Turn::Unsure) {
        let help = "Only the kind `unsure` takes back “not sure”, and nothing else.";
        tell(format!("Its kind does not go with `{name}`."), help);
    }
    if unsure {
        return;
    }
    if (change.turn == Turn::Goal) != (question.one_of.is_some() && option.place.is_some()) {
        let help = "Only the kind `goal` leaves goals out, and nothing else.";
        tell(format!("Its kind does not go with `{name}`."), help);
    }
    for rule in protocol
        .rules
        .iter()
        .filter(|rule| reads(protocol, rule, from))
    {
        let excludes = |effect| effect == Effect::Exclude;
        let forbidden = if excludes(rule.effect)
            || rule.becomes.is_some_and(|becomes| excludes(becomes.effect))
        {
            "rules treatment out"
        } else if rule.medicine {
            "is about a medicine"
        } else if change.turn == Turn::Goal {
            "speaks of it"
        } else {
            continue;
        };
        let help = "Leave it out: nobody should be told to change it.";
        tell(
            format!("`{name}` may not change: `{}` {forbidden}.", rule.id),
            help,
        );
    }
}

//! Conditions as text, in the language of the protocol's files.

use crate::protocol::{Condition, Protocol, Span, Unit};

/// The condition as it could stand in the protocol's files.
pub fn describe(protocol: &Protocol, condition: &Condition) -> String {
    match *condition {
        Condition::Always => "always".to_owned(),
        Condition::All(parts) => join(protocol, parts, " and "),
        Condition::Any(parts) => join(protocol, parts, " or "),
        Condition::Not(part) => format!("not {}", inner(protocol, part)),
        Condition::Chosen(question, option) | Condition::Here(question, option, _) => {
            format!(
                "{}:{}",
                protocol.question(question).id,
                protocol.option(question, option).id
            )
        }
        Condition::Between(question, from, below) => {
            let id = protocol.question(question).id;
            match (from, below) {
                (0, below) => format!("{id} < {below}"),
                (from, u16::MAX) => format!("{id} >= {from}"),
                (from, below) => format!("({id} >= {from} and {id} < {below})"),
            }
        }
        Condition::Since(question, from, below) => {
            let id = protocol.question(question).id;
            match below {
                Some(below) if from.count == 0 => format!("since({id}) < {}", span(below)),
                Some(below) => format!(
                    "(since({id}) >= {} and since({id}) < {})",
                    span(from),
                    span(below)
                ),
                None => format!("since({id}) >= {}", span(from)),
            }
        }
        Condition::Area(area) => format!("area({})", protocol.area(area).id),
        Condition::Goal(goal) => format!("goal({})", protocol.goal(goal).id),
        Condition::SeveralAreas => "several-areas".to_owned(),
    }
}

fn join(protocol: &Protocol, parts: &[Condition], with: &str) -> String {
    let parts: Vec<_> = parts.iter().map(|part| inner(protocol, part)).collect();
    parts.join(with)
}

fn inner(protocol: &Protocol, condition: &Condition) -> String {
    let text = describe(protocol, condition);
    match condition {
        Condition::All(_) | Condition::Any(_) => format!("({text})"),
        _ => text,
    }
}

fn span(span: Span) -> String {
    let unit = match span.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    };
    format!("{} {unit}", span.count)
}

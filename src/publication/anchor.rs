//! Where things stand in the page, so that every mention can lead there.

/// A question.
pub(super) fn question(id: &str) -> String {
    format!("question-{id}")
}

/// An option, written as in the protocol's conditions.
pub(super) fn option(question: &str, option: &str) -> String {
    format!("option-{question}:{option}")
}

/// An area.
pub(super) fn area(id: &str) -> String {
    format!("area-{id}")
}

/// A rule.
pub(super) fn rule(id: &str) -> String {
    format!("rule-{id}")
}

/// A goal.
pub(super) fn goal(id: &str) -> String {
    format!("goal-{id}")
}

/// The sessions of one severity. Goals with several courses number them.
pub(super) fn range(goal: &str, course: usize, severity: &str) -> String {
    match course {
        0 => format!("range-{goal}-{severity}"),
        later => format!("range-{goal}-{}-{severity}", later + 1),
    }
}

/// What spaces sessions further apart.
pub(super) fn slower(id: &str) -> String {
    format!("slower-{id}")
}

/// What takes certainty away.
pub(super) fn less_certain(id: &str) -> String {
    format!("less-certain-{id}")
}

/// A piece of care.
pub(super) fn care(id: &str) -> String {
    format!("care-{id}")
}

/// Answers that may change.
pub(super) fn change(id: &str) -> String {
    format!("change-{id}")
}

/// A figure.
pub(super) fn outcome(id: &str) -> String {
    format!("outcome-{id}")
}

/// What else there is for a goal.
pub(super) fn alternative(goal: &str) -> String {
    format!("alternative-{goal}")
}

/// One of the interface's own factual texts.
pub(super) fn text(id: &str) -> String {
    format!("text-{id}")
}

/// A source.
pub(super) fn source(id: &str) -> String {
    format!("source-{id}")
}

//! Which preparation, aftercare and questions concern this person.

use super::answers::Answers;
use super::facts::View;
use crate::protocol::{Care, Date, Protocol, Truth};

/// Whether a piece of care concerns the person. What is unknown is shown.
pub fn concerns(protocol: &Protocol, answers: &Answers, today: Date, care: &Care) -> bool {
    let view = View::new(protocol, answers.on_path(protocol, today), today);
    care.when.holds(&view, None) != Truth::No
}

//! Which page comes next: found by replay, never stored.

use crate::assess::Answers;
use crate::protocol::{Date, Gather, Protocol, QuestionId};

/// At most so many questions on one page.
const MOST_QUESTIONS: usize = 3;

/// The pages that these answers lead through: the questions of each screen that are on the path,
/// three at most together.
pub fn pages(protocol: &Protocol, answers: &Answers, today: Date) -> Vec<Vec<QuestionId>> {
    let path = answers.path(protocol, today);
    let mut pages = Vec::new();
    for screen in protocol.screens {
        let asked: Vec<_> = screen
            .questions
            .iter()
            .copied()
            .filter(|id| path.contains(id))
            .gather();
        // Two and two read better than three and one.
        let count = asked.len().div_ceil(MOST_QUESTIONS).max(1);
        let each = asked.len().div_ceil(count).max(1);
        pages.extend(asked.chunks(each).map(<[QuestionId]>::to_vec));
    }
    pages
}

//! Options side by side: microneedling, what is usually considered instead, and doing nothing. The
//! same rows for each.

use yew::prelude::*;

use super::Context;
use super::estimate::interval;
use super::evidence::{Rests, grade, rests_on};
use super::markup::{all, card, classed, el, heading, nothing, p, p_of};
use crate::assess::{Assessment, SessionEstimate, Verdict};
use crate::key;
use crate::protocol::{Alternative, Gather, Set, Word};

/// A table, where needling is not ruled out. Whoever is told not to have it is not told here what
/// to have instead: this guide has not asked what that would take.
#[inline(never)]
pub(super) fn alternatives(context: &Context, assessment: &Assessment) -> Html {
    let open = assessment
        .areas
        .iter()
        .filter(|part| part.recommendation.verdict() <= Verdict::NotIndicated);
    let goals = open.map(|part| part.goals).fold(Set::new(), Set::or);
    let others = context.evidence.alternatives.iter();
    let others: Vec<_> = others.filter(|other| goals.has(other.goal)).gather();
    if others.is_empty() {
        return nothing();
    }
    let locale = context.locale;
    let table = Table {
        context,
        others,
        estimate: assessment.estimate,
    };
    let mut rows = Vec::new();
    for (title, cells) in ROWS {
        let head = title == key::ALT_COMPARED;
        let mut inside = vec![cell("th", "rowheader", table.lines(Cell::Said(title)))];
        for (content, whose) in cells.into_iter().zip(WAYS) {
            let lines = table.lines(content);
            inside.push(if head {
                cell("th", "columnheader", lines)
            } else {
                // On a phone each cell stands alone, and says whose it is.
                let whose = classed("b", "options__whose").text(locale.text(whose));
                cell("td", "cell", all(vec![whose.into(), lines]))
            });
        }
        rows.push(el("tr").attr("role", "row").each(inside).into());
    }
    let mut cited: Vec<_> = table.others.iter().map(|other| other.cited).gather();
    for word in CITED {
        cited.push(context.evidence.of_text(word));
    }
    card()
        .with(heading("h2", locale.text(key::ALT_TITLE)))
        .with(p(locale.text(key::ALT_LEAD)))
        .with(
            classed("table", "options")
                .attr("role", "table")
                .with(el("tbody").attr("role", "rowgroup").each(rows)),
        )
        .each(rests_on(context, Rests::of(&cited, key::ALT_GRADE)))
        .into()
}

#[inline(never)]
fn cell(tag: &'static str, role: &'static str, content: Html) -> Html {
    el(tag).attr("role", role).with(content).into()
}

/// What stands in a cell.
#[derive(Clone, Copy)]
enum Cell {
    /// The same for every goal.
    Said(Word),
    /// A text of each goal; the word says that there is none.
    Each(fn(&Alternative) -> Word, Word),
    /// The grade of each goal.
    Graded,
    /// The sessions of the plan.
    Sessions,
}

const WAYS: [Word; 3] = [key::ALT_NEEDLING, key::ALT_OTHER, key::ALT_NOTHING];

/// Texts of the table that state facts.
const CITED: [Word; 3] = [
    key::ALT_WHAT_NEEDLING,
    key::ALT_DOWNTIME_NEEDLING,
    key::ALT_RISKS_NEEDLING,
];

/// A row: its title, and what stands under each of the three ways.
const ROWS: [(Word, [Cell; 3]); 8] = [
    (
        key::ALT_COMPARED,
        [
            Cell::Said(key::ALT_NEEDLING),
            Cell::Said(key::ALT_OTHER),
            Cell::Said(key::ALT_NOTHING),
        ],
    ),
    (
        key::ALT_WHAT,
        [
            Cell::Said(key::ALT_WHAT_NEEDLING),
            Cell::Each(|other| other.instead, Word::NONE),
            Cell::Said(key::ALT_WHAT_NOTHING),
        ],
    ),
    (
        key::ALT_MAY,
        [
            Cell::Each(|other| other.needling, Word::NONE),
            Cell::Each(|other| other.other, key::ALT_MAY_OTHER),
            Cell::Each(|other| other.nothing, key::ALT_MAY_NOTHING),
        ],
    ),
    (
        key::ALT_OFTEN,
        [
            Cell::Sessions,
            Cell::Said(key::ALT_OFTEN_OTHER),
            Cell::Said(key::ALT_OFTEN_NOTHING),
        ],
    ),
    (
        key::ALT_DOWNTIME,
        [
            Cell::Said(key::ALT_DOWNTIME_NEEDLING),
            Cell::Said(key::ALT_DOWNTIME_OTHER),
            Cell::Said(key::ALT_DOWNTIME_NOTHING),
        ],
    ),
    (
        key::ALT_RISKS,
        [
            Cell::Said(key::ALT_RISKS_NEEDLING),
            Cell::Said(key::ALT_RISKS_OTHER),
            Cell::Said(key::ALT_RISKS_NOTHING),
        ],
    ),
    (
        key::ALT_EVIDENCE,
        [
            Cell::Graded,
            Cell::Said(key::ALT_EVIDENCE_OTHER),
            Cell::Said(key::ALT_EVIDENCE_NOTHING),
        ],
    ),
    (
        key::ALT_ASK,
        [
            Cell::Said(key::ALT_ASK_NEEDLING),
            Cell::Said(key::ALT_ASK_OTHER),
            Cell::Said(key::ALT_ASK_NOTHING),
        ],
    ),
];

/// What the cells are filled from.
struct Table<'a> {
    context: &'a Context,
    others: Vec<&'static Alternative>,
    estimate: Option<SessionEstimate>,
}

impl Table<'_> {
    #[inline(never)]
    fn lines(&self, cell: Cell) -> Html {
        let locale = self.context.locale;
        match (cell, self.estimate) {
            (Cell::Said(word), _) => p(locale.text(word)),
            (Cell::Sessions, None) => p(locale.text(key::ALT_OFTEN_NONE)),
            (Cell::Sessions, Some(estimate)) => {
                let (low, high) = (estimate.sessions.low, estimate.sessions.high);
                let (low, high) = (low.to_string(), high.to_string());
                let apart = locale.text(interval(estimate));
                let values = [("low", low.as_str()), ("high", &high), ("apart", apart)];
                p_of(locale.fill(key::ALT_OFTEN_NEEDLING, &values))
            }
            (Cell::Each(..) | Cell::Graded, _) => {
                let lines = self.others.iter().map(|other| self.line(cell, other));
                all(lines.gather())
            }
        }
    }

    /// With several goals each line names its own.
    fn line(&self, cell: Cell, other: &Alternative) -> Html {
        let locale = self.context.locale;
        let goal = self.context.protocol.goal(other.goal);
        let word = match cell {
            Cell::Each(of, none) => Some(of(other))
                .filter(|word| word.is_some())
                .unwrap_or(none),
            _ => grade(goal.grade),
        };
        let text = locale.text(word);
        if self.others.len() == 1 {
            return p(text);
        }
        let values = [("goal", locale.text(goal.label)), ("text", text)];
        p_of(locale.fill(key::ALT_FOR, &values))
    }
}

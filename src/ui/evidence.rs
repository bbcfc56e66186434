//! What a statement rests on: its grade, its sources, and when it has to be read again.

use yew::prelude::*;

use super::Context;
use super::markup::{all, el, folded, p, p_of};
use crate::key;
use crate::protocol::{Cited, Date, GoalId, Grade, RuleId, SourceId, Status, Strength, Word};

/// What statements rest on, and their grade in words.
pub(super) struct Rests {
    sources: Vec<SourceId>,
    review_by: Date,
    grade: Word,
}

impl Rests {
    /// Nothing to show.
    pub(super) const NOTHING: Rests = Rests {
        sources: Vec::new(),
        review_by: Cited::NONE.review_by,
        grade: Word::NONE,
    };

    /// A rule: its grade is the strength of its strongest kind of evidence.
    pub(super) fn rule(context: &Context, id: RuleId) -> Rests {
        let cited = context.evidence.of_rule(id);
        let grade = match cited.strength() {
            Strength::Authority => key::STRENGTH_AUTHORITY,
            Strength::Study => key::STRENGTH_STUDY,
            Strength::Opinion => key::STRENGTH_OPINION,
        };
        Rests::of(&[cited], grade)
    }

    /// A goal: its grade is a letter of the dossier on courses.
    pub(super) fn goal(context: &Context, id: GoalId) -> Rests {
        let grade = grade(context.protocol.goal(id).grade);
        Rests::of(&[context.evidence.of_goal(id)], grade)
    }

    /// Several statements together: each source once, and the earliest review date.
    pub(super) fn of(cited: &[Cited], grade: Word) -> Rests {
        Rests {
            grade,
            ..Rests::NOTHING
        }
        .and(cited)
    }

    /// The same with more behind it.
    pub(super) fn and(self, cited: &[Cited]) -> Rests {
        let mut rests = self;
        for cited in cited {
            rests.review_by = rests.review_by.min(cited.review_by);
            for source in cited.sources {
                if !rests.sources.contains(source) {
                    rests.sources.push(*source);
                }
            }
        }
        rests
    }
}

/// The grade of a goal, in words.
pub(super) fn grade(grade: Grade) -> Word {
    match grade {
        Grade::B | Grade::BMinus => key::GRADE_B,
        Grade::CPlus | Grade::C => key::GRADE_C,
        Grade::DPlus | Grade::D => key::GRADE_D,
    }
}

/// Grade, sources and review date, folded away; a review date that has passed stands open.
#[inline(never)]
pub(super) fn rests_on(context: &Context, rests: Rests) -> Vec<Html> {
    let locale = context.locale;
    if rests.sources.is_empty() {
        return Vec::new();
    }
    let count = locale.plural(key::SOURCES_COUNT, rests.sources.len() as u32, &[]);
    let mut lines: Vec<Html> = Vec::new();
    for id in rests.sources {
        let Some(source) = context.evidence.sources.get(id.index()) else {
            continue;
        };
        let cited = citation(context, source.cite, source.at);
        // Titles stay in the language that they were published in.
        let line = el("li").with(if locale.is_original() {
            cited
        } else {
            el("bdi").attr("lang", "en").with(cited).into()
        });
        let recalled = source.status != Status::Seen;
        lines.push(
            if recalled {
                line.text(" (").text(locale.text(key::RECALLED)).text(")")
            } else {
                line
            }
            .into(),
        );
    }
    let overdue = context.today > rests.review_by;
    let due = if overdue {
        key::OVERDUE
    } else {
        key::READ_AGAIN
    };
    let due = p_of(locale.fill(due, &[("date", &locale.date(rests.review_by))]));
    let mut inside = vec![p(locale.text(rests.grade)), el("ul").each(lines).into()];
    let mut shown = Vec::new();
    if overdue {
        shown.push(due);
    } else {
        inside.push(due);
    }
    shown.push(folded("sources", count.into(), all(inside)));
    shown
}

/// A citation, as a link where there is an address.
fn citation(context: &Context, cite: &'static str, at: &'static str) -> Html {
    let href = if let Some(doi) = at.strip_prefix("doi:") {
        ["https://doi.org/", doi].concat()
    } else if at.starts_with("PMC") {
        ["https://www.ncbi.nlm.nih.gov/pmc/articles/", at, "/"].concat()
    } else {
        at.to_owned()
    };
    if href.starts_with("http") {
        link(context, cite, href)
    } else {
        el("span").text(cite).into()
    }
}

/// A link that leaves the quiz where it is. On a screen that strangers share nothing leads away.
#[inline(never)]
pub(super) fn link(context: &Context, text: &'static str, href: String) -> Html {
    if context.clinic.kiosk {
        return el("span").text(text).into();
    }
    el("a")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(text)
        .into()
}

//! The fields for the start and for days to keep free, each with what is wrong with it.
//!
//! Their values are attributes and not properties, so that drawing again never disturbs a date that
//! is being typed.

use yew::prelude::*;

use super::Context;
use crate::assess::schedule::{Course, Kept, Plan, Reason, WishProblem, Wishes};
use crate::key;
use crate::protocol::{Date, Word};
use crate::ui::markup::{El, all, button, classed, el, heading};

/// All fields.
#[inline(never)]
pub(super) fn fields(context: &Context, course: &Course, plan: &Plan) -> Html {
    let locale = context.locale;
    let wishes = &context.quiz.wishes;
    let earliest = course.earliest.unwrap_or(context.clock).max(context.clock);
    let start = field(
        context,
        "plan-start",
        key::DATES_START,
        wishes.start,
        Some(earliest),
    );
    let mut kept = Vec::new();
    for one in &wishes.kept {
        kept.push(range(context, plan, kept.len(), one));
    }
    let count = kept.len();
    let more = (count < Wishes::MOST_KEPT).then(|| {
        all(vec![
            button(
                "button button--quiet",
                "keep-event",
                locale.text(key::DATES_KEEP_EVENT),
            )
            .into(),
            button(
                "button button--quiet",
                "keep-sun",
                locale.text(key::DATES_KEEP_SUN),
            )
            .into(),
        ])
    });
    // When some come or go, the fields are made anew: they keep what was typed, not what is drawn.
    let key = COUNTS.get(count).copied().unwrap_or_default();
    let kept = classed("div", "wishes__kept").key(key).each(kept);
    classed("div", "wishes")
        .with(described(start, "plan-start", problem(context, plan, None)))
        .with(el("div").with(kept))
        .with(classed("div", "actions").with_if(more))
        .into()
}

const COUNTS: [&str; Wishes::MOST_KEPT + 1] = ["0", "1", "2", "3", "4", "5", "6"];

fn range(context: &Context, plan: &Plan, place: usize, kept: &Kept) -> Html {
    let locale = context.locale;
    let number = place.to_string();
    let from = ["plan-from-", &number].concat();
    let (title, hint) = match kept.reason {
        Reason::Event => (key::DATES_EVENT, key::DATES_EVENT_HINT),
        Reason::Sun => (key::DATES_SUN, key::DATES_SUN_HINT),
    };
    let first = match kept.reason {
        Reason::Event => key::DATES_DAY,
        Reason::Sun => key::DATES_FROM,
    };
    let problem = problem(context, plan, Some(place));
    let id = problem.is_some().then(|| ["error-", &from].concat());
    let first = described_by(field(context, &from, first, kept.from, None), id.clone());
    let last = (kept.reason == Reason::Sun).then(|| {
        let to = ["plan-to-", &number].concat();
        described_by(
            field(context, &to, key::DATES_TO, kept.to, kept.from),
            id.clone(),
        )
    });
    let error = problem.map(|text| classed("p", "error").attr_if("id", id).text(text));
    let remove = button("link", "give-up", locale.text(key::DATES_GIVE_UP))
        .attr("data-for", number)
        .attr(
            "aria-label",
            [locale.text(key::DATES_GIVE_UP), locale.text(title)].join(": "),
        );
    classed("fieldset", "kept")
        .with(el("legend").with(heading("b", locale.text(title))))
        .with(heading("small", locale.text(hint)))
        .with_if(error)
        .with(line(first))
        .with_if(last.map(line))
        .with(remove)
        .into()
}

/// A label with its input.
type Field = (&'static str, El);

fn field(
    context: &Context,
    name: &str,
    label: Word,
    day: Option<Date>,
    min: Option<Date>,
) -> Field {
    let input = el("input")
        .attr("type", "date")
        .attr("name", name.to_owned())
        .attr_if("min", min.map(|day| day.to_string()))
        .attr_if("value", day.map(|day| day.to_string()));
    (context.locale.text(label), input)
}

fn described_by((label, input): Field, id: Option<String>) -> Field {
    (label, input.attr_if("aria-describedby", id))
}

fn line((label, input): Field) -> Html {
    classed("label", "field-line")
        .with(el("span").text(label))
        .with(input)
        .into()
}

fn described(field: Field, name: &str, problem: Option<String>) -> Html {
    let id = problem.is_some().then(|| ["error-", name].concat());
    let field = line(described_by(field, id.clone()));
    let error = problem.map(|text| classed("p", "error").attr_if("id", id).text(text));
    el("div").with_if(error).with(field).into()
}

/// What is wrong with the start, or with the kept days at this place.
fn problem(context: &Context, plan: &Plan, at: Option<usize>) -> Option<String> {
    let locale = context.locale;
    let problems = match plan {
        Plan::Impossible(problems) => problems.as_slice(),
        Plan::Dated(schedule) => {
            let change = schedule.changes.iter().map(|change| change.from).min()?;
            let soon = at.is_some_and(|place| schedule.too_soon.contains(&place));
            return soon.then(|| dated(context, key::DATES_TOO_SOON, change));
        }
        Plan::Undated => &[],
    };
    problems.iter().find_map(|problem| {
        let (place, word) = match *problem {
            WishProblem::StartPast => (None, key::DATES_PAST),
            WishProblem::StartTooEarly(day) => {
                return at
                    .is_none()
                    .then(|| dated(context, key::DATES_TOO_EARLY, day));
            }
            WishProblem::StartTooFar => (None, key::DATES_TOO_FAR),
            WishProblem::StartKept(_, day) => {
                return at
                    .is_none()
                    .then(|| dated(context, key::DATES_START_KEPT, day));
            }
            WishProblem::Missing(place) => (Some(place), key::DATES_MISSING),
            WishProblem::EndBeforeStart(place) => (Some(place), key::DATES_END_FIRST),
            WishProblem::TooLong(place) => (Some(place), key::DATES_TOO_LONG),
            WishProblem::Blocked(place) => (Some(place), key::DATES_BLOCKED),
        };
        (place == at).then(|| locale.text(word).to_owned())
    })
}

fn dated(context: &Context, word: Word, day: Date) -> String {
    context
        .locale
        .fill(word, &[("date", &context.locale.date(day))])
}

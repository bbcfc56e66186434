//! One reason, with its text and its sources.

use yew::prelude::*;

use super::because::answered;
use super::evidence::{Rests, rests_on};
use super::markup::{classed, el, p_of};
use super::{Context, clinic};
use crate::assess::{Assessment, Cause, Finding, Verdict};
use crate::key;
use crate::protocol::{Effect, Fit, Gather};

/// A finding: what the visitor said, what to know about it, from when, for where, and from whom.
#[inline(never)]
pub(super) fn finding(context: &Context, assessment: &Assessment, found: &Finding) -> Html {
    let Told {
        id,
        title,
        tell,
        rests,
    } = told(context, assessment, found);
    let added = clinic::added(context, found);
    let some = !found.areas.is_empty() && found.areas.len() < assessment.areas.len();
    let only = some.then(|| {
        let areas = context.areas(found.areas);
        classed("p", "finding__areas")
            .text(context.locale.fill(key::ONLY_AREAS, &[("areas", &areas)]))
    });
    let tell = tell
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(p_of)
        .gather();
    classed("div", "finding")
        .key(id)
        .attr("data-rule", id)
        .attr("data-effect", found.effect.id())
        .with(match (found.unsure, &added) {
            (false, Some(added)) => el("h3").with(added.clone()),
            _ => el("h3").text(title),
        })
        .with(answered(context, found))
        .each(tell)
        .with_if(
            added
                .filter(|_| found.unsure)
                .map(|added| el("p").with(added)),
        )
        .with_if(clinic::stricter(context, found))
        .with_if(only)
        .each(rests_on(context, rests))
        .into()
}

/// What is told of a finding.
struct Told {
    id: &'static str,
    title: String,
    tell: Vec<String>,
    rests: Rests,
}

fn told(context: &Context, assessment: &Assessment, found: &Finding) -> Told {
    let locale = context.locale;
    let mut areas = assessment.areas.iter();
    let excluded = !areas.any(|part| {
        let excluded = part.recommendation.verdict() == Verdict::Exclude;
        found.areas.has(part.area) && !excluded
    });
    let text = |word| locale.text(word).to_owned();
    match found.cause {
        Cause::Rule(id) => {
            let rule = context.protocol.rule(id);
            let (title, tell) = if found.unsure {
                let what = context.unsure_of(rule);
                let defers = found.effect == Effect::Defer;
                let until = if defers {
                    text(key::UNSURE_DEFER)
                } else {
                    String::new()
                };
                let title = locale.fill(key::UNSURE_OF, &[("what", &what)]);
                let tell = if rule.tell.is_some() {
                    locale.fill(key::IF_SO, &[("tell", locale.text(rule.tell))])
                } else {
                    String::new()
                };
                (title, vec![until, tell])
            } else {
                (
                    text(rule.title),
                    vec![text(rule.tell), when(context, found)],
                )
            };
            Told {
                id: rule.id,
                title,
                tell,
                rests: Rests::rule(context, id),
            }
        }
        Cause::Goal(id) => {
            let goal = context.protocol.goal(id);
            let title = if goal.fit == Fit::Poor {
                key::GOAL_POOR
            } else {
                key::GOAL_ASK
            };
            let title = locale.fill(title, &[("goal", locale.text(goal.label))]);
            // Nobody has asked whether that suits somebody who is ruled out here.
            let instead = if goal.instead.is_some() && !excluded {
                locale.fill(key::INSTEAD, &[("text", locale.text(goal.instead))])
            } else {
                String::new()
            };
            Told {
                id: goal.id,
                title,
                tell: vec![text(goal.tell), instead],
                rests: Rests::goal(context, id),
            }
        }
        Cause::Expired => {
            let by = locale.date(context.protocol.review_by);
            let tell = locale.fill(key::EXPIRED_TELL, &[("date", &by)]);
            let title = text(key::EXPIRED_TITLE);
            Told {
                id: "protocol-review-date",
                title,
                tell: vec![tell],
                rests: Rests::NOTHING,
            }
        }
    }
}

/// From when on, or until what, a deferral lasts.
fn when(context: &Context, found: &Finding) -> String {
    let locale = context.locale;
    let date = |word, date| locale.fill(word, &[("date", &locale.date(date))]);
    match (found.effect, found.earliest, found.not_before, found.cause) {
        (Effect::Defer, Some(earliest), ..) => date(key::EARLIEST, earliest),
        (Effect::Defer, None, Some(not_before), _) => date(key::NOT_BEFORE_TEAM, not_before),
        (Effect::Defer, None, None, Cause::Rule(id))
            if context.protocol.rule(id).until.is_some() =>
        {
            let until = locale.text(context.protocol.rule(id).until);
            locale.fill(key::WAIT_UNTIL, &[("event", until)])
        }
        _ => String::new(),
    }
}

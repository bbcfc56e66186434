//! One reason, with its text and its sources.

use yew::prelude::*;

use super::Context;
use crate::assess::{Assessment, Cause, Finding};
use crate::key;
use crate::protocol::{Effect, Fit, SourceId, Status};

/// A finding: what the visitor said, what to know about it, from when, for where, and from whom.
pub(super) fn finding(context: &Context, assessment: &Assessment, found: &Finding) -> Html {
    let locale = context.locale;
    let (id, title, tell, sources) = words(context, found);
    let all = found.areas.len() == assessment.areas.len();
    let only = (!all && !found.areas.is_empty())
        .then(|| locale.fill(key::ONLY_AREAS, &[("areas", &context.areas(&found.areas))]));
    html! {
        <div class="finding" key={id} data-rule={id} data-effect={found.effect.id()}>
            <h3>{ title }</h3>
            { for tell.into_iter().filter(|text| !text.is_empty()).map(|text| html! { <p>{ text }</p> }) }
            { for only.map(|only| html! { <p class="finding__areas">{ only }</p> }) }
            { sources_of(context, sources) }
        </div>
    }
}

fn words(
    context: &Context,
    found: &Finding,
) -> (&'static str, String, Vec<String>, &'static [SourceId]) {
    let locale = context.locale;
    let text = |word| locale.text(word).to_owned();
    match found.cause {
        Cause::Rule(id) => {
            let rule = context.protocol.rule(id);
            if found.unsure {
                let what = context.unsure_of(rule);
                let title = locale.fill(key::UNSURE_OF, &[("what", &what)]);
                let until = if found.effect == Effect::Defer {
                    text(key::UNSURE_DEFER)
                } else {
                    String::new()
                };
                let tell = vec![text(key::UNSURE_TELL), until, text(rule.tell)];
                return (rule.id, title, tell, rule.sources);
            }
            (
                rule.id,
                text(rule.title),
                vec![text(rule.tell), when(context, found)],
                rule.sources,
            )
        }
        Cause::Goal(id) => {
            let goal = context.protocol.goal(id);
            let title = if goal.fit == Fit::Poor {
                key::GOAL_POOR
            } else {
                key::GOAL_ASK
            };
            let title = locale.fill(title, &[("goal", locale.text(goal.label))]);
            let instead = if goal.instead.is_some() {
                locale.fill(key::INSTEAD, &[("text", locale.text(goal.instead))])
            } else {
                String::new()
            };
            (goal.id, title, vec![text(goal.tell), instead], goal.sources)
        }
        Cause::Expired => {
            let by = locale.date(context.protocol.review_by);
            let tell = locale.fill(key::EXPIRED_TELL, &[("date", &by)]);
            (
                "protocol-review-date",
                text(key::EXPIRED_TITLE),
                vec![tell],
                &[],
            )
        }
    }
}

/// From when on, or until what, a deferral lasts.
fn when(context: &Context, found: &Finding) -> String {
    let locale = context.locale;
    if found.effect != Effect::Defer {
        return String::new();
    }
    if let Some(date) = found.earliest {
        return locale.fill(key::EARLIEST, &[("date", &locale.date(date))]);
    }
    if let Some(date) = found.not_before {
        return locale.fill(key::NOT_BEFORE_TEAM, &[("date", &locale.date(date))]);
    }
    match found.cause {
        Cause::Rule(id) if context.protocol.rule(id).until.is_some() => {
            let until = locale.text(context.protocol.rule(id).until);
            locale.fill(key::WAIT_UNTIL, &[("event", until)])
        }
        _ => String::new(),
    }
}

/// The sources, folded away.
pub(super) fn sources_of(context: &Context, sources: &'static [SourceId]) -> Html {
    let locale = context.locale;
    let count = match sources.len() {
        0 => return html! {},
        1 => locale.text(key::SOURCES_COUNT_ONE).to_owned(),
        n => locale.fill(key::SOURCES_COUNT, &[("n", &n.to_string())]),
    };
    let lines = sources.iter().map(|id| {
        let source = context.protocol.source(*id);
        let recalled = source.status != Status::Seen;
        html! {
            <li key={source.id}>
                { link(source.cite, source.at) }
                if recalled {
                    { " (" }{ locale.text(key::RECALLED) }{ ")" }
                }
            </li>
        }
    });
    html! {
        <details class="sources">
            <summary>{ count }</summary>
            <ul>{ for lines }</ul>
        </details>
    }
}

/// A citation, as a link where there is an address.
fn link(cite: &'static str, at: &'static str) -> Html {
    let href = if let Some(doi) = at.strip_prefix("doi:") {
        format!("https://doi.org/{doi}")
    } else if at.starts_with("PMC") {
        format!("https://www.ncbi.nlm.nih.gov/pmc/articles/{at}/")
    } else {
        at.to_owned()
    };
    if href.starts_with("https://") || href.starts_with("http://") {
        html! { <a {href} target="_blank" rel="noopener noreferrer">{ cite }</a> }
    } else {
        html! { <>{ cite }</> }
    }
}

//! Rules, the strictest first.

use maud::{Markup, html};

use super::Page;
use super::intro::group;
use super::parts::{both, condition, id};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Effect, Rule, Scope, Wait};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let effects = [Effect::Exclude, Effect::Defer, Effect::Review, Effect::Note];
    html! {
        @for effect in effects {
            @let rules = page.document.rules.iter().filter(|rule| rule.effect == effect);
            div.group {
                h3 { (group(page, effect)) }
                @for rule in rules { (entry(page, rule)) }
            }
        }
    }
}

fn entry(page: &Page<'_>, rule: &Rule) -> Markup {
    let anchor = anchor::rule(rule.id);
    let running = rule.wait.as_ref().and_then(|wait| wait.running.as_ref());
    html! {
        article.card.entry id=(anchor) data-kind="rule" data-effect=(rule.effect.id()) {
            p.over { (page.chip(rule.effect)) (id(&anchor, rule.id)) }
            h4 { (rule.title) }
            p { (rule.tell) }
            dl.terms {
                div { dt { "Fires when" } dd { (both(&rule.when, running)) } }
                div { dt { "Judges" } dd { (judges(rule.scope)) } }
                @if let Some(wait) = &rule.wait { (waits(page, rule, wait)) }
                @if let Some(becomes) = &rule.becomes {
                    div {
                        dt { "Becomes" }
                        dd {
                            p {
                                (page.chip(becomes.effect))
                                @if let Some(wait) = becomes.wait { " with a wait of " (wait.words()) }
                                " if:"
                            }
                            (condition(&becomes.when))
                        }
                    }
                }
                div {
                    dt { "If someone is not sure" }
                    dd {
                        @match rule.unsure {
                            Some(effect) => (page.chip(effect)),
                            None => "Nothing follows.",
                        }
                    }
                }
                @if let Some(then) = rule.then {
                    div { dt { "When that is over" } dd { "Another rule takes over: " (page.rule_link(then)) } }
                }
                (sentences(page, rule))
            }
            (page.differs(rule.differs.as_deref()))
            (page.rests_on(&rule.rests_on, None))
        }
    }
}

fn judges(scope: Scope) -> &'static str {
    match scope {
        Scope::Person => "The whole person: it counts for every area.",
        Scope::Area => "Each area by itself.",
    }
}

fn waits(page: &Page<'_>, rule: &Rule, wait: &Wait) -> Markup {
    html! {
        @if wait.span.is_some() || wait.anchor.is_some() {
            div {
                dt { "Wait" }
                dd {
                    @if let Some(span) = wait.span { (span.words()) }
                    @match wait.anchor {
                        Some(anchor) => {
                            " from the date answered to “" (page.question_link(anchor)) "”"
                        }
                        None => ", with nothing yet to count from, so without a date.",
                    }
                    @if let Some(reach) = wait.asked_back { ". The quiz asks about the last " (reach.words()) }
                    @if wait.team { ". The date is a lower bound: the cancer team has to agree." }
                }
            }
        }
        @if let Some(until) = rule.until {
            div { dt { "Until" } dd { (page.locale.fill(key::WAIT_UNTIL, &[("event", until)])) } }
        }
    }
}

/// Sentences that are always shown with it.
fn sentences(page: &Page<'_>, rule: &Rule) -> Markup {
    html! {
        @if rule.alert || rule.medicine {
            div {
                dt { "Shown with it" }
                dd {
                    @if rule.alert { p { (page.text(key::ALERT)) } }
                    @if rule.medicine { p { (page.text(key::MEDICINE)) } }
                }
            }
        }
    }
}

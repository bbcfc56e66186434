//! Questions and their options, screen by screen.

use maud::{Markup, html};

use super::Page;
use super::parts::{condition, id, inline, to};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Choice, Feeds, Kind, Question, Role, Screen};

pub(super) fn section(page: &Page<'_>) -> Markup {
    html! {
        @for (index, screen) in page.document.screens.iter().enumerate() {
            (group(page, index + 1, screen))
        }
    }
}

fn group(page: &Page<'_>, number: usize, screen: &Screen) -> Markup {
    let questions = screen.questions.iter();
    let questions = questions.filter_map(|id| page.document.question(id));
    html! {
        div.group id={ "screen-" (number) } {
            h3 { (number) ". " (screen.title) }
            @for question in questions { (entry(page, question)) }
        }
    }
}

fn entry(page: &Page<'_>, question: &Question) -> Markup {
    let anchor = anchor::question(question.id);
    html! {
        article.card.entry id=(anchor) data-kind="question" {
            p.over { span.chip { (kind(question)) } (id(&anchor, question.id)) }
            h4 { (question.title) }
            @if let Some(hint) = question.hint { p.hint { (hint) } }
            dl.terms {
                @if let Some(why) = question.why {
                    div { dt { (page.text(key::WHY_WE_ASK)) } dd { (why) } }
                }
                div { dt { "Asked" } dd { (condition(&question.asked)) } }
                @if !question.one_of.is_empty() {
                    @let others = question.one_of.iter().map(|id| page.question_link(id));
                    div {
                        dt { "May stay empty" }
                        dd { "if one of these has an answer: " (inline(others.collect())) }
                    }
                }
                @if !question.feeds.is_empty() {
                    div { dt { "Leads to" } dd { (feeds(page, &question.feeds)) } }
                }
            }
            (options(page, question))
        }
    }
}

fn kind(question: &Question) -> String {
    match (question.kind, question.accepts) {
        (Kind::Number, Some(bounds)) => format!("A number from {} to {}", bounds.min, bounds.max),
        (Kind::Number, None) => "A number".to_owned(),
        (Kind::Single, _) => "One answer".to_owned(),
        (Kind::Multi, _) => "Several answers".to_owned(),
        (Kind::Date, _) => "A past day or month, or one answer".to_owned(),
    }
}

fn options(page: &Page<'_>, question: &Question) -> Markup {
    let anchor = |option: &Choice| anchor::option(question.id, option.id);
    // A question that asks where offers the areas that were chosen, and they lead nowhere else.
    let areas = question.options.iter().all(|option| option.shown.is_some());
    html! {
        @if question.options.is_empty() {
        } @else if areas {
            p.places {
                b { "Offers the areas chosen: " }
                @for (index, option) in question.options.iter().enumerate() {
                    @if index > 0 { ", " }
                    span id=(anchor(option)) { (to(&anchor::area(option.id), option.label)) }
                }
            }
        } @else {
            ul.options {
                @for option in &question.options {
                    li id=(anchor(option)) data-role=(option.role.id()) { (choice(page, question, option)) }
                }
            }
        }
    }
}

fn choice(page: &Page<'_>, question: &Question, option: &Choice) -> Markup {
    html! {
        p {
            b { (option.label) } " "
            (id(&anchor::option(question.id, option.id), option.id))
        }
        @if let Some(hint) = option.hint { p.hint { (hint) } }
        @match option.role {
            Role::None => p.hint { "Stands alone." },
            Role::Unsure => p.hint { "Leaves every other answer here unknown, unless it was chosen too." },
            Role::Plain => {}
        }
        @if let Some(band) = option.band {
            p.hint {
                "Counts as "
                @match (band.from.count, band.below) {
                    (0, Some(below)) => { "less than " (below.words()) },
                    (0, None) => "any time",
                    (_, Some(below)) => { (band.from.words()) " to less than " (below.words()) },
                    (_, None) => { (band.from.words()) " or longer" },
                }
                @if band.from.count > 0 || band.below.is_some() { " ago" }
                "."
            }
        }
        @if let Some(place) = option.place {
            p.hint { "Where: " (page.question_link(place)) }
        }
        (feeds(page, &without_place(option)))
    }
}

/// The question that asks where is told apart already.
fn without_place(option: &Choice) -> Feeds {
    let mut feeds = option.feeds.clone();
    feeds.questions.retain(|id| Some(*id) != option.place);
    feeds
}

fn feeds(page: &Page<'_>, feeds: &Feeds) -> Markup {
    let document = page.document;
    let rules = document
        .rules
        .iter()
        .filter(|rule| feeds.rules.contains(&rule.id));
    let goals = document
        .goals
        .iter()
        .filter(|goal| feeds.goals.contains(&goal.id));
    let areas = document
        .areas
        .iter()
        .filter(|area| feeds.areas.contains(&area.id));
    let care = document
        .care
        .iter()
        .filter(|care| feeds.care.contains(&care.id));
    html! {
        @if !feeds.is_empty() {
            ul.feeds {
                @for rule in rules {
                    li { (page.chip(rule.effect)) " " (to(&anchor::rule(rule.id), rule.title)) }
                }
                @for goal in goals {
                    li { span.chip { "Goal" } " " (to(&anchor::goal(goal.id), goal.label)) }
                }
                @for area in areas {
                    li { span.chip { "Area" } " " (to(&anchor::area(area.id), area.label)) }
                }
                @for question in &feeds.questions {
                    li { span.chip { "Opens" } " " (page.question_link(question)) }
                }
                @for id in &feeds.slower {
                    li { span.chip { "Spacing" } " " (to(&anchor::slower(id), id)) }
                }
                @for id in &feeds.less_certain {
                    li { span.chip { "Certainty" } " " (to(&anchor::less_certain(id), id)) }
                }
                @for care in care {
                    li { span.chip { "Care" } " " (to(&anchor::care(care.id), care.tell)) }
                }
                @if feeds.out_of_scope {
                    li { span.chip { (page.text(key::TAG_OUT_OF_SCOPE)) } }
                }
            }
        }
    }
}

//! Goals with their sessions, areas, and what changes spacing and certainty.

use maud::{Markup, html};

use super::Page;
use super::intro::fit;
use super::parts::{condition, id, to};
use crate::key;
use crate::publication::anchor;
use crate::publication::document::{Area, Between, Course, Fit, Goal, Modifier, Range};

pub(super) fn section(page: &Page<'_>) -> Markup {
    html! {
        (glance(page))
        @for kind in [Fit::Indicated, Fit::Ask, Fit::Poor] {
            div.group {
                h3 { (fit(kind)) }
                @for goal in page.document.goals.iter().filter(|goal| goal.fit == kind) {
                    (entry(page, goal))
                }
            }
        }
    }
}

/// Every range in one table.
fn glance(page: &Page<'_>) -> Markup {
    let rows = page.document.goals.iter().flat_map(|goal| {
        let courses = goal.courses.iter().enumerate();
        courses.map(move |(index, course)| (goal, index, course))
    });
    // How easy it is to see, in the order and the words of the first course.
    let mut courses = page.document.goals.iter().flat_map(|goal| &goal.courses);
    let severities: &[Range] = courses.next().map_or(&[], |course| &course.ranges);
    html! {
        div.card {
            p { (page.text(key::CERTAINTY_WHY)) }
            p { "Each cell says: the low end, what most people have, and the high end." }
            div.wide role="region" aria-labelledby="glance" tabindex="0" {
                table {
                    caption #glance { "Sessions in one course, for every goal that has a number" }
                    thead {
                        tr {
                            th scope="col" { "Goal" }
                            th scope="col" { "Grade" }
                            @for range in severities { th scope="col" { (range.label) } }
                            th scope="col" { "Weeks apart" }
                        }
                    }
                    tbody {
                        @for (goal, index, course) in rows {
                            tr {
                                th scope="row" {
                                    (to(&anchor::goal(goal.id), goal.label))
                                    @if goal.courses.len() > 1 { " (" (index + 1) ")" }
                                }
                                td { (goal.grade.id()) }
                                @for range in severities {
                                    td { (cell(goal, index, course, range.severity)) }
                                }
                                td { @if let Some(weeks) = goal.interval_weeks { (weeks) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(goal: &Goal, index: usize, course: &Course, severity: &str) -> Markup {
    let mut ranges = course.ranges.iter();
    let range = ranges.find(|range| range.severity == severity);
    html! {
        @match range {
            Some(range) => {
                (to(
                    &anchor::range(goal.id, index, severity),
                    &format!("{}–{}–{}", range.low, range.most, range.high),
                ))
            },
            None => "no number",
        }
    }
}

fn entry(page: &Page<'_>, goal: &Goal) -> Markup {
    let anchor = anchor::goal(goal.id);
    html! {
        article.card.entry id=(anchor) data-kind="goal" {
            p.over { span.chip { "Grade " (goal.grade.id()) } (id(&anchor, goal.id)) }
            h4 { (goal.label) }
            p { (goal.tell) }
            @if let Some(instead) = goal.instead {
                p { (page.locale.fill(key::INSTEAD, &[("text", instead)])) }
            }
            dl.terms {
                div { dt { "Applies when" } dd { (condition(&goal.when)) } }
                @if let Some(weeks) = goal.interval_weeks {
                    div { dt { "Usual spacing" } dd { (weeks) " weeks" } }
                }
                @if let Some(weeks) = goal.first_change_weeks {
                    div { dt { "First change" } dd { "after " (between(weeks)) " weeks" } }
                }
                @if let Some(months) = goal.full_months {
                    div { dt { "Full result" } dd { (between(months)) " months after the last session" } }
                }
                @if goal.courses.is_empty() && goal.fit != Fit::Poor {
                    div { dt { "Sessions" } dd { (page.text(key::NO_NUMBER)) } }
                }
            }
            @for (index, course) in goal.courses.iter().enumerate() {
                (ranges(page, goal, index, course))
            }
            (page.differs(goal.differs.as_deref()))
            (page.rests_on(&goal.rests_on, Some(goal.grade)))
        }
    }
}

fn between(of: Between) -> String {
    if of.from == of.to {
        of.from.to_string()
    } else {
        format!("{} to {}", of.from, of.to)
    }
}

fn ranges(page: &Page<'_>, goal: &Goal, index: usize, course: &Course) -> Markup {
    let reviewed = course.ranges.iter().any(|range| range.review);
    html! {
        @if !course.when.is_always() {
            div.course {
                p { b { "Course " (index + 1) } " applies when:" }
                (condition(&course.when))
            }
        }
        table.ranges {
            caption {
                "Sessions for " (goal.name)
                @if goal.courses.len() > 1 { ", course " (index + 1) }
            }
            thead {
                tr {
                    th scope="col" { (page.question_link(course.severity)) }
                    th scope="col" { "Low" }
                    th scope="col" { "Most" }
                    th scope="col" { "High" }
                }
            }
            tbody {
                @for range in &course.ranges {
                    tr id=(anchor::range(goal.id, index, range.severity)) {
                        th scope="row" {
                            (to(&anchor::option(course.severity, range.severity), range.label))
                            @if range.review { "*" }
                        }
                        td { (range.low) }
                        td { (range.most) }
                        td { (range.high) }
                    }
                }
            }
        }
        @if reviewed { p.hint { "* " (page.text(key::REVIEW_FOUR)) } }
    }
}

/// Every area.
pub(super) fn areas(page: &Page<'_>) -> Markup {
    html! {
        p { "Every chosen area is judged on its own and gets its own answer." }
        div.list {
            @for area in &page.document.areas { (area_entry(area)) }
        }
    }
}

fn area_entry(area: &Area) -> Markup {
    let anchor = anchor::area(area.id);
    html! {
        article.card.entry.slim id=(anchor) data-kind="area" {
            p.over { (id(&anchor, area.id)) }
            h3 { (area.label) }
            (condition(&area.when))
        }
    }
}

/// What changes spacing and certainty.
pub(super) fn modifiers(page: &Page<'_>) -> Markup {
    let document = page.document;
    html! {
        p {
            "The number of sessions follows from the goal, how easy it is to see, and for some goals "
            "their kind or age. Everything else only changes the spacing or the certainty."
        }
        div.group {
            h3 { "Six weeks apart instead of four" }
            @for modifier in &document.slower {
                (modifier_entry(page, modifier, &anchor::slower(&modifier.id)))
            }
        }
        div.group {
            h3 { "One word less certain" }
            @for modifier in &document.less_certain {
                (modifier_entry(page, modifier, &anchor::less_certain(&modifier.id)))
            }
        }
    }
}

fn modifier_entry(page: &Page<'_>, modifier: &Modifier, anchor: &str) -> Markup {
    html! {
        article.card.entry id=(anchor) data-kind="modifier" {
            h4 { (id(anchor, &modifier.id)) }
            (condition(&modifier.when))
            (page.rests_on(&modifier.rests_on, None))
        }
    }
}

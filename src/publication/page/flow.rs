//! The order of the questions: as a drawing, and the same as a list.

use maud::{Markup, html};

use super::Page;
use super::drawing;
use super::parts::inline;
use crate::publication::document::{Question, Screen};

/// Screens that belong together: one that everybody sees, and what its answers open.
pub(super) fn chapters<'a>(page: &Page<'a>) -> Vec<Vec<(usize, &'a Screen)>> {
    let mut chapters: Vec<Vec<(usize, &Screen)>> = Vec::new();
    for (index, screen) in page.document.screens.iter().enumerate() {
        match chapters.last_mut() {
            Some(chapter) if !for_everybody(page, screen) => chapter.push((index + 1, screen)),
            _ => chapters.push(vec![(index + 1, screen)]),
        }
    }
    chapters
}

/// Whether everybody sees the screen.
pub(super) fn for_everybody(page: &Page<'_>, screen: &Screen) -> bool {
    let mut questions = questions(page, screen);
    questions.any(|question| question.asked.is_always())
}

/// A screen's questions.
pub(super) fn questions<'a>(
    page: &Page<'a>,
    screen: &'a Screen,
) -> impl Iterator<Item = &'a Question> + use<'a> {
    let document = page.document;
    let ids = screen.questions.iter();
    ids.filter_map(|id| document.question(id))
}

pub(super) fn section(page: &Page<'_>) -> Markup {
    html! {
        p {
            "Screens come one after the other. Those with a full point are shown to everybody; those "
            "with a ring only if an earlier answer opens one of their questions. “In which area?” "
            "is asked only where several areas were chosen."
        }
        div.flow {
            figure {
                @for chapter in chapters(page) { (drawing::chapter(page, &chapter)) }
                figcaption { "Which answers open which questions. The list says the same in words." }
            }
            div.same {
                h3 { "The same as a list" }
                ol {
                    @for (index, screen) in page.document.screens.iter().enumerate() {
                        li { (item(page, index + 1, screen)) }
                    }
                }
            }
        }
    }
}

fn item(page: &Page<'_>, number: usize, screen: &Screen) -> Markup {
    html! {
        a href={ "#screen-" (number) } { (screen.title) }
        @if for_everybody(page, screen) { " (everybody)" }
        ul {
            @for question in questions(page, screen) {
                li {
                    (page.question_link(question.id))
                    (opens(page, question))
                }
            }
        }
    }
}

/// What each answer opens.
fn opens(page: &Page<'_>, question: &Question) -> Markup {
    let options = question.options.iter();
    let opening: Vec<_> = options
        .filter(|option| !option.feeds.questions.is_empty())
        .collect();
    html! {
        @if !opening.is_empty() {
            ul {
                @for option in opening {
                    @let opened = option.feeds.questions.iter().map(|id| page.question_link(id));
                    li { "“" (option.label) "” opens " (inline(opened.collect())) }
                }
            }
        } @else if !question.feeds.questions.is_empty() {
            @let opened = question.feeds.questions.iter().map(|id| page.question_link(id));
            ul { li { "Its answer opens " (inline(opened.collect())) } }
        }
    }
}

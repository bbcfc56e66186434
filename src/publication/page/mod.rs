//! The page: one file that can be read, searched, printed and linked into.

mod care;
mod changes;
mod drawing;
mod flow;
mod goals;
mod intro;
mod outcomes;
mod parts;
mod questions;
mod rules;
mod sources;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::key;
use crate::protocol::Word;
use crate::publication::{Document, SCRIPT_NAME};
use crate::text::Locale;

/// The colours of the quiz, and what this page does with them.
const STYLES: [&str; 3] = [
    include_str!("../../../styles/tokens.css"),
    include_str!("page.css"),
    include_str!("print.css"),
];

/// What every part of the page needs.
#[derive(Clone, Copy)]
struct Page<'a> {
    document: &'a Document,
    locale: Locale,
}

impl Page<'_> {
    fn text(&self, word: Word) -> &'static str {
        self.locale.text(word)
    }
}

/// A section: its anchor, its heading, how many entries it has, and what is in it.
struct Section {
    id: &'static str,
    title: &'static str,
    count: Option<usize>,
    content: Markup,
}

pub(super) fn html(document: &Document, locale: Locale) -> String {
    let page = Page { document, locale };
    let sections = sections(&page);
    let title = "The protocol behind the quiz";
    let brand = page.text(key::BRAND);
    let markup = html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (brand) }
                link rel="icon" href="data:,";
                style { (PreEscaped(STYLES.join("\n"))) }
                script src={ "./" (SCRIPT_NAME) } {}
            }
            body.quiz {
                a.skip href="#main" { "Skip to the content" }
                header.top {
                    p.brand { (brand) }
                    h1 { (title) }
                    (intro::card(&page))
                }
                (contents(&sections))
                main #main tabindex="-1" {
                    @for section in &sections {
                        section #(section.id) aria-labelledby={ (section.id) "-title" } {
                            h2 id={ (section.id) "-title" } { (section.title) }
                            (section.content)
                        }
                    }
                }
                (foot(&page))
            }
        }
    };
    markup.into_string()
}

fn sections(page: &Page<'_>) -> Vec<Section> {
    let document = page.document;
    let modifiers = document.slower.len() + document.less_certain.len();
    let section = |id, title, count: usize, content| Section {
        id,
        title,
        count: (count > 0).then_some(count),
        content,
    };
    vec![
        section("reading", "How to read it", 0, intro::reading(page)),
        section(
            "differing",
            "Where sources disagree",
            intro::differing_count(page),
            intro::differing(page),
        ),
        section("flow", "The order of the questions", 0, flow::section(page)),
        section(
            "questions",
            "Questions",
            document.questions.len(),
            questions::section(page),
        ),
        section("rules", "Rules", document.rules.len(), rules::section(page)),
        section("goals", "Goals", document.goals.len(), goals::section(page)),
        section(
            "outcomes",
            page.text(key::OUTCOMES_TITLE),
            document.outcomes.len(),
            outcomes::section(page),
        ),
        section(
            "alternatives",
            page.text(key::ALT_TITLE),
            document.alternatives.len(),
            outcomes::alternatives(page),
        ),
        section("areas", "Areas", document.areas.len(), goals::areas(page)),
        section(
            "modifiers",
            "Spacing and certainty",
            modifiers,
            goals::modifiers(page),
        ),
        section(
            "care",
            page.text(key::CARE_TITLE),
            document.care.len(),
            care::section(page),
        ),
        section(
            "changes",
            "What may change",
            document.changes.len(),
            changes::section(page),
        ),
        section(
            "texts",
            "Other texts with sources",
            document.texts.len(),
            care::texts(page),
        ),
        section(
            "sources",
            "Sources",
            document.sources.len(),
            sources::section(page),
        ),
    ]
}

/// The way to each section, and the search, which its script shows.
fn contents(sections: &[Section]) -> Markup {
    html! {
        div.side {
            form #search role="search" hidden {
                label for="find" { "Search the protocol" }
                input #find type="search" autocomplete="off" spellcheck="false" aria-describedby="found";
                p #found role="status" {}
            }
            nav aria-label="Contents" {
                ol {
                    @for section in sections {
                        li {
                            a href={ "#" (section.id) } { (section.title) }
                            @if let Some(count) = section.count { " " span.count { (count) } }
                        }
                    }
                }
            }
        }
    }
}

fn foot(page: &Page<'_>) -> Markup {
    html! {
        footer {
            p { (page.document.funding) }
            p { (page.document.responsible) }
            p { (page.text(key::EMERGENCY)) }
            p { (page.document.disclaimer) }
        }
    }
}

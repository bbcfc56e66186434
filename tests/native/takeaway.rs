//! What visitors take along: text, links, codes, files.

mod fhir;
mod link;
mod opening;
mod qr;
mod text;

use microneedling_quiz::assess::Assessment;
use microneedling_quiz::takeaway::Taken;
use microneedling_quiz::text::Locale;
use microneedling_quiz::ui::{self, AppProps};

use crate::support::{Sheet, Visitor, protocol, today};

/// What somebody with these answers takes along by pressing a button.
#[track_caller]
fn taken(sheet: &Sheet, action: &str) -> (Assessment, Taken) {
    let mut visitor = Visitor::new(today());
    let assessment = visitor.go_to_result(sheet);
    let props = yew::props!(AppProps {
        protocol: protocol(),
        locale: Locale::english(),
        evidence: microneedling_quiz::evidence(),
        clock: today as fn() -> _,
        start: visitor.quiz.clone(),
        link_base: "https://quiz.example/?lang=en#top",
        can_share: true,
    });
    let taken = ui::taken(&props, action);
    (
        assessment,
        taken.unwrap_or_else(|| panic!("nothing leaves by `{action}`")),
    )
}

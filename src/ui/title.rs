//! The page's title, for the stand-alone page.

use crate::assess::Verdict;
use crate::key;
use crate::protocol::{Date, Protocol, Word};
use crate::quiz::{Quiz, Screen};
use crate::text::Locale;

/// "About you - Microneedling guide". It never tells an answer.
pub fn page_title(protocol: &Protocol, locale: Locale, quiz: &Quiz, today: Date) -> String {
    let here = match quiz.screen(protocol, today) {
        Screen::Intro => return locale.text(key::PAGE_TITLE).to_owned(),
        Screen::Question { page, .. } => {
            let screen = protocol.screens.iter().find(|screen| {
                page.first()
                    .is_some_and(|first| screen.questions.contains(first))
            });
            screen.map_or(Word::NONE, |screen| screen.title)
        }
        Screen::Interruption(_) => key::INTERRUPTION_TITLE,
        Screen::Review(_) => key::REVIEW_TITLE,
        Screen::Recommendation(assessment) => tag(assessment.verdict),
    };
    format!("{} - {}", locale.text(here), locale.text(key::BRAND))
}

/// The verdict in a few words.
pub(super) fn tag(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Suitable => key::TAG_SUITABLE,
        Verdict::Review => key::TAG_REVIEW,
        Verdict::Defer => key::TAG_DEFER,
        Verdict::NotIndicated => key::TAG_NOT_INDICATED,
        Verdict::Exclude => key::TAG_EXCLUDE,
        Verdict::OutOfScope => key::TAG_OUT_OF_SCOPE,
    }
}

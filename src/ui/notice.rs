//! What is told once.

use super::markup::{El, classed, p};
use crate::key;
use crate::quiz::Notice;
use crate::text::Locale;

/// Announced once; empty most of the time, so that a screen reader watches it from the start.
pub(super) fn notice(locale: Locale, notice: Option<Notice>) -> El {
    let text = notice.map(|notice| match notice {
        Notice::Damaged => key::NOTICE_DAMAGED,
        Notice::Restored => key::NOTICE_RESTORED,
        Notice::StartedOver => key::NOTICE_STARTED_OVER,
        Notice::Language => key::NOTICE_LANGUAGE,
        Notice::LanguageMissing => key::NOTICE_LANGUAGE_MISSING,
        Notice::AnotherArea => key::NOTICE_ANOTHER_AREA,
        Notice::Copied => key::NOTICE_COPIED,
        Notice::Shared => key::NOTICE_SHARED,
        Notice::Saved => key::NOTICE_SAVED,
        Notice::ByHand => key::NOTICE_BY_HAND,
        Notice::LinkTooLong => key::NOTICE_LINK_TOO_LONG,
        Notice::LinkCut => key::NOTICE_LINK_CUT,
        Notice::LinkAltered => key::NOTICE_LINK_ALTERED,
        Notice::LinkUnknown => key::NOTICE_LINK_UNKNOWN,
        Notice::LinkFuture => key::NOTICE_LINK_FUTURE,
        Notice::LinkAsksMore => key::NOTICE_LINK_ASKS_MORE,
    });
    classed("div", "notice")
        .attr("role", "status")
        .with_if(text.map(|text| p(locale.text(text))))
}

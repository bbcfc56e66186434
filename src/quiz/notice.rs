//! What the visitor is told once.

/// Something the visitor has to be told once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The saved answers could not be read, so the quiz starts afresh.
    Damaged,
    /// The answers were restored after a reload.
    Restored,
    /// Everything was wiped.
    StartedOver,
    /// The language is another one now.
    Language,
    /// The language that was asked for could not be had.
    LanguageMissing,
    /// Another area was chosen, so what was said of the skin is asked again.
    AnotherArea,
    /// Something was copied.
    Copied,
    /// Something was shared.
    Shared,
    /// A file was handed to the browser.
    Saved,
    /// The browser can neither copy, share nor save it: the visitor finds it as text.
    ByHand,
    /// A link that is longer than any of ours.
    LinkTooLong,
    /// A link whose end is missing.
    LinkCut,
    /// A link that is not as it was made.
    LinkAltered,
    /// A link of a later version of this software.
    LinkUnknown,
    /// A link from a day that is still to come.
    LinkFuture,
    /// Some answers of a link no longer fit, and are asked for again.
    LinkAsksMore,
}

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
    /// Something was copied.
    Copied,
    /// Something was shared.
    Shared,
    /// A file was handed to the browser.
    Saved,
    /// The browser can neither copy, share nor save it: the visitor finds it as text.
    ByHand,
}

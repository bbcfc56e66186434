//! The tab's session storage, never the local one. A browser that refuses it is no error: progress
//! is then lost on a reload, and nothing else.

const KEY: &str = "microneedling-quiz";

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// What was saved in this tab.
pub(super) fn load() -> Option<String> {
    session()?.get_item(KEY).ok().flatten()
}

/// Saves over what was there.
pub(super) fn save(text: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(KEY, text);
    }
}

/// Leaves nothing behind.
pub(super) fn wipe() {
    if let Some(session) = session() {
        let _ = session.remove_item(KEY);
    }
}

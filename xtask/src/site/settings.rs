//! What a server serves, and what it answers otherwise.

use std::{path::PathBuf, sync::Arc};

/// The strictest policy under which the quiz works.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'";

/// What to serve, and how.
#[derive(Clone)]
pub struct Settings {
    pub(super) folder: PathBuf,
    pub(super) policy: String,
    pub(super) worker: bool,
    pub(super) plain: bool,
    pub(super) instead: Arc<Instead>,
}

pub(super) type Instead = dyn Fn(&str) -> Option<Reply> + Send + Sync;

impl Settings {
    /// Serves a folder under the strict policy.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            policy: POLICY.to_owned(),
            worker: true,
            plain: false,
            instead: Arc::new(|_| None),
        }
    }

    /// Gives browsers a service worker that does nothing, so that every page comes from here.
    #[must_use]
    pub fn without_worker(mut self) -> Self {
        self.worker = false;
        self
    }

    /// Knows nothing but files: no headers of its own, no compressed copies, and no type for wasm.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// Sends another content security policy.
    #[must_use]
    pub fn policy(mut self, policy: &str) -> Self {
        policy.clone_into(&mut self.policy);
        self
    }

    /// Asks `instead` for an answer to each path first, such as `/embed.js`; the folder answers
    /// where it gives none.
    #[must_use]
    pub fn instead(
        mut self,
        instead: impl Fn(&str) -> Option<Reply> + Send + Sync + 'static,
    ) -> Self {
        self.instead = Arc::new(instead);
        self
    }
}

/// An answer that takes the place of a file.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The content type.
    pub content_type: &'static str,
    /// The content.
    pub body: Vec<u8>,
}

impl Reply {
    /// A page.
    pub fn page(html: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: "text/html; charset=utf-8",
            body: html.into(),
        }
    }

    /// A script.
    pub fn script(source: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: "text/javascript; charset=utf-8",
            body: source.into(),
        }
    }

    /// A refusal, such as 404 or 503.
    #[must_use]
    pub fn refusal(status: u16) -> Self {
        Self {
            status,
            content_type: "text/plain",
            body: Vec::new(),
        }
    }
}

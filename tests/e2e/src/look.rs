//! How visitors have set up their screens.

use serde_json::json;

use crate::{Browser, Outcome};

/// Colours that a visitor asked the system for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// A few colours of the system's own take the place of all others.
    Forced,
}

impl Look {
    /// Every look.
    pub const ALL: [Look; 3] = [Look::Light, Look::Dark, Look::Forced];

    /// What it is called in messages and files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Look::Light => "light",
            Look::Dark => "dark",
            Look::Forced => "forced",
        }
    }
}

impl Browser {
    /// Shows pages like this from now on, without motion. Chromium only.
    pub async fn look(&self, look: Look) -> Outcome {
        let scheme = if look == Look::Dark { "dark" } else { "light" };
        let forced = if look == Look::Forced {
            "active"
        } else {
            "none"
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "media": "", "features": features }),
        )
        .await
        .map(drop)
    }
}

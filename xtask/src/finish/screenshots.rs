//! What browsers show of the page before it is installed: pictures that `cargo xtask gallery` makes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::names::hashed;
use crate::project;

/// One picture.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// What it shows: `intro` or `result`.
    pub screen: &'static str,
    /// What a manifest calls such a window: `narrow` or `wide`.
    pub form: &'static str,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

const PHONE: (&str, u32, u32) = ("narrow", 390, 844);
const DESKTOP: (&str, u32, u32) = ("wide", 1280, 800);

const fn shot(screen: &'static str, (form, width, height): (&'static str, u32, u32)) -> Shot {
    Shot {
        screen,
        form,
        width,
        height,
    }
}

/// Every picture.
pub const SCREENSHOTS: [Shot; 4] = [
    shot("intro", PHONE),
    shot("result", PHONE),
    shot("intro", DESKTOP),
    shot("result", DESKTOP),
];

/// Where a picture is in the checkout.
#[must_use]
pub fn screenshot(shot: &Shot) -> PathBuf {
    let name = format!("{}-{}.png", shot.screen, shot.form);
    project::root()
        .join("xtask/src/finish/screenshots")
        .join(name)
}

/// Publishes the pictures; returns their names, in order.
pub(super) fn publish(folder: &Path) -> Result<Vec<(Shot, String)>> {
    let published = SCREENSHOTS.iter().map(|shot| {
        let place = screenshot(shot);
        let png = fs::read(&place).with_context(|| {
            format!(
                "{} is missing; cargo xtask gallery makes it",
                place.display()
            )
        })?;
        let name = hashed(START, &png, "png");
        project::write(&folder.join(&name), png)?;
        Ok((*shot, name))
    });
    published.collect()
}

/// What their names begin with.
pub(super) const START: &str = "screenshot";

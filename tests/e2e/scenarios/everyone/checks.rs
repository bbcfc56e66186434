//! What is checked on each screen.

use std::collections::BTreeSet;

use e2e::{Axe, Browser, Key, Language, Look, Outcome, Stop};
use serde::Deserialize;
use serde_json::json;

pub(super) const FIT: &str = include_str!("fit.js");
const SPACED: &str = include_str!("spaced.js");
const ORDER: &str = include_str!("keys.js");
pub(super) const MOTION: &str = include_str!("motion.js");
const FOCUS: &str = include_str!("key.js");

const OPEN: &str = "const { shadowRoot } = document.querySelector('microneedling-quiz');
    shadowRoot.querySelectorAll('details').forEach((folded) => { folded.open = true; })";

const PHONE: (u32, u32) = (390, 844);
/// A phone on its side.
const SIDEWAYS: (u32, u32) = (844, 390);
const NARROW: (u32, u32) = (320, 844);
/// A desktop's window of 1280 by 1024 pixels, at 400 %.
const ZOOMED: (u32, u32) = (320, 256);

/// A date's field has parts, and Tab stops at each.
const PARTS: u64 = 5;

/// Where the focus is.
#[derive(Deserialize)]
struct Focus {
    place: Option<i64>,
    name: String,
    wrong: Vec<String>,
}

/// Checks, and what they have found so far.
pub(super) struct Checks<'a> {
    browser: &'a Browser,
    axe: Axe,
    found: BTreeSet<String>,
}

impl<'a> Checks<'a> {
    pub(super) fn new(browser: &'a Browser) -> Outcome<Self> {
        Ok(Self {
            browser,
            axe: Axe::ready()?,
            found: BTreeSet::new(),
        })
    }

    /// Everything in English, whose stops have no other name.
    pub(super) async fn everything(&mut self, stop: &Stop, looks: &[Look]) -> Outcome {
        self.everything_of(&stop.name(), looks).await
    }

    /// What may differ between languages: words that are longer, and lines that run to the left.
    pub(super) async fn language(&mut self, language: &Language, stop: &Stop) -> Outcome {
        let name = format!("{} {}", language.tag, stop.name());
        if language.dir == "rtl" {
            return self.everything_of(&name, &[Look::Light]).await;
        }
        self.browser.script(OPEN, vec![]).await?;
        self.axe(&name, &[Look::Light]).await?;
        self.fits(&name, "targets", true).await?;
        self.browser.resize(NARROW).await?;
        self.fits(&name, "at 320", false).await?;
        self.browser.resize(PHONE).await
    }

    async fn everything_of(&mut self, name: &str, looks: &[Look]) -> Outcome {
        self.keys(name).await?;
        self.browser.script(OPEN, vec![]).await?;
        self.axe(name, looks).await?;
        self.motion(name).await?;
        self.fit(name).await
    }

    /// Tab reaches everything, in the order of reading, and it can be seen where it is.
    async fn keys(&mut self, stop: &str) -> Outcome {
        let count = self.browser.script(ORDER, vec![]).await?;
        let count = count.as_u64().ok_or("There is nothing to reach")?;
        let mut reached = 0;
        let mut presses = 0;
        while reached + 1 < count && presses < count * PARTS {
            self.browser.key(Key::Tab).await?;
            presses += 1;
            let focus: Focus = serde_json::from_value(self.browser.script(FOCUS, vec![]).await?)?;
            let place = focus.place.and_then(|place| u64::try_from(place).ok());
            match place {
                Some(place) if place == reached => {}
                Some(place) if place == reached + 1 => reached = place,
                _ => {
                    let name = focus.name;
                    self.tell(
                        stop,
                        "keys",
                        &format!("after {reached}, Tab leads to {name}"),
                    );
                    return Ok(());
                }
            }
            for wrong in focus.wrong {
                self.tell(stop, "keys", &format!("{}: {wrong}", focus.name));
            }
        }
        if reached + 1 < count {
            self.tell(stop, "keys", &format!("Tab reaches {reached} of {count}"));
        }
        Ok(())
    }

    async fn axe(&mut self, stop: &str, looks: &[Look]) -> Outcome {
        // In a window as high as the page, nothing lies over what axe looks at.
        let tall = "return document.documentElement.scrollHeight";
        let tall = self.browser.script(tall, vec![]).await?;
        let tall = tall.as_u64().and_then(|tall| u32::try_from(tall).ok());
        let (width, height) = PHONE;
        self.browser
            .resize((width, tall.unwrap_or(height).max(height)))
            .await?;
        for look in looks {
            self.browser.look(*look).await?;
            let seen = self.axe.look(self.browser).await?;
            for line in seen.violations {
                self.tell(stop, look.name(), &line);
            }
        }
        self.browser.look(Look::Light).await?;
        self.browser.resize(PHONE).await
    }

    /// Nothing moves for those who asked for that, as every look does.
    async fn motion(&mut self, stop: &str) -> Outcome {
        let found = self.browser.script(MOTION, vec![]).await?;
        let found: Vec<String> = serde_json::from_value(found)?;
        for line in found {
            self.tell(stop, "motion", &line);
        }
        Ok(())
    }

    /// Nothing is cut off or has to be scrolled sideways for, also with text set apart.
    async fn fit(&mut self, stop: &str) -> Outcome {
        self.fits(stop, "targets", true).await?;
        self.browser.resize(SIDEWAYS).await?;
        self.fits(stop, "on its side", false).await?;
        self.browser.resize(ZOOMED).await?;
        self.fits(stop, "at 400 %", false).await?;
        self.browser.script(SPACED, vec![json!(true)]).await?;
        self.fits(stop, "text set apart", false).await?;
        self.browser.script(SPACED, vec![json!(false)]).await?;
        self.browser.resize(PHONE).await
    }

    async fn fits(&mut self, stop: &str, what: &str, targets: bool) -> Outcome {
        let found = self.browser.script(FIT, vec![json!(targets)]).await?;
        let found: Vec<String> = serde_json::from_value(found)?;
        for line in found {
            self.tell(stop, what, &line);
        }
        Ok(())
    }

    fn tell(&mut self, stop: &str, check: &str, line: &str) {
        self.found.insert(format!("{stop}, {check}: {line}"));
    }

    pub(super) fn assert_nothing_found(&self) {
        let found: Vec<&str> = self.found.iter().map(String::as_str).collect();
        assert!(
            found.is_empty(),
            "{} things:\n{}",
            found.len(),
            found.join("\n")
        );
    }
}

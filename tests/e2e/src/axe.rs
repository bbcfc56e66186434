//! axe-core: looks for what keeps people out of a page.

use std::fs;

use serde::Deserialize;
use xtask::{process, tools};

use crate::{Browser, Outcome};

/// axe-core, ready to look at pages.
pub struct Axe {
    source: String,
}

/// What axe-core says about one page.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// What is wrong, a line each.
    pub violations: Vec<String>,
    /// What it could not decide, a line each.
    pub undecided: Vec<String>,
    /// The rules that something on the page keeps.
    pub kept: Vec<String>,
}

/// Every rule, also those that are off unless asked for (such as WCAG 2.2's target size, and
/// experimental ones), but for level AAA, which nobody promises as a whole.
const LOOK: &str = "
    const asked = axe.getRules().filter(({ tags }) =>
      !tags.includes('deprecated') && !tags.includes('wcag2aaa'));
    const rules = Object.fromEntries(asked.map(({ ruleId }) => [ruleId, { enabled: true }]));
    const resultTypes = ['violations', 'incomplete'];
    const found = await axe.run(document, { rules, resultTypes, preload: false });
    const lines = (kind) => found[kind].flatMap(({ id, nodes }) => nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`));
    return {
      violations: lines('violations'),
      undecided: lines('incomplete'),
      kept: found.passes.map(({ id }) => id),
    }";

impl Axe {
    /// Installs axe-core unless it is there.
    pub fn ready() -> Outcome<Self> {
        let script = tools::axe().map_err(|error| process::explain(&error))?;
        Ok(Self {
            source: fs::read_to_string(script)?,
        })
    }

    /// Looks at the page and into every open shadow root.
    pub async fn look(&self, browser: &Browser) -> Outcome<Seen> {
        let there = browser
            .script("return typeof axe === 'object'", vec![])
            .await?;
        if there != true {
            browser.script(&self.source, vec![]).await?;
        }
        Ok(serde_json::from_value(browser.script(LOOK, vec![]).await?)?)
    }
}

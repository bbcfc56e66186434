//! What the quiz recommends.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Quiz;
use crate::{Outcome, until};

/// One reason for the recommendation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// `exclude`, `defer`, `review` or `note`.
    pub effect: String,
}

/// How many sessions the recommendation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The fewest that published courses used.
    pub low: u64,
    /// What most of them used at most.
    pub most: u64,
    /// The most that any of them used.
    pub high: u64,
}

impl Quiz<'_> {
    /// Waits for the recommendation and returns its verdict over all areas, which stands first.
    pub async fn verdict(&self) -> Outcome<String> {
        self.wait_screen("recommendation").await?;
        let script = "return [root, ...all('[data-verdict]')]
            .find((part) => part.dataset.verdict)?.dataset.verdict";
        until("a verdict", async || {
            Ok(self.read(script, &[]).await?.as_str().map(str::to_owned))
        })
        .await
    }

    /// The verdict of each area that has a part of its own.
    pub async fn areas(&self) -> Outcome<BTreeMap<String, String>> {
        let script = "return all('[data-area][data-verdict]')
            .map((part) => [part.dataset.area, part.dataset.verdict])";
        Ok(self.pairs(script).await?.into_iter().collect())
    }

    /// The reasons that are shown, without order.
    pub async fn findings(&self) -> Outcome<BTreeSet<Finding>> {
        let script = "return all('[data-rule][data-effect]')
            .map((part) => [part.dataset.rule, part.dataset.effect])";
        let pairs = self.pairs(script).await?;
        Ok(pairs
            .into_iter()
            .map(|(rule, effect)| Finding { rule, effect })
            .collect())
    }

    /// The number of sessions, where one is named.
    pub async fn estimate(&self) -> Outcome<Option<Estimate>> {
        let script = "const part = all('[data-sessions-low]')[0]?.dataset;
            return part && [part.sessionsLow, part.sessionsMost, part.sessionsHigh].map(Number)";
        let numbers = self.read(script, &[]).await?;
        let mut numbers = numbers.as_array().into_iter().flatten().map(Value::as_u64);
        let mut next = || numbers.next().flatten();
        Ok((|| {
            Some(Estimate {
                low: next()?,
                most: next()?,
                high: next()?,
            })
        })())
    }

    async fn pairs(&self, script: &str) -> Outcome<Vec<(String, String)>> {
        let found = self.read(script, &[]).await?;
        let pair = |pair: &Value| {
            let text = |index| pair.get(index).and_then(Value::as_str).map(str::to_owned);
            Some((text(0)?, text(1)?))
        };
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(pair)
            .collect())
    }
}

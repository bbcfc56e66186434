//! What each rule says.

use jiff::civil::Date;

use super::calendar::{Length, after, length};
use super::expression::{Expr, parse};
use super::facts::{Facts, all};

/// Effects, from mild to strict.
pub(super) const EFFECTS: [&str; 4] = ["note", "review", "defer", "exclude"];

pub(super) fn strictness(effect: &str) -> usize {
    EFFECTS
        .iter()
        .position(|known| *known == effect)
        .expect("an effect")
}

#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    effect: String,
    by_area: bool,
    when: Expr,
    wait: Option<Length>,
    from: Option<String>,
    team: bool,
    becomes: Option<(Expr, String, Option<Length>)>,
    unsure: Option<String>,
}

fn text(entry: &toml::Value, key: &str) -> Option<String> {
    entry
        .get(key)
        .map(|value| value.as_str().expect("text").to_owned())
}

impl Rule {
    pub(super) fn new(entry: &toml::Value) -> Rule {
        let effect = text(entry, "effect").expect("an effect");
        let becomes = entry.get("becomes").map(|becomes| {
            let then = text(becomes, "effect").unwrap_or_else(|| effect.clone());
            let when = parse(&text(becomes, "when").expect("a condition"));
            (when, then, text(becomes, "wait").map(|wait| length(&wait)))
        });
        let usual = (effect != "note").then(|| "review".to_owned());
        Rule {
            id: text(entry, "id").expect("an id"),
            by_area: text(entry, "scope").as_deref() == Some("area"),
            when: parse(&text(entry, "when").expect("a condition")),
            wait: text(entry, "wait").map(|wait| length(&wait)),
            from: text(entry, "from"),
            team: entry.get("team").is_some(),
            unsure: text(entry, "unsure").or(usual),
            becomes,
            effect,
        }
    }
}

/// What a rule says of one area.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) id: String,
    pub(super) effect: String,
    pub(super) unsure: bool,
    pub(super) earliest: Option<Date>,
    pub(super) not_before: Option<Date>,
}

impl Finding {
    pub(super) fn plain(id: &str, effect: &str) -> Finding {
        Finding {
            id: id.to_owned(),
            effect: effect.to_owned(),
            unsure: false,
            earliest: None,
            not_before: None,
        }
    }
}

impl Rule {
    pub(super) fn judge(&self, facts: &Facts<'_>, area: &str, dates: bool) -> Option<Finding> {
        let here = self.by_area.then_some(area);
        let becomes =
            self.becomes
                .as_ref()
                .filter(|(when, then, _)| match facts.known(when, here) {
                    Some(known) => known,
                    None => *then == self.effect,
                });
        let effect = becomes.map_or(&self.effect, |(_, then, _)| then);
        let wait = becomes
            .and_then(|(_, _, wait)| wait.as_ref())
            .or(self.wait.as_ref());
        let mut holds = facts.known(&self.when, here);
        let anchor = self.from.as_deref().filter(|_| self.effect == "defer");
        if let (Some(from), Some(wait)) = (anchor, wait) {
            holds = all([holds, facts.since(from, wait, true)].into_iter());
        }
        let mut finding = Finding::plain(&self.id, effect);
        match holds {
            Some(false) => return None,
            Some(true) => {}
            // A note may be more than that while it is unknown; a softened class stays softened.
            None => {
                let unsure = self.unsure.as_ref()?;
                finding.unsure = true;
                let softened = strictness(effect) < strictness(&self.effect);
                if !softened || strictness(unsure) < strictness(effect) {
                    finding.effect.clone_from(unsure);
                }
                if finding.effect == "note" {
                    return None;
                }
            }
        }
        if finding.effect == "defer" && !finding.unsure && dates {
            let end = anchor
                .zip(wait)
                .and_then(|(from, wait)| Some(after(facts.day(from)?, wait)));
            if self.team {
                finding.not_before = end;
            } else {
                finding.earliest = end;
            }
        }
        Some(finding)
    }
}

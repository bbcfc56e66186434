//! A clinic's stricter rules, on top of a protocol. There is no way to say anything milder: effects,
//! waits, sessions and spacing are combined with what the protocol says by taking the stricter of the
//! two, findings can only be added, and what can be hidden are goals and areas.

mod apply;
mod reads;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use self::reads::reads;

use super::{AreaId, Condition, Effect, GoalId, OptionId, QuestionId, RuleId, Set};

/// A clinic's stricter rules. Ids are those of one protocol.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// Findings of the clinic's own.
    pub added: Vec<Added>,
    /// Rules that do at least this wherever they fire.
    pub raised: Vec<(RuleId, Effect)>,
    /// Waits that last at least so many of the days, weeks or months that the rule counts.
    pub longer: Vec<(RuleId, u16)>,
    /// Courses with at least so many sessions, so far apart.
    pub more: Vec<More>,
    /// Goals and areas that are not offered. Any other option stays.
    pub hidden: Vec<(QuestionId, OptionId)>,
}

/// A finding that a clinic adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// Its id among the clinic's own: letters, digits and hyphens.
    pub id: String,
    /// What it does.
    pub effect: Effect,
    /// The areas it is about; none for all.
    pub areas: Set<AreaId>,
    /// When it fires, as written.
    pub said: String,
    /// When it fires.
    pub when: Condition,
    /// What the clinic tells, in plain text.
    pub text: String,
}

/// More than the published courses: at least so many. 0 leaves a number as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct More {
    /// The goal; `None` for all.
    pub goal: Option<GoalId>,
    /// The low end. It stays within the high end, which nobody can raise.
    pub low: u8,
    /// What most people have. It stays within the high end.
    pub most: u8,
    /// Weeks between two sessions, at most [`WIDEST`].
    pub weeks: u8,
}

/// The widest spacing that published courses use, in weeks.
pub const WIDEST: u8 = 6;

/// What the public id of an added finding begins with, so that it is none of the protocol's own.
pub const CLINIC: &str = "clinic:";

impl Overlay {
    /// Whether it leaves the protocol as it is.
    pub fn is_empty(&self) -> bool {
        *self == Overlay::default()
    }

    /// A number that differs where overlays differ, whatever the order of their parts; 0 for none. It
    /// rests on public ids, so it stays when a protocol's positions change.
    #[inline(never)]
    pub fn digest(&self, base: &super::Protocol) -> u32 {
        let mut digest = 0_u32;
        let mut add = |parts: &[&str]| digest = digest.wrapping_add(sum(parts));
        for added in &self.added {
            let areas: Vec<_> = added.areas.iter().map(|area| base.area(area).id).collect();
            let (effect, areas) = (added.effect.id(), areas.join(" "));
            add(&["+", &added.id, effect, &areas, &added.said, &added.text]);
        }
        for (rule, effect) in &self.raised {
            add(&["^", base.rule(*rule).id, effect.id()]);
        }
        for (rule, count) in &self.longer {
            add(&["w", base.rule(*rule).id, &text(*count)]);
        }
        for more in &self.more {
            let goal = more.goal.map_or("*", |goal| base.goal(goal).id);
            let [low, most, weeks] = [more.low, more.most, more.weeks].map(u16::from).map(text);
            add(&["n", goal, &low, &most, &weeks]);
        }
        for (question, option) in &self.hidden {
            let (asked, option) = (
                base.question(*question).id,
                base.option(*question, *option).id,
            );
            add(&["-", asked, option]);
        }
        if digest == 0 && !self.is_empty() {
            1
        } else {
            digest
        }
    }

    /// The rules that this overlay makes stricter.
    pub fn stricter(&self) -> Vec<RuleId> {
        let raised = self.raised.iter().map(|(rule, _)| *rule);
        raised
            .chain(self.longer.iter().map(|(rule, _)| *rule))
            .collect()
    }
}

fn text(number: u16) -> String {
    number.to_string()
}

/// FNV-1a over parts that end where they end.
fn sum(parts: &[&str]) -> u32 {
    let mut sum = 0x811c_9dc5_u32;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    sum
}

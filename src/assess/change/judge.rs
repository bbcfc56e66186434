//! What stands in a person's way: what the rules and the goals say after changes.

use super::Outcome;
use super::mask::Mask;
use super::scene::Scene;
use crate::assess::estimate::applies;
use crate::assess::facts::View;
use crate::assess::finding::{self, Finding, judge};
use crate::assess::latest;
use crate::assess::recommendation::Verdict;
use crate::protocol::{
    AreaId, Date, Effect, Fit, Gather, GoalId, QuestionId, RuleId, Scope, Set, Truth,
};

/// What stands in the way of a milder verdict.
#[derive(Clone, Copy, Debug)]
pub(super) struct Obstacle {
    /// The verdict that it causes; "out of scope" where the answers do not go together.
    pub(super) verdict: Verdict,
    /// The area that it concerns; `None` for the person.
    pub(super) area: Option<AreaId>,
    /// What it hangs on.
    pub(super) mask: Mask,
    /// The rule, or the question that has no answer.
    pub(super) cause: Cause,
    /// The day on which it ends, if it says one.
    pub(super) earliest: Option<Date>,
}

/// What an obstacle goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A rule.
    Rule(RuleId),
    /// A question that has become due.
    Question(QuestionId),
    /// A goal, or that there is none, or the age of the protocol.
    Other,
}

/// A person after changes.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub(super) obstacles: Vec<Obstacle>,
    pub(super) outcome: Outcome,
}

impl Scene<'_> {
    /// The goals of each area, those that hang on what was touched looked at again.
    pub(super) fn goals(&self, view: &View<'_>, touched: Mask) -> Vec<(AreaId, Set<GoalId>)> {
        let known = |area| {
            let mut now = self.goals_now.iter();
            now.find(|(of, _)| *of == area).map(|(_, goals)| *goals)
        };
        let each = view.areas().map(|area| {
            let known = known(area);
            let mut goals = known.unwrap_or_default();
            for (id, mask) in self.protocol.goal_ids().zip(&self.goals) {
                if known.is_some() && mask & touched == 0 {
                    continue;
                }
                goals = if applies(view, id, area) {
                    goals.with(id)
                } else {
                    goals.without(id)
                };
            }
            (area, goals)
        });
        each.gather()
    }

    /// What the rules say, those that hang on what was touched judged again.
    pub(super) fn judge(&self, view: &View<'_>, touched: Mask, known: &[Finding]) -> Vec<Finding> {
        let mut found = Vec::new();
        for (id, rule, mask) in &self.rules {
            if mask & touched == 0 {
                continue;
            }
            if rule.scope == Scope::Person {
                found.extend(judge(view, *id, None, self.dates));
            } else {
                let here = view
                    .areas()
                    .filter_map(|area| judge(view, *id, Some(area), self.dates));
                found.extend(here);
            }
        }
        let still = |finding: &&Finding| {
            let mut areas = finding.areas.iter();
            let there = areas.all(|area| view.areas().any(|known| known == area));
            there && self.mask_of(finding) & touched == 0
        };
        found.extend(known.iter().filter(still).copied());
        found
    }

    fn mask_of(&self, finding: &Finding) -> Mask {
        let mut rules = self.rules.iter();
        let rule = rules.find(|(id, ..)| finding::Cause::Rule(*id) == finding.cause);
        rule.map_or(0, |(_, _, mask)| *mask)
    }

    pub(super) fn judged(
        &self,
        view: &View<'_>,
        findings: Vec<Finding>,
        goals: &[(AreaId, Set<GoalId>)],
        day: Date,
    ) -> Judged {
        let mut obstacles: Vec<Obstacle> = findings
            .iter()
            .filter_map(|finding| self.obstacle(finding))
            .gather();
        let out_of_scope = self.protocol.out_of_scope.holds(view, None) == Truth::Yes;
        let mut add = |verdict, area, mask| {
            obstacles.push(Obstacle {
                verdict,
                area,
                mask,
                cause: Cause::Other,
                earliest: None,
            });
        };
        if out_of_scope {
            add(Verdict::OutOfScope, None, 0);
        }
        for (area, goals) in goals {
            let fit = |id: GoalId| self.protocol.goal(id).fit;
            let poor = goals.iter().all(|id| fit(id) == Fit::Poor);
            if poor && !goals.is_empty() {
                add(Verdict::NotIndicated, Some(*area), 0);
            }
            for id in goals.iter().filter(|id| fit(*id) == Fit::Ask) {
                let mask = self.goals.get(id.index()).copied().unwrap_or(!0);
                add(Verdict::Review, Some(*area), mask);
            }
            // Beside a reason of its own this changes nothing: no day makes the protocol younger.
            if day > self.protocol.review_by && !poor {
                add(Verdict::Review, Some(*area), 0);
            }
        }
        let outcome = outcome(&obstacles, goals);
        Judged { obstacles, outcome }
    }

    fn obstacle(&self, finding: &Finding) -> Option<Obstacle> {
        let finding::Cause::Rule(id) = finding.cause else {
            return None;
        };
        Some(Obstacle {
            verdict: match finding.effect {
                Effect::Note => return None,
                Effect::Review => Verdict::Review,
                Effect::Defer => Verdict::Defer,
                Effect::Exclude => Verdict::Exclude,
            },
            area: finding.areas.iter().next(),
            mask: self.mask_of(finding),
            cause: Cause::Rule(id),
            earliest: finding.earliest,
        })
    }
}

fn outcome(obstacles: &[Obstacle], goals: &[(AreaId, Set<GoalId>)]) -> Outcome {
    let areas = goals.iter().map(|(area, _)| {
        let mine = || {
            let mut all = obstacles.iter();
            std::iter::from_fn(move || {
                all.find(|obstacle| obstacle.area.is_none_or(|of| of == *area))
            })
        };
        let verdict = mine().map(|obstacle| obstacle.verdict).max();
        let verdict = verdict.unwrap_or(Verdict::Suitable);
        let deferring = mine().filter(|obstacle| obstacle.verdict == Verdict::Defer);
        let earliest = match verdict {
            Verdict::Defer => latest(deferring.map(|obstacle| obstacle.earliest)),
            _ => None,
        };
        (*area, verdict, earliest)
    });
    let areas: Vec<_> = areas.gather();
    let verdict = areas.iter().map(|(_, verdict, _)| *verdict).max();
    let verdict = verdict.unwrap_or(Verdict::Review);
    let deferred = areas.iter().filter(|(_, of, _)| *of == Verdict::Defer);
    let earliest = match verdict {
        Verdict::Defer => latest(deferred.map(|(.., earliest)| *earliest)),
        _ => None,
    };
    Outcome {
        verdict,
        earliest,
        areas,
    }
}

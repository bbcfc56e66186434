//! One person, judged after changes. Only what hangs on a change is judged again.

use super::Outcome;
use super::edit::{Edit, changed, concerns};
use super::judge::{Cause, Judged, Obstacle};
use super::mask::{AREAS, BITS, FIRST, Mask, Masks, TIME};
use super::search::Picked;
use crate::assess::answers::CompleteAnswers;
use crate::assess::facts::View;
use crate::assess::finding::Finding;
use crate::assess::recommendation::Verdict;
use crate::protocol::{
    AreaId, Change, Condition, Date, Effect, Elsewhere, Gather, GoalId, Protocol, QuestionId, Rule,
    RuleId, Set, Truth,
};

/// A person, and everything that may change.
pub(super) struct Scene<'a> {
    pub(super) protocol: &'a Protocol,
    elsewhere: &'a [Elsewhere],
    pub(super) person: &'a CompleteAnswers,
    pub(super) masks: Masks<'a>,
    /// What can be changed. Sets of them are bits.
    pub(super) edits: Vec<Edit>,
    pub(super) rules: Vec<(RuleId, &'a Rule, Mask)>,
    pub(super) goals: Vec<Mask>,
    lists: Vec<QuestionId>,
    pub(super) dates: bool,
    findings: Vec<Finding>,
    pub(super) goals_now: Vec<(AreaId, Set<GoalId>)>,
    now: Judged,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        protocol: &'a Protocol,
        changes: &'static [Change],
        elsewhere: &'a [Elsewhere],
        person: &'a CompleteAnswers,
    ) -> Scene<'a> {
        let answers = person.answers();
        let view = View::new(protocol, answers.clone(), person.today());
        let concerned = changes
            .iter()
            .filter(|change| concerns(protocol, answers, change));
        let mut edits: Vec<Edit> = concerned.map(Edit::Change).gather();
        let areas: Vec<AreaId> = view.areas().gather();
        if areas.len() > 1 {
            edits.extend(areas.into_iter().map(Edit::Without));
        }
        edits.truncate(BITS);
        let masks = Masks::new(protocol, elsewhere, answers, &edits);
        let ids = || protocol.rule_ids().zip(protocol.rules);
        let rules = ids()
            .filter(|(_, rule)| matters(rule))
            .map(|(id, rule)| (id, rule, masks.of_rule(rule)));
        let lists = protocol.question_ids();
        let lists = lists.filter(|id| protocol.question(*id).one_of.is_some());
        let mut scene = Scene {
            protocol,
            elsewhere,
            person,
            edits,
            rules: rules.gather(),
            goals: protocol
                .goals
                .iter()
                .map(|goal| masks.of(&goal.when))
                .gather(),
            lists: lists.gather(),
            dates: person.today() >= protocol.released,
            findings: Vec::new(),
            goals_now: Vec::new(),
            now: Judged {
                obstacles: Vec::new(),
                outcome: Outcome {
                    verdict: Verdict::OutOfScope,
                    earliest: None,
                    areas: Vec::new(),
                },
            },
            masks,
        };
        scene.findings = scene.judge(&view, FIRST, &[]);
        scene.goals_now = scene.goals(&view, FIRST);
        scene.now = scene.judged(
            &view,
            scene.findings.clone(),
            &scene.goals_now,
            person.today(),
        );
        scene
    }

    /// The person as they are.
    pub(super) fn now(&self) -> &Judged {
        &self.now
    }

    /// The changes and the areas left out that are picked.
    pub(super) fn picked(&self, picked: Picked) -> (Vec<&'static Change>, Set<AreaId>, Mask) {
        let mut changes = Vec::new();
        let mut without = Set::new();
        let time = if picked.day.is_some() { TIME } else { 0 };
        let mut touched = picked.edits | time;
        for (index, edit) in self.edits.iter().enumerate() {
            if picked.edits >> index & 1 == 1 {
                match edit {
                    Edit::Change(change) => changes.push(*change),
                    Edit::Without(area) => {
                        touched |= AREAS;
                        without = without.with(*area);
                    }
                }
            }
        }
        (changes, without, touched)
    }

    /// The person after changes; `None` if they cannot be.
    pub(super) fn after(&self, picked: Picked) -> Option<Judged> {
        let (changes, without, touched) = self.picked(picked);
        let before = self.person.answers();
        let answers = changed(self.protocol, self.elsewhere, before, &changes, without)?;
        let day = picked.day.unwrap_or(self.person.today());
        let mut view = View::new(self.protocol, answers, day);
        view.areas().next()?;
        let mut missing = Vec::new();
        for (id, asked) in self.protocol.question_ids().zip(&self.masks.asked) {
            if (asked | self.masks.answers(id)) & touched == 0 {
                continue;
            }
            let question = self.protocol.question(id);
            let given = view.answers.get(id).is_some();
            if question.asked.holds(&view, None) != Truth::Yes {
                if given {
                    view.answers.set(id, None);
                }
            } else if !given && question.one_of.is_none() {
                missing.push(id);
            }
        }
        let goals = self.goals(&view, touched);
        let findings = self.judge(&view, touched, &self.findings);
        let mut judged = self.judged(&view, findings, &goals, day);
        let nowhere = view.areas().filter(|area| !self.has_goal(&view, *area));
        let nowhere = nowhere.map(|area| (Some(area), 0, Cause::Other));
        let due = missing.into_iter().map(|id| {
            let mask = self.masks.asked(id) | self.masks.answers(id);
            (None, mask, Cause::Question(id))
        });
        for (area, mask, cause) in nowhere.chain(due) {
            judged.obstacles.push(Obstacle {
                verdict: Verdict::OutOfScope,
                area,
                mask,
                cause,
                earliest: None,
            });
        }
        Some(judged)
    }

    /// Whether a goal was chosen for an area, whatever it turns out to be.
    fn has_goal(&self, view: &View<'_>, area: AreaId) -> bool {
        self.lists.iter().any(|list| {
            view.answers.chosen(*list).iter().any(|option| {
                let place = self.protocol.option(*list, option).place;
                place.is_some_and(|place| {
                    Condition::Here(*list, option, place).holds(view, Some(area)) == Truth::Yes
                })
            })
        })
    }

    /// Whether a day ends a wait that a team has to agree to.
    pub(super) fn team(&self, day: Date) -> bool {
        let mut findings = self.findings.iter();
        findings.any(|finding| finding.not_before.is_some_and(|end| end <= day))
    }
}

/// Whether a rule can be more than a note.
fn matters(rule: &Rule) -> bool {
    let becomes = rule.becomes.map_or(Effect::Note, |becomes| becomes.effect);
    rule.effect
        .max(becomes)
        .max(rule.unsure.unwrap_or(Effect::Note))
        > Effect::Note
}

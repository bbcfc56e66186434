//! An overlay on a protocol gives a protocol. Whatever is combined, is combined by the stricter.

use super::{Added, CLINIC, More, Overlay, WIDEST};
use crate::protocol::{
    Condition, Effect, Goal, Protocol, Question, QuestionId, Range, Role, Rule, Scope, Sessions,
    Span, TreatmentCourse, Word,
};

const NEVER: Condition = Condition::Any(&[]);

impl Overlay {
    /// The protocol with these stricter rules. Ids of the protocol stay what they are; added findings
    /// come after its rules. Tables live as long as the program, so apply an overlay once.
    #[inline(never)]
    pub fn apply(&self, base: &Protocol) -> Protocol {
        let mut rules = base.rules.to_vec();
        for (id, effect) in &self.raised {
            if let Some(rule) = rules.get_mut(id.index()) {
                raise(rule, *effect);
            }
        }
        for (id, count) in &self.longer {
            if let Some(rule) = rules.get_mut(id.index()) {
                lengthen(rule, *count);
            }
        }
        for (added, place) in self.added.iter().zip(0..) {
            rules.push(rule(base, added, place));
        }
        let mut goals = base.goals.to_vec();
        for (goal, place) in goals.iter_mut().zip(0_u8..) {
            for more in &self.more {
                if more.goal.is_none_or(|id| id.0 == place) {
                    extend(goal, *more);
                }
            }
        }
        let mut applied = Protocol {
            rules: rules.leak(),
            goals: goals.leak(),
            ..*base
        };
        if !self.hidden.is_empty() {
            let mut questions = base.questions.to_vec();
            for (question, place) in questions.iter_mut().zip(0_u16..) {
                self.hide(question, QuestionId(place));
            }
            applied.questions = questions.leak();
        }
        applied
    }

    /// Only in lists of areas and goals, of which another may be answered instead. A list without an
    /// option to choose is not asked.
    fn hide(&self, question: &mut Question, id: QuestionId) {
        if question.one_of.is_none() || !self.hidden.iter().any(|(of, _)| *of == id) {
            return;
        }
        let mut options = question.options.to_vec();
        let mut left = false;
        for (option, place) in options.iter_mut().zip(0_u8..) {
            let hidden = |(of, at): &(QuestionId, super::OptionId)| *of == id && at.0 == place;
            if self.hidden.iter().any(hidden) {
                option.shown = NEVER;
            } else {
                left |= option.role == Role::Plain;
            }
        }
        question.options = options.leak();
        if !left {
            question.asked = NEVER;
        }
    }
}

/// At least this effect wherever the rule fires, also where the rule is milder by itself. Not being
/// sure about it is then at least a question for a clinician.
fn raise(rule: &mut Rule, effect: Effect) {
    rule.effect = rule.effect.max(effect);
    rule.unsure = rule.unsure.max(Some(effect.min(Effect::Review)));
    let wait = rule.wait.and_then(|wait| wait.span);
    if let Some(becomes) = &mut rule.becomes {
        becomes.effect = becomes.effect.max(effect);
        // With the same effect, another wait holds even while its condition is unknown: it may then
        // not be shorter.
        if becomes.effect == rule.effect {
            becomes.span = becomes
                .span
                .filter(|span| weight(*span) >= wait.map_or(0, weight));
        }
    }
}

fn weight(span: Span) -> u32 {
    span.weight()
}

/// Waits that last longer. What is known of a date may then no longer say whether the wait is over, so
/// being unsure about it is at least a question for a clinician.
fn lengthen(rule: &mut Rule, count: u16) {
    let Some(span) = rule.wait.as_mut().and_then(|wait| wait.span.as_mut()) else {
        return;
    };
    let unit = span.unit;
    span.count = span.count.max(count);
    if let Some(other) = rule
        .becomes
        .as_mut()
        .and_then(|becomes| becomes.span.as_mut())
        && other.unit == unit
    {
        other.count = other.count.max(count);
    }
    let unsure = rule.unsure.unwrap_or(Effect::Note);
    if unsure > rule.effect {
        raise(rule, unsure);
    }
    rule.unsure = Some(unsure.max(Effect::Review));
}

/// More sessions of each range, within its high end.
fn extend(goal: &mut Goal, more: More) {
    goal.interval = goal.interval.max(more.weeks.min(WIDEST));
    if more.low == 0 && more.most == 0 {
        return;
    }
    let mut courses: Vec<TreatmentCourse> = goal.courses.to_vec();
    for course in &mut courses {
        let mut ranges: Vec<Range> = course.ranges.to_vec();
        for range in &mut ranges {
            let Sessions { low, most, high } = range.sessions;
            let low = low.max(more.low.min(high));
            let most = most.max(more.most.min(high)).max(low);
            range.sessions = Sessions { low, most, high };
        }
        course.ranges = ranges.leak();
    }
    goal.courses = courses.leak();
}

/// The rule that an added finding is.
fn rule(base: &Protocol, added: &Added, place: u16) -> Rule {
    let mut here = !added.areas.is_empty();
    added
        .when
        .each(&mut |part| here |= matches!(part, Condition::Here(..)));
    let mut when = added.when;
    if !added.areas.is_empty() {
        let mut areas = Vec::new();
        for area in base.area_ids().filter(|area| added.areas.has(*area)) {
            areas.push(Condition::Area(area));
        }
        when = Condition::All(vec![Condition::Any(areas.leak()), when].leak());
    }
    Rule {
        id: [CLINIC, &added.id].concat().leak(),
        effect: added.effect,
        scope: if here { Scope::Area } else { Scope::Person },
        when,
        wait: None,
        becomes: None,
        unsure: (added.effect > Effect::Note).then_some(Effect::Review),
        then: None,
        alert: false,
        medicine: false,
        title: Word(Word::CLINIC | (place & (Word::LATER - 1))),
        tell: Word::NONE,
        until: Word::NONE,
    }
}

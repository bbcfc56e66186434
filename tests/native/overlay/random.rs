//! Random overlays, aimed at what the person's own recommendation rests on.

use microneedling_quiz::assess::{Assessment, Cause};
use microneedling_quiz::protocol::{
    Added, AreaId, Condition, Effect, GoalId, Kind, More, OptionId, Overlay, QuestionId, RuleId,
    Set,
};

use crate::support::{Random, protocol};

const EFFECTS: [Effect; 4] = [Effect::Note, Effect::Review, Effect::Defer, Effect::Exclude];

/// Up to a handful of each, half of it about rules that fired.
pub(super) fn overlay(random: &mut Random, now: &Assessment) -> Overlay {
    let mut overlay = Overlay::default();
    for _ in 0..random.below(4) {
        overlay
            .raised
            .push((rule(random, now), *random.one_of(&EFFECTS)));
    }
    for _ in 0..random.below(4) {
        let rule = rule(random, now);
        overlay.longer.push((rule, random.below(30) as u16));
    }
    for _ in 0..random.below(3) {
        overlay.more.push(More {
            goal: random.percent(70).then(|| goal(random, now)),
            low: random.below(9) as u8,
            most: random.below(9) as u8,
            weeks: random.below(12) as u8,
        });
    }
    for index in 0..random.below(3) {
        overlay.added.push(added(random, index));
    }
    if random.percent(20) {
        overlay.hidden.push(option(random));
    }
    overlay
}

fn rule(random: &mut Random, now: &Assessment) -> RuleId {
    let fired = now.findings.iter().filter_map(|found| match found.cause {
        Cause::Rule(id) => Some(id),
        Cause::Goal(_) | Cause::Expired => None,
    });
    let fired: Vec<_> = fired.collect();
    if fired.is_empty() || random.percent(50) {
        RuleId(random.below(protocol().rules.len()) as u16)
    } else {
        *random.one_of(&fired)
    }
}

fn goal(random: &mut Random, now: &Assessment) -> GoalId {
    let mine: Vec<_> = now
        .areas
        .iter()
        .flat_map(|part| part.goals.iter())
        .collect();
    if mine.is_empty() {
        GoalId(random.below(protocol().goals.len()) as u8)
    } else {
        *random.one_of(&mine)
    }
}

fn added(random: &mut Random, index: usize) -> Added {
    let mut areas = Set::new();
    for _ in 0..random.below(3) {
        areas = areas.with(AreaId(random.below(protocol().areas.len()) as u8));
    }
    Added {
        id: format!("own-{index}"),
        effect: *random.one_of(&EFFECTS),
        areas,
        said: String::new(),
        when: condition(random),
        text: "Ask us first.".to_owned(),
    }
}

fn condition(random: &mut Random) -> Condition {
    if random.percent(20) {
        return Condition::Between(QuestionId(0), 0, 16 + random.below(100) as u16);
    }
    let parts = (0..=random.below(3)).map(|_| {
        let (question, option) = option(random);
        let place = protocol().option(question, option).place;
        match place {
            Some(place) => Condition::Here(question, option, place),
            None => Condition::Chosen(question, option),
        }
    });
    let parts: Vec<_> = parts.collect();
    if random.percent(50) {
        Condition::Any(parts.leak())
    } else {
        Condition::All(parts.leak())
    }
}

fn option(random: &mut Random) -> (QuestionId, OptionId) {
    if random.percent(10)
        && let Condition::Chosen(question, option) = random.one_of(protocol().areas).when
    {
        return (question, option);
    }
    loop {
        let question = QuestionId(random.below(protocol().questions.len()) as u16);
        let asked = protocol().question(question);
        let often = asked.about.is_none() || random.percent(20);
        if often && !matches!(asked.kind, Kind::Number { .. }) && !asked.options.is_empty() {
            return (question, OptionId(random.below(asked.options.len()) as u8));
        }
    }
}

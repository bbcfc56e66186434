//! A clinic's stricter rules, and the goals and areas that it offers.

use super::Guard;
use super::condition::{self, condition};
use super::lines::Lines;
use super::words;
use crate::protocol::{
    Added, Condition, Effect, More, OptionId, Overlay, Protocol, QuestionId, Set, Span, Unit,
    WIDEST,
};

/// So many findings a clinic may add.
const MOST_ADDED: usize = 20;

const RULE: &str = "the id of a rule, as in protocol.html";
const EFFECT: &str = "note, review, defer or exclude";
const STRICTER: &str = "an effect stricter than the guide's own: review, defer or exclude";
const ID: &str = "up to 40 small letters, digits and hyphens, used once";
const AREA: &str = "the id of an area, like face";
const GOAL: &str = "the id of a goal, like acne-scars";
const COUNT: &str = "a whole number from 1 to 6";
const LEAVE: &str = "a list that leaves something to choose";

#[inline(never)]
pub(super) fn read(base: &Protocol, lines: &mut Lines<'_>, guard: Guard<'_>) -> Overlay {
    let mut overlay = Overlay::default();
    for key in lines.keys("overlay.add") {
        if overlay.added.len() == MOST_ADDED {
            lines.problem("overlay.add", key, "at most 20 findings");
            break;
        }
        let known: Vec<_> = overlay.added.iter().map(|added| added.id.clone()).collect();
        overlay.added.extend(added(
            base,
            lines,
            &["overlay.add.", key].concat(),
            &known,
            guard,
        ));
    }
    raised(base, lines, &mut overlay);
    longer(base, lines, &mut overlay);
    more(base, lines, &mut overlay);
    offered(base, lines, &mut overlay);
    overlay
}

#[inline(never)]
fn added(
    base: &Protocol,
    lines: &mut Lines<'_>,
    path: &str,
    known: &[String],
    guard: Guard<'_>,
) -> Option<Added> {
    let at = |name: &str| [path, ".", name].concat();
    let text = words::text(lines, &at("text"), words::TEXT, guard);
    let id = lines.take(&at("id")).unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let named = (1..=40).contains(&id.len()) && id.bytes().all(plain);
    if !named || known.iter().any(|known| known == id) {
        lines.problem(&at("id"), id, ID);
    }
    let found = lines.take(&at("effect")).unwrap_or_default();
    let effect = effect(found);
    if effect.is_none() {
        lines.problem(&at("effect"), found, EFFECT);
    }
    let mut areas = Set::new();
    let mut whole = true;
    for (path, name) in lines.list(&at("areas")) {
        match base.area_ids().find(|area| base.area(*area).id == name) {
            Some(area) => areas = areas.with(area),
            None => {
                whole = false;
                lines.problem(path, name, AREA);
            }
        }
    }
    let mut ways = Vec::new();
    let mut said = Vec::new();
    let found = lines.list(&at("when"));
    if found.is_empty() {
        lines.problem(&at("when"), "", condition::ALLOWED);
    }
    for (path, text) in found {
        match condition(base, text) {
            Some(condition) => {
                ways.push(condition);
                said.push(text);
            }
            None => {
                whole = false;
                lines.problem(path, text, condition::ALLOWED);
            }
        }
    }
    let unique = named && !known.iter().any(|known| known == id);
    if !whole || !unique || ways.is_empty() {
        return None;
    }
    Some(Added {
        id: id.to_owned(),
        effect: effect?,
        areas,
        said: said.join("\n"),
        when: match ways.as_slice() {
            [one] => *one,
            _ => Condition::Any(ways.leak()),
        },
        text,
    })
}

fn effect(text: &str) -> Option<Effect> {
    let all = [Effect::Note, Effect::Review, Effect::Defer, Effect::Exclude];
    all.into_iter().find(|effect| effect.id() == text)
}

#[inline(never)]
fn raised(base: &Protocol, lines: &mut Lines<'_>, overlay: &mut Overlay) {
    for key in lines.keys("overlay.raise") {
        let path = ["overlay.raise.", key].concat();
        let found = lines.take(&path).unwrap_or_default();
        let rule = base.rule_ids().find(|id| base.rule(*id).id == key);
        match (rule, effect(found)) {
            (None, _) => lines.problem(&path, key, RULE),
            (Some(rule), Some(effect)) if effect > base.rule(rule).effect => {
                overlay.raised.push((rule, effect));
            }
            _ => lines.problem(&path, found, STRICTER),
        }
    }
}

#[inline(never)]
fn longer(base: &Protocol, lines: &mut Lines<'_>, overlay: &mut Overlay) {
    for key in lines.keys("overlay.wait") {
        let path = ["overlay.wait.", key].concat();
        let found = lines.take(&path).unwrap_or_default();
        let Some(rule) = base.rule_ids().find(|id| base.rule(*id).id == key) else {
            lines.problem(&path, key, RULE);
            continue;
        };
        let Some(span) = base.rule(rule).wait.and_then(|wait| wait.span) else {
            lines.problem(&path, found, "nothing: this rule waits for no time");
            continue;
        };
        let unit = match span.unit {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        };
        let count = found
            .strip_suffix(unit)
            .unwrap_or(found)
            .trim()
            .parse::<u16>();
        // Nobody is asked about what was longer ago.
        let reach = base.rule(rule).wait.and_then(|wait| wait.reach);
        let fits = |count| {
            let longer = Span { count, ..span };
            reach.is_none_or(|reach| longer.weight() <= reach.weight())
        };
        match count {
            // Ten years are far longer than any wait.
            Ok(count) if count > span.count && count <= 3650 && fits(count) => {
                overlay.longer.push((rule, count));
            }
            _ => {
                let than = span.count.to_string();
                let mut allowed = ["more than ", &than, " ", unit].concat();
                if reach.is_some() {
                    allowed.push_str(", and no longer ago than the quiz asks: see protocol.html");
                }
                lines.problem(&path, found, &allowed);
            }
        }
    }
}

#[inline(never)]
fn more(base: &Protocol, lines: &mut Lines<'_>, overlay: &mut Overlay) {
    for key in lines.keys("overlay.sessions") {
        let path = ["overlay.sessions.", key].concat();
        let goal = base.goal_ids().find(|id| base.goal(*id).id == key);
        let mut number = |name: &str| {
            let path = [&path, ".", name].concat();
            let found = lines.take(&path)?;
            let number = found
                .parse::<u8>()
                .ok()
                .filter(|number| (1..=WIDEST).contains(number));
            if number.is_none() {
                lines.problem(&path, found, COUNT);
            }
            number
        };
        let (low, most, weeks) = (number("low"), number("most"), number("weeks"));
        if goal.is_none() && key != "*" {
            lines.problem(
                &path,
                key,
                "the id of a goal, like acne-scars, or * for all",
            );
        } else if low.or(most).or(weeks).is_some() {
            overlay.more.push(More {
                goal,
                low: low.unwrap_or(0),
                most: most.unwrap_or(0),
                weeks: weeks.unwrap_or(0),
            });
        }
    }
}

/// What is offered, or all but what is hidden.
#[inline(never)]
fn offered(base: &Protocol, lines: &mut Lines<'_>, overlay: &mut Overlay) {
    for (name, all, allowed) in [("areas", areas(base), AREA), ("goals", goals(base), GOAL)] {
        let named = |found: &str| {
            all.iter()
                .find(|(of, at)| base.option(*of, *at).id == found)
        };
        let mut hidden = Vec::new();
        let only = lines.list(name);
        let hide = ["overlay.hide.", name].concat();
        let less = lines.list(&hide);
        let mut known = Vec::new();
        for (path, found) in &only {
            match named(found) {
                Some(option) => known.push(*option),
                None => lines.problem(path, found, allowed),
            }
        }
        if !known.is_empty() {
            hidden.extend(all.iter().filter(|option| !known.contains(option)).copied());
        }
        for (path, found) in &less {
            match named(found) {
                Some(option) if hidden.contains(option) => {}
                Some(option) => hidden.push(*option),
                None => lines.problem(path, found, allowed),
            }
        }
        if hidden.len() == all.len() {
            lines.problem(&hide, "everything", LEAVE);
        } else {
            overlay.hidden.extend(hidden);
        }
    }
}

/// The options that choose an area.
fn areas(base: &Protocol) -> Vec<(QuestionId, OptionId)> {
    let mut found = Vec::new();
    for area in base.areas {
        if let Condition::Chosen(question, option) = area.when {
            found.push((question, option));
        }
    }
    found
}

/// The options that choose a goal: those of the lists that ask where.
fn goals(base: &Protocol) -> Vec<(QuestionId, OptionId)> {
    let mut found = Vec::new();
    for id in base.question_ids() {
        let question = base.question(id);
        for (option, place) in question.options.iter().zip(0..) {
            if question.one_of.is_some() && option.place.is_some() {
                found.push((id, OptionId(place)));
            }
        }
    }
    found
}

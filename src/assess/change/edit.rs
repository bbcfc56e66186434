//! Answers after changes.

use crate::assess::answers::{Answer, Answers, Chosen};
use crate::protocol::{
    AreaId, Change, Condition, Elsewhere, Gather, Kind, OptionId, Protocol, QuestionId, Role, Set,
};

type Placed = (QuestionId, OptionId, QuestionId);

/// Something that can be changed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Edit {
    /// Answers become others.
    Change(&'static Change),
    /// An area is left out.
    Without(AreaId),
}

/// The answers that an edit by itself takes back or adds. Leaving out an area takes back that it was
/// chosen, and may take back what was only there.
pub(super) fn touches(
    protocol: &Protocol,
    elsewhere: &[Elsewhere],
    before: &Answers,
    edit: &Edit,
) -> Vec<(QuestionId, OptionId)> {
    let mut touched = Vec::new();
    match edit {
        Edit::Change(change) => touched.extend(change.from.iter().chain(change.to)),
        Edit::Without(area) => {
            protocol.area(*area).when.each(&mut |part| {
                if let Condition::Chosen(question, option) = *part {
                    touched.push((question, option));
                }
            });
            let here = |place: QuestionId| before.chosen(place).has(OptionId(area.0));
            for (question, option, place) in placed(protocol, before) {
                if here(place) {
                    touched.push((question, option));
                    touched.extend(said(elsewhere, question, option).and_then(|said| said.to));
                }
            }
        }
    }
    // With the last answer gone, "none of these" takes its place, and the other way round.
    for index in 0..touched.len() {
        if let Some((question, _)) = touched.get(index).copied() {
            let none = protocol.question(question).with_role(Role::None);
            touched.extend(none.map(|none| (question, none)));
        }
    }
    touched
}

/// The answers after these changes and without these areas. Answers that are no longer asked for may
/// be among them. `None` where an area carries what stays true of the person.
pub(super) fn changed(
    protocol: &Protocol,
    elsewhere: &[Elsewhere],
    before: &Answers,
    changes: &[&Change],
    without: Set<AreaId>,
) -> Option<Answers> {
    let mut answers = before.clone();
    for change in changes {
        for (question, option) in change.from {
            if answers.chosen(*question).has(*option) {
                take_back(protocol, &mut answers, *question, *option);
            }
        }
        for (question, option) in change.to {
            add(protocol, &mut answers, *question, *option);
        }
    }
    if !without.is_empty() {
        leave_out(protocol, elsewhere, &mut answers, without)?;
    }
    Some(answers)
}

/// Whether a change concerns somebody who gave these answers. Where a day is known, time is counted
/// from it instead.
pub(super) fn concerns(protocol: &Protocol, answers: &Answers, change: &Change) -> bool {
    let dated = |from: (QuestionId, OptionId)| {
        answers.iter().any(|(id, answer)| {
            let question = protocol.question(id);
            question.kind == Kind::Date
                && question.about == Some(from)
                && !matches!(answer, Answer::Options(_))
        })
    };
    let mut from = change.from.iter();
    from.any(|(question, option)| {
        answers.chosen(*question).has(*option) && !dated((*question, *option))
    })
}

fn take_back(protocol: &Protocol, answers: &mut Answers, question: QuestionId, option: OptionId) {
    let left = answers.chosen(question).without(option);
    let none = protocol.question(question).with_role(Role::None);
    let left = match none {
        Some(none) if left.is_empty() => Chosen::one(none),
        _ => left,
    };
    answers.set(question, Some(Answer::Options(left)));
}

fn add(protocol: &Protocol, answers: &mut Answers, question: QuestionId, option: OptionId) {
    let asked = protocol.question(question);
    let mut chosen = match asked.kind {
        Kind::Multi => answers.chosen(question),
        _ => Chosen::default(),
    };
    if let Some(none) = asked.with_role(Role::None) {
        chosen = chosen.without(none);
    }
    answers.set(question, Some(Answer::Options(chosen.with(option))));
}

/// Every option chosen that asks where, with the question that does.
pub(super) fn placed<'a>(
    protocol: &'a Protocol,
    answers: &'a Answers,
) -> impl Iterator<Item = Placed> + 'a {
    answers.iter().flat_map(move |(question, _)| {
        let chosen = answers.chosen(question).iter();
        chosen.filter_map(move |option| {
            Some((question, option, protocol.option(question, option).place?))
        })
    })
}

/// What is said of an answer about an area that is left out.
pub(super) fn said(
    elsewhere: &[Elsewhere],
    question: QuestionId,
    option: OptionId,
) -> Option<&Elsewhere> {
    elsewhere
        .iter()
        .find(|said| said.from == (question, option))
}

fn leave_out(
    protocol: &Protocol,
    elsewhere: &[Elsewhere],
    answers: &mut Answers,
    without: Set<AreaId>,
) -> Option<()> {
    let gone = |area: AreaId| without.has(area);
    let mut left: Set<AreaId> = Set::new();
    for area in protocol.area_ids() {
        protocol.area(area).when.each(&mut |part| {
            if let Condition::Chosen(question, option) = *part
                && answers.chosen(question).has(option)
            {
                if gone(area) {
                    take_back(protocol, answers, question, option);
                } else {
                    left = left.with(area);
                }
            }
        });
    }
    let all: Vec<Placed> = placed(protocol, answers).gather();
    for (question, option, place) in all {
        let here = answers.chosen(place);
        let mut stays: Chosen = here.iter().filter(|at| !gone(AreaId(at.0))).collect();
        if stays == here {
            continue;
        }
        let said = said(elsewhere, question, option);
        if let Some(said) = said {
            let shared = here
                .iter()
                .any(|at| gone(AreaId(at.0)) && said.beside.has(AreaId(at.0)));
            let beside = said.beside.iter().filter(|area| shared && left.has(*area));
            stays = beside
                .map(|area| OptionId(area.0))
                .fold(stays, Chosen::with);
        }
        answers.set(place, Some(Answer::Options(stays)));
        if stays.is_empty() {
            if said.is_some_and(|said| said.stays) {
                return None;
            }
            take_back(protocol, answers, question, option);
        }
        if let Some((question, option)) = said.and_then(|said| said.to) {
            add(protocol, answers, question, option);
        }
    }
    Some(())
}

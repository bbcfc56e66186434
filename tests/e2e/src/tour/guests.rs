//! Who takes the tour: as few of the native tests' people as meet every question and every verdict.

use std::collections::BTreeSet;

use microneedling_quiz::{
    assess::{Answer, Answers, Chosen},
    jsonl, protocol,
    protocol::{Date, Kind, QuestionId, Role},
    quiz::{Msg, Place, Quiz, Screen, save},
};

use crate::{Case, Outcome, cases};

/// The day of the tour. Most cases live on it.
pub(super) const DAY: &str = "2026-11-22";

/// Someone whose answers are there before they come.
pub(super) struct Guest {
    /// What the page's storage holds.
    pub(super) saved: String,
    /// The screen that they come back to.
    pub(super) screen: &'static str,
    pub(super) way: Way,
}

/// How a guest goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Looks at the first screen.
    Looks,
    /// Tries to go on without an answer.
    Refused,
    /// From page to page to the end.
    Whole,
    /// Asks for the answer when interrupted.
    Hurried,
}

/// Everyone who takes the tour.
pub(super) fn guests() -> Outcome<Vec<Guest>> {
    let today = Date::parse(DAY).ok_or("The day of the tour is none")?;
    let mut people = Vec::new();
    for case in cases()?.iter().filter(|case| case.today == DAY) {
        let answers = answers(case)?;
        let met = met(&answers, today);
        people.push((answers, met));
    }
    for choice in 0..2 {
        let answers = everything(today, choice);
        let met = met(&answers, today);
        people.push((answers, met));
    }
    let chosen = few(people);
    let mut guests = vec![
        guest(&Quiz::default(), Way::Looks),
        guest(&Quiz::default(), Way::Refused),
        Guest {
            saved: "nothing that a quiz has written".to_owned(),
            screen: "intro",
            way: Way::Looks,
        },
    ];
    guests.extend(chosen.iter().map(|answers| {
        let quiz = Quiz {
            answers: answers.clone(),
            ..Quiz::default()
        };
        guest(&quiz, Way::Whole)
    }));
    guests.push(undated(&chosen, today).ok_or("Nobody is asked for a date")?);
    guests.push(hurried(&chosen, today).ok_or("Nobody is interrupted")?);
    Ok(guests)
}

fn guest(quiz: &Quiz, way: Way) -> Guest {
    Guest {
        saved: save(protocol(), quiz),
        screen: match quiz.place {
            Place::Question(_) => "question",
            _ => "intro",
        },
        way,
    }
}

fn answers(case: &Case) -> Outcome<Answers> {
    let complete =
        jsonl::read(protocol(), &case.line()).map_err(|error| format!("{}: {error}", case.name))?;
    Ok(complete.answers().clone())
}

/// Someone who ticks everything that can be ticked, for the follow-ups that no case has. Where one
/// option alone can be chosen, it is the first or the last.
fn everything(today: Date, choice: usize) -> Answers {
    let mut answers = Answers::default();
    while let Some(id) = answers
        .path(protocol(), today)
        .into_iter()
        .find(|id| answers.get(*id).is_none())
    {
        let question = protocol().question(id);
        let plain = answers
            .offered(protocol(), today, id)
            .into_iter()
            .filter(|option| protocol().option(id, *option).role == Role::Plain);
        let answer = match question.kind {
            Kind::Number { .. } => Answer::Number(34),
            Kind::Date => Answer::Day(today),
            Kind::Multi => Answer::Options(plain.fold(Chosen::default(), Chosen::with)),
            Kind::Single => {
                let plain: Vec<_> = plain.collect();
                let chosen = if choice == 0 {
                    plain.first()
                } else {
                    plain.last()
                };
                Answer::Options(chosen.map_or(Chosen::default(), |option| Chosen::one(*option)))
            }
        };
        if answer == Answer::Options(Chosen::default()) {
            break;
        }
        answers.set(id, Some(answer));
    }
    answers
}

/// The places between the start and the end for someone with these answers.
fn places(answers: &Answers, today: Date) -> Vec<(Place, Screen)> {
    let mut quiz = Quiz {
        answers: answers.clone(),
        ..Quiz::default()
    };
    let mut places: Vec<(Place, Screen)> = Vec::new();
    let mut msg = Msg::Started;
    // Whoever stands still has come to the end, or is refused.
    while places.last().is_none_or(|(place, _)| *place != quiz.place) {
        places.push((quiz.place, quiz.screen(protocol(), today)));
        quiz = quiz.update(protocol(), today, msg);
        msg = match quiz.place {
            Place::Interruption(_) => Msg::WentOn,
            Place::Review => Msg::AskedForResult,
            _ => Msg::Continued,
        };
    }
    places
}

/// What someone with these answers meets: questions, the interruption, a verdict.
fn met(answers: &Answers, today: Date) -> BTreeSet<String> {
    places(answers, today)
        .into_iter()
        .flat_map(|(_, screen)| match screen {
            Screen::Question { page, .. } => page.into_iter().map(question).collect(),
            Screen::Interruption(_) => vec!["interruption".to_owned()],
            Screen::Recommendation(found) => vec![format!("{:?}", found.verdict)],
            Screen::Intro | Screen::Review(_) => Vec::new(),
        })
        .collect()
}

fn question(id: QuestionId) -> String {
    protocol().question(id).id.to_owned()
}

/// Those who meet the most that nobody before them has met, until nothing is left.
fn few(people: Vec<(Answers, BTreeSet<String>)>) -> Vec<Answers> {
    let mut left: BTreeSet<String> = people.iter().flat_map(|(_, met)| met.clone()).collect();
    let mut few = Vec::new();
    while !left.is_empty() {
        let new = |met: &BTreeSet<String>| met.intersection(&left).count();
        let Some((answers, met)) = people.iter().max_by_key(|(_, met)| new(met)) else {
            break;
        };
        few.push(answers.clone());
        left.retain(|thing| !met.contains(thing));
    }
    few
}

/// Someone back on a page that asks for a date, without one.
fn undated(people: &[Answers], today: Date) -> Option<Guest> {
    people.iter().find_map(|answers| {
        let asked = answers.path(protocol(), today);
        let date = asked
            .into_iter()
            .find(|id| matches!(protocol().question(*id).kind, Kind::Date))?;
        let mut answers = answers.clone();
        answers.set(date, None);
        let quiz = Quiz {
            answers,
            place: Place::Question(date),
            ..Quiz::default()
        };
        Some(guest(&quiz, Way::Refused))
    })
}

/// Someone who is interrupted, and has not answered the last question.
fn hurried(people: &[Answers], today: Date) -> Option<Guest> {
    people.iter().find_map(|answers| {
        let last = answers.path(protocol(), today).pop()?;
        let mut answers = answers.clone();
        answers.set(last, None);
        let interrupted = places(&answers, today)
            .iter()
            .any(|(place, _)| matches!(place, Place::Interruption(_)));
        let quiz = Quiz {
            answers,
            ..Quiz::default()
        };
        interrupted.then(|| guest(&quiz, Way::Hurried))
    })
}

//! What is on screen: whole pages against files that people have read, and rules that hold on every
//! page.

mod answer;
mod care;
mod clinic;
mod cost;
mod drawings;
mod golden;
mod languages;
mod options;
mod pages;
mod plan;
mod result;
mod review;
mod wording;

pub(crate) use self::wording::says;

use futures::executor::block_on;
use microneedling_quiz::assess::Assessment;
use microneedling_quiz::protocol::Date;
use microneedling_quiz::quiz::{Msg, Quiz, Screen};
use microneedling_quiz::text::Locale;
use microneedling_quiz::ui::{App, AppProps};
use yew::LocalServerRenderer;

use crate::support::{Node, Person, Sheet, Visitor, date, parse, protocol, sheet_of, today};

/// A clock that stands still.
type Clock = fn() -> Date;

/// The page that a quiz shows.
fn page(quiz: &Quiz) -> Node {
    page_on(quiz, today)
}

fn page_on(quiz: &Quiz, clock: Clock) -> Node {
    page_in(quiz, clock, Locale::english())
}

fn page_in(quiz: &Quiz, clock: Clock, locale: Locale) -> Node {
    let props = yew::props!(AppProps {
        protocol: protocol(),
        locale,
        evidence: microneedling_quiz::evidence(),
        clock,
        start: quiz.clone(),
        site: "https://quiz.example/",
    });
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    parse(&block_on(renderer.render()))
}

/// Someone's recommendation, as it is and as it is shown.
fn result_of(sheet: &Sheet, clock: Clock) -> (Assessment, Node) {
    let mut visitor = Visitor::new(clock());
    let assessment = visitor.go_to_result(sheet);
    (assessment, page_on(&visitor.quiz, clock))
}

/// Recommendations of random people, those who live on the day of the release.
fn results(
    people: impl Iterator<Item = Person>,
) -> impl Iterator<Item = (Person, Assessment, Node)> {
    people
        .filter(|person| person.today == today())
        .map(|person| {
            let (assessment, page) = result_of(&sheet_of(&person.answers), today);
            (person, assessment, page)
        })
}

/// Every screen that someone passes, from the intro to the result.
fn journey(person: &Person) -> Vec<(Quiz, Node)> {
    let screens = screens(person).into_iter();
    screens.map(|quiz| (quiz.clone(), page(&quiz))).collect()
}

/// The same in a language.
pub(crate) fn journey_in(person: &Person, locale: Locale) -> Vec<Node> {
    let screens = screens(person).into_iter();
    screens.map(|quiz| page_in(&quiz, today, locale)).collect()
}

fn screens(person: &Person) -> Vec<Quiz> {
    let sheet = sheet_of(&person.answers);
    let mut visitor = Visitor::new(person.today);
    let mut seen = vec![visitor.quiz.clone()];
    visitor.send(Msg::Started);
    while !visitor.page().is_empty() {
        seen.push(visitor.quiz.clone());
        visitor.fill_page(&sheet).send(Msg::Continued);
        assert!(
            visitor.quiz.problems.is_empty(),
            "the page does not let go: {:?}\n{}",
            visitor.quiz.problems,
            person.line()
        );
        if matches!(visitor.screen(), Screen::Interruption(_)) {
            seen.push(visitor.quiz.clone());
            visitor.send(Msg::WentOn);
        }
    }
    seen.push(visitor.quiz.clone());
    visitor.send(Msg::AskedForResult);
    seen.push(visitor.quiz.clone());
    seen
}

/// The day after which the rules have to be read again.
fn too_late() -> Date {
    date("2027-11-23")
}

/// The day before the release.
fn too_early() -> Date {
    date("2026-11-21")
}

//! How much is left, in pages and in questions: never more, unless an answer opened a branch.

use microneedling_quiz::quiz::{Msg, Screen, pages};
use serde_json::json;

use super::visitor;
use crate::support::{Visitor, healthy, people, protocol, sheet_of};

fn left(visitor: &Visitor) -> usize {
    match visitor.screen() {
        Screen::Question {
            progress: (_, left),
            ..
        } => left,
        _ => 0,
    }
}

/// The number in "About 9 questions left".
fn questions(visitor: &Visitor) -> usize {
    match visitor.screen() {
        Screen::Question { questions, .. } => questions,
        _ => 0,
    }
}

/// The hint counts what is asked from here on, the page in view included: somebody who answers as
/// things stand meets exactly so many.
#[test]
fn the_questions_left_are_those_that_are_asked() {
    for person in people(1003, 300) {
        let sheet = sheet_of(&person.answers);
        let mut quiz = visitor();
        quiz.quiz.answers = person.answers.clone();
        quiz.today = person.today;
        quiz.send(Msg::Started);
        let mut told = Vec::new();
        while !quiz.page().is_empty() {
            told.push((questions(&quiz), quiz.page().len()));
            quiz.finish_page(&sheet);
        }
        let mut asked = 0;
        for (left, here) in told.into_iter().rev() {
            asked += here;
            assert_eq!(left, asked, "{}", person.line());
        }
    }
}

/// Going on takes the questions of the page away; a rise needs an answer that opened a branch, which
/// shows at once, on the page where it was given.
#[test]
fn the_questions_left_rise_only_with_an_answer() {
    for person in people(1004, 400) {
        let sheet = sheet_of(&person.answers);
        let mut visitor = Visitor::new(person.today);
        visitor.send(Msg::Started);
        while !visitor.page().is_empty() {
            let before = questions(&visitor);
            let path = visitor.quiz.answers.path(protocol(), visitor.today);
            visitor.fill_page(&sheet);
            let after = questions(&visitor);
            let opened = visitor.quiz.answers.path(protocol(), visitor.today);
            let opened = opened.iter().any(|question| !path.contains(question));
            assert!(after <= before || opened, "{}", person.line());
            let here = visitor.page().len();
            visitor.finish_page(&sheet);
            assert_eq!(questions(&visitor), after - here, "{}", person.line());
        }
    }
}

#[test]
fn someone_healthy_counts_down() {
    let sheet = healthy(json!({}));
    let mut visitor = visitor();
    visitor.send(Msg::Started);
    let mut counts = Vec::new();
    while let Screen::Question {
        progress: (done, left),
        ..
    } = visitor.screen()
    {
        counts.push((done, left));
        visitor.finish_page(&sheet);
    }
    let last = counts.last().copied();
    assert_eq!(
        last,
        Some((visitor.pages.len() - 1, 0)),
        "the last page is the last"
    );
    // The goal's own details are the one branch that was opened.
    let rises = counts
        .windows(2)
        .filter(|pair| pair[1].1 >= pair[0].1)
        .count();
    assert!(rises <= 1, "{counts:?}");
}

/// Continue and "go on" take a page away; only answers may add some.
#[test]
fn the_pages_left_rise_only_with_an_answer() {
    for person in people(1001, 400) {
        let sheet = sheet_of(&person.answers);
        let mut visitor = Visitor::new(person.today);
        visitor.send(Msg::Started);
        while !visitor.page().is_empty() {
            let before = pages(protocol(), &visitor.quiz.answers, visitor.today);
            visitor.fill_page(&sheet);
            let after = pages(protocol(), &visitor.quiz.answers, visitor.today);
            let opened = after.len() > before.len();
            let still = left(&visitor);
            let done = matches!(visitor.screen(), Screen::Question { progress: (done, _), .. } if done == visitor.pages.len());
            assert!(done, "the pages behind do not count up\n{}", person.line());
            visitor.finish_page(&sheet);
            let next = left(&visitor);
            assert!(
                next < still || still == 0,
                "{next} left after {still} (opened: {opened})\n{}",
                person.line()
            );
        }
    }
}

/// Each page has its own place in the count, from the first to the last.
#[test]
fn done_and_left_make_up_the_whole() {
    for person in people(1002, 300) {
        let all = pages(protocol(), &person.answers, person.today);
        let mut quiz = microneedling_quiz::quiz::Quiz {
            answers: person.answers.clone(),
            ..Default::default()
        };
        for (index, page) in all.iter().enumerate() {
            quiz.place = microneedling_quiz::quiz::Place::Question(page[0]);
            let Screen::Question {
                page: shown,
                progress,
                ..
            } = quiz.screen(protocol(), person.today)
            else {
                panic!("no page is shown for {page:?}")
            };
            assert_eq!(
                (shown, progress),
                (page.clone(), (index, all.len() - 1 - index))
            );
        }
    }
}

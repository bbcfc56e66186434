//! Messages in any order: the conversation keeps its bearings.

use microneedling_quiz::assess::schedule::{Reason, Wishes};
use microneedling_quiz::protocol::{Date, Kind, OptionId, QuestionId};
use microneedling_quiz::quiz::{Msg, Place, Quiz, Screen, load, pages, save};

use crate::support::{Random, Visitor, protocol, today};

/// Anything that may happen, likely or not; mostly what a visitor could do with this page.
fn anything(random: &mut Random, visitor: &Visitor) -> Msg {
    let questions = protocol().questions.len();
    let page = visitor.page();
    let id = if page.is_empty() || random.percent(10) {
        QuestionId(random.below(questions) as u16)
    } else {
        *random.one_of(&page)
    };
    match random.below(27) {
        0 => Msg::Started,
        1 => Msg::WentBack,
        2 => Msg::AskedToChange(id),
        3 => Msg::AskedForResult,
        4 => Msg::WentOn,
        5 => Msg::Jumped(random.below(20)),
        6 if random.percent(5) => Msg::StartedOver,
        6..=12 => Msg::Continued,
        24.. => wish(random),
        _ => answer(random, id),
    }
}

/// Something about the plan, also about kept days that are not there.
fn wish(random: &mut Random) -> Msg {
    let day = random
        .percent(80)
        .then(|| Date::from_days(today().days() + random.below(500) as i32));
    let place = random.below(Wishes::MOST_KEPT + 2);
    match random.below(6) {
        0 => Msg::StartPicked(day),
        1 => Msg::KeptFree(Reason::Event),
        2 => Msg::KeptFree(Reason::Sun),
        3 => Msg::KeptFrom(place, day),
        4 => Msg::KeptTo(place, day),
        _ if random.percent(50) => Msg::GaveUp(place),
        _ => Msg::WantedDetails(random.percent(50)),
    }
}

/// An answer as the question's inputs could give it.
fn answer(random: &mut Random, id: QuestionId) -> Msg {
    let question = protocol().question(id);
    let day = |random: &mut Random| Date::from_days(today().days() + 20 - random.below(500) as i32);
    match (question.kind, random.below(3)) {
        (Kind::Number { .. }, _) => {
            Msg::Numbered(id, random.percent(80).then(|| 1 + random.below(130) as u16))
        }
        (Kind::Date, 0) => Msg::Dated(id, random.percent(80).then(|| day(random))),
        (Kind::Date, 1) => Msg::KnewOnlyMonth(id, random.percent(50)),
        _ => Msg::Answered(
            id,
            OptionId(random.below(question.options.len()) as u8),
            random.percent(85),
        ),
    }
}

fn is_answer(msg: Msg) -> bool {
    matches!(
        msg,
        Msg::Answered(..)
            | Msg::Numbered(..)
            | Msg::Dated(..)
            | Msg::KnewOnlyMonth(..)
            | Msg::StartedOver
    )
}

#[test]
fn any_order_of_events_leads_somewhere() {
    let mut random = Random::new(1301);
    let mut screens = [0_usize; 5];
    for _ in 0..150 {
        let mut visitor = Visitor::new(today());
        for _ in 0..250 {
            let msg = anything(&mut random, &visitor);
            let before = visitor.quiz.clone();
            visitor.send(msg);
            let pages = pages(protocol(), &visitor.quiz.answers, visitor.today);
            let step = visitor.quiz.step(protocol(), visitor.today);
            assert!(
                step <= pages.len() + 2,
                "step {step} of {} pages after {msg:?}",
                pages.len()
            );
            if !is_answer(msg) {
                // What is not asked may go once another area was chosen.
                let asked = |quiz: &Quiz| quiz.answers.on_path(protocol(), visitor.today);
                assert_eq!(
                    asked(&visitor.quiz),
                    asked(&before),
                    "{msg:?} changed an answer"
                );
            }
            let saved = save(protocol(), &visitor.quiz);
            let read = load(protocol(), &saved).expect("what was saved can be read");
            assert_eq!(
                (&read.answers, read.place, &read.wishes),
                (
                    &visitor.quiz.answers,
                    visitor.quiz.place,
                    &visitor.quiz.wishes
                ),
                "{saved}"
            );
            assert!(read.wishes.kept.len() <= Wishes::MOST_KEPT, "{saved}");
            if msg == Msg::StartedOver {
                assert_eq!(visitor.quiz.wishes, Wishes::default(), "wishes stay behind");
            }
            let at = match visitor.screen() {
                Screen::Intro => 0,
                Screen::Question {
                    page,
                    progress: (done, left),
                    ..
                } => {
                    assert!(
                        pages.contains(&page),
                        "a page that is not on the path after {msg:?}"
                    );
                    assert_eq!(done + 1 + left, pages.len(), "after {msg:?}");
                    1
                }
                Screen::Interruption(found) => {
                    assert!(found.partial);
                    2
                }
                Screen::Review(_) => 3,
                Screen::Recommendation(found) => {
                    assert!(
                        !found.partial
                            || visitor.quiz.place == Place::Recommendation { partial: true }
                    );
                    4
                }
            };
            screens[at] += 1;
        }
    }
    // Complete answers are rare among random ones: the recommendation has its own tests.
    assert!(screens[..3].iter().all(|count| *count > 50), "{screens:?}");
}

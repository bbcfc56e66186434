//! How long the quiz's own work takes, without a browser: `cargo xtask bench`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use microneedling_quiz::assess::schedule::{Kept, Plan, Reason, Wishes, course};
use microneedling_quiz::assess::{Answer, Answers, CompleteAnswers, assess, ways};
use microneedling_quiz::protocol::Date;
use microneedling_quiz::quiz::{Msg, Quiz, Screen, load, save};
use microneedling_quiz::{evidence, jsonl, protocol};

/// Someone healthy, someone with many findings, someone with three areas, the one of 200,000 random
/// people about whom it takes longest to say what would change the answer, and someone made up to make
/// it take longer still.
const PEOPLE: [&str; 5] = [
    "healthy",
    "many findings",
    "three areas",
    "many ways",
    "nine areas and unsure of everything",
];

fn people() -> Vec<(&'static str, CompleteAnswers)> {
    let lines = include_str!("people.jsonl").lines();
    let people = PEOPLE.into_iter().zip(lines);
    people
        .map(|(name, line)| {
            let answers = jsonl::read(protocol(), line);
            (name, answers.unwrap_or_else(|why| unreachable!("{why}")))
        })
        .collect()
}

/// Goes through the whole quiz, one message for each tap.
fn replay(answers: &Answers, person: &CompleteAnswers) -> Quiz {
    let (protocol, today) = (protocol(), person.today());
    let mut quiz = Quiz::default().update(protocol, today, Msg::Started);
    loop {
        match quiz.screen(protocol, today) {
            Screen::Question { page, .. } => {
                for question in page {
                    let messages = match answers.get(question) {
                        None => Vec::new(),
                        Some(Answer::Number(number)) => vec![Msg::Numbered(question, Some(number))],
                        Some(Answer::Day(day)) => vec![Msg::Dated(question, Some(day))],
                        Some(Answer::Month(year, month)) => vec![
                            Msg::Dated(question, Date::new(year, month, 1)),
                            Msg::KnewOnlyMonth(question, true),
                        ],
                        Some(Answer::Options(chosen)) => chosen
                            .iter()
                            .map(|option| Msg::Answered(question, option, true))
                            .collect(),
                    };
                    for message in messages {
                        quiz = quiz.update(protocol, today, message);
                    }
                }
                quiz = quiz.update(protocol, today, Msg::Continued);
            }
            Screen::Interruption(_) => quiz = quiz.update(protocol, today, Msg::WentOn),
            Screen::Review(_) => return quiz.update(protocol, today, Msg::AskedForResult),
            Screen::Intro | Screen::Recommendation(_) => return quiz,
        }
    }
}

fn quiz(criterion: &mut Criterion) {
    for (name, person) in people() {
        let answers = person.answers();
        criterion.bench_function(&format!("assess, {name}"), |bench| {
            bench.iter(|| assess(protocol(), black_box(&person)));
        });
        let evidence = evidence();
        criterion.bench_function(&format!("what would change it, {name}"), |bench| {
            let person = black_box(&person);
            bench.iter(|| ways(protocol(), evidence.changes, evidence.elsewhere, person));
        });
        criterion.bench_function(&format!("a whole quiz, tap by tap, {name}"), |bench| {
            bench.iter(|| replay(black_box(answers), &person));
        });
        let done = replay(answers, &person);
        assert!(
            matches!(
                done.screen(protocol(), person.today()),
                Screen::Recommendation(_)
            ),
            "the replay of {name} does not reach the recommendation"
        );
        plan(criterion, name, &person);
        let saved = save(protocol(), &done);
        criterion.bench_function(&format!("save and load, {name}"), |bench| {
            bench.iter(|| load(protocol(), &save(protocol(), black_box(&done))));
        });
        assert!(load(protocol(), &saved).is_some());
    }
}

/// From an assessment to a plan with dates around two kept ranges, as after each change of a wish.
fn plan(criterion: &mut Criterion, name: &str, person: &CompleteAnswers) {
    let (today, answers) = (person.today(), person.answers());
    let assessment = assess(protocol(), person);
    let course = || course(protocol(), answers, today, black_box(&assessment));
    let Some(start) = course().map(|course| course.earliest.unwrap_or(today)) else {
        return;
    };
    let kept = |reason, from: i32| Kept {
        reason,
        from: Some(Date::from_days(start.days() + from)),
        to: (reason == Reason::Sun).then(|| Date::from_days(start.days() + from + 10)),
    };
    let wishes = Wishes {
        start: Some(start),
        kept: vec![kept(Reason::Event, 40), kept(Reason::Sun, 90)],
        details: false,
    };
    let plan = || course().map(|course| course.plan(protocol(), today, black_box(&wishes)));
    assert!(
        matches!(plan(), Some(Plan::Dated(_))),
        "no plan for {name}: {:?}",
        plan()
    );
    criterion.bench_function(&format!("a plan with dates, {name}"), |bench| {
        bench.iter(plan);
    });
}

criterion_group!(benches, quiz);
criterion_main!(benches);

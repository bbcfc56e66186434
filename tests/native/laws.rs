//! What holds for everyone: laws over random people. A failure prints the smallest person found that
//! breaks the law, as a line for `assess`.

mod because;
mod change;
mod dates;
mod estimate;
mod floors;
mod monotonic;
mod partial;
mod schedule;
mod verdict;
pub(crate) mod ways;

use microneedling_quiz::assess::{Answer, Answers, Chosen};
use microneedling_quiz::protocol::{Kind, QuestionId, Role};

use crate::support::{Person, Random, people, protocol};

/// What a law says of one person: nothing, or how it is broken.
pub(crate) type Held = Result<(), String>;

pub(crate) fn ensure(holds: bool, why: impl FnOnce() -> String) -> Held {
    if holds { Ok(()) } else { Err(why()) }
}

/// Tests a law on so many people.
#[track_caller]
pub(crate) fn law(seed: u64, count: usize, test: impl Fn(&Person, &mut Random) -> Held) {
    hold_for(people(seed, count), test);
}

/// Tests a law on these people. The random numbers that it may use are the same on every run.
#[track_caller]
pub(crate) fn hold_for(
    people: impl Iterator<Item = Person>,
    test: impl Fn(&Person, &mut Random) -> Held,
) {
    for (index, person) in people.enumerate() {
        let held = |person: &Person| test(person, &mut Random::new(index as u64));
        if let Err(why) = held(&person) {
            let (person, why) = shrink(person, why, &held);
            panic!("{why}\nfor person {index}, in short:\n{}", person.line());
        }
    }
}

/// Takes answers away as long as the law stays broken.
fn shrink(mut person: Person, mut why: String, held: &dyn Fn(&Person) -> Held) -> (Person, String) {
    loop {
        let mut broken = simpler(&person).into_iter().filter_map(|smaller| {
            let why = held(&smaller).err()?;
            Some((smaller, why))
        });
        match broken.next() {
            Some(smaller) => (person, why) = smaller,
            None => return (person, why),
        }
    }
}

/// The people who ticked one option less, as far as their answers are still complete.
fn simpler(person: &Person) -> Vec<Person> {
    let multi = |(id, _): &(QuestionId, Answer)| protocol().question(*id).kind == Kind::Multi;
    let ticked: Vec<_> = person
        .answers
        .iter()
        .filter(multi)
        .flat_map(|(id, _)| {
            person
                .answers
                .chosen(id)
                .iter()
                .map(move |option| (id, option))
                .collect::<Vec<_>>()
        })
        .collect();
    let without = ticked.into_iter().filter_map(|(id, option)| {
        let mut answers = person.answers.clone();
        let left = answers.chosen(id).without(option);
        let none = protocol().question(id).with_role(Role::None);
        let left = if left.is_empty() {
            none.map_or(left, Chosen::one)
        } else {
            left
        };
        answers.set(id, Some(Answer::Options(left)));
        let answers = answers
            .complete(protocol(), person.today)
            .ok()?
            .answers()
            .clone();
        let smaller = Person {
            today: person.today,
            answers,
        };
        (smaller != *person).then_some(smaller)
    });
    without.collect()
}

/// The same person with another set of options, the rest as it was.
pub(crate) fn with_options(answers: &Answers, id: QuestionId, chosen: Chosen) -> Answers {
    let mut answers = answers.clone();
    answers.set(id, Some(Answer::Options(chosen)));
    answers
}

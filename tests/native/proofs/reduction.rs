//! Ages and days count by the interval between two boundaries: every age, and every day of more
//! than two years, is judged as its interval is.

use microneedling_quiz::assess::Answer;
use microneedling_quiz::protocol::{Date, Kind};

use super::SHIPPED;
use super::agreement::same;
use crate::support::{Person, date};

#[test]
fn every_age_and_every_day_is_judged_as_its_interval() {
    let all = &*SHIPPED;
    let mut seen = 0;
    for today in ["2026-11-22", "2027-03-01", "2027-08-30"].map(date) {
        for id in all.protocol.question_ids() {
            let answers: Vec<Answer> = match all.protocol.question(id).kind {
                Kind::Number { min, max } => (min..=max).map(Answer::Number).collect(),
                Kind::Date => (0..800)
                    .map(|back| Answer::Day(Date::from_days(today.days() - back)))
                    .collect(),
                Kind::Single | Kind::Multi => continue,
            };
            let asked = all.valid.and(&all.reader.asked[id.index()].yes);
            let somebody = asked.first_valuation().expect("every question is asked");
            let others = all
                .answers(&somebody, today)
                .expect("the mildest have a day");
            for answer in answers {
                let mut answers = others.clone();
                answers.set(id, Some(answer));
                let Ok(complete) = answers.complete(all.protocol, today) else {
                    continue;
                };
                // What an answer takes off the path does not count.
                let person = Person {
                    today,
                    answers: complete.answers().clone(),
                };
                assert!(same(&person), "they differ on {}", person.line());
                seen += 1;
            }
        }
    }
    assert!(seen > 20_000, "{seen}");
}

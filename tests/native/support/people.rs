//! Random people: valid, complete answers to the shipped protocol, found by walking the path.

use microneedling_quiz::assess::{
    Answer, Answers, Assessment, Chosen, CompleteAnswers, Wrong, assess,
};
use microneedling_quiz::protocol::{Date, Kind, OptionId, QuestionId, Role, Span, Unit};

use super::{Random, complete, date, line_of, protocol, sheet_of};

/// Someone on one day. Every answer is on the path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Person {
    pub(crate) today: Date,
    pub(crate) answers: Answers,
}

impl Person {
    #[track_caller]
    pub(crate) fn complete(&self) -> CompleteAnswers {
        complete(&self.answers, self.today)
    }

    #[track_caller]
    pub(crate) fn assessment(&self) -> Assessment {
        assess(protocol(), &self.complete())
    }

    /// The line of input that is this person.
    pub(crate) fn line(&self) -> String {
        line_of(&sheet_of(&self.answers), self.today)
    }

    pub(crate) fn has(&self, question: QuestionId, option: &str) -> bool {
        let option = protocol().question(question).option(option);
        option.is_some_and(|option| self.answers.chosen(question).has(option))
    }
}

/// So many people, the same ones on every run.
pub(crate) fn people(seed: u64, count: usize) -> impl Iterator<Item = Person> {
    let mut random = Random::new(seed);
    (0..count).map(move |_| person(&mut random))
}

/// How often someone ticks an option, and how often they are not sure.
#[derive(Clone, Copy)]
struct Mood {
    ill: usize,
    unsure: usize,
}

const MOODS: [Mood; 5] = [
    Mood { ill: 0, unsure: 0 },
    Mood { ill: 3, unsure: 0 },
    Mood { ill: 6, unsure: 4 },
    Mood { ill: 15, unsure: 2 },
    Mood {
        ill: 30,
        unsure: 25,
    },
];

/// Days on which months end, leap days are near, or the protocol's own dates pass.
const DAYS: [&str; 14] = [
    "2026-11-22",
    "2026-11-23",
    "2026-11-30",
    "2026-12-31",
    "2027-01-31",
    "2027-02-28",
    "2027-03-01",
    "2027-05-31",
    "2027-08-29",
    "2027-08-30",
    "2027-11-22",
    "2027-11-23",
    "2028-02-29",
    "2026-11-21",
];

fn person(random: &mut Random) -> Person {
    let today = date(DAYS[random.below(DAYS.len())]);
    let mood = *random.one_of(&MOODS);
    let mut answers = Answers::default();
    fill(random, mood, today, &mut answers);
    mend(today, &mut answers);
    Person { today, answers }
}

/// Gives random answers to what these answers leave open, and drops what is off the path.
pub(crate) fn finish(random: &mut Random, today: Date, mut answers: Answers) -> Person {
    fill(random, MOODS[1], today, &mut answers);
    mend(today, &mut answers);
    Person { today, answers }
}

fn fill(random: &mut Random, mood: Mood, today: Date, answers: &mut Answers) {
    loop {
        let path = answers.path(protocol(), today);
        let group_of = |id: &QuestionId| protocol().question(*id).one_of;
        let answered = |group: Option<u8>| {
            path.iter()
                .any(|id| group_of(id) == group && answers.get(*id).is_some())
        };
        let open: Vec<_> = path
            .iter()
            .copied()
            .filter(|id| answers.get(*id).is_none())
            .filter(|id| group_of(id).is_none() || !answered(group_of(id)))
            .collect();
        let Some(first) = open.first() else { return };
        if let Some(group) = group_of(first) {
            let together: Vec<_> = open
                .into_iter()
                .filter(|id| group_of(id) == Some(group))
                .collect();
            choose_among(random, &together, answers);
            continue;
        }
        for id in open.into_iter().take_while(|id| group_of(id).is_none()) {
            let answer = answer(random, mood, today, answers, id);
            answers.set(id, Some(answer));
        }
    }
}

/// One to three options of questions that share a group: areas, goals.
fn choose_among(random: &mut Random, questions: &[QuestionId], answers: &mut Answers) {
    let count = *random.one_of(&[1, 1, 1, 2, 2, 3]);
    for _ in 0..count {
        let question = *random.one_of(questions);
        let option = OptionId(random.below(protocol().question(question).options.len()) as u8);
        answers.set(
            question,
            Some(Answer::Options(answers.chosen(question).with(option))),
        );
    }
}

fn answer(
    random: &mut Random,
    mood: Mood,
    today: Date,
    answers: &Answers,
    id: QuestionId,
) -> Answer {
    let question = protocol().question(id);
    let offered = answers.offered(protocol(), today, id);
    let role = |option: &OptionId| question.options[option.index()].role;
    match question.kind {
        Kind::Number { .. } => Answer::Number(age(random, mood)),
        Kind::Date if question.options.is_empty() || random.percent(60) => {
            moment(random, today.max(protocol().released))
        }
        Kind::Single
            if question.one_of.is_none()
                && question.about.is_none()
                && !random.percent(mood.ill) =>
        {
            // What someone healthy says: "no", or the first option where there is no "no".
            Answer::Options(Chosen::one(question.option("no").unwrap_or(offered[0])))
        }
        Kind::Single | Kind::Date => Answer::Options(Chosen::one(*random.one_of(&offered))),
        Kind::Multi => {
            let often = if question.with_role(Role::None).is_some() {
                mood.ill
            } else {
                50
            };
            let chance = |option: &OptionId| match role(option) {
                Role::Plain => often,
                Role::None => 0,
                Role::Unsure => mood.unsure,
            };
            let ticked: Vec<_> = offered
                .iter()
                .filter(|option| random.percent(chance(option)))
                .copied()
                .collect();
            let alone = || question.with_role(Role::None).unwrap_or(offered[0]);
            let ticked = if ticked.is_empty() {
                vec![alone()]
            } else {
                ticked
            };
            Answer::Options(ticked.into_iter().fold(Chosen::default(), Chosen::with))
        }
    }
}

fn age(random: &mut Random, mood: Mood) -> u16 {
    const EDGES: [u16; 12] = [1, 17, 18, 21, 22, 34, 59, 60, 74, 75, 76, 120];
    if mood.ill == 0 {
        22 + random.below(60) as u16
    } else {
        *random.one_of(&EDGES)
    }
}

/// A day near one on which some wait ends, a month, or a day at random.
fn moment(random: &mut Random, today: Date) -> Answer {
    const WAITS: [(u16, Unit); 8] = [
        (0, Unit::Days),
        (2, Unit::Weeks),
        (4, Unit::Weeks),
        (6, Unit::Weeks),
        (2, Unit::Months),
        (6, Unit::Months),
        (12, Unit::Months),
        (18, Unit::Months),
    ];
    let (count, unit) = *random.one_of(&WAITS);
    let near = before(today, Span { count, unit });
    let shifted = Date::from_days(near.days() + random.below(7) as i32 - 3);
    let day = match random.below(10) {
        0 => Date::from_days(today.days() - random.below(800) as i32),
        1 => date("2024-02-29"),
        _ => shifted,
    };
    let day = day.min(today);
    if random.percent(25) {
        Answer::Month(day.year, day.month)
    } else {
        Answer::Day(day)
    }
}

/// About so long before; months end where they end.
fn before(today: Date, span: Span) -> Date {
    match span.unit {
        Unit::Days => Date::from_days(today.days() - i32::from(span.count)),
        Unit::Weeks => Date::from_days(today.days() - 7 * i32::from(span.count)),
        Unit::Months => {
            let months =
                u32::from(today.year) * 12 + u32::from(today.month) - 1 - u32::from(span.count);
            let (year, month) = ((months / 12) as u16, (months % 12 + 1) as u8);
            let last = Date::last_of_month(year, month).expect("a month that exists");
            Date::new(year, month, today.day).unwrap_or(last)
        }
    }
}

/// Sees to it that each area has a goal, and keeps only answers on the path.
#[track_caller]
fn mend(today: Date, answers: &mut Answers) {
    let problems = match answers.complete(protocol(), today) {
        Ok(complete) => {
            *answers = complete.answers().clone();
            return;
        }
        Err(problems) => problems,
    };
    for problem in problems {
        let Wrong::NoGoalFor(_) = problem.wrong else {
            panic!(
                "the generator made a wrong answer: {problem:?}\n{}",
                line_of(&sheet_of(answers), today)
            );
        };
        let everywhere = answers.offered(protocol(), today, problem.question);
        let everywhere = everywhere.into_iter().fold(Chosen::default(), Chosen::with);
        answers.set(problem.question, Some(Answer::Options(everywhere)));
    }
    *answers = complete(answers, today).answers().clone();
}

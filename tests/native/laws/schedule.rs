//! The plan: sessions never too close together, never on kept days or near them, never too early.

use microneedling_quiz::assess::schedule::{
    Course, Kept, Need, Plan, Reason, Schedule, WishProblem, Wishes, course,
};
use microneedling_quiz::assess::{Assessment, Recommendation};
use microneedling_quiz::protocol::Date;
use microneedling_quiz::quiz::{Place, Quiz};

use super::{Held, ensure, law};
use crate::support::{Person, Random, date, protocol, question};

fn course_of(person: &Person, found: &Assessment) -> Option<Course> {
    course(protocol(), &person.answers, person.today, found)
}

/// Days near the start, on which months end, and around leap days.
fn day(random: &mut Random, near: Date) -> Date {
    match random.below(10) {
        0 => *random.one_of(&[date("2027-01-31"), date("2028-02-29"), date("2027-02-28")]),
        _ => Date::from_days(near.days() + random.below(300) as i32 - 20),
    }
}

fn wishes(random: &mut Random, course: &Course, today: Date) -> Wishes {
    let near = course.earliest.unwrap_or(today).max(today);
    let mut wishes = Wishes {
        start: Some(Date::from_days(near.days() + random.below(120) as i32 - 4)),
        ..Wishes::default()
    };
    for _ in 0..random.below(5) {
        let from = day(random, near);
        let to = Date::from_days(from.days() + random.below(30) as i32 - 2);
        let reason = *random.one_of(&[Reason::Event, Reason::Sun]);
        wishes.kept.push(Kept {
            reason,
            from: random.percent(97).then_some(from),
            to: (reason == Reason::Sun && random.percent(97)).then_some(to),
        });
    }
    wishes
}

/// Dark patches or marks, or no knowing. Melasma and the like double the wait around sun.
fn pigment(person: &Person) -> bool {
    let goals = [
        "pigmentation-melasma",
        "pih-dark-marks",
        "other-hyperpigmentation",
        "deep-age-spots",
    ];
    let conditions = ["melasma", "dark-marks", "unsure"];
    goals
        .iter()
        .any(|goal| person.has(question("goals-colour"), goal))
        || conditions
            .iter()
            .any(|option| person.has(question("conditions"), option))
}

/// Whether a session on this day would break a wish, counted in days and apart from the plan's code.
fn broken(kept: &Kept, day: Date, sun: i32) -> bool {
    let Some(from) = kept.from else { return false };
    match kept.reason {
        Reason::Event => (from.days() - 13..=from.days()).contains(&day.days()),
        Reason::Sun => kept
            .to
            .is_some_and(|to| (from.days() - sun + 1..=to.days() + sun - 1).contains(&day.days())),
    }
}

fn right(person: &Person, course: &Course, wishes: &Wishes, schedule: &Schedule) -> Held {
    let sun = course.sun.weight() as i32 / 16;
    let long = pigment(person);
    ensure([14, 28].contains(&sun) && (long || sun == 14), || {
        format!("{sun} days of sun")
    })?;
    let start = wishes.start.expect("a plan has a start");
    let days: Vec<_> = schedule
        .sessions
        .iter()
        .map(|session| session.day)
        .collect();
    ensure(days.first() == Some(&start), || {
        "the start is not where it was picked".to_owned()
    })?;
    ensure(
        start >= person.today && Some(start) >= course.earliest,
        || format!("{start} is too early"),
    )?;
    let apart = 7 * i32::from(course.interval_weeks);
    for (index, session) in schedule.sessions.iter().enumerate() {
        let day = session.day;
        let kept = wishes.kept.iter().any(|kept| broken(kept, day, sun));
        ensure(!kept, || format!("{day} is not free"))?;
        let Some(before) = index.checked_sub(1).and_then(|index| days.get(index)) else {
            continue;
        };
        let due = before.days() + apart;
        ensure(day.days() >= due, || {
            format!("{day} is too close to {before}")
        })?;
        ensure((day.days() == due) == session.moved.is_none(), || {
            format!("{day}, due {due}, moved because of {:?}", session.moved)
        })?;
        // As early as can be: all days before it are closed.
        let open = (due..day.days())
            .map(Date::from_days)
            .find(|day| !wishes.kept.iter().any(|kept| broken(kept, *day, sun)));
        ensure(open.is_none(), || format!("{day}, though {open:?} is free"))?;
    }
    let count = |need: Need| {
        schedule
            .sessions
            .iter()
            .filter(|one| one.need == need)
            .count()
    };
    let sessions = course.sessions;
    let counts = (count(Need::Sure), count(Need::Usual), count(Need::Possible));
    let expected = (
        sessions.low,
        sessions.most - sessions.low,
        sessions.high - sessions.most,
    );
    let expected = (expected.0.into(), expected.1.into(), expected.2.into());
    ensure(counts == expected, || {
        format!("{counts:?} is not {expected:?}")
    })?;
    let last = days.last().copied().unwrap_or(start);
    let usual = days[usize::from(sessions.most) - 1];
    ensure(
        schedule.usual.early.days() == usual.days() + 28
            && schedule.usual.main.days() == usual.days() + 84
            && schedule.longest.main.days() == last.days() + 84
            && schedule.usual.full.0 > schedule.usual.main
            && schedule.usual.full.0 <= schedule.usual.full.1
            && days.contains(&schedule.review),
        || format!("{schedule:?}"),
    )
}

/// Each problem is real, told by the days alone.
fn real(person: &Person, course: &Course, wishes: &Wishes, problem: WishProblem) -> Held {
    let start = wishes.start.expect("a start was picked");
    let kept = |place: usize| wishes.kept[place];
    let sun = course.sun.weight() as i32 / 16;
    let holds = match problem {
        WishProblem::StartPast => start < person.today,
        WishProblem::StartTooEarly(day) => Some(day) == course.earliest && start < day,
        WishProblem::StartTooFar => start.days() > person.today.days() + 365,
        WishProblem::StartKept(place, day) => {
            day > start
                && !broken(&kept(place), day, sun)
                && wishes.kept.iter().any(|kept| broken(kept, start, sun))
        }
        WishProblem::Missing(place) => {
            kept(place).from.is_some() != kept(place).to.is_some()
                && kept(place).reason == Reason::Sun
        }
        WishProblem::EndBeforeStart(place) => kept(place).to < kept(place).from,
        WishProblem::TooLong(_) | WishProblem::Blocked(_) => false,
    };
    ensure(holds, || format!("{problem:?} of {wishes:?}"))
}

#[test]
fn sessions_keep_their_distance_and_every_wish() {
    let planned = std::cell::Cell::new([0_usize; 2]);
    law(901, 12_000, |person, random| {
        let found = person.assessment();
        let Some(course) = course_of(person, &found) else {
            return Ok(());
        };
        let wishes = wishes(random, &course, person.today);
        let [dated, impossible] = planned.get();
        match course.plan(protocol(), person.today, &wishes) {
            Plan::Undated => ensure(found.clock_behind, || "no dates".to_owned()),
            Plan::Dated(schedule) => {
                planned.set([dated + 1, impossible]);
                right(person, &course, &wishes, &schedule)
            }
            Plan::Impossible(problems) => {
                planned.set([dated, impossible + 1]);
                ensure(!problems.is_empty(), || {
                    "a problem without a name".to_owned()
                })?;
                problems
                    .into_iter()
                    .try_for_each(|problem| real(person, &course, &wishes, problem))
            }
        }
    });
    let [dated, impossible] = planned.get();
    assert!(
        dated > 1_500 && impossible > 500,
        "{dated} plans, {impossible} impossible"
    );
}

#[test]
fn a_plan_exists_exactly_where_a_number_does() {
    law(902, 6_000, |person, _| {
        let found = person.assessment();
        let course = course_of(person, &found);
        ensure(course.is_some() == found.estimate.is_some(), || {
            format!("{course:?}")
        })?;
        let Some(course) = course else { return Ok(()) };
        ensure(course.dated != found.clock_behind, || {
            "dates by a wrong clock".to_owned()
        })?;
        for part in &found.areas {
            let Recommendation::Defer {
                because,
                estimate: Some(_),
                ..
            } = &part.recommendation
            else {
                continue;
            };
            let known = because
                .as_slice()
                .iter()
                .flat_map(|why| [why.earliest, why.not_before]);
            let known = known.max().flatten();
            ensure(known <= course.earliest, || {
                format!("{known:?} does not hold")
            })?;
        }
        Ok(())
    });
}

/// Wishes are about the plan alone.
#[test]
fn wishes_change_nothing_in_what_is_recommended() {
    law(903, 2_000, |person, random| {
        let found = person.assessment();
        let Some(course) = course_of(person, &found) else {
            return Ok(());
        };
        let plain = Quiz {
            answers: person.answers.clone(),
            place: Place::Recommendation { partial: false },
            ..Quiz::default()
        };
        let wishing = Quiz {
            wishes: wishes(random, &course, person.today),
            ..plain.clone()
        };
        let screen = |quiz: &Quiz| quiz.screen(protocol(), person.today);
        ensure(screen(&plain) == screen(&wishing), || {
            "a wish changed the answer".to_owned()
        })
    });
}

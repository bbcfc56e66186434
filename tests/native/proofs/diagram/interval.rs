//! Numbers and dates as the intervals between the boundaries that the protocol knows.
//!
//! No condition, wait or question can tell two values of one interval apart: every bound that the
//! protocol compares a question with is a boundary here. `proofs::reduction` tests that.

use std::fmt;

use microneedling_quiz::protocol::{Band, Condition, Date, Kind, Protocol, QuestionId, Span, Unit};

const TODAY: Span = Span {
    count: 0,
    unit: Unit::Days,
};

/// What is known of a number or a date, as far as the protocol cares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Interval {
    /// A number from the first to the last.
    Number(u16, u16),
    /// At least so long ago, and less than so long.
    Time(Band),
}

impl Interval {
    /// The latest day of this interval, if some day lies in it on this day.
    pub(crate) fn latest_day(self, today: Date) -> Option<Date> {
        let Interval::Time(band) = self else {
            return None;
        };
        // A few days more recent than it can be, then back to the first day that is long enough ago.
        let guess = today.days() - (band.from.weight() / 16) as i32 + 5;
        (0..12)
            .map(|back| Date::from_days((guess - back).min(today.days())))
            .find(|day| contains(band, *day, today))
    }
}

/// Whether a day lies in a band, seen from another day. The shipped comparison, on real days.
pub(crate) fn contains(band: Band, day: Date, today: Date) -> bool {
    let long_enough = band.from.count == 0 || today >= day.plus(band.from);
    long_enough && band.below.is_none_or(|below| today < day.plus(below))
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let span = |span: Span| format!("{} {:?}", span.count, span.unit).to_lowercase();
        match *self {
            Interval::Number(first, last) => write!(f, "{first}..{last}"),
            Interval::Time(Band { from, below: None }) => write!(f, "{} ago or more", span(from)),
            Interval::Time(Band {
                from,
                below: Some(below),
            }) => write!(f, "{} to below {} ago", span(from), span(below)),
        }
    }
}

/// Calls `visit` with every condition of the protocol and every part of one.
pub(crate) fn each_condition(protocol: &Protocol, visit: &mut dyn FnMut(&Condition)) {
    let mut all = vec![protocol.out_of_scope];
    for question in protocol.questions {
        all.push(question.asked);
        all.extend(question.options.iter().map(|option| option.shown));
    }
    all.extend(protocol.areas.iter().map(|area| area.when));
    for goal in protocol.goals {
        all.push(goal.when);
        all.extend(goal.courses.iter().map(|course| course.when));
    }
    all.extend(protocol.slower);
    all.extend(protocol.less_certain);
    for rule in protocol.rules {
        all.push(rule.when);
        all.extend(rule.becomes.map(|becomes| becomes.when));
    }
    all.iter().for_each(|condition| condition.each(visit));
}

/// The intervals of a question; none for a question of options only.
pub(crate) fn intervals(protocol: &Protocol, id: QuestionId) -> Vec<Interval> {
    match protocol.question(id).kind {
        Kind::Number { min, max } => {
            let mut cuts = vec![min];
            each_condition(protocol, &mut |part| {
                if let Condition::Between(of, from, below) = *part
                    && of == id
                {
                    cuts.extend([from, below]);
                }
            });
            cuts.retain(|cut| (min..=max).contains(cut));
            cuts.sort_unstable();
            cuts.dedup();
            let last = cuts.iter().skip(1).map(|cut| cut - 1).chain([max]);
            let last: Vec<_> = last.collect();
            cuts.into_iter()
                .zip(last)
                .map(|(first, last)| Interval::Number(first, last))
                .collect()
        }
        Kind::Date => {
            let cuts = time_cuts(protocol, id);
            let below = cuts.iter().skip(1).copied().map(Some).chain([None]);
            let below: Vec<_> = below.collect();
            cuts.into_iter()
                .zip(below)
                .map(|(from, below)| Interval::Time(Band { from, below }))
                .collect()
        }
        Kind::Single | Kind::Multi => Vec::new(),
    }
}

/// Today, and every span that the date is compared with, from short to long.
fn time_cuts(protocol: &Protocol, id: QuestionId) -> Vec<Span> {
    let mut cuts = vec![TODAY];
    each_condition(protocol, &mut |part| {
        if let Condition::Since(of, from, below) = *part
            && of == id
        {
            cuts.push(from);
            cuts.extend(below);
        }
    });
    for rule in protocol.rules {
        if let Some(wait) = rule.wait
            && wait.from == Some(id)
        {
            cuts.extend(wait.span);
            cuts.extend(rule.becomes.and_then(|becomes| becomes.span));
        }
    }
    cuts.sort_by_key(|cut| cut.weight());
    cuts.dedup_by_key(|cut| cut.weight());
    cuts
}

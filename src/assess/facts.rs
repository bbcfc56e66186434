//! Answers, as conditions see them.

use crate::assess::answers::{Answer, Answers};
use crate::protocol::{
    AreaId, Band, Date, Facts, GoalId, OptionId, Protocol, QuestionId, Role, Span, Truth,
};

/// A person's answers on one day.
#[derive(Clone, Debug)]
pub(crate) struct View<'a> {
    pub(crate) protocol: &'a Protocol,
    pub(crate) answers: Answers,
    today: Date,
    areas: u32,
    open: bool,
}

impl<'a> View<'a> {
    /// No true clock shows a day before the protocol's release, so an earlier one is held there.
    pub(crate) fn new(protocol: &'a Protocol, answers: Answers, today: Date) -> View<'a> {
        let mut view = View {
            protocol,
            answers,
            today: today.max(protocol.released),
            areas: 0,
            open: false,
        };
        view.areas = view.find_areas();
        view
    }

    pub(crate) fn answer(&mut self, question: QuestionId, answer: Answer) {
        self.answers.set(question, Some(answer));
        self.areas = self.find_areas();
    }

    fn find_areas(&self) -> u32 {
        let chosen = |area: &AreaId| self.protocol.area(*area).when.holds(self, None) == Truth::Yes;
        self.protocol
            .area_ids()
            .filter(chosen)
            .fold(0, |areas, area| areas | bit(area))
    }

    /// The same answers while the quiz is still under way: a question that is asked but not yet
    /// answered may be answered either way.
    pub(crate) fn under_way(self) -> View<'a> {
        View { open: true, ..self }
    }

    /// The areas chosen.
    pub(crate) fn areas(&self) -> impl Iterator<Item = AreaId> + use<'_, 'a> {
        self.protocol
            .area_ids()
            .filter(|area| self.areas & bit(*area) != 0)
    }

    /// The day that a date question was answered with; a month counts as its last day.
    pub(crate) fn date(&self, question: QuestionId) -> Option<Date> {
        match self.answers.get(question)? {
            Answer::Day(date) => Some(date),
            Answer::Month(year, month) => Date::last_of_month(year, month),
            Answer::Options(_) | Answer::Number(_) => None,
        }
    }

    /// An answer of another kind (a day where an option is looked for) is a "no". A question that
    /// was not asked because of a "no" is a "no"; one that hangs on a "not sure"
    /// is as open as that.
    fn unanswered(&self, question: QuestionId) -> Truth {
        if self.answers.get(question).is_some() {
            return Truth::No;
        }
        match self.protocol.question(question).asked.holds(self, None) {
            Truth::Yes if self.open && !self.may_stay_empty(question) => Truth::Unknown,
            Truth::Unknown => Truth::Unknown,
            Truth::Yes | Truth::No => Truth::No,
        }
    }

    /// One of several lists, of which another has an answer.
    fn may_stay_empty(&self, question: QuestionId) -> bool {
        let group = self.protocol.question(question).one_of;
        group.is_some()
            && self
                .answers
                .iter()
                .any(|(id, _)| self.protocol.question(id).one_of == group)
    }

    fn dated(&self, date: Date, from: Span, below: Option<Span>) -> Truth {
        let long_enough = from.count == 0 || self.today >= date.plus(from);
        let short_enough = below.is_none_or(|below| self.today < date.plus(below));
        Truth::from_bool(long_enough && short_enough)
    }
}

fn bit(area: AreaId) -> u32 {
    1 << (area.0 & 31)
}

impl Facts for View<'_> {
    fn chosen(&self, question: QuestionId, option: OptionId) -> Truth {
        let Some(Answer::Options(chosen)) = self.answers.get(question) else {
            return self.unanswered(question);
        };
        if chosen.has(option) {
            return Truth::Yes;
        }
        let asked = self.protocol.question(question);
        let unsure = asked
            .with_role(Role::Unsure)
            .is_some_and(|unsure| chosen.has(unsure));
        let plain = self.protocol.option(question, option).role == Role::Plain;
        if unsure && plain {
            Truth::Unknown
        } else {
            Truth::No
        }
    }

    fn between(&self, question: QuestionId, from: u16, below: u16) -> Truth {
        match self.answers.get(question) {
            Some(Answer::Number(number)) => Truth::from_bool((from..below).contains(&number)),
            _ => self.unanswered(question),
        }
    }

    fn since(&self, question: QuestionId, from: Span, below: Option<Span>) -> Truth {
        if let Some(date) = self.date(question) {
            return self.dated(date, from, below);
        }
        let Some(Answer::Options(chosen)) = self.answers.get(question) else {
            return self.unanswered(question);
        };
        let band = chosen
            .iter()
            .find_map(|option| self.protocol.option(question, option).band);
        band.map_or(Truth::Unknown, |band| compare(band, from, below))
    }

    fn area(&self, area: AreaId) -> Truth {
        Truth::from_bool(self.areas & bit(area) != 0)
    }

    fn several_areas(&self) -> Truth {
        Truth::from_bool(self.areas.count_ones() > 1)
    }

    fn goal(&self, goal: GoalId, here: Option<AreaId>) -> Truth {
        let when = self.protocol.goal(goal).when;
        match here {
            Some(_) => when.holds(self, here),
            None => self
                .areas()
                .map(|area| when.holds(self, Some(area)))
                .max()
                .unwrap_or(Truth::No),
        }
    }
}

/// Whether a date of which only a band is known lies in a window.
pub(crate) fn compare(band: Band, from: Span, below: Option<Span>) -> Truth {
    let weight = |span: Option<Span>| span.map_or(u32::MAX, Span::weight);
    let (window, end) = (from.weight(), weight(below));
    let (least, most) = (band.from.weight(), weight(band.below));
    if least >= window && most <= end {
        Truth::Yes
    } else if most <= window || least >= end {
        Truth::No
    } else {
        Truth::Unknown
    }
}

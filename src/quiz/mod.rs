//! The conversation: answers and a place in, messages, the next conversation out.
//!
//! Only answers and the place are stored; pages, progress and the recommendation are derived.

mod again;
mod moves;
mod notice;
mod opened;
mod path;
mod plan;
mod save;

pub use self::notice::Notice;
pub use self::opened::{Opened, Then};
pub use self::path::pages;
pub use self::save::{load, save};

use std::rc::Rc;

use crate::assess::schedule::{Reason, Wishes};
use crate::assess::{Answer, AnswerProblem, Answers, Assessment, Chosen, assess, assess_partly};
use crate::protocol::{AreaId, Date, Gather, Kind, OptionId, Protocol, QuestionId, Role, Set};

/// Where the visitor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Before the first question.
    #[default]
    Intro,
    /// On the page that holds this question.
    Question(QuestionId),
    /// Told that something rules the treatment out, after the page that holds this question.
    Interruption(QuestionId),
    /// Checking the answers.
    Review,
    /// At the end.
    Recommendation {
        /// The visitor asked for it before the last question.
        partial: bool,
    },
}

/// One conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quiz {
    /// What was answered, on the path or off it.
    pub answers: Answers,
    /// Where the visitor is.
    pub place: Place,
    /// The visitor was told of an exclusion and chose to go on.
    pub went_on: bool,
    /// The visitor came from checking the answers and goes back there.
    pub returning: bool,
    /// The areas that the answers are about, as far as they are about some.
    pub areas: Set<AreaId>,
    /// From this question on, what was said of the skin has to be answered again: fewer areas were chosen then.
    pub again: Option<QuestionId>,
    /// What the visitor wishes of the plan. It changes nothing in what is recommended.
    pub wishes: Wishes,
    /// Where the result in view comes from, if it came in a link.
    pub opened: Option<Rc<Opened>>,
    /// What was wrong when the visitor last tried to go on.
    pub problems: Vec<AnswerProblem>,
    /// How often that happened, so that each time can be told.
    pub attempts: u16,
    /// What the visitor has to be told.
    pub notice: Option<Notice>,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The first question was asked for.
    Started,
    /// An option was ticked or unticked.
    Answered(QuestionId, OptionId, bool),
    /// A number was typed; `None` if it is none.
    Numbered(QuestionId, Option<u16>),
    /// A date was entered; `None` if it is none.
    Dated(QuestionId, Option<Date>),
    /// "I only know the month" was ticked or unticked.
    KnewOnlyMonth(QuestionId, bool),
    /// The page was finished.
    Continued,
    /// The page before was asked for.
    WentBack,
    /// A change was asked for, from the check-your-answers screen.
    AskedToChange(QuestionId),
    /// The recommendation was asked for, from the check-your-answers screen or the interruption.
    AskedForResult,
    /// The visitor went on after the interruption.
    WentOn,
    /// The browser went to a step of its history.
    Jumped(usize),
    /// A day was picked for the first session; `None` if it is none.
    StartPicked(Option<Date>),
    /// Days were asked to be kept free.
    KeptFree(Reason),
    /// The first (or only) of the kept days was entered.
    KeptFrom(usize, Option<Date>),
    /// The last of the kept days was entered.
    KeptTo(usize, Option<Date>),
    /// Kept days were given up.
    GaveUp(usize),
    /// "With details" was ticked or unticked, for the calendar file.
    WantedDetails(bool),
    /// The answers of a link were to be gone over as of today.
    AskedAgain,
    /// Everything was wiped.
    StartedOver,
    /// Something happened outside that the visitor has to be told.
    Told(Notice),
}

/// What is to be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Before the first question.
    Intro,
    /// Questions.
    Question {
        /// What is asked on this page.
        page: Vec<QuestionId>,
        /// How many pages came before, how many are left behind this one as things stand.
        progress: (usize, usize),
        /// How many questions are on this page and on those behind it, as things stand.
        questions: usize,
    },
    /// Something rules the treatment out.
    Interruption(Box<Assessment>),
    /// Every answer on the path.
    Review(Vec<QuestionId>),
    /// The end.
    Recommendation(Box<Assessment>),
}

impl Quiz {
    /// The quiz after something happened.
    #[must_use]
    pub fn update(&self, protocol: &Protocol, today: Date, msg: Msg) -> Quiz {
        let mut next = self.clone();
        next.notice = None;
        match msg {
            Msg::Started => next.go_to_first(protocol, today),
            Msg::Answered(question, option, on) => next.tick(protocol, today, question, option, on),
            Msg::Numbered(question, number) => {
                next.answers.set(question, number.map(Answer::Number));
            }
            Msg::Dated(question, date) => next.date(question, date),
            Msg::KnewOnlyMonth(question, on) => next.only_month(question, on),
            Msg::Continued => next.go_on(protocol, today),
            Msg::WentBack => next.go_back(protocol, today),
            Msg::AskedToChange(question) => {
                next.returning = true;
                next.problems.clear();
                next.place = Place::Question(question);
            }
            Msg::AskedForResult => next.ask_for_result(protocol, today),
            Msg::WentOn => {
                next.went_on = true;
                if let Place::Interruption(question) = next.place {
                    next.go_past(protocol, today, question);
                }
            }
            Msg::Jumped(step) => next.jump(protocol, today, step),
            Msg::StartPicked(start) => next.wishes.start = start,
            Msg::KeptFree(reason) => next.keep_free(reason),
            Msg::KeptFrom(place, day) => next.kept(place, |kept, day| kept.from = day, day),
            Msg::KeptTo(place, day) => next.kept(place, |kept, day| kept.to = day, day),
            Msg::GaveUp(place) => next.give_up(place),
            Msg::WantedDetails(details) => next.wishes.details = details,
            Msg::StartedOver => {
                next = Quiz {
                    notice: Some(Notice::StartedOver),
                    ..Quiz::default()
                };
            }
            Msg::AskedAgain => next.place = Place::Review,
            Msg::Told(notice) => next.notice = Some(notice),
        }
        if !next.is_at_areas(protocol) {
            next.choose_areas(protocol, today);
        }
        next.forget_link(msg);
        next
    }

    /// What is to be shown.
    pub fn screen(&self, protocol: &Protocol, today: Date) -> Screen {
        match self.place {
            Place::Intro => Screen::Intro,
            Place::Question(question) => self.page(protocol, today, question),
            Place::Interruption(question) => match assess_partly(protocol, &self.answers, today) {
                Some(assessment) => Screen::Interruption(Box::new(assessment)),
                None => self.page(protocol, today, question),
            },
            Place::Review => Screen::Review(self.answers.path(protocol, today)),
            Place::Recommendation { partial } => match self.assessment(protocol, today, partial) {
                Some(assessment) => Screen::Recommendation(Box::new(assessment)),
                None => Screen::Review(self.answers.path(protocol, today)),
            },
        }
    }

    /// The options that a question offers now.
    pub fn offered(&self, protocol: &Protocol, today: Date, question: QuestionId) -> Vec<OptionId> {
        self.answers.offered(protocol, today, question)
    }

    /// The step in the browser's history: a number only.
    pub fn step(&self, protocol: &Protocol, today: Date) -> usize {
        let pages = pages(protocol, &self.answers, today);
        match self.place {
            Place::Intro => 0,
            Place::Question(question) => 1 + index_of(&pages, question),
            Place::Interruption(question) => 2 + index_of(&pages, question),
            Place::Review => 1 + pages.len(),
            Place::Recommendation { .. } => 2 + pages.len(),
        }
    }

    fn assessment(&self, protocol: &Protocol, today: Date, partial: bool) -> Option<Assessment> {
        match self.answers.complete(protocol, today) {
            Ok(complete) if self.stale(protocol, today).is_none() => {
                Some(assess(protocol, &complete))
            }
            _ if partial => assess_partly(protocol, &self.answers, today),
            _ => None,
        }
    }

    fn page(&self, protocol: &Protocol, today: Date, question: QuestionId) -> Screen {
        let mut pages = pages(protocol, &self.answers, today);
        let index = index_of(&pages, question);
        let left = pages.len().saturating_sub(index + 1);
        if index >= pages.len() {
            return Screen::Intro;
        }
        let questions = pages.iter().skip(index).map(Vec::len).sum();
        Screen::Question {
            page: pages.swap_remove(index),
            progress: (index, left),
            questions,
        }
    }

    fn tick(
        &mut self,
        protocol: &Protocol,
        today: Date,
        question: QuestionId,
        option: OptionId,
        on: bool,
    ) {
        let asked = protocol.question(question);
        let role = protocol.option(question, option).role;
        // What an earlier answer took away cannot be seen, so nobody could take it back.
        let mut chosen = Chosen::default();
        let before = self.answers.chosen(question);
        for offered in self.offered(protocol, today, question) {
            if before.has(offered) {
                chosen = chosen.with(offered);
            }
        }
        let chosen = match (asked.kind, on) {
            (Kind::Multi, true) if role == Role::None => Chosen::one(option),
            (Kind::Multi, true) => match asked.with_role(Role::None) {
                Some(none) => chosen.without(none).with(option),
                None => chosen.with(option),
            },
            (_, true) => Chosen::one(option),
            (_, false) => chosen.without(option),
        };
        self.answers.set(question, Some(Answer::Options(chosen)));
    }

    fn date(&mut self, question: QuestionId, date: Option<Date>) {
        let month = matches!(self.answers.get(question), Some(Answer::Month(..)));
        self.answers.set(question, date.map(Answer::Day));
        if month {
            self.only_month(question, true);
        }
    }

    fn only_month(&mut self, question: QuestionId, on: bool) {
        match (self.answers.get(question), on) {
            (Some(Answer::Day(date)), true) => {
                self.answers
                    .set(question, Some(Answer::Month(date.year, date.month)));
            }
            (Some(Answer::Month(year, month)), false) => {
                self.answers
                    .set(question, Date::new(year, month, 1).map(Answer::Day));
            }
            _ => {}
        }
    }

    /// The problems of one page, as they would stop the visitor.
    fn problems_of(
        &self,
        protocol: &Protocol,
        today: Date,
        page: &[QuestionId],
    ) -> Vec<AnswerProblem> {
        let path = self.answers.path(protocol, today);
        let mut problems: Vec<_> = page
            .iter()
            .filter_map(|question| self.answers.problem(protocol, *question, &path, today))
            .gather();
        if problems.is_empty() {
            let nowhere = self.answers.area_without_goal(protocol, &path, today);
            problems.extend(nowhere.filter(|problem| page.contains(&problem.question)));
        }
        problems
    }
}

/// The page that holds a question, or the one that it would be behind.
fn index_of(pages: &[Vec<QuestionId>], question: QuestionId) -> usize {
    let holds = |page: &Vec<QuestionId>| page.contains(&question);
    pages.iter().position(holds).unwrap_or_else(|| {
        pages
            .iter()
            .take_while(|page| page.first().is_some_and(|first| *first < question))
            .count()
            .min(pages.len().saturating_sub(1))
    })
}

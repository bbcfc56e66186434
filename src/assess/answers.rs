//! Answers, first partial, then proved complete.

use crate::assess::facts::View;
use crate::protocol::{
    AreaId, Condition, Date, Gather, Kind, OptionId, Protocol, Question, QuestionId, Role, Set,
    Truth,
};

/// A set of options.
pub type Chosen = Set<OptionId>;

/// The answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One option or more; for a date question, a band or "I don't remember".
    Options(Chosen),
    /// A number.
    Number(u16),
    /// A day.
    Day(Date),
    /// A month, by its year and number. It counts from its last day.
    Month(u16, u8),
}

/// What has been answered so far. Answers to questions that are no longer asked are kept, so that
/// changing one's mind loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, question: QuestionId) -> Option<Answer> {
        self.0.get(question.index()).copied().flatten()
    }

    /// Answers a question, or takes the answer back.
    pub fn set(&mut self, question: QuestionId, answer: Option<Answer>) {
        if self.0.len() <= question.index() {
            self.0.resize(question.index() + 1, None);
        }
        if let Some(entry) = self.0.get_mut(question.index()) {
            *entry = answer.filter(|answer| *answer != Answer::Options(Chosen::default()));
        }
        while self.0.last() == Some(&None) {
            self.0.pop();
        }
    }

    /// The options chosen for a question.
    pub fn chosen(&self, question: QuestionId) -> Chosen {
        match self.get(question) {
            Some(Answer::Options(chosen)) => chosen,
            _ => Chosen::default(),
        }
    }

    /// Every question that has an answer.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, Answer)> {
        self.0
            .iter()
            .zip(0..)
            .filter_map(|(answer, id)| answer.map(|answer| (QuestionId(id), answer)))
    }

    /// The questions on the path that these answers take, by replay from the start.
    pub fn path(&self, protocol: &Protocol, today: Date) -> Vec<QuestionId> {
        let mut view = View::new(protocol, Answers::default(), today);
        let mut path = Vec::new();
        for question in protocol.question_ids() {
            if protocol.question(question).asked.holds(&view, None) == Truth::Yes {
                path.push(question);
                if let Some(answer) = self.get(question) {
                    view.answer(question, answer);
                }
            }
        }
        path
    }

    /// The options that a question offers after these answers.
    pub fn offered(&self, protocol: &Protocol, today: Date, question: QuestionId) -> Vec<OptionId> {
        let view = View::new(protocol, self.clone(), today);
        let options = protocol.question(question).options.iter().zip(0..);
        let offered = options.filter(|(choice, _)| choice.shown.holds(&view, None) == Truth::Yes);
        offered.map(|(_, index)| OptionId(index)).gather()
    }

    /// Only the answers on the path.
    pub fn on_path(&self, protocol: &Protocol, today: Date) -> Answers {
        let mut on_path = Answers::default();
        for question in self.path(protocol, today) {
            on_path.set(question, self.get(question));
        }
        on_path
    }

    /// What is wrong with the answer to a question on the path; nothing if it is in order.
    pub fn problem(
        &self,
        protocol: &Protocol,
        question: QuestionId,
        path: &[QuestionId],
        today: Date,
    ) -> Option<AnswerProblem> {
        let asked = protocol.question(question);
        let wrong = match self.get(question) {
            Some(answer) => self.wrong(protocol, asked, answer, today),
            None => match asked.one_of {
                None => Some(Wrong::Missing),
                Some(group) => {
                    let mut group = path
                        .iter()
                        .filter(|id| protocol.question(**id).one_of == Some(group));
                    let answered = group.clone().any(|id| self.get(*id).is_some());
                    (!answered && group.next() == Some(&question)).then_some(Wrong::MissingOneOf)
                }
            },
        };
        wrong.map(|wrong| AnswerProblem { question, wrong })
    }

    fn wrong(
        &self,
        protocol: &Protocol,
        asked: &Question,
        answer: Answer,
        today: Date,
    ) -> Option<Wrong> {
        let today = today.max(protocol.released);
        match (asked.kind, answer) {
            (Kind::Number { min, max }, Answer::Number(number)) => {
                (number < min || number > max).then_some(Wrong::OutOfRange { min, max })
            }
            (Kind::Date, Answer::Day(date)) => (date > today).then_some(Wrong::Future),
            (Kind::Date, Answer::Month(year, month)) => {
                ((year, month) > (today.year, today.month)).then_some(Wrong::Future)
            }
            (Kind::Single | Kind::Multi | Kind::Date, Answer::Options(chosen)) => {
                let view = View::new(protocol, self.clone(), today);
                let stranger = chosen.iter().find(|option| {
                    let offered = asked.options.get(option.index());
                    offered.is_none_or(|choice| choice.shown.holds(&view, None) != Truth::Yes)
                });
                let none = asked
                    .with_role(Role::None)
                    .is_some_and(|none| chosen.has(none));
                if stranger.is_some() {
                    Some(Wrong::NotOffered)
                } else if none && chosen.len() > 1 {
                    Some(Wrong::NoneWithOthers)
                } else if asked.kind != Kind::Multi && chosen.len() > 1 {
                    Some(Wrong::TwoAnswers)
                } else {
                    None
                }
            }
            _ => Some(Wrong::WrongKind),
        }
    }

    /// Proves the answers complete, or tells every problem on the path. Answers off the path are
    /// ignored.
    pub fn complete(
        &self,
        protocol: &Protocol,
        today: Date,
    ) -> Result<CompleteAnswers, Vec<AnswerProblem>> {
        let path = self.path(protocol, today);
        let mut on_path = Answers::default();
        for question in &path {
            on_path.set(*question, self.get(*question));
        }
        let mut problems: Vec<_> = path
            .iter()
            .filter_map(|question| on_path.problem(protocol, *question, &path, today))
            .gather();
        let view = View::new(protocol, on_path, today);
        if problems.is_empty() {
            problems.extend(areas_without_goal(&view, &path));
        }
        if problems.is_empty() {
            Ok(CompleteAnswers {
                view_of: view.answers,
                today,
            })
        } else {
            Err(problems)
        }
    }

    /// The first area that no goal was chosen for, told at the question that could mend it. `None`
    /// while there is nothing to mend.
    pub fn area_without_goal(
        &self,
        protocol: &Protocol,
        path: &[QuestionId],
        today: Date,
    ) -> Option<AnswerProblem> {
        let mut on_path = Answers::default();
        for question in path {
            on_path.set(*question, self.get(*question));
        }
        areas_without_goal(&View::new(protocol, on_path, today), path).next()
    }
}

fn areas_without_goal<'a>(
    view: &'a View<'a>,
    path: &'a [QuestionId],
) -> impl Iterator<Item = AnswerProblem> + 'a {
    let protocol = view.protocol;
    let goal_question = move || {
        let asks_where = |id: &&QuestionId| {
            let about = protocol.question(**id).about;
            about.is_some_and(|(parent, option)| {
                let place = protocol.option(parent, option).place;
                place == Some(**id) && protocol.question(parent).one_of.is_some()
            })
        };
        path.iter().rfind(asks_where).or(path.last()).copied()
    };
    // The goal as chosen: whether it turns out to be a poor one may hang on a later question.
    let chosen_for = move |area: AreaId| {
        let lists = path
            .iter()
            .filter(|id| protocol.question(**id).one_of.is_some());
        let mut chosen =
            lists.flat_map(|id| view.answers.chosen(*id).iter().map(|option| (*id, option)));
        chosen.any(|(id, option)| {
            let place = protocol.option(id, option).place;
            place.is_some_and(|place| {
                Condition::Here(id, option, place).holds(view, Some(area)) == Truth::Yes
            })
        })
    };
    view.areas()
        .filter(move |area| !chosen_for(*area))
        .filter_map(move |area| {
            goal_question().map(|question| AnswerProblem {
                question,
                wrong: Wrong::NoGoalFor(area),
            })
        })
}

/// Answers to every question on the path, all of them possible. Only [`Answers::complete`] makes
/// one, so whoever holds one needs no further checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompleteAnswers {
    view_of: Answers,
    today: Date,
}

impl CompleteAnswers {
    /// The answers on the path.
    pub fn answers(&self) -> &Answers {
        &self.view_of
    }

    /// The day on which they were given.
    pub fn today(&self) -> Date {
        self.today
    }
}

/// What is wrong with the answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerProblem {
    /// The question.
    pub question: QuestionId,
    /// What is wrong.
    pub wrong: Wrong,
}

/// Kinds of wrong answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is none.
    Missing,
    /// There is none to any of the questions that share a group.
    MissingOneOf,
    /// A single choice has two answers.
    TwoAnswers,
    /// "None of these" stands beside another answer.
    NoneWithOthers,
    /// An option that this question does not offer (now).
    NotOffered,
    /// The number is out of bounds.
    OutOfRange {
        /// The least number accepted.
        min: u16,
        /// The greatest number accepted.
        max: u16,
    },
    /// The date is in the future.
    Future,
    /// A number where options are asked for, and the like.
    WrongKind,
    /// The area was chosen but no goal for it.
    NoGoalFor(AreaId),
}

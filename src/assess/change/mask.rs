//! What conditions hang on: for each, the changes that touch it, as bits.

use super::edit::{Edit, touches};
use crate::assess::answers::{Answer, Answers};
use crate::protocol::{
    Condition, Date, Elsewhere, OptionId, Protocol, QuestionId, Role, Rule, Span,
};

/// Changes by their position, and whether time or the choice of areas matters.
pub(super) type Mask = u64;

/// It hangs on time that passes after a day that was given.
pub(super) const TIME: Mask = 1 << 63;
/// It hangs on which areas were chosen, or on how many.
pub(super) const AREAS: Mask = 1 << 62;
/// Everything, when a person is looked at for the first time; no change touches it.
pub(super) const FIRST: Mask = 1 << 61;
/// So many changes have a bit.
pub(super) const BITS: usize = 61;

/// What everything in a protocol hangs on, for a person's answers.
pub(super) struct Masks<'a> {
    protocol: &'a Protocol,
    before: &'a Answers,
    /// For each question, what decides whether it is asked.
    pub(super) asked: Vec<Mask>,
    /// Answers that changes touch, with those changes.
    touched: Vec<(QuestionId, OptionId, Mask)>,
    /// For each question, the changes that touch some answer to it.
    answers: Vec<Mask>,
}

impl<'a> Masks<'a> {
    pub(super) fn new(
        protocol: &'a Protocol,
        elsewhere: &[Elsewhere],
        before: &'a Answers,
        edits: &[Edit],
    ) -> Masks<'a> {
        let mut masks = Masks {
            protocol,
            before,
            asked: Vec::with_capacity(protocol.questions.len()),
            touched: Vec::new(),
            answers: vec![0; protocol.questions.len()],
        };
        for (index, edit) in edits.iter().enumerate() {
            for (question, option) in touches(protocol, elsewhere, before, edit) {
                masks.touch(question, option, 1 << index);
            }
        }
        for (index, edit) in edits.iter().enumerate() {
            masks.clear_up(edit, 1 << index);
        }
        // A question hangs on earlier ones only.
        for question in protocol.questions {
            let mask = masks.of(&question.asked);
            masks.asked.push(mask);
        }
        masks
    }

    fn touch(&mut self, question: QuestionId, option: OptionId, by: Mask) {
        let mut touched = self.touched.iter_mut();
        let known = touched.find(|(of, at, _)| (*of, *at) == (question, option));
        match known {
            Some((.., mask)) => *mask |= by,
            None => self.touched.push((question, option, by)),
        }
        if let Some(mask) = self.answers.get_mut(question.index()) {
            *mask |= by;
        }
    }

    /// Clearing up "not sure" settles the options that were not chosen, and those that another change
    /// takes back.
    fn clear_up(&mut self, edit: &Edit, by: Mask) {
        let Edit::Change(change) = edit else {
            return;
        };
        for (question, unsure) in change.from {
            if self.protocol.option(*question, *unsure).role != Role::Unsure {
                continue;
            }
            let options = self.protocol.question(*question).options.iter().zip(0..);
            for option in options.map(|(_, index)| OptionId(index)) {
                let chosen = self.before.chosen(*question).has(option);
                if !chosen || self.answer(*question, option) != 0 {
                    self.touch(*question, option, by);
                }
            }
        }
    }

    /// The changes that touch an answer.
    fn answer(&self, question: QuestionId, option: OptionId) -> Mask {
        if self.answers(question) == 0 {
            return 0;
        }
        let mut touched = self.touched.iter();
        let known = touched.find(|(of, at, _)| (*of, *at) == (question, option));
        known.map_or(0, |(.., mask)| *mask)
    }

    /// The changes that touch some answer to a question.
    pub(super) fn answers(&self, question: QuestionId) -> Mask {
        self.answers.get(question.index()).copied().unwrap_or(!0)
    }

    /// What decides whether a question is asked.
    pub(super) fn asked(&self, question: QuestionId) -> Mask {
        self.asked.get(question.index()).copied().unwrap_or(!0)
    }

    /// What a condition hangs on, with whether its questions are asked.
    pub(super) fn of(&self, condition: &Condition) -> Mask {
        match *condition {
            Condition::Always => 0,
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().fold(0, |mask, part| mask | self.of(part))
            }
            Condition::Not(part) => self.of(part),
            Condition::Chosen(question, option) | Condition::Here(question, option, _) => {
                self.answer(question, option) | self.asked(question)
            }
            Condition::Between(question, ..) => self.asked(question),
            Condition::Since(question, ..) => self.since(question),
            Condition::Goal(goal) => self.of(&self.protocol.goal(goal).when),
            Condition::Area(_) | Condition::SeveralAreas => AREAS,
        }
    }

    fn since(&self, question: QuestionId) -> Mask {
        let dated = matches!(
            self.before.get(question),
            Some(Answer::Day(_) | Answer::Month(..))
        );
        let time = if dated { TIME } else { 0 };
        self.answers(question) | self.asked(question) | time
    }

    /// What a rule hangs on.
    pub(super) fn of_rule(&self, rule: &Rule) -> Mask {
        let becomes = rule.becomes.map_or(0, |becomes| self.of(&becomes.when));
        let from = rule.wait.and_then(|wait| wait.from);
        FIRST | self.of(&rule.when) | becomes | from.map_or(0, |from| self.since(from))
    }

    /// The days on which something about a rule may change, as far as they follow from days given.
    pub(super) fn days_of_rule(&self, rule: &Rule) -> Vec<Date> {
        let mut days = Vec::new();
        self.days(&rule.when, &mut days);
        if let Some(becomes) = &rule.becomes {
            self.days(&becomes.when, &mut days);
        }
        if let Some(wait) = rule.wait
            && let Some(from) = wait.from
        {
            let becomes = rule.becomes.and_then(|becomes| becomes.span);
            for span in [wait.span, becomes].into_iter().flatten() {
                self.day(from, span, &mut days);
            }
            self.days(&self.protocol.question(from).asked, &mut days);
        }
        days
    }

    /// The days on which a condition may change.
    pub(super) fn days(&self, condition: &Condition, days: &mut Vec<Date>) {
        condition.each(&mut |part| {
            let question = match *part {
                Condition::Since(question, from, below) => {
                    for span in [Some(from), below].into_iter().flatten() {
                        self.day(question, span, days);
                    }
                    question
                }
                Condition::Chosen(question, _)
                | Condition::Here(question, ..)
                | Condition::Between(question, ..) => question,
                _ => return,
            };
            if self.asked(question) & TIME != 0 {
                self.days(&self.protocol.question(question).asked, days);
            }
        });
    }

    fn day(&self, question: QuestionId, span: Span, days: &mut Vec<Date>) {
        let given = match self.before.get(question) {
            Some(Answer::Day(date)) => Some(date),
            Some(Answer::Month(year, month)) => Date::last_of_month(year, month),
            _ => None,
        };
        if let Some(given) = given.filter(|_| span.count > 0) {
            days.push(given.plus(span));
        }
    }
}

//! What conditions hang on, as bits: cheap to compare, and never too few. Two answers may share a bit;
//! that only means that something is looked at which need not be.

use crate::assess::answers::{Answer, Answers};
use crate::protocol::{Change, Condition, Date, OptionId, Protocol, QuestionId, Role, Rule, Span};

/// Answers, and whether time or the choice of areas matters.
pub(super) type Mask = u128;

/// It hangs on time that passes after a day that was given.
pub(super) const TIME: Mask = 1 << 127;
/// It hangs on which areas were chosen, or on how many.
pub(super) const AREAS: Mask = 1 << 126;

/// Everything, when a person is looked at for the first time; no change touches it.
pub(super) const FIRST: Mask = 1 << 125;

/// One answer.
pub(super) fn answer(question: QuestionId, option: OptionId) -> Mask {
    1 << ((u32::from(question.0) * 11 + u32::from(option.0)) % 125)
}

/// Every answer to a question.
pub(super) fn answers(protocol: &Protocol, question: QuestionId) -> Mask {
    let options = protocol.question(question).options.iter().zip(0..);
    options.fold(0, |mask, (_, index)| {
        mask | answer(question, OptionId(index))
    })
}

/// What a change touches. Clearing up "not sure" settles every option of its question.
pub(super) fn of_change(protocol: &Protocol, change: &Change) -> Mask {
    let all = change.from.iter().chain(change.to);
    all.fold(0, |mask, (question, option)| {
        let asked = protocol.question(*question);
        let none = asked.with_role(Role::None);
        let none = none.map_or(0, |none| answer(*question, none));
        let touched = if protocol.option(*question, *option).role == Role::Unsure {
            answers(protocol, *question)
        } else {
            answer(*question, *option)
        };
        mask | touched | none
    })
}

/// What everything in a protocol hangs on, for a person's answers.
pub(super) struct Masks<'a> {
    protocol: &'a Protocol,
    before: &'a Answers,
    /// For each question, what decides whether it is asked.
    pub(super) asked: Vec<Mask>,
}

impl<'a> Masks<'a> {
    pub(super) fn new(protocol: &'a Protocol, before: &'a Answers) -> Masks<'a> {
        let mut masks = Masks {
            protocol,
            before,
            asked: Vec::with_capacity(protocol.questions.len()),
        };
        // A question hangs on earlier ones only.
        for question in protocol.questions {
            let mask = masks.of(&question.asked);
            masks.asked.push(mask);
        }
        masks
    }

    fn asked(&self, question: QuestionId) -> Mask {
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
                answer(question, option) | self.asked(question)
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
        answers(self.protocol, question) | self.asked(question) | time
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

//! Sentences put together from the protocol's words.

use super::Context;
use crate::assess::Answer;
use crate::key;
use crate::protocol::{AreaId, Gather, QuestionId, Role, Set};

impl Context {
    /// The question as asked, with what it follows up named.
    pub(super) fn question(&self, id: QuestionId) -> String {
        let question = self.protocol.question(id);
        let about = question.about.map_or("", |(parent, option)| {
            self.locale.text(self.protocol.option(parent, option).label)
        });
        self.locale.fill(question.title, &[("about", about)])
    }

    /// The answer as the visitor gave it.
    pub(super) fn answer(&self, id: QuestionId) -> Option<String> {
        Some(self.words_of(id, self.quiz.answers.get(id)?))
    }

    /// An answer to a question, in words.
    pub(super) fn words_of(&self, id: QuestionId, answer: Answer) -> String {
        match answer {
            Answer::Number(number) => number.to_string(),
            Answer::Day(date) => self.locale.date(date),
            Answer::Month(year, month) => self
                .locale
                .fill(key::MONTH_OF, &[("month", &self.locale.month(year, month))]),
            Answer::Options(chosen) => {
                let labels = chosen.iter().map(|option| self.protocol.option(id, option));
                let labels: Vec<_> = labels.map(|option| self.locale.text(option.label)).gather();
                self.locale.apart(&labels)
            }
        }
    }

    /// The options that an unsure answer left open and that feed a rule with this condition.
    pub(super) fn unsure_of(&self, rule: &crate::protocol::Rule) -> String {
        let mut labels: Vec<&str> = Vec::new();
        rule.when.each(&mut |part| {
            use crate::protocol::Condition::{Chosen, Here};
            if let Chosen(question, option) | Here(question, option, _) = *part {
                let chosen = self.quiz.answers.chosen(question);
                let asked = self.protocol.question(question);
                let unsure = asked
                    .with_role(Role::Unsure)
                    .is_some_and(|unsure| chosen.has(unsure));
                let label = self
                    .locale
                    .text(self.protocol.option(question, option).label);
                if unsure && !label.is_empty() && !chosen.has(option) && !labels.contains(&label) {
                    labels.push(label);
                }
            }
        });
        if labels.is_empty() {
            self.locale.text(rule.title).to_owned()
        } else {
            self.locale.apart(&labels)
        }
    }

    /// "the face and the neck".
    pub(super) fn areas(&self, areas: Set<AreaId>) -> String {
        let names: Vec<_> = areas
            .iter()
            .map(|area| self.locale.text(self.protocol.area(area).name))
            .gather();
        self.locale.list(&names)
    }

    /// "Face".
    pub(super) fn area(&self, area: AreaId) -> &'static str {
        self.locale.text(self.protocol.area(area).label)
    }
}

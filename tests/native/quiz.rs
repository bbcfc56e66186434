//! The conversation: pages, going back, changing one's mind, being stopped, starting over.

mod again;
mod answering;
mod changing;
mod progress;
mod random;
mod saving;
mod stopping;
mod wishes;

use microneedling_quiz::assess::{Answer, Chosen};
use microneedling_quiz::protocol::OptionId;
use microneedling_quiz::quiz::Msg;

use crate::support::{Visitor, protocol, question, today};

/// An option by its ids.
#[track_caller]
fn option(id: &str, option: &str) -> OptionId {
    let question = protocol().question(question(id));
    question
        .option(option)
        .unwrap_or_else(|| panic!("`{id}` has no option `{option}`"))
}

impl Visitor {
    #[track_caller]
    fn tick(&mut self, id: &str, of: &str) -> &mut Visitor {
        self.send(Msg::Answered(question(id), option(id, of), true))
    }

    #[track_caller]
    fn untick(&mut self, id: &str, of: &str) -> &mut Visitor {
        self.send(Msg::Answered(question(id), option(id, of), false))
    }

    /// The ids of the options chosen.
    #[track_caller]
    fn chosen(&self, id: &str) -> Vec<&'static str> {
        let id = question(id);
        let chosen = self.quiz.answers.chosen(id);
        chosen
            .iter()
            .map(|option| protocol().option(id, option).id)
            .collect()
    }

    /// The questions that something is wrong with.
    fn stopped_by(&self) -> Vec<&'static str> {
        self.quiz
            .problems
            .iter()
            .map(|problem| protocol().question(problem.question).id)
            .collect()
    }
}

fn visitor() -> Visitor {
    Visitor::new(today())
}

fn only(id: &str, of: &str) -> Answer {
    Answer::Options(Chosen::one(option(id, of)))
}

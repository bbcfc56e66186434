//! A result that came in a link, and how the quiz stands on it.

use crate::assess::{Answers, Verdict};
use crate::protocol::{Date, Protocol};
use crate::quiz::{Msg, Place, Quiz};

/// Where the result in view comes from, if it came in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The day on which it was made.
    pub on: Date,
    /// The link's fragment.
    pub link: String,
    /// What it was then, if it could not be shown as it was and is worked out anew.
    pub then: Option<Then>,
}

/// A result as a link tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// The verdict.
    pub verdict: Verdict,
    /// Its reasons: the short forms of their public ids, the strictest effects first.
    pub reasons: Vec<u16>,
}

impl Quiz {
    /// The day that counts: a result from a link is shown as of the day on which it was made.
    pub fn today(&self, clock: Date) -> Date {
        match &self.opened {
            Some(opened) if opened.then.is_none() => opened.on,
            _ => clock,
        }
    }

    /// A quiz with these answers, before the first question.
    #[inline(never)]
    pub fn about(protocol: &Protocol, answers: Answers) -> Quiz {
        let mut quiz = Quiz {
            answers,
            ..Quiz::default()
        };
        quiz.areas = quiz.chosen_areas(protocol);
        quiz
    }

    /// A quiz with these answers, at the result or at the first page that is still open.
    #[inline(never)]
    pub fn resumed(protocol: &Protocol, today: Date, answers: Answers) -> Quiz {
        let mut quiz = Quiz::about(protocol, answers);
        quiz.place = if quiz.answers.complete(protocol, today).is_ok() {
            Place::Recommendation { partial: false }
        } else {
            match quiz.first_open(protocol, today) {
                Some(question) => Place::Question(question),
                None => Place::Review,
            }
        };
        quiz
    }

    /// Forgets the link when what is in view is no longer its result: one that is shown as it was
    /// lasts until it is left, one that was worked out anew until its answers are gone over.
    pub(super) fn forget_link(&mut self, msg: Msg) {
        let lasts = match &self.opened {
            Some(opened) if opened.then.is_none() => {
                matches!(self.place, Place::Recommendation { .. })
            }
            _ => !matches!(msg, Msg::AskedAgain | Msg::AskedToChange(_)),
        };
        if !lasts {
            self.opened = None;
        }
    }
}

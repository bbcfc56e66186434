//! The compiled protocol together with its words, for everything that becomes part of the document.

use crate::protocol::source::Compiled;
use crate::protocol::{Evidence, OptionId, Protocol, QuestionId, Word};
use crate::text::Locale;

/// What the document is made from.
#[derive(Clone, Copy)]
pub(super) struct Book<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) locale: Locale,
}

impl<'a> Book<'a> {
    pub(super) fn protocol(&self) -> &'a Protocol {
        &self.compiled.protocol
    }

    pub(super) fn evidence(&self) -> &'a Evidence {
        &self.compiled.evidence
    }

    pub(super) fn text(&self, word: Word) -> &'static str {
        self.locale.text(word)
    }

    pub(super) fn optional(&self, word: Word) -> Option<&'static str> {
        word.is_some().then(|| self.text(word))
    }

    pub(super) fn question_id(&self, id: QuestionId) -> &'static str {
        self.protocol().question(id).id
    }

    /// The question itself, naming the option that it follows up.
    pub(super) fn title(&self, id: QuestionId) -> String {
        let question = self.protocol().question(id);
        let about = question.about.map_or("", |(question, option)| {
            self.text(self.protocol().option(question, option).label)
        });
        self.locale.fill(question.title, &[("about", about)])
    }

    pub(super) fn option_id(&self, question: QuestionId, option: OptionId) -> &'static str {
        self.protocol().option(question, option).id
    }

    /// Where sources disagree about a rule or a goal.
    pub(super) fn differs(&self, id: &str) -> Option<String> {
        let mut notes = self.compiled.notes.differs.iter();
        notes.find(|(of, _)| of == id).map(|(_, text)| text.clone())
    }
}

//! What has to be answered again once another area was chosen: "none of these" was said of the skin of
//! the areas that there were.

use super::path::pages;
use super::{Notice, Place, Quiz, index_of};
use crate::protocol::{AreaId, Condition, Date, Gather, Protocol, QuestionId, Set};

impl Quiz {
    /// Once areas have been chosen: notes what was said of fewer of them.
    pub(super) fn choose_areas(&mut self, protocol: &Protocol) {
        let chosen = self.chosen_areas(protocol);
        if chosen.iter().any(|area| !self.areas.has(area)) {
            let given = self.answers.iter().map(|(id, _)| id);
            self.again = given.filter(|id| is_about_skin(protocol, *id)).gather();
        }
        self.areas = chosen;
    }

    /// The same when the page that asks for areas was left by whatever way. Tells so where it is asked again.
    pub(super) fn look_again(&mut self, protocol: &Protocol, today: Date, before: Place) {
        let page = self.page_of(protocol, today);
        if !page.iter().any(|id| is_for_areas(protocol, *id)) {
            self.choose_areas(protocol);
        }
        if self.place != before && self.asks_again(&page) {
            self.notice = Some(Notice::AnotherArea);
        }
    }

    /// Whether one of these has to be answered again.
    pub(super) fn asks_again(&self, page: &[QuestionId]) -> bool {
        page.iter().any(|id| self.again.contains(id))
    }

    /// Whether something that is asked now has to be answered again.
    pub(super) fn is_stale(&self, protocol: &Protocol, today: Date) -> bool {
        self.asks_again(&self.answers.path(protocol, today))
    }

    pub(super) fn chosen_areas(&self, protocol: &Protocol) -> Set<AreaId> {
        let mut chosen = Set::new();
        for area in protocol.area_ids() {
            protocol.area(area).when.each(&mut |part| {
                if let Condition::Chosen(question, option) = *part
                    && self.answers.chosen(question).has(option)
                {
                    chosen = chosen.with(area);
                }
            });
        }
        chosen
    }

    fn page_of(&self, protocol: &Protocol, today: Date) -> Vec<QuestionId> {
        let Place::Question(question) = self.place else {
            return Vec::new();
        };
        let mut pages = pages(protocol, &self.answers, today);
        let index = index_of(&pages, question);
        if index < pages.len() {
            pages.swap_remove(index)
        } else {
            Vec::new()
        }
    }
}

/// Whether a question asks for areas to treat.
fn is_for_areas(protocol: &Protocol, id: QuestionId) -> bool {
    let mut found = false;
    for area in protocol.areas {
        area.when.each(&mut |part| {
            found |= matches!(*part, Condition::Chosen(question, _) if question == id);
        });
    }
    found
}

/// Whether an answer is about the skin of the areas, or follows from one that is. Goals have to be chosen
/// for each area anyway.
fn is_about_skin(protocol: &Protocol, id: QuestionId) -> bool {
    let question = protocol.question(id);
    let placed = question.options.iter().any(|option| option.place.is_some());
    let follows = |(about, _)| is_about_skin(protocol, about);
    (placed && question.one_of.is_none()) || question.about.is_some_and(follows)
}

//! What has to be answered again once another area was chosen: "none of these" was said of the skin of
//! the areas that there were.

use super::{Notice, Place, Quiz};
use crate::protocol::{AreaId, Condition, Date, Protocol, QuestionId, Set};

impl Quiz {
    /// Once areas have been chosen: notes whether things were said of fewer of them.
    #[inline(never)]
    pub(super) fn choose_areas(&mut self, protocol: &Protocol, today: Date) {
        let chosen = self.chosen_areas(protocol);
        if chosen.or(self.areas) != self.areas {
            self.again = Some(QuestionId(0));
            // What is not asked now is not gone over, so it is asked anew if it ever is.
            let path = self.answers.path(protocol, today);
            for id in protocol.question_ids() {
                if !path.contains(&id) && is_about_skin(protocol, id) {
                    self.answers.set(id, None);
                }
            }
            if self.stale(protocol, today).is_some() {
                self.notice = Some(Notice::AnotherArea);
            }
        }
        self.areas = chosen;
    }

    /// The first answer that has to be given again.
    #[inline(never)]
    pub(super) fn stale(&self, protocol: &Protocol, today: Date) -> Option<QuestionId> {
        let from = self.again?;
        let path = self.answers.path(protocol, today);
        path.into_iter().find(|id| {
            *id >= from && self.answers.get(*id).is_some() && is_about_skin(protocol, *id)
        })
    }

    /// A page was gone over.
    pub(super) fn answer_again(&mut self, protocol: &Protocol, today: Date, page: &[QuestionId]) {
        if let Some(stale) = self.stale(protocol, today)
            && page.contains(&stale)
        {
            self.again = page.last().map(|last| QuestionId(last.0 + 1));
        }
    }

    #[inline(never)]
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

    /// Whether areas are being chosen.
    pub(super) fn is_at_areas(&self, protocol: &Protocol) -> bool {
        let Place::Question(here) = self.place else {
            return false;
        };
        let mut screens = protocol.screens.iter();
        let screen = screens.find(|screen| screen.questions.contains(&here));
        let mut found = false;
        for area in protocol.areas {
            area.when.each(&mut |part| {
                if let Condition::Chosen(question, _) = *part {
                    found |= screen.is_some_and(|screen| screen.questions.contains(&question));
                }
            });
        }
        found
    }
}

/// Whether an answer is about the skin of the areas, or follows from one that is. Goals have to be chosen
/// for each area anyway.
fn is_about_skin(protocol: &Protocol, id: QuestionId) -> bool {
    let question = protocol.question(id);
    let placed = question.options.iter().any(|option| option.place.is_some());
    let follows = |(about, _)| is_about_skin(protocol, about);
    (placed && question.one_of.is_none()) || question.about.is_some_and(follows)
}

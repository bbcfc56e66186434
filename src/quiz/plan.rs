//! What the visitor wishes of the plan, as it is entered.

use super::Quiz;
use crate::assess::schedule::{Kept, Reason, Wishes};
use crate::protocol::Date;

impl Quiz {
    #[inline(never)]
    pub(super) fn keep_free(&mut self, reason: Reason) {
        if self.wishes.kept.len() < Wishes::MOST_KEPT {
            self.wishes.kept.push(Kept {
                reason,
                from: None,
                to: None,
            });
        }
    }

    /// Changes kept days that are there; a big day has no last day.
    #[inline(never)]
    pub(super) fn kept(
        &mut self,
        place: usize,
        change: fn(&mut Kept, Option<Date>),
        day: Option<Date>,
    ) {
        if let Some(kept) = self.wishes.kept.get_mut(place) {
            change(kept, day);
            if kept.reason == Reason::Event {
                kept.to = None;
            }
        }
    }

    #[inline(never)]
    pub(super) fn give_up(&mut self, place: usize) {
        if place < self.wishes.kept.len() {
            self.wishes.kept.remove(place);
        }
    }
}

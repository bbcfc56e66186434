//! Going from place to place: on, back, to a change, to the result, and through the browser's history.

use super::path::pages;
use super::{Notice, Place, Quiz, index_of};
use crate::assess::assess_partly;
use crate::protocol::{Date, Protocol, QuestionId};

impl Quiz {
    pub(super) fn go_to_first(&mut self, protocol: &Protocol, today: Date) {
        if let Some(first) = pages(protocol, &self.answers, today)
            .first()
            .and_then(|page| page.first())
        {
            self.place = Place::Question(*first);
        }
    }

    pub(super) fn go_on(&mut self, protocol: &Protocol, today: Date) {
        let Place::Question(question) = self.place else {
            return;
        };
        let pages = pages(protocol, &self.answers, today);
        let Some(page) = pages.get(index_of(&pages, question)) else {
            return;
        };
        self.problems = self.problems_of(protocol, today, page);
        if !self.problems.is_empty() {
            self.attempts = self.attempts.wrapping_add(1);
            return;
        }
        self.choose_areas(protocol, today);
        self.answer_again(protocol, today, page);
        if !self.went_on && assess_partly(protocol, &self.answers, today).is_some() {
            self.place = Place::Interruption(question);
            return;
        }
        self.go_past(protocol, today, question);
    }

    pub(super) fn go_past(&mut self, protocol: &Protocol, today: Date, question: QuestionId) {
        let pages = pages(protocol, &self.answers, today);
        let index = index_of(&pages, question);
        let next = if self.returning {
            pages
                .iter()
                .find(|page| self.is_page_open(protocol, today, page))
        } else {
            pages.get(index + 1)
        };
        self.place = match next.and_then(|page| page.first()) {
            Some(question) => Place::Question(*question),
            None => {
                self.returning = false;
                Place::Review
            }
        };
    }

    pub(super) fn go_back(&mut self, protocol: &Protocol, today: Date) {
        self.problems.clear();
        let pages = pages(protocol, &self.answers, today);
        let page = |index: usize| pages.get(index).and_then(|page| page.first()).copied();
        self.place = match self.place {
            Place::Intro => Place::Intro,
            Place::Question(_) if self.returning => Place::Review,
            Place::Question(question) => {
                match index_of(&pages, question).checked_sub(1).and_then(page) {
                    Some(question) => Place::Question(question),
                    None => Place::Intro,
                }
            }
            Place::Interruption(question) => Place::Question(question),
            Place::Review => match pages.len().checked_sub(1).and_then(page) {
                Some(question) => Place::Question(question),
                None => Place::Intro,
            },
            Place::Recommendation { partial: false } => Place::Review,
            Place::Recommendation { partial: true } => match self.first_open(protocol, today) {
                Some(question) => Place::Question(question),
                None => Place::Review,
            },
        };
        self.returning &= matches!(self.place, Place::Question(_));
    }

    pub(super) fn first_open(&self, protocol: &Protocol, today: Date) -> Option<QuestionId> {
        let pages = pages(protocol, &self.answers, today);
        let mut pages = pages.iter();
        let open = pages.find(|page| self.is_page_open(protocol, today, page));
        open.and_then(|page| page.first()).copied()
    }

    /// Whether a page has to be answered before there is a result.
    fn is_page_open(&self, protocol: &Protocol, today: Date, page: &[QuestionId]) -> bool {
        let stale = self.stale(protocol, today);
        stale.is_some_and(|stale| page.contains(&stale))
            || !self.problems_of(protocol, today, page).is_empty()
    }

    pub(super) fn ask_for_result(&mut self, protocol: &Protocol, today: Date) {
        self.problems.clear();
        match self.answers.complete(protocol, today) {
            Ok(_) if self.stale(protocol, today).is_none() => {
                self.place = Place::Recommendation { partial: false };
            }
            _ if matches!(self.place, Place::Interruption(_)) => {
                self.place = Place::Recommendation { partial: true };
            }
            Ok(_) => {
                if let Some(question) = self.first_open(protocol, today) {
                    self.place = Place::Question(question);
                    self.returning = true;
                    self.notice = Some(Notice::AnotherArea);
                }
            }
            Err(problems) => {
                if let Some(first) = problems.first() {
                    self.place = Place::Question(first.question);
                    self.returning = true;
                }
                self.problems = problems;
                self.attempts = self.attempts.wrapping_add(1);
            }
        }
    }

    /// Goes where the browser's history says, but not past the first page that is still open.
    pub(super) fn jump(&mut self, protocol: &Protocol, today: Date, step: usize) {
        self.problems.clear();
        self.returning = false;
        let pages = pages(protocol, &self.answers, today);
        let open = pages
            .iter()
            .position(|page| self.is_page_open(protocol, today, page));
        let step = open.map_or(step, |open| step.min(open + 1));
        let page = step
            .checked_sub(1)
            .and_then(|index| pages.get(index))
            .and_then(|page| page.first());
        self.place = match page {
            _ if step == 0 => Place::Intro,
            Some(question) => Place::Question(*question),
            None if step > pages.len() + 1 => Place::Recommendation { partial: false },
            None => Place::Review,
        };
    }
}

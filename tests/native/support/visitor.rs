//! Someone at the screen: sends the messages that the browser would send.

use microneedling_quiz::assess::{Answer, Assessment};
use microneedling_quiz::protocol::{Date, Kind, QuestionId};
use microneedling_quiz::quiz::{Msg, Quiz, Screen};

use super::{Sheet, answers_of, protocol};

#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) quiz: Quiz,
    pub(crate) today: Date,
    /// How often something was tapped or typed.
    pub(crate) taps: usize,
    /// The pages of questions that were finished.
    pub(crate) pages: Vec<Vec<QuestionId>>,
    pub(crate) interruptions: usize,
}

impl Visitor {
    pub(crate) fn new(today: Date) -> Visitor {
        Visitor {
            quiz: Quiz::default(),
            today,
            taps: 0,
            pages: Vec::new(),
            interruptions: 0,
        }
    }

    pub(crate) fn send(&mut self, msg: Msg) -> &mut Visitor {
        self.quiz = self.quiz.update(protocol(), self.today, msg);
        self.taps += 1;
        self
    }

    pub(crate) fn screen(&self) -> Screen {
        self.quiz.screen(protocol(), self.today)
    }

    /// The questions in view; none on other screens.
    pub(crate) fn page(&self) -> Vec<QuestionId> {
        match self.screen() {
            Screen::Question { page, .. } => page,
            _ => Vec::new(),
        }
    }

    /// The questions in view, by their ids.
    pub(crate) fn asked(&self) -> Vec<&'static str> {
        self.page()
            .iter()
            .map(|id| protocol().question(*id).id)
            .collect()
    }

    /// Gives one answer.
    pub(crate) fn answer(&mut self, id: QuestionId, answer: Answer) -> &mut Visitor {
        match answer {
            Answer::Number(number) => self.send(Msg::Numbered(id, Some(number))),
            Answer::Day(date) => self.send(Msg::Dated(id, Some(date))),
            Answer::Month(year, month) => {
                let first = Date::new(year, month, 1).expect("a month has a first day");
                self.send(Msg::Dated(id, Some(first)))
                    .send(Msg::KnewOnlyMonth(id, true))
            }
            Answer::Options(chosen) => {
                for option in chosen.iter() {
                    self.send(Msg::Answered(id, option, true));
                }
                self
            }
        }
    }

    /// Answers every question in view that the sheet has an answer to; answers may change the view.
    #[track_caller]
    pub(crate) fn fill_page(&mut self, sheet: &Sheet) -> &mut Visitor {
        let answers = answers_of(sheet);
        let mut given = Vec::new();
        loop {
            let open = self
                .page()
                .into_iter()
                .find(|id| !given.contains(id) && answers.get(*id).is_some());
            let Some(id) = open else { return self };
            given.push(id);
            if self.quiz.answers.get(id) == answers.get(id) {
                continue;
            }
            if protocol().question(id).kind == Kind::Multi {
                for option in self.quiz.answers.chosen(id).iter() {
                    self.send(Msg::Answered(id, option, false));
                }
            }
            self.answer(id, answers.get(id).expect("looked up above"));
        }
    }

    /// Answers the page in view and continues; past an interruption too.
    #[track_caller]
    pub(crate) fn finish_page(&mut self, sheet: &Sheet) -> &mut Visitor {
        let page = self.fill_page(sheet).page();
        self.send(Msg::Continued);
        assert!(
            self.quiz.problems.is_empty(),
            "the page {:?} does not let go: {:?}",
            page.iter()
                .map(|id| protocol().question(*id).id)
                .collect::<Vec<_>>(),
            self.quiz.problems,
        );
        self.pages.push(page);
        if matches!(self.screen(), Screen::Interruption(_)) {
            self.interruptions += 1;
            self.send(Msg::WentOn);
        }
        self
    }

    /// Starts, and goes on until a page holds this question.
    #[track_caller]
    pub(crate) fn go_to(&mut self, sheet: &Sheet, question: &str) -> &mut Visitor {
        self.send(Msg::Started);
        while !self.asked().contains(&question) {
            assert!(!self.page().is_empty(), "`{question}` was never asked");
            self.finish_page(sheet);
        }
        self
    }

    /// Starts, and answers everything until the answers are to be checked.
    #[track_caller]
    pub(crate) fn go_to_review(&mut self, sheet: &Sheet) -> &mut Visitor {
        self.send(Msg::Started);
        while !self.page().is_empty() {
            self.finish_page(sheet);
        }
        let review = matches!(self.screen(), Screen::Review(_));
        assert!(
            review,
            "expected to check the answers, not {:?}",
            self.screen()
        );
        self
    }

    /// Answers everything and asks for the result.
    #[track_caller]
    pub(crate) fn go_to_result(&mut self, sheet: &Sheet) -> Assessment {
        self.go_to_review(sheet).send(Msg::AskedForResult);
        match self.screen() {
            Screen::Recommendation(assessment) => *assessment,
            other => panic!("expected a recommendation, not {other:?}"),
        }
    }
}

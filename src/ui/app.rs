//! The app: one component around [`Quiz::update`], and the choice of screen.

use std::rc::Rc;

use yew::prelude::*;

use super::interruption::interruption;
use super::intro::intro;
use super::markup::{El, classed, el, p};
use super::question::page;
use super::recommendation::recommendation;
use super::review::review;
use super::{Context, dom, foot};
use crate::key;
use crate::protocol::{Date, Protocol};
use crate::quiz::{Msg, Notice, Place, Quiz, Screen};
use crate::text::Locale;

/// What the app needs from outside.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The clinical content.
    pub protocol: &'static Protocol,
    /// The language.
    pub locale: Locale,
    /// Tells today's local date.
    pub clock: fn() -> Date,
    /// Where to start.
    #[prop_or_default]
    pub start: Quiz,
    /// Told after every change.
    #[prop_or_default]
    pub on_change: Callback<Quiz>,
    /// Prints the page.
    #[prop_or_default]
    pub on_print: Option<Callback<()>>,
}

/// Properties are given once, when the quiz is mounted.
impl PartialEq for AppProps {
    fn eq(&self, _: &AppProps) -> bool {
        true
    }
}

/// The whole quiz. A struct component: it costs half of what the hooks would.
#[derive(Debug)]
pub struct App {
    quiz: Rc<Quiz>,
    heading: NodeRef,
    summary: NodeRef,
    /// What the visitor saw last: a change of it moves focus.
    shown: (Place, u16),
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> App {
        let quiz = Rc::new(ctx.props().start.clone());
        let shown = (quiz.place, quiz.attempts);
        App { quiz, heading: NodeRef::default(), summary: NodeRef::default(), shown }
    }

    fn update(&mut self, ctx: &yew::Context<Self>, msg: Msg) -> bool {
        let props = ctx.props();
        let quiz = self.quiz.update(props.protocol, (props.clock)(), msg);
        let changed = quiz != *self.quiz;
        self.quiz = Rc::new(quiz);
        changed
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let props = ctx.props();
        let context = Context {
            protocol: props.protocol,
            locale: props.locale,
            today: (props.clock)(),
            quiz: self.quiz.clone(),
            send: ctx.link().callback(|msg| msg),
            heading: self.heading.clone(),
            summary: self.summary.clone(),
        };
        let (name, content) = match self.quiz.screen(props.protocol, context.today) {
            Screen::Intro => ("intro", intro(context.locale, Some(&context))),
            Screen::Question { page: questions, progress } => {
                ("question", page(&context, &questions, progress))
            }
            Screen::Interruption(assessment) => ("interruption", interruption(&context, &assessment)),
            Screen::Review(path) => ("review", review(&context, &path)),
            Screen::Recommendation(assessment) => {
                ("recommendation", recommendation(&context, &assessment, props.on_print.as_ref()))
            }
        };
        classed("div", "quiz")
            .attr("lang", props.locale.tag)
            .attr("data-screen", name)
            .with(notice(props.locale, self.quiz.notice))
            .with(el("div").key(name).with(content))
            .with(foot::emergency(props.locale))
            .into()
    }

    /// The first screen leaves focus where the visitor has it; each further one takes it.
    fn rendered(&mut self, ctx: &yew::Context<Self>, _first: bool) {
        let shown = (self.quiz.place, self.quiz.attempts);
        if shown != self.shown {
            self.shown = shown;
            dom::focus(if self.quiz.problems.is_empty() { &self.heading } else { &self.summary });
        }
        ctx.props().on_change.emit((*self.quiz).clone());
    }
}

/// Announced once; empty most of the time, so that a screen reader watches it from the start.
fn notice(locale: Locale, notice: Option<Notice>) -> El {
    let text = notice.map(|notice| match notice {
        Notice::Damaged => key::NOTICE_DAMAGED,
        Notice::Restored => key::NOTICE_RESTORED,
        Notice::StartedOver => key::NOTICE_STARTED_OVER,
    });
    classed("div", "notice").attr("role", "status").with_if(text.map(|text| p(locale.text(text))))
}

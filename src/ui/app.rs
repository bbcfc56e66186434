//! The app: one reducer around [`Quiz::update`], and the choice of screen.

use std::rc::Rc;

use yew::prelude::*;

use super::dom;
use super::interruption::Interruption;
use super::intro::Intro;
use super::question::Page;
use super::recommendation::Result;
use super::review::Review;
use super::{Context, foot};
use crate::key;
use crate::protocol::{Date, Protocol};
use crate::quiz::{Msg, Notice, Quiz, Screen};
use crate::text::Locale;

/// What the app needs from outside.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The clinical content.
    pub protocol: &'static Protocol,
    /// The language.
    pub locale: Locale,
    /// Tells today's local date.
    pub clock: Callback<(), Date>,
    /// Where to start.
    #[prop_or_default]
    pub start: Quiz,
    /// Told after every change.
    #[prop_or_default]
    pub on_change: Callback<Quiz>,
    /// Given, once, a way to send messages from outside.
    #[prop_or_default]
    pub on_ready: Callback<Callback<Msg>>,
    /// Prints the page.
    #[prop_or_default]
    pub on_print: Option<Callback<()>>,
}

struct State {
    protocol: &'static Protocol,
    clock: Callback<(), Date>,
    quiz: Rc<Quiz>,
}

impl Reducible for State {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let quiz = self.quiz.update(self.protocol, self.clock.emit(()), msg);
        if quiz == *self.quiz {
            return self;
        }
        Rc::new(State {
            protocol: self.protocol,
            clock: self.clock.clone(),
            quiz: Rc::new(quiz),
        })
    }
}

/// The whole quiz.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || State {
            protocol: props.protocol,
            clock: props.clock,
            quiz: Rc::new(props.start),
        })
    };
    let heading = use_node_ref();
    let summary = use_node_ref();
    let quiz = state.quiz.clone();
    let today = props.clock.emit(());
    let context = Context {
        protocol: props.protocol,
        locale: props.locale,
        today,
        quiz: quiz.clone(),
        send: Callback::from({
            let dispatcher = state.dispatcher();
            move |msg| dispatcher.dispatch(msg)
        }),
        heading: heading.clone(),
        summary: summary.clone(),
    };

    use_effect_with((), {
        let (on_ready, send) = (props.on_ready.clone(), context.send.clone());
        move |()| on_ready.emit(send)
    });
    use_effect_with(quiz.clone(), {
        let on_change = props.on_change.clone();
        move |quiz| on_change.emit((**quiz).clone())
    });
    // The first screen leaves focus where the visitor has it.
    let first = use_mut_ref(|| true);
    use_effect_with((quiz.place, quiz.attempts), move |_| {
        if first.replace(false) {
            return;
        }
        dom::focus(if quiz.problems.is_empty() {
            &heading
        } else {
            &summary
        });
    });

    let screen = context.quiz.screen(props.protocol, today);
    let (name, content) = match screen {
        Screen::Intro => ("intro", html! { <Intro {context} /> }),
        Screen::Question { page, progress } => (
            "question",
            html! { <Page context={context.clone()} {page} {progress} /> },
        ),
        Screen::Interruption(assessment) => (
            "interruption",
            html! { <Interruption context={context.clone()} assessment={*assessment} /> },
        ),
        Screen::Review(path) => (
            "review",
            html! { <Review context={context.clone()} {path} /> },
        ),
        Screen::Recommendation(assessment) => (
            "recommendation",
            html! {
                <Result context={context.clone()} assessment={*assessment} on_print={props.on_print.clone()} />
            },
        ),
    };
    html! {
        <div class="quiz" lang={props.locale.tag} data-screen={name}>
            { notice(props.locale, state.quiz.notice) }
            <div key={name}>{ content }</div>
            { foot::emergency(props.locale) }
        </div>
    }
}

/// Announced once; empty most of the time, so that a screen reader watches it from the start.
fn notice(locale: Locale, notice: Option<Notice>) -> Html {
    let text = notice.map(|notice| match notice {
        Notice::Damaged => key::NOTICE_DAMAGED,
        Notice::Restored => key::NOTICE_RESTORED,
        Notice::StartedOver => key::NOTICE_STARTED_OVER,
    });
    html! {
        <div class="notice" role="status">
            if let Some(text) = text {
                <p>{ locale.text(text) }</p>
            }
        </div>
    }
}

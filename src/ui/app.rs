//! The app: one component around [`Quiz::update`], and the choice of screen.

use std::rc::Rc;

use yew::prelude::*;

use super::dom::Input;
use super::interruption::interruption;
use super::intro::intro;
use super::markup::{classed, el};
use super::notice::notice;
use super::props::AppProps;
use super::question::page;
use super::recommendation::recommendation;
use super::review::review;
use super::{Context, Ways, action, clinic, dom, foot, languages, opened, take};
use crate::options::Clinic;
use crate::protocol::{Evidence, Protocol};
use crate::quiz::{Msg, Notice, Place, Quiz, Screen};
use crate::takeaway::Taken;
use crate::text::Locale;

/// What the app is told.
#[derive(Debug)]
pub enum AppMsg {
    /// A button with this action was pressed, about this question if any.
    Pressed(String, String),
    /// A box was ticked or a radio button chosen.
    Chose(Input),
    /// A field was filled in.
    Typed(Input),
    /// A page was finished.
    Submitted,
    /// The browser went to a step of its history.
    Jumped(usize),
    /// A link was opened: its fragment.
    Opened(String),
    /// What came of taking something along.
    Took(Outcome),
    /// The words of the later screens and the evidence have come.
    Learned(Locale, Evidence),
    /// A language is to be spoken from now on, or the one that was asked for could not be had.
    Spoke(Option<Locale>),
    /// What the clinic says was read.
    Clinic(Rc<Clinic>),
    /// The beginning of a screen has been seen.
    Seen,
}

/// What came of taking something along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is where the visitor wanted it.
    Done,
    /// The visitor changed their mind.
    Dropped,
    /// The browser cannot do it.
    Refused,
}

/// The whole quiz. A struct component: it costs half of what the hooks would.
#[derive(Debug)]
pub struct App {
    quiz: Rc<Quiz>,
    locale: Locale,
    evidence: Evidence,
    /// What the visitor did before the later screens had come; only the last of it counts.
    waiting: Option<AppMsg>,
    /// What is on its way out, and whether the browser refused it.
    leaving: Option<Taken>,
    refused: bool,
    /// The visitor asked for another language: focus stays on the switch.
    asked: bool,
    /// What the clinic that shows the quiz says of itself.
    clinic: Rc<Clinic>,
    /// The visitor agreed that the page around the quiz is told the result.
    agreed: bool,
    root: NodeRef,
    /// The screen is new, and only its beginning is drawn so far.
    beginning: bool,
    /// What draws the rest of it.
    rest: Option<dom::Soon>,
    /// What the visitor saw last: a change of it moves focus.
    shown: (Place, u16, usize),
}

impl Component for App {
    type Message = AppMsg;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> App {
        App::new(ctx.props())
    }

    fn update(&mut self, ctx: &yew::Context<Self>, msg: AppMsg) -> bool {
        // Comes before the words: whoever pressed Start already begins under the clinic's rules.
        if let AppMsg::Clinic(clinic) = msg {
            self.clinic = clinic;
            return true;
        }
        if let AppMsg::Seen = msg {
            self.beginning = false;
            return true;
        }
        if let AppMsg::Learned(locale, evidence) = msg {
            self.locale = locale;
            self.evidence = self::evidence(&self.clinic, evidence);
            if let Some(msg) = self.waiting.take() {
                Component::update(self, ctx, msg);
            }
            return true;
        }
        if let AppMsg::Pressed(action, tag) = &msg
            && action == "language"
        {
            if let Some(language) = languages::place(tag) {
                self.asked = true;
                ctx.props().on_language.emit(language);
            }
            return false;
        }
        // Nor has the code of the later screens come then: calling it would be the end of the quiz.
        if !self.locale.is_whole() && !matches!(msg, AppMsg::Spoke(Some(_))) {
            let started = matches!(&msg, AppMsg::Pressed(action, _) if action == "start");
            if started || matches!(msg, AppMsg::Jumped(_)) {
                self.waiting = Some(msg);
            }
            // Whoever draws tells the page its step, and it has left that one.
            return started;
        }
        if let AppMsg::Pressed(action, _) = &msg
            && let Some(taken) = take::taken(&self.context(ctx.props()), action)
        {
            self.refused = false;
            self.agreed = action == "agree" || (self.agreed && action != "disagree");
            self.leaving = Some(taken.clone());
            ctx.props().on_take.emit(taken);
            return true;
        }
        if let AppMsg::Opened(fragment) = &msg {
            let props = ctx.props();
            let context = self.context(props);
            self.quiz = Rc::new(opened::quiz(&context, (props.clock)(), fragment));
            props.presses.shows(&self.quiz);
            return true;
        }
        // Drawing again for an event that means nothing would undo a tick that is under way.
        let Some(msg) = self.read(ctx.props(), msg) else {
            return false;
        };
        if !matches!(msg, Msg::Told(_)) {
            self.leaving = None;
        }
        // A half-typed year is no date yet: drawing now would empty the field under the visitor's hands.
        let halfway = matches!(msg, Msg::Dated(_, None));
        // What was agreed to was agreed to for one result, which no plan changes.
        self.agreed &= matches!(
            msg,
            Msg::Told(_)
                | Msg::StartPicked(_)
                | Msg::KeptFree(_)
                | Msg::KeptFrom(..)
                | Msg::KeptTo(..)
                | Msg::GaveUp(_)
                | Msg::WantedDetails(_)
        );
        let props = ctx.props();
        let quiz = self.quiz.update(self.protocol(props), (props.clock)(), msg);
        props.presses.shows(&quiz);
        self.quiz = Rc::new(quiz);
        if self.quiz.place != self.shown.0 {
            dom::leave(&self.root);
            self.beginning = true;
        }
        !halfway
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let props = ctx.props();
        let context = self.context(props);
        let whole = self.locale.is_whole();
        let screen = if whole {
            self.quiz.screen(context.protocol, context.today)
        } else {
            Screen::Intro
        };
        let (name, content) = match screen {
            Screen::Intro => {
                let waiting = self.waiting.is_some() || (!whole && self.quiz.place != Place::Intro);
                ("intro", intro(&context, waiting))
            }
            Screen::Question {
                page: questions,
                progress,
                questions: left,
            } => ("question", page(&context, &questions, progress, left)),
            Screen::Interruption(assessment) => {
                ("interruption", interruption(&context, &assessment))
            }
            Screen::Review(path) => ("review", review(&context, &path)),
            Screen::Recommendation(assessment) => {
                ("recommendation", recommendation(&context, &assessment))
            }
        };
        classed("div", "quiz")
            .node(&self.root)
            .attr("lang", self.locale.tag)
            .attr("dir", self.locale.dir())
            .attr("data-screen", name)
            .attr_if("data-state", self.beginning.then_some("beginning"))
            .with(notice(self.locale, self.quiz.notice))
            .with(el("div").key(name).with(content))
            .with(foot::emergency(self.locale))
            .with_if(match name {
                "intro" => None,
                _ => languages::switch(&context),
            })
            .into()
    }

    /// The first screen leaves focus where the visitor has it; each further one takes it.
    fn rendered(&mut self, ctx: &yew::Context<Self>, _first: bool) {
        let (before, shown) = (self.shown, shown(&self.quiz));
        if shown != before {
            self.shown = shown;
            let selector = if (shown.0, shown.1) == (before.0, before.1) {
                // Kept days came or went, or all of them with everything else.
                if shown.2 > before.2 {
                    ".kept:last-of-type input"
                } else {
                    "[name=plan-start]"
                }
            } else if self.quiz.problems.is_empty() {
                "h1"
            } else {
                ".problems"
            };
            dom::focus(&self.root, selector);
        }
        if self.asked && self.quiz.notice == Some(Notice::Language) {
            self.asked = false;
            dom::focus(&self.root, ".languages summary");
        }
        if std::mem::take(&mut self.refused) {
            dom::select(&self.root, "textarea");
        }
        let quiz = (*self.quiz).clone();
        ctx.props().on_change.emit((quiz, self.locale));
        if self.beginning {
            let link = ctx.link().clone();
            self.rest = Some(dom::soon(move || link.send_message(AppMsg::Seen)));
        }
    }
}

/// What the visitor sees, as far as a change of it moves focus: where, which attempt, and how many
/// times days are kept free.
fn shown(quiz: &Quiz) -> (Place, u16, usize) {
    (quiz.place, quiz.attempts, quiz.wishes.kept.len())
}

impl App {
    fn new(props: &AppProps) -> App {
        let quiz = Rc::new(props.start.clone());
        props.presses.shows(&quiz);
        let shown = shown(&quiz);
        App {
            quiz,
            locale: props.locale,
            evidence: evidence(&props.clinic, props.evidence),
            waiting: None,
            leaving: None,
            refused: false,
            asked: false,
            clinic: props.clinic.clone(),
            agreed: false,
            root: NodeRef::default(),
            beginning: false,
            rest: None,
            shown,
        }
    }

    /// The rules in force: those that the clinic made stricter, if it did.
    fn protocol(&self, props: &AppProps) -> &'static Protocol {
        let rules = self.clinic.rules.as_ref();
        rules.map_or(props.protocol, |rules| rules.protocol)
    }

    fn context(&self, props: &AppProps) -> Context {
        let rules = self.clinic.rules.as_ref();
        Context {
            protocol: self.protocol(props),
            locale: self
                .locale
                .with_clinic(rules.map_or(&[], |rules| rules.texts)),
            evidence: self.evidence,
            today: self.quiz.today((props.clock)()),
            clock: (props.clock)(),
            site: props.site.clone(),
            clinic: self.clinic.clone(),
            embedded: props.embedded,
            agreed: self.agreed,
            beginning: self.beginning,
            quiz: self.quiz.clone(),
            ways: Ways {
                print: props.can_print,
                share: props.can_share,
                link: props.link_base.clone(),
                by_hand: match (self.quiz.notice, &self.leaving) {
                    (Some(Notice::ByHand), Some(taken)) => Some(taken.content().to_owned().into()),
                    _ => None,
                },
            },
        }
    }

    /// What an event means to the quiz, if anything.
    fn read(&mut self, props: &AppProps, msg: AppMsg) -> Option<Msg> {
        let protocol = self.protocol(props);
        match msg {
            AppMsg::Pressed(action, about) => {
                if action == "focus" {
                    let selector = ["[data-question=\"", &about, "\"] input"].concat();
                    dom::focus(&self.root, &selector);
                }
                action::of_button(protocol, self.quiz.place, &action, &about)
            }
            AppMsg::Chose(input) => {
                action::of_choice(protocol, &input.name, &input.value, input.checked)
            }
            AppMsg::Typed(input) => action::of_field(protocol, &input.name, &input.value),
            AppMsg::Submitted => Some(Msg::Continued),
            AppMsg::Opened(_) | AppMsg::Learned(..) | AppMsg::Clinic(_) | AppMsg::Seen => None,
            AppMsg::Took(outcome) => {
                self.refused = outcome == Outcome::Refused;
                take::told(outcome, self.leaving.as_ref()?).map(Msg::Told)
            }
            AppMsg::Jumped(step) => Some(Msg::Jumped(step)),
            AppMsg::Spoke(locale) => {
                let Some(locale) = locale else {
                    self.asked = false;
                    return Some(Msg::Told(Notice::LanguageMissing));
                };
                self.locale = locale;
                Some(Msg::Told(Notice::Language))
            }
        }
    }
}

/// The evidence under the clinic's rules. What reads them belongs to the later half, which is not there
/// yet when a quiz is mounted; but then no rules are there either.
fn evidence(clinic: &Clinic, evidence: Evidence) -> Evidence {
    match &clinic.rules {
        Some(rules) => clinic::evidence(clinic, rules, evidence),
        None => evidence,
    }
}

/// What a button would take along, for tests and tools without a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn taken(props: &AppProps, action: &str) -> Option<Taken> {
    take::taken(&App::new(props).context(props), action)
}

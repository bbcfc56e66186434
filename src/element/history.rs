//! The browser's history, for the stand-alone page: entries hold a step number and nothing else.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// Follows the browser's history while it lives.
#[derive(Debug)]
pub(super) struct History {
    steps: Steps,
    _listener: EventListener,
}

/// The steps that lie behind the page in the browser's history, as far as they are known.
#[derive(Clone, Debug)]
pub(super) struct Steps(Rc<RefCell<Vec<usize>>>);

impl History {
    /// `jumped` is told whenever the visitor uses the browser's Back or Forward.
    pub(super) fn new(step: usize, jumped: impl Fn(usize) + 'static) -> Option<History> {
        let window = web_sys::window()?;
        // After a reload the entries before this one are still there, one a step.
        let steps = Steps(Rc::new(RefCell::new((0..=step).collect())));
        replace(step);
        let listener = EventListener::new(&window, "popstate", {
            let steps = steps.clone();
            move |_| {
                let step = current();
                steps.arrive(step);
                jumped(step);
            }
        });
        Some(History {
            steps,
            _listener: listener,
        })
    }

    /// The steps, to be told of new ones.
    pub(super) fn steps(&self) -> Steps {
        self.steps.clone()
    }
}

impl Steps {
    /// Makes the history show a step that the quiz went to by itself.
    pub(super) fn show(&self, step: usize) {
        let mut steps = self.0.borrow_mut();
        let here = steps.last().copied().unwrap_or_default();
        if step == here {
            return;
        }
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
            return;
        };
        let behind = steps.iter().rposition(|known| *known == step);
        match behind {
            Some(index) if step < here => {
                let back = steps.len() - 1 - index;
                steps.truncate(index + 1);
                let _ = history.go_with_delta(-(back as i32));
            }
            _ if step < here => {
                steps.pop();
                steps.push(step);
                replace(step);
            }
            _ => {
                steps.push(step);
                let _ = history.push_state(&JsValue::from_f64(step as f64), "");
            }
        }
    }

    /// The visitor went to an entry.
    fn arrive(&self, step: usize) {
        let mut steps = self.0.borrow_mut();
        match steps.iter().rposition(|known| *known == step) {
            Some(index) => steps.truncate(index + 1),
            None => steps.push(step),
        }
    }
}

fn replace(step: usize) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state(&JsValue::from_f64(step as f64), "");
    }
}

fn current() -> usize {
    let state = web_sys::window()
        .and_then(|window| window.history().ok())
        .and_then(|history| history.state().ok());
    state
        .and_then(|state| state.as_f64())
        .map_or(0, |step| step as usize)
}

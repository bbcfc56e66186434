//! How far the visitor is: a row of needle points, and a sentence.

use yew::prelude::*;

use crate::key;
use crate::text::Locale;

/// "About 4 pages left".
pub(super) fn sentence(locale: Locale, left: usize) -> String {
    match left {
        0 => locale.text(key::LEFT_NONE).to_owned(),
        1 => locale.text(key::LEFT_ONE).to_owned(),
        n => locale.fill(key::LEFT_MANY, &[("n", &n.to_string())]),
    }
}

/// The row of points: done, here, to come.
pub(super) fn points(done: usize, left: usize) -> Html {
    let point = |state: &'static str| html! { <i data-state={state}></i> };
    html! {
        <div class="points" aria-hidden="true">
            { for (0..done).map(|_| point("done")) }
            { point("here") }
            { for (0..left).map(|_| point("left")) }
        </div>
    }
}

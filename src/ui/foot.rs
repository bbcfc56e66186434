//! What stands at the foot of pages.

use yew::prelude::*;

use super::Context;
use crate::key;
use crate::protocol::Word;
use crate::text::Locale;

/// The line against emergencies and the intended use, on every page.
pub(super) fn emergency(locale: Locale) -> Html {
    html! {
        <footer class="foot">
            <p><b>{ locale.text(key::EMERGENCY_TITLE) }</b>{ ". " }{ locale.text(key::EMERGENCY) }</p>
            <details>
                <summary>{ locale.text(key::INTENDED_USE_TITLE) }</summary>
                <p>{ locale.text(key::INTENDED_USE) }</p>
            </details>
        </footer>
    }
}

/// When to get help after a treatment.
pub(super) fn help(locale: Locale) -> Html {
    let list = |title: Word, lines: Word| {
        html! {
            <>
                <h3>{ locale.text(title) }</h3>
                <ul class="plain">{ for locale.lines(lines).map(|line| html! { <li>{ line }</li> }) }</ul>
            </>
        }
    };
    html! {
        <section class="card">
            <h2>{ locale.text(key::HELP_TITLE) }</h2>
            { list(key::HELP_NOW_TITLE, key::HELP_NOW) }
            { list(key::HELP_DAY_TITLE, key::HELP_DAY) }
            { list(key::HELP_DAYS_TITLE, key::HELP_DAYS) }
            <p>{ locale.text(key::HELP_USUAL) }</p>
        </section>
    }
}

/// What the result is, and which protocol it comes from.
pub(super) fn about(context: &Context) -> Html {
    let locale = context.locale;
    let protocol = context.protocol;
    let (released, review) = (
        locale.date(protocol.released),
        locale.date(protocol.review_by),
    );
    let values = [
        ("version", protocol.version),
        ("released", released.as_str()),
        ("review", &review),
    ];
    html! {
        <section class="small about">
            <h2>{ locale.text(key::FOOTER_TITLE) }</h2>
            <p>{ locale.text(key::RESULT_FOOTER) }</p>
            <p>{ locale.text(key::DISCLAIMER) }</p>
            <p>
                { locale.fill(key::VERSION, &values) }
                if !protocol.signed_off {
                    { " " }<b>{ locale.text(key::NOT_SIGNED) }</b>
                }
            </p>
        </section>
    }
}

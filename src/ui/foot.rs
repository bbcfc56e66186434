//! What stands at the foot of pages.

use yew::prelude::*;

use super::Context;
use super::evidence::{Rests, link, rests_on};
use super::markup::{card, classed, el, folded, heading, lines, p, p_of};
use crate::assess::{Assessment, Cause};
use crate::key;
use crate::protocol::{Cited, Gather};
use crate::text::Locale;

/// The line against emergencies and the intended use, on every page.
pub(super) fn emergency(locale: Locale) -> Html {
    let emergency = el("p")
        .with(heading("b", locale.text(key::EMERGENCY_TITLE)))
        .text(". ")
        .text(locale.text(key::EMERGENCY));
    let intended = locale.text(key::INTENDED_USE_TITLE).into();
    let translated = !locale.is_original();
    classed("footer", "foot")
        .with(emergency)
        .with_if(translated.then(|| p(locale.text(key::TRANSLATION_UNREVIEWED))))
        .with(folded(
            "intended",
            intended,
            p(locale.text(key::INTENDED_USE)),
        ))
        .into()
}

/// When to get help after a treatment.
#[inline(never)]
pub(super) fn help(context: &Context) -> Html {
    let locale = context.locale;
    let mut cited = vec![context.evidence.of_text(key::HELP_USUAL)];
    let mut help = card().with(heading("h2", locale.text(key::HELP_TITLE)));
    for (title, list) in [
        (key::HELP_NOW_TITLE, key::HELP_NOW),
        (key::HELP_DAY_TITLE, key::HELP_DAY),
        (key::HELP_DAYS_TITLE, key::HELP_DAYS),
    ] {
        help = help
            .with(heading("h3", locale.text(title)))
            .with(lines(locale, list));
        cited.push(context.evidence.of_text(list));
    }
    help.with(p(locale.text(key::HELP_USUAL)))
        .each(rests_on(context, Rests::of(&cited, key::CARE_GRADE)))
        .into()
}

/// What the result is, and which protocol it comes from.
#[inline(never)]
pub(super) fn about(context: &Context, assessment: &Assessment) -> Html {
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
    // The one file has no other beside it.
    let whole = (context.site.starts_with("http") && !context.clinic.kiosk).then(|| {
        let page = [&context.site, "protocol.html"].concat();
        el("p").with(link(context, locale.text(key::WHOLE_PROTOCOL), page))
    });
    let not_signed = (!protocol.signed_off).then(|| p(locale.text(key::NOT_SIGNED)));
    classed("section", "small about")
        .with(heading("h2", locale.text(key::FOOTER_TITLE)))
        .with(p(locale.text(key::RESULT_FOOTER)))
        .with(p(locale.text(key::DISCLAIMER)))
        .with(p_of(locale.fill(key::VERSION, &values)))
        .with_if(not_signed)
        .with(p(locale.text(key::FUNDING)))
        .with(p(locale.text(key::RESPONSIBLE)))
        .each(all_sources(context, assessment))
        .with_if(whole)
        .into()
}

/// Every source that the reasons and the plan rest on, each once.
fn all_sources(context: &Context, assessment: &Assessment) -> Vec<Html> {
    let evidence = &context.evidence;
    let reasons = assessment.findings.iter().map(|found| match found.cause {
        Cause::Rule(id) => evidence.of_rule(id),
        Cause::Goal(id) => evidence.of_goal(id),
        Cause::Expired => Cited::NONE,
    });
    let goals = assessment.areas.iter().flat_map(|part| part.goals.iter());
    let goals = goals.map(|id| evidence.of_goal(id));
    let cited: Vec<_> = reasons.chain(goals).gather();
    rests_on(context, Rests::of(&cited, key::ABOUT_SOURCES))
}

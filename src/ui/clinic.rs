//! What the clinic that shows the quiz says: how to reach it, and what it added.

use yew::prelude::*;

use super::Context;
use super::evidence::link;
use super::markup::{all, card, classed, el, heading, nothing, p, p_of};
use crate::assess::{Assessment, Cause, Finding};
use crate::key;
use crate::options::{Clinic, Rules};
use crate::protocol::{Evidence, Unit, Word};
use crate::takeaway::NO_OVERLAY;

/// The evidence under the clinic's rules: nobody is told to change what it rules treatment out for.
#[inline(never)]
pub(super) fn evidence(clinic: &Clinic, rules: &Rules, evidence: Evidence) -> Evidence {
    Evidence {
        changes: clinic.overlay.changes(rules.protocol, evidence.changes),
        ..evidence
    }
}

impl Context {
    /// Tells the clinic's rules apart from the guide's own and from another clinic's.
    pub(super) fn digest(&self) -> u32 {
        let rules = self.clinic.rules.as_ref();
        rules.map_or(NO_OVERLAY, |rules| rules.digest)
    }
}

/// Its name and its links. Booking is offered only where treatment may be planned.
#[inline(never)]
pub(super) fn clinic(context: &Context, assessment: &Assessment) -> Html {
    let (clinic, locale) = (&context.clinic, context.locale);
    let booking = assessment.may_be_planned() && !clinic.booking.is_empty();
    if clinic.name.is_empty() && clinic.contact.is_empty() && !booking {
        return nothing();
    }
    let title = if clinic.name.is_empty() {
        heading("h2", locale.text(key::CLINIC_TITLE))
    } else {
        el("h2").with(own(context, clinic.name.clone())).into()
    };
    let mut parts = vec![title];
    if !clinic.contact.is_empty() {
        parts.push(reached(context, key::CLINIC_CONTACT, &clinic.contact));
    }
    if booking {
        parts.push(reached(context, key::CLINIC_BOOK, &clinic.booking));
    }
    parts.push(
        classed("p", "small")
            .text(locale.text(key::CLINIC_OWN))
            .into(),
    );
    card().attr("data-clinic", "").each(parts).into()
}

/// A link; where nothing may lead away, the address to read.
#[inline(never)]
fn reached(context: &Context, word: Word, address: &str) -> Html {
    let text = context.locale.text(word);
    let mut line = el("p").with(link(context, text, address.to_owned()));
    if context.clinic.kiosk {
        let plain = address.split_once(':').map_or(address, |(_, rest)| rest);
        let plain = plain.trim_start_matches('/').to_owned();
        line = line.text(": ").with(el("bdi").text(plain));
    }
    line.into()
}

/// A text of the clinic's, in its language.
fn own(context: &Context, text: String) -> Html {
    let language = context.clinic.language.clone();
    let language = (!language.is_empty()).then_some(language);
    el("bdi").attr_if("lang", language).text(text).into()
}

/// "This clinic added: …", for a finding of the clinic's own.
#[inline(never)]
pub(super) fn added(context: &Context, found: &Finding) -> Option<Html> {
    let Cause::Rule(id) = found.cause else {
        return None;
    };
    let title = context.protocol.rule(id).title;
    if !title.is_clinics() {
        return None;
    }
    let locale = context.locale;
    let text = locale.text(title);
    if text.is_empty() {
        return Some(locale.text(key::CLINIC_ADDED_PLAIN).into());
    }
    let label = [locale.text(key::CLINIC_ADDED), " "].concat();
    Some(all(vec![label.into(), own(context, text.to_owned())]))
}

/// That the clinic made one of the guide's own rules stricter.
#[inline(never)]
pub(super) fn stricter(context: &Context, found: &Finding) -> Option<Html> {
    let Cause::Rule(id) = found.cause else {
        return None;
    };
    let clinic = &context.clinic;
    let stricter = clinic.rules.as_ref()?.stricter.contains(&id);
    let mut longer = clinic.overlay.longer.iter();
    let longer = longer.any(|(rule, _)| *rule == id);
    let rule = context.protocol.rule(id);
    let span = rule.wait.and_then(|wait| wait.span).filter(|_| longer);
    // Another one may be in force that is longer anyway.
    let others = rule.becomes.and_then(|becomes| becomes.span);
    let Some(span) = span.filter(|span| others.is_none_or(|other| other == *span)) else {
        return stricter.then(|| p(context.locale.text(key::CLINIC_STRICTER)));
    };
    // The guide's own words name the guide's wait.
    let word = match span.unit {
        Unit::Days => key::CLINIC_DAYS,
        Unit::Weeks => key::CLINIC_WEEKS,
        Unit::Months => key::CLINIC_MONTHS,
    };
    let count = span.count.to_string();
    Some(p_of(context.locale.fill(word, &[("n", &count)])))
}

/// That the clinic plans more sessions or more time between them.
#[inline(never)]
pub(super) fn plans_more(context: &Context, assessment: &Assessment) -> Option<Html> {
    let here = |goal| assessment.areas.iter().any(|part| part.goals.has(goal));
    let mut more = context.clinic.overlay.more.iter();
    let more = more.any(|more| more.goal.is_none_or(here));
    more.then(|| p_of(context.locale.text(key::CLINIC_PLAN).to_owned()))
}

/// The visitor's agreement that the page around the quiz is told the result, where the clinic asks.
#[inline(never)]
pub(super) fn agreement(context: &Context) -> Html {
    if !context.clinic.shares {
        return nothing();
    }
    let locale = context.locale;
    let (action, word, told) = if context.agreed {
        ("disagree", key::CLINIC_DISAGREE, key::CLINIC_SHARED)
    } else {
        ("agree", key::CLINIC_AGREE, key::CLINIC_SHARE)
    };
    let button = super::markup::button("button button--quiet", action, locale.text(word));
    card()
        .attr("class", "card take")
        .attr("data-sharing", if context.agreed { "on" } else { "off" })
        .with(heading("h2", locale.text(key::CLINIC_SHARE_TITLE)))
        .with(p(locale.text(told)))
        .with(classed("div", "actions").with(button))
        .into()
}

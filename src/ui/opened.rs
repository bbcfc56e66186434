//! What is told of a result that came in a link.

use yew::prelude::*;

use super::Context;
use super::markup::{button, classed, p, p_of};
use super::verdict;
use crate::assess::{Assessment, Cause};
use crate::key;
use crate::protocol::{Date, Gather, Word};
use crate::quiz::{Opened, Quiz, Then};
use crate::takeaway::link::{differences, open};

/// The quiz that a link opens; for a bad one, a fresh one that says what is wrong.
#[inline(never)]
pub(super) fn quiz(context: &Context, today: Date, fragment: &str) -> Quiz {
    let opened = open(context.protocol, context.digest(), today, fragment);
    opened.unwrap_or_else(|notice| Quiz {
        notice: Some(notice),
        ..Quiz::default()
    })
}

/// The day it was made, a way to answer again, and what differs from then.
#[inline(never)]
pub(super) fn opened(context: &Context, assessment: &Assessment) -> Option<Html> {
    let Opened { on, then, .. } = context.quiz.opened.as_deref()?;
    let locale = context.locale;
    let date = locale.date(*on);
    let told = |word: Word| p_of(locale.fill(word, &[("date", &date)]));
    let again = button("button button--quiet", "again", locale.text(key::AGAIN));
    let lines = match then {
        None => vec![
            told(key::OPENED_ON),
            p(locale.text(key::OPENED_AGAIN)),
            again.into(),
        ],
        Some(then) => {
            let mut lines = vec![told(key::OPENED_ANEW)];
            lines.extend(differing(context, then, assessment));
            lines
        }
    };
    Some(classed("section", "card opened").each(lines).into())
}

fn differing(context: &Context, then: &Then, now: &Assessment) -> Vec<Html> {
    let locale = context.locale;
    let tag = |verdict| locale.text(verdict::tag(verdict));
    let verdicts = [("then", tag(then.verdict)), ("now", tag(now.verdict))];
    let mut lines = vec![p_of(locale.fill(key::OPENED_THEN, &verdicts))];
    let differences = differences(context.protocol, then, now);
    let gone = differences.gone.iter().map(|cause| match cause {
        Some(cause) => title(context, *cause),
        None => locale.text(key::OPENED_UNKNOWN),
    });
    let gone: Vec<_> = gone.gather();
    let new = differences.new.iter().map(|cause| title(context, *cause));
    let new: Vec<_> = new.gather();
    for (word, titles) in [(key::OPENED_GONE, &gone), (key::OPENED_NEW, &new)] {
        if !titles.is_empty() {
            let reasons = locale.apart(titles);
            lines.push(p_of(locale.fill(word, &[("reasons", &reasons)])));
        }
    }
    if gone.is_empty() && new.is_empty() {
        lines.push(p(locale.text(key::OPENED_SAME)));
    }
    lines
}

fn title(context: &Context, cause: Cause) -> &'static str {
    let title = context.locale.text(match cause {
        Cause::Rule(id) => context.protocol.rule(id).title,
        Cause::Goal(id) => context.protocol.goal(id).label,
        Cause::Expired => key::EXPIRED_TITLE,
    });
    if title.is_empty() {
        context.locale.text(key::CLINIC_ADDED_PLAIN)
    } else {
        title
    }
}

//! What to do next: who to see, and how soon.

use yew::prelude::*;

use super::Context;
use super::markup::{card, classed, el, heading, p};
use super::verdict::mixed;
use crate::assess::{Assessment, Verdict};
use crate::key;
use crate::protocol::{Effect, Word};

/// The care card under the answer. A spot that a doctor has to see comes before everything else; a
/// wait that a cancer team has its say in is for that team.
#[inline(never)]
pub(super) fn next(context: &Context, assessment: &Assessment, spot: bool, team: bool) -> Html {
    let locale = context.locale;
    let (step, who, when) = match steps(assessment) {
        (step, ..) if spot => (step, key::WHO_SPOT, key::WHEN_SOON),
        (step, _, when) if team && assessment.verdict == Verdict::Defer => {
            (step, key::WHO_TEAM, when)
        }
        usual => usual,
    };
    let when = match assessment.earliest {
        Some(date) => locale.fill(when, &[("date", &locale.date(date))]),
        None => locale.text(when).to_owned(),
    };
    let row = |label: Word, text: String| {
        el("div")
            .with(el("dt").text(locale.text(label)))
            .with(el("dd").text(text))
            .into()
    };
    let rows = vec![
        row(key::NEXT_WHO, locale.text(who).to_owned()),
        row(key::NEXT_WHEN, when),
    ];
    card()
        .with(heading("h2", locale.text(key::NEXT_TITLE)))
        .with(p(locale.text(step)))
        .with(classed("dl", "next").each(rows))
        .into()
}

/// What to do, who to see, and how soon.
fn steps(assessment: &Assessment) -> (Word, Word, Word) {
    if mixed(assessment) {
        return (key::NEXT_AREAS, key::WHO_CLINICIAN, key::WHEN_BEFORE);
    }
    let to_look_at = assessment
        .findings
        .iter()
        .any(|finding| finding.effect == Effect::Review);
    match (assessment.verdict, assessment.earliest) {
        (Verdict::Suitable, _) => (key::NEXT_SUITABLE, key::WHO_PROVIDER, key::WHEN_NO_HURRY),
        (Verdict::Review, _) => (key::NEXT_REVIEW, key::WHO_CLINICIAN, key::WHEN_BEFORE),
        (Verdict::Defer, Some(_)) if to_look_at => {
            (key::NEXT_DEFER_DATE, key::WHO_CLINICIAN, key::WHEN_DATE)
        }
        (Verdict::Defer, Some(_)) => (key::NEXT_DEFER_DATE, key::WHO_LATER, key::WHEN_DATE),
        (Verdict::Defer, None) => (key::NEXT_DEFER, key::WHO_DOCTOR, key::WHEN_SETTLED),
        (Verdict::NotIndicated, _) => (
            key::NEXT_NOT_INDICATED,
            key::WHO_DERMATOLOGIST,
            key::WHEN_NO_HURRY,
        ),
        (Verdict::Exclude, _) => (key::NEXT_EXCLUDE, key::WHO_OTHER_WAYS, key::WHEN_NO_HURRY),
        (Verdict::OutOfScope, _) => (
            key::NEXT_OUT_OF_SCOPE,
            key::WHO_DERMATOLOGIST,
            key::WHEN_BEFORE,
        ),
    }
}

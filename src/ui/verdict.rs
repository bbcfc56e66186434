//! The answer in one sentence.

use yew::prelude::*;

use super::markup::{classed, el, p, title};
use super::{Context, icon};
use crate::assess::{AreaRecommendation, Assessment, Verdict};
use crate::key;
use crate::protocol::{Date, Gather, Word};
use crate::text::Locale;

/// The card at the top of the result.
#[inline(never)]
pub(super) fn verdict(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    let mixed = mixed(assessment);
    let headline = if mixed {
        headline(context, assessment)
    } else {
        sentence(locale, assessment)
    };
    let tag = if mixed {
        key::SENTENCE_AREAS
    } else {
        tag(assessment.verdict)
    };
    let only = match assessment.areas.as_slice() {
        [only] => Some(context.protocol.area(only.area).id),
        _ => None,
    };
    let several = (assessment.areas.len() > 1).then(|| {
        let areas = assessment
            .areas
            .iter()
            .map(|part| area(context, part))
            .gather();
        classed("ul", "verdict__areas").each(areas)
    });
    classed("div", "verdict")
        .attr("data-verdict", assessment.verdict.id())
        .attr_if("data-area", only)
        .with(
            classed("p", "verdict__tag")
                .with(icon::verdict(assessment.verdict))
                .text(locale.text(tag)),
        )
        .with(title(headline.into()))
        .with_if(several)
        .with_if(assessment.partial.then(|| p(locale.text(key::PARTIAL))))
        .with_if(
            assessment
                .clock_behind
                .then(|| p(locale.text(key::CLOCK_BEHIND))),
        )
        .into()
}

/// Whether the areas have different answers.
pub(super) fn mixed(assessment: &Assessment) -> bool {
    assessment
        .areas
        .iter()
        .any(|part| part.recommendation.verdict() != assessment.verdict)
}

/// The headline names each area where they differ.
fn headline(context: &Context, assessment: &Assessment) -> String {
    let parts: Vec<_> = assessment
        .areas
        .iter()
        .map(|part| line_of(context, part))
        .gather();
    parts.join(". ")
}

fn sentence(locale: Locale, assessment: &Assessment) -> String {
    let word = match (assessment.verdict, assessment.earliest) {
        (Verdict::Defer, Some(date)) => {
            return locale.fill(key::SENTENCE_DEFER_DATE, &[("date", &locale.date(date))]);
        }
        (Verdict::Suitable, _) => key::SENTENCE_SUITABLE,
        (Verdict::Review, _) => key::SENTENCE_REVIEW,
        (Verdict::Defer, None) => key::SENTENCE_DEFER,
        (Verdict::NotIndicated, _) => key::SENTENCE_NOT_INDICATED,
        (Verdict::Exclude, _) => key::SENTENCE_EXCLUDE,
        (Verdict::OutOfScope, _) => key::SENTENCE_OUT_OF_SCOPE,
    };
    locale.text(word).to_owned()
}

fn line_of(context: &Context, part: &AreaRecommendation) -> String {
    let recommendation = &part.recommendation;
    let area = context.area(part.area);
    line(
        context,
        area,
        recommendation.verdict(),
        recommendation.earliest(),
    )
}

/// "Face: may suit you".
pub(super) fn line(
    context: &Context,
    area: &str,
    verdict: Verdict,
    earliest: Option<Date>,
) -> String {
    let word = match (verdict, earliest) {
        (_, Some(date)) => {
            let date = context.locale.date(date);
            return context
                .locale
                .fill(key::AREA_DEFER_DATE, &[("area", area), ("date", &date)]);
        }
        (Verdict::Suitable, _) => key::AREA_SUITABLE,
        (Verdict::Review, _) => key::AREA_REVIEW,
        (Verdict::Defer, _) => key::AREA_DEFER,
        (Verdict::NotIndicated, _) => key::AREA_NOT_INDICATED,
        (Verdict::Exclude, _) => key::AREA_EXCLUDE,
        (Verdict::OutOfScope, _) => key::AREA_OUT_OF_SCOPE,
    };
    context.locale.fill(word, &[("area", area)])
}

fn area(context: &Context, part: &AreaRecommendation) -> Html {
    let id = context.protocol.area(part.area).id;
    let verdict = part.recommendation.verdict();
    el("li")
        .key(id)
        .attr("data-area", id)
        .attr("data-verdict", verdict.id())
        .with(icon::verdict(verdict))
        .with(el("span").text(line_of(context, part)))
        .into()
}

/// The verdict in a few words.
pub(super) fn tag(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Suitable => key::TAG_SUITABLE,
        Verdict::Review => key::TAG_REVIEW,
        Verdict::Defer => key::TAG_DEFER,
        Verdict::NotIndicated => key::TAG_NOT_INDICATED,
        Verdict::Exclude => key::TAG_EXCLUDE,
        Verdict::OutOfScope => key::TAG_OUT_OF_SCOPE,
    }
}

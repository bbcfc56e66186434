//! The answer in one sentence, and what to do next.

use yew::prelude::*;

use super::title::tag;
use super::{Context, icon};
use crate::assess::{AreaRecommendation, Assessment, Verdict};
use crate::key;
use crate::text::Locale;

/// The card at the top of the result.
pub(super) fn verdict(context: &Context, assessment: &Assessment) -> Html {
    let locale = context.locale;
    let mixed = mixed(assessment);
    let only = match assessment.areas.as_slice() {
        [only] => Some(context.protocol.area(only.area).id),
        _ => None,
    };
    html! {
        <div class="verdict" data-verdict={assessment.verdict.id()} data-area={only}>
            <p class="verdict__tag">{ icon::verdict(assessment.verdict) }{ locale.text(tag(assessment.verdict)) }</p>
            <h1 ref={context.heading.clone()} tabindex="-1">
                if mixed { { headline(context, assessment) } } else { { sentence(locale, assessment) } }
            </h1>
            if assessment.areas.len() > 1 {
                <ul class="verdict__areas">{ for assessment.areas.iter().map(|part| area(context, part)) }</ul>
            }
            <p>{ next(locale, assessment) }</p>
            if assessment.partial {
                <p>{ locale.text(key::PARTIAL) }</p>
            }
            if assessment.clock_behind {
                <p>{ locale.text(key::CLOCK_BEHIND) }</p>
            }
        </div>
    }
}

fn mixed(assessment: &Assessment) -> bool {
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
        .map(|part| line(context, part))
        .collect();
    if parts.len() <= 2 {
        parts.join(". ")
    } else {
        context.locale.text(key::SENTENCE_AREAS).to_owned()
    }
}

fn sentence(locale: Locale, assessment: &Assessment) -> String {
    let word = match assessment.verdict {
        Verdict::Suitable => key::SENTENCE_SUITABLE,
        Verdict::Review => key::SENTENCE_REVIEW,
        Verdict::Defer => match assessment.earliest {
            Some(date) => {
                return locale.fill(key::SENTENCE_DEFER_DATE, &[("date", &locale.date(date))]);
            }
            None => key::SENTENCE_DEFER,
        },
        Verdict::NotIndicated => key::SENTENCE_NOT_INDICATED,
        Verdict::Exclude => key::SENTENCE_EXCLUDE,
        Verdict::OutOfScope => key::SENTENCE_OUT_OF_SCOPE,
    };
    locale.text(word).to_owned()
}

fn next(locale: Locale, assessment: &Assessment) -> &'static str {
    locale.text(match assessment.verdict {
        Verdict::Suitable => key::NEXT_SUITABLE,
        Verdict::Review => key::NEXT_REVIEW,
        Verdict::Defer if assessment.earliest.is_some() => key::NEXT_DEFER_DATE,
        Verdict::Defer => key::NEXT_DEFER,
        Verdict::NotIndicated => key::NEXT_NOT_INDICATED,
        Verdict::Exclude => key::NEXT_EXCLUDE,
        Verdict::OutOfScope => key::NEXT_OUT_OF_SCOPE,
    })
}

fn line(context: &Context, part: &AreaRecommendation) -> String {
    let area = context.area(part.area);
    let verdict = part.recommendation.verdict();
    let word = match (verdict, part.recommendation.earliest()) {
        (_, Some(date)) => {
            let date = context.locale.date(date);
            return context
                .locale
                .fill(key::AREA_DEFER_DATE, &[("area", &area), ("date", &date)]);
        }
        (Verdict::Suitable, _) => key::AREA_SUITABLE,
        (Verdict::Review, _) => key::AREA_REVIEW,
        (Verdict::Defer, _) => key::AREA_DEFER,
        (Verdict::NotIndicated, _) => key::AREA_NOT_INDICATED,
        (Verdict::Exclude, _) => key::AREA_EXCLUDE,
        (Verdict::OutOfScope, _) => key::AREA_OUT_OF_SCOPE,
    };
    context.locale.fill(word, &[("area", &area)])
}

fn area(context: &Context, part: &AreaRecommendation) -> Html {
    let id = context.protocol.area(part.area).id;
    let verdict = part.recommendation.verdict();
    html! {
        <li key={id} data-area={id} data-verdict={verdict.id()}>
            { icon::verdict(verdict) }<span>{ line(context, part) }</span>
        </li>
    }
}

//! For everyone and every overlay: the verdict is never softer, no reason is lost, no day is earlier,
//! and no course is shorter.

use microneedling_quiz::assess::{
    Assessment, Cause, Finding, SessionEstimate, Verdict, assess, assess_partly,
};
use microneedling_quiz::protocol::{Date, Effect, Overlay, RuleId};

use super::random;
use crate::laws::{Held, ensure, law};
use crate::support::{Person, protocol};

/// What the law says of one person under one overlay.
pub(super) fn stricter(person: &Person, overlay: &Overlay) -> Held {
    let applied = overlay.apply(protocol());
    let Ok(complete) = person.answers.complete(&applied, person.today) else {
        // Only what is hidden can no longer be answered.
        return ensure(!overlay.hidden.is_empty(), || "it asks for more".to_owned());
    };
    let strict = assess(&applied, &complete);
    let partly = |protocol| assess_partly(protocol, &person.answers, person.today).is_some();
    ensure(!partly(protocol()) || partly(&applied), || {
        "what rules out is no longer told at once".to_owned()
    })?;
    at_least(&person.assessment(), &strict)
}

/// Whether the second assessment is nowhere milder than the first.
pub(super) fn at_least(base: &Assessment, strict: &Assessment) -> Held {
    ensure(strict.verdict >= base.verdict, || {
        format!("{:?} became {:?}", base.verdict, strict.verdict)
    })?;
    if base.verdict == Verdict::Defer && strict.verdict == Verdict::Defer {
        not_earlier(base.earliest, strict.earliest)?;
    }
    for found in &base.findings {
        still_there(found, strict)?;
    }
    for (before, now) in base.areas.iter().zip(&strict.areas) {
        ensure(before.area == now.area, || "other areas".to_owned())?;
        let (before, now) = (&before.recommendation, &now.recommendation);
        ensure(now.verdict() >= before.verdict(), || {
            format!("an area went from {before:?} to {now:?}")
        })?;
        if let (Verdict::Defer, Verdict::Defer) = (before.verdict(), now.verdict()) {
            not_earlier(before.earliest(), now.earliest())?;
        }
        not_fewer(before.estimate(), now.estimate())?;
    }
    let permitted = |assessment: &Assessment| {
        let areas = assessment.areas.iter();
        let areas = areas.filter(|part| part.recommendation.estimate().is_some());
        areas.map(|part| part.area).collect::<Vec<_>>()
    };
    if permitted(base) == permitted(strict) {
        not_fewer(base.estimate, strict.estimate)?;
    }
    Ok(())
}

fn still_there(found: &Finding, strict: &Assessment) -> Held {
    if found.cause == Cause::Expired {
        // It stands where nothing else asks for a clinician.
        return Ok(());
    }
    let now = strict.findings.iter().find(|now| now.cause == found.cause);
    let Some(now) = now else {
        return Err(format!("{found:?} is gone"));
    };
    let areas = found.areas.iter().all(|area| now.areas.has(area));
    ensure(areas && now.effect >= found.effect, || {
        format!("{found:?} became {now:?}")
    })?;
    if (found.effect, now.effect) == (Effect::Defer, Effect::Defer) {
        not_earlier(found.earliest, now.earliest)?;
        ensure(now.not_before >= found.not_before, || {
            format!("{found:?} became {now:?}")
        })?;
    }
    Ok(())
}

fn not_earlier(before: Option<Date>, now: Option<Date>) -> Held {
    let held = match (before, now) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(before), Some(now)) => now >= before,
    };
    ensure(held, || format!("the day went from {before:?} to {now:?}"))
}

fn not_fewer(before: Option<SessionEstimate>, now: Option<SessionEstimate>) -> Held {
    let Some(now) = now else { return Ok(()) };
    let tell = || format!("the course went from {before:?} to {now:?}");
    let before = before.ok_or_else(tell)?;
    let (was, is) = (before.sessions, now.sessions);
    let more = is.low >= was.low && is.most >= was.most && is.high == was.high;
    let order = is.low <= is.most && is.most <= is.high && is.high <= 6;
    let apart = (before.interval_weeks..=6).contains(&now.interval_weeks);
    let as_sure = now.certainty == before.certainty && now.review >= before.review;
    ensure(more && order && apart && as_sure, tell)
}

/// Takes parts of the overlay away as long as the law stays broken.
fn smallest(overlay: Overlay, broken: &dyn Fn(&Overlay) -> bool) -> Overlay {
    let mut overlay = overlay;
    while let Some(smaller) = without_one(&overlay).into_iter().find(broken) {
        overlay = smaller;
    }
    overlay
}

fn without_one(overlay: &Overlay) -> Vec<Overlay> {
    let mut all = Vec::new();
    macro_rules! each {
        ($($field:ident)*) => {$(
            for index in 0..overlay.$field.len() {
                let mut smaller = overlay.clone();
                smaller.$field.remove(index);
                all.push(smaller);
            }
        )*};
    }
    each!(added raised longer more hidden);
    all
}

#[test]
fn an_overlay_is_only_ever_stricter() {
    law(2_600, 3_000, |person, random| {
        let overlay = random::overlay(random, &person.assessment());
        stricter(person, &overlay).map_err(|why| {
            let broken = |overlay: &Overlay| stricter(person, overlay).is_err();
            let overlay = smallest(overlay, &broken);
            format!("{why}\nwith {overlay:?}")
        })
    });
}

/// Each rule by itself, raised to each effect and with each wait, for people for whom it fires and for
/// those who are not sure.
#[test]
fn every_rule_alone_can_only_be_stricter() {
    law(2_700, 100, |person, _| {
        for found in person.assessment().findings {
            let Cause::Rule(id) = found.cause else {
                continue;
            };
            for effect in [Effect::Review, Effect::Defer, Effect::Exclude] {
                stricter(person, &raised(id, effect))?;
            }
            for count in [1, 5, 7, 40] {
                stricter(person, &longer(id, count))?;
            }
        }
        Ok(())
    });
}

fn raised(rule: RuleId, effect: Effect) -> Overlay {
    Overlay {
        raised: vec![(rule, effect)],
        ..Overlay::default()
    }
}

fn longer(rule: RuleId, count: u16) -> Overlay {
    Overlay {
        longer: vec![(rule, count)],
        ..Overlay::default()
    }
}

/// The law itself is sharp: the other way round it breaks as soon as the overlay does anything.
#[test]
fn whatever_an_overlay_does_the_law_would_notice_undone() {
    let mut noticed = 0;
    law(2_800, 300, |person, random| {
        let base = person.assessment();
        let overlay = Overlay {
            hidden: Vec::new(),
            ..random::overlay(random, &base)
        };
        let applied = overlay.apply(protocol());
        let strict = assess(&applied, &person.complete());
        let same = base.verdict == strict.verdict
            && base.areas == strict.areas
            && base.estimate == strict.estimate;
        ensure(same || at_least(&strict, &base).is_err(), || {
            format!("{overlay:?} and back goes unnoticed")
        })
    });
    for person in crate::support::people(2_801, 300) {
        let base = person.assessment();
        for found in &base.findings {
            if let (Cause::Rule(id), Effect::Review) = (found.cause, found.effect) {
                let applied = raised(id, Effect::Exclude).apply(protocol());
                let strict = assess(&applied, &person.complete());
                noticed += usize::from(at_least(&strict, &base).is_err());
            }
        }
    }
    assert!(noticed > 100, "only {noticed} were noticed");
}

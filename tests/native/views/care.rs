//! Questions to ask, and what to do around a session.

use microneedling_quiz::protocol::Moment;
use microneedling_quiz::text::Locale;
use serde_json::json;

use super::{result_of, results, too_late};
use crate::support::{healthy, people, today};

fn told(moment: Moment) -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = Locale::english();
    let care = microneedling_quiz::evidence().care.iter();
    care.filter(move |care| care.moment == moment)
        .map(move |care| (care.id, words.text(care.tell)))
}

/// Someone healthy reads everything that does not hang on an answer, in the dossier's order.
#[test]
fn care_for_someone_healthy() {
    let (_, page) = result_of(&healthy(json!({})), today);
    let text = page.text();
    let special = [
        "before-sun-longer",
        "before-smoking",
        "before-cold-sores",
        "after-smoking",
        "ask-antivirals",
        "ask-split",
    ];
    let mut last = 0;
    for moment in [Moment::Ask, Moment::Before, Moment::Day, Moment::After] {
        for (id, tell) in told(moment) {
            let found = text.find(tell);
            assert_eq!(found.is_none(), special.contains(&id), "{id}: {found:?}");
            assert!(
                found.is_none_or(|found| found > last),
                "{id} is out of order"
            );
            last = found.unwrap_or(last);
        }
    }
    assert!(text.contains("Your provider’s own instructions always win."));
}

#[test]
fn care_that_hangs_on_an_answer() {
    for (changes, ids) in [
        (
            json!({ "conditions": ["cold-sores"] }),
            &["before-cold-sores", "ask-antivirals"][..],
        ),
        (
            json!({ "conditions": ["dark-marks"] }),
            &["before-sun-longer"],
        ),
        (
            json!({ "life": ["smoking"] }),
            &["before-smoking", "after-smoking"],
        ),
        (
            json!({ "areas-head": ["face", "neck"], "goals-scars.acne-scars.where": ["face", "neck"] }),
            &["ask-split"],
        ),
    ] {
        let (_, page) = result_of(&healthy(changes.clone()), today);
        let text = page.text();
        for id in ids {
            let moments = [Moment::Before, Moment::After, Moment::Ask];
            let (_, tell) = moments
                .into_iter()
                .flat_map(told)
                .find(|(known, _)| known == id)
                .unwrap_or_else(|| panic!("no care `{id}`"));
            assert!(text.contains(tell), "{changes}: {id}");
        }
    }
}

/// Preparation and aftercare would invite to a treatment that is ruled out.
#[test]
fn no_care_where_nothing_may_be_planned() {
    let mut both = [false; 2];
    for (person, assessment, page) in results(people(4_021, 600)) {
        let shown = page.text().contains("Before and after a session");
        assert_eq!(shown, assessment.may_be_planned(), "{}", person.line());
        both[usize::from(shown)] = true;
    }
    assert_eq!(both, [true; 2]);
}

/// Every reason says so itself when its review date has passed, without being opened.
#[test]
fn a_review_date_that_has_passed_stands_open() {
    let person = healthy(json!({ "health": ["diabetes"], "health.diabetes.control": "good" }));
    let overdue = "This was to be read again by 22 November 2027.";
    let (_, page) = result_of(&person, today);
    assert!(!page.text().contains(overdue));
    let (_, page) = result_of(&person, too_late);
    let reason = page.one("data-rule", "diabetes-controlled");
    assert!(reason.text().contains(overdue), "{}", reason.text());
    let folded: Vec<_> = reason.tagged("details");
    assert!(folded.iter().all(|folded| !folded.text().contains(overdue)));
}

//! What a clinic adds to the result, always labelled as the clinic's.

use std::rc::Rc;

use microneedling_quiz::text::Locale;
use microneedling_quiz::ui::{App, AppProps, taken};
use serde_json::{Value, json};
use yew::LocalServerRenderer;

use super::block_on;
use crate::options::said;
use crate::support::{Node, Visitor, healthy, parse, protocol, today};

fn props(options: &Value, changes: Value) -> AppProps {
    let (clinic, problems) = said(options);
    assert_eq!(problems, []);
    let mut visitor = Visitor::new(today());
    visitor.go_to_result(&healthy(changes));
    yew::props!(AppProps {
        protocol: protocol(),
        locale: Locale::english(),
        evidence: microneedling_quiz::evidence(),
        clock: today as super::Clock,
        start: visitor.quiz.clone(),
        clinic: Rc::new(clinic),
    })
}

fn shown(options: &Value, changes: Value) -> Node {
    let props = props(options, changes);
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    parse(&block_on(renderer.render()))
}

fn verdict(page: &Node) -> String {
    page.values("data-verdict")[0].to_owned()
}

#[test]
fn what_the_clinic_added_is_said_to_be_the_clinics_in_its_language() {
    let options = json!({
        "text-language": "de",
        "overlay": { "add": [{
            "id": "smoking", "effect": "defer", "when": "life:smoking",
            "text": "Bitte vier Wochen rauchfrei.",
        }] },
    });
    let page = shown(&options, json!({ "life": ["smoking"] }));
    assert_eq!(verdict(&page), "defer");
    let finding = page.one("data-rule", "clinic:smoking");
    assert_eq!(finding.attribute("data-effect"), Some("defer"));
    let text = finding.text();
    assert!(
        text.contains("This clinic added: Bitte vier Wochen rauchfrei."),
        "{text}"
    );
    assert!(text.contains("You answered"), "{text}");
    assert_eq!(finding.values("lang"), ["de"]);
    assert_eq!(verdict(&shown(&options, json!({}))), "suitable");
}

#[test]
fn a_stricter_rule_of_the_guides_says_that_the_clinic_is_stricter() {
    let options = json!({ "overlay": { "raise": { "heart-condition": "defer" } } });
    let page = shown(&options, json!({ "health": ["heart"] }));
    assert_eq!(verdict(&page), "defer");
    let text = page.one("data-rule", "heart-condition").text();
    assert!(
        text.contains("This clinic is stricter here than the guide."),
        "{text}"
    );
    let others = shown(&json!({}), json!({ "health": ["heart"] }));
    assert!(!others.text().contains("This clinic"));
}

/// Where pigment is the matter, the guide itself waits four weeks after a tan.
#[test]
fn no_length_is_told_that_may_not_be_in_force() {
    let options = json!({ "overlay": { "wait": { "recent-tan": "3 weeks" } } });
    let page = shown(
        &options,
        json!({
            "conditions": ["melasma"],
            "sun": ["tan"],
            "sun.tan.when": "2026-11-15",
        }),
    );
    let text = page.one("data-rule", "recent-tan").text();
    assert!(!text.contains("Weeks in all"), "{text}");
}

#[test]
fn sessions_are_as_far_apart_as_the_clinic_says() {
    let told = |weeks: u8| {
        let options = json!({ "overlay": { "sessions": { "*": { "weeks": weeks } } } });
        shown(&options, json!({})).text()
    };
    for (weeks, sentence) in [(5, "5 to 6 weeks apart."), (6, "About 6 weeks apart.")] {
        let text = told(weeks);
        assert!(text.contains(sentence), "{text}");
        assert!(!text.contains("4 to 6 weeks apart."), "{text}");
    }
}

/// The guide's own words name the guide's wait, so the clinic's is told beside them; and nothing promises
/// that the guide's is enough.
#[test]
fn a_longer_wait_is_told_with_its_length() {
    let options =
        json!({ "overlay": { "wait": { "recent-filler": 8, "sunburn-area": "4 weeks" } } });
    let answers = json!({
        "recent": ["filler"],
        "recent.filler.when": "unknown",
        "recent.filler.kind": "temporary",
        "skin-today": ["sunburn"],
    });
    let told = |page: &Node, rule: &str| page.one("data-rule", rule).text();
    let page = shown(&options, answers.clone());
    let waits =
        |count: u8| format!("This clinic waits longer than the guide. Weeks in all: {count}.");
    for (rule, count) in [("recent-filler", 8), ("sunburn-area", 4)] {
        let text = told(&page, rule);
        assert!(text.contains(&waits(count)), "{text}");
    }
    let guide = shown(&json!({}), answers);
    let text = guide.text();
    assert!(text.contains("4 weeks have passed"), "{text}");
    assert!(!text.contains("This clinic"), "{text}");
    assert!(
        !page.text().contains("4 weeks have passed"),
        "{}",
        page.text()
    );
}

#[test]
fn a_longer_course_says_that_the_clinic_plans_it() {
    let options = json!({ "overlay": { "sessions": { "acne-scars": { "low": 5 } } } });
    let page = shown(&options, json!({}));
    assert_eq!(page.values("data-sessions-low"), ["5"]);
    assert!(
        page.text()
            .contains("This clinic plans at least so many sessions")
    );
    let other = json!({ "overlay": { "sessions": { "large-pores": { "low": 5 } } } });
    assert!(
        !shown(&other, json!({}))
            .text()
            .contains("This clinic plans")
    );
}

#[test]
fn booking_is_offered_only_where_treatment_may_be_planned() {
    let options = json!({
        "name": "Skin & Co",
        "contact": "tel:+15550100",
        "booking": "https://example.org/book",
    });
    let may = shown(&options, json!({}));
    assert!(may.values("href").contains(&"https://example.org/book"));
    assert!(may.one("data-clinic", "").text().contains("Skin & Co"));
    let never = shown(&options, json!({ "pregnancy": "yes" }));
    assert!(!never.values("href").contains(&"https://example.org/book"));
    assert!(never.values("href").contains(&"tel:+15550100"));
}

/// Nothing is handed over, and nobody is asked, unless the clinic asks; and then only what was agreed.
#[test]
fn sharing_is_asked_only_where_the_clinic_asks() {
    let quiet = props(&json!({}), json!({}));
    assert!(taken(&quiet, "agree").is_none());
    let asking = json!({ "share-answers": true });
    assert!(shown(&json!({}), json!({})).with("data-sharing").is_empty());
    assert_eq!(shown(&asking, json!({})).values("data-sharing"), ["off"]);
    let taken = taken(&props(&asking, json!({})), "agree").expect("what is agreed to");
    let outcome: Value = serde_json::from_str(taken.content()).expect("JSON");
    assert_eq!(outcome["verdict"], "suitable");
    assert_eq!(
        outcome["areas"],
        json!([{ "area": "face", "verdict": "suitable", "earliest": null }])
    );
    assert_eq!(outcome["overlay"], 0);
    assert_eq!(outcome["sessions"]["low"], 3);
    assert_eq!(outcome["answers"]["age"], 34);
    assert_eq!(outcome["answers"]["areas-head"], json!(["face"]));
    assert_eq!(outcome["answers"]["pregnancy"], "no");
}

#[test]
fn the_link_carries_the_clinics_digest() {
    let digest = |options: &Value| {
        let mut props = props(options, json!({}));
        props.link_base = "https://quiz.example/".into();
        taken(&props, "link").expect("a link").content().to_owned()
    };
    let own = json!({ "overlay": { "raise": { "heart-condition": "defer" } } });
    assert_ne!(digest(&json!({})), digest(&own));
}

#[test]
fn on_a_screen_that_strangers_share_nothing_leads_away() {
    let contact = json!({
        "name": "Skin Clinic", "contact": "tel:+15550100", "booking": "https://clinic.example/",
        "kiosk": true, "share-answers": true,
    });
    let page = shown(&contact, json!({}));
    assert!(page.tagged("a").is_empty(), "a link");
    let clinic = page.one("data-clinic", "").text();
    assert!(clinic.contains("Contact the clinic: +15550100"), "{clinic}");
    assert!(clinic.contains("clinic.example"), "{clinic}");
    assert!(page.values("data-sharing").is_empty());
    let actions = page.values("data-action");
    assert!(actions.contains(&"print"), "{actions:?}");
    for leaves in ["copy", "share", "fhir", "link", "calendar"] {
        assert!(!actions.contains(&leaves), "{leaves}");
        assert!(
            taken(&props(&contact, json!({})), leaves).is_none(),
            "{leaves}"
        );
    }
}

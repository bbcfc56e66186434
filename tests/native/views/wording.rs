//! Words that have to be shown, and words that must not be.

use microneedling_quiz::quiz::Quiz;
use serde_json::json;

use super::{Clock, journey, page, result_of, results, too_early, too_late};
use crate::support::{Node, healthy, people, today};

/// Section 9 of the clinical dossier, word for word.
const DISCLAIMER: &str = "This guide gives general information about microneedling. It does not examine your skin, does not diagnose anything, and cannot tell you that a treatment is right or safe for you. Only a qualified health or skin professional who sees you in person can decide that. Do not start, stop or change any medicine because of this guide. Your answers stay in this browser and are not sent anywhere.";
const RESULT: &str = "This result comes from fixed rules and from the answers you gave. It may be wrong if an answer is missing or has changed. Take it with you to a consultation. If you are worried about a mole, a rash or a scar, have it checked by a doctor first.";
const EMERGENCY: &str = "This site cannot help in an emergency. If someone has trouble breathing, swelling of the face, lips or throat, collapse, or a fit, call your local emergency number now (112 in Europe, 999 in the UK, 911 in the US and Canada, or your own country's number).";
/// The last lines of each list are from section 5 of the dossier on care.
const HELP: [(&str, &[&str]); 3] = [
    (
        "Get emergency help now if",
        &[
            "you have trouble breathing, a swollen face, tongue or throat, you faint, or your lips or skin turn blue or grey",
            "after numbing cream you feel dizzy or confused, your ears ring, you have an odd taste, twitching or a fit, or your heartbeat is very fast, slow or uneven",
            "you have a high temperature with confusion, fast breathing, fast heartbeat, or you feel very ill",
            "redness and swelling spread fast, or there is redness, swelling or pain around an eye, or your sight changes",
            "your lips swell, you wheeze, or you shiver while redness spreads",
        ],
    ),
    (
        "Contact a doctor the same day if",
        &[
            "the area is hot, very painful, oozes pus, or gets redder after the second day, or you have a temperature of 38 °C (100.4 °F) or more",
            "bleeding does not stop after 10 to 15 minutes of firm pressure",
            "you get a cluster of blisters, a cold sore, or open sores",
            "you are pregnant, have a weak immune system or diabetes, and anything looks wrong",
            "you see a red streak, a yellow crust or hives, or the area stays numb",
        ],
    ),
    (
        "Contact the clinic or a doctor in the next days if",
        &[
            "bruising is large or getting bigger, peeling is heavy, or redness lasts more than a week",
            "new lumps, a rash, raised scars or dark or light patches appear, even weeks later (some infections start about three weeks after)",
            "itching lasts more than a week or starts later, or lines of small marks appear",
            "a mole or spot is new or changes, or a sore or scaly patch does not heal (see a doctor before any further session)",
        ],
    ),
];
const USUAL: &str = "Usually expected: pinkness, tightness, mild swelling, dry flaky skin and a few tiny bruises for a few days.";

/// Invariant 19: not in headlines, summaries and titles.
const NEVER: [&str; 6] = [
    "safe",
    "approved",
    "cleared",
    "eligible",
    "guaranteed",
    "diagnosed",
];

/// A piece of text that is exactly this.
pub(crate) fn says(page: &Node, sentence: &str) -> bool {
    page.all().into_iter().any(|node| {
        let own = node
            .children
            .iter()
            .filter(|child| child.tag.is_empty())
            .map(Node::text);
        own.collect::<String>().trim_start_matches(". ") == sentence
    })
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
}

/// One result of each verdict, and some special ones.
fn each_result() -> Vec<Node> {
    let poor = json!({ "goals-scars": ["active-acne"], "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null });
    let cases: [(serde_json::Value, Clock); 9] = [
        (json!({}), today),
        (json!({ "health": ["heart"] }), today),
        (
            json!({ "recent": ["botox"], "recent.botox.when": "2026-11-20" }),
            today,
        ),
        (json!({ "breastfeeding": "yes" }), today),
        (poor, today),
        (json!({ "pregnancy": "yes" }), today),
        (json!({ "treatment": "rf" }), today),
        (json!({}), too_late),
        (json!({}), too_early),
    ];
    cases
        .into_iter()
        .map(|(changes, clock)| result_of(&healthy(changes), clock).1)
        .collect()
}

#[test]
fn the_result_says_what_it_must() {
    for page in each_result() {
        for sentence in [RESULT, DISCLAIMER, EMERGENCY, USUAL] {
            assert!(
                says(&page, sentence),
                "missing: {sentence}\n{}",
                page.pretty()
            );
        }
        for (title, lines) in HELP {
            let place = page
                .all()
                .into_iter()
                .position(|node| node.tag == "h3" && node.text() == title);
            let list = place.and_then(|place| {
                page.all()
                    .into_iter()
                    .skip(place)
                    .find(|node| node.tag == "ul")
            });
            let shown: Vec<_> = list
                .into_iter()
                .flat_map(|list| list.tagged("li"))
                .map(Node::text)
                .collect();
            assert_eq!(shown, lines, "{title}");
        }
    }
}

#[test]
fn the_disclaimer_stands_before_the_first_question() {
    let page = page(&Quiz::default());
    assert!(says(&page, DISCLAIMER) && says(&page, EMERGENCY));
}

#[test]
fn every_page_speaks_of_emergencies_and_of_its_use() {
    for person in people(5_001, 120)
        .filter(|person| person.today == today())
        .take(5)
    {
        for (_, page) in journey(&person) {
            assert!(says(&page, EMERGENCY), "{}", page.pretty());
            assert!(
                page.text().contains(
                    "It is not intended to diagnose, treat, prevent or monitor any disease"
                )
            );
        }
    }
}

#[track_caller]
fn guarded(text: &str) {
    for word in words(text) {
        assert!(!NEVER.contains(&word.as_str()), "`{word}` in \"{text}\"");
    }
}

#[test]
fn headlines_tags_and_titles_promise_nothing() {
    let random = results(people(5_002, 1_000)).map(|(_, _, page)| page);
    for page in random.chain(each_result()) {
        for node in page.all() {
            let headline =
                node.tag == "h1" || node.has_class("verdict__tag") || node.has_class("verdict");
            if headline {
                guarded(&node.text());
            }
        }
    }
}

/// The heading is also the page's title in the browser's history.
#[test]
fn headings_promise_nothing_on_any_page() {
    for person in people(5_003, 300)
        .filter(|person| person.today == today())
        .take(15)
    {
        for (_, page) in journey(&person) {
            guarded(&page.tagged("h1")[0].text());
        }
    }
}

/// Nobody reads of an illness that is not asked about by name.
#[test]
fn some_illnesses_are_never_named() {
    for (_, _, page) in results(people(5_004, 600)) {
        let told: String = page
            .with("data-rule")
            .iter()
            .flat_map(|node| node.tagged("p"))
            .map(|node| node.text() + " ")
            .collect();
        for word in words(&told) {
            assert!(
                !["hiv", "aids", "hepatitis"].contains(&word.as_str()),
                "`{word}` in {told}"
            );
        }
    }
}

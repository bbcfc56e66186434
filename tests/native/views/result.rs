//! The recommendation: nothing that fired is hidden, and nothing is said that must not be.

use microneedling_quiz::assess::{Assessment, Cause, Verdict};
use microneedling_quiz::key;
use microneedling_quiz::protocol::Rule;
use microneedling_quiz::text::Locale;
use serde_json::json;

use super::{result_of, results};
use crate::support::{Node, healthy, people, protocol, today};

/// Enough people to see every verdict.
fn shown(seed: u64) -> impl Iterator<Item = (crate::support::Person, Assessment, Node)> {
    results(people(seed, 2_800))
}

fn rules_of(assessment: &Assessment) -> impl Iterator<Item = &'static Rule> {
    assessment
        .findings
        .iter()
        .filter_map(|finding| match finding.cause {
            Cause::Rule(id) => Some(protocol().rule(id)),
            Cause::Goal(_) | Cause::Expired => None,
        })
}

#[test]
fn every_verdict_is_seen() {
    let mut seen: Vec<_> = shown(4_001)
        .map(|(_, assessment, _)| assessment.verdict)
        .collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6, "{seen:?}");
}

/// Invariant 16: every fired item's message is shown, with its effect.
#[test]
fn every_finding_is_shown_with_its_text() {
    let words = Locale::english();
    for (person, assessment, page) in shown(4_002) {
        assert_eq!(
            page.values("data-rule").len(),
            assessment.findings.len(),
            "{}",
            person.line()
        );
        for finding in &assessment.findings {
            let (id, tell) = match finding.cause {
                Cause::Rule(id) => (protocol().rule(id).id, words.text(protocol().rule(id).tell)),
                Cause::Goal(id) => (protocol().goal(id).id, words.text(protocol().goal(id).tell)),
                Cause::Expired => ("protocol-review-date", "read again"),
            };
            let element = page.one("data-rule", id);
            assert_eq!(
                element.attribute("data-effect"),
                Some(finding.effect.id()),
                "{id}"
            );
            assert!(
                !tell.is_empty() && element.text().contains(tell),
                "{id}: {}",
                element.text()
            );
            let title = element
                .tagged("h3")
                .first()
                .map(|title| title.text())
                .unwrap_or_default();
            assert_eq!(
                title.starts_with("You were not sure:"),
                finding.unsure,
                "{id}: {title}"
            );
            let day = finding
                .earliest
                .or(finding.not_before)
                .map(|day| words.date(day));
            let told = day.is_none_or(|day| element.text().contains(&day));
            assert!(told, "{id} does not tell its day: {}", element.text());
        }
    }
}

/// The strictest come first.
#[test]
fn findings_are_shown_strictest_first() {
    for (_, _, page) in shown(4_003) {
        let effects: Vec<_> = page
            .with("data-rule")
            .iter()
            .filter_map(|node| node.attribute("data-effect"))
            .collect();
        let order = ["exclude", "defer", "review", "note"];
        let places: Vec<_> = effects
            .iter()
            .map(|effect| order.iter().position(|known| known == effect))
            .collect();
        assert!(places.is_sorted(), "{effects:?}");
    }
}

#[test]
fn verdict_and_areas_carry_their_ids() {
    for (_, assessment, page) in shown(4_004) {
        let verdicts = page.values("data-verdict");
        assert_eq!(
            verdicts.first(),
            Some(&assessment.verdict.id()),
            "the first is the whole"
        );
        for part in &assessment.areas {
            let area = page.one("data-area", protocol().area(part.area).id);
            assert_eq!(
                area.attribute("data-verdict"),
                Some(part.recommendation.verdict().id())
            );
        }
    }
}

/// Invariant 17: no number where nothing may be planned.
#[test]
fn the_number_is_the_estimates_or_none() {
    for (person, assessment, page) in shown(4_005) {
        let shown = ["low", "most", "high"]
            .map(|part| page.values(&format!("data-sessions-{part}")).join(","));
        let expected = assessment.estimate.map_or(Default::default(), |estimate| {
            let sessions = estimate.sessions;
            [sessions.low, sessions.most, sessions.high].map(|number| number.to_string())
        });
        assert_eq!(shown, expected, "{}", person.line());
        if assessment.estimate.is_none() {
            assert!(
                !page.text().contains("sessions; most people"),
                "{}",
                person.line()
            );
        }
    }
}

#[test]
fn no_number_on_exclude() {
    for changes in [
        json!({ "pregnancy": "yes" }),
        json!({ "age": 17 }),
        json!({ "scars": ["keloid"] }),
    ] {
        let (assessment, page) = result_of(&healthy(changes), today);
        assert_eq!(assessment.verdict, Verdict::Exclude);
        assert!(page.with("data-sessions-low").is_empty());
        assert!(!page.text().contains("most people about"));
    }
}

fn position(page: &Node, test: impl Fn(&Node) -> bool) -> Option<usize> {
    page.all().into_iter().position(test)
}

/// Invariant 10: the sentence has a place of its own.
#[test]
fn a_medicine_brings_its_sentence() {
    let sentence = "Do not start, stop or change any medicine because of this guide.";
    let mut seen = 0;
    for (person, assessment, page) in shown(4_006) {
        let fires = rules_of(&assessment).any(|rule| rule.medicine);
        let alone = position(&page, |node| {
            node.has_class("alert") && node.text() == sentence
        });
        assert_eq!(alone.is_some(), fires, "{}", person.line());
        seen += usize::from(fires);
    }
    assert!(seen > 5, "only {seen} people take a medicine");
}

/// Invariant 11: "see a doctor soon" stands above the reasons and above the number.
#[test]
fn a_lesion_brings_the_doctor_first() {
    let mut seen = 0;
    for (person, assessment, page) in shown(4_007) {
        let fires = rules_of(&assessment).any(|rule| rule.id == "suspicious-lesion");
        let alert = position(&page, |node| {
            node.has_class("alert") && node.text().starts_with("See a doctor soon")
        });
        assert_eq!(alert.is_some(), fires, "{}", person.line());
        for below in ["data-rule", "data-sessions-low"] {
            let below = position(&page, |node| node.attribute(below).is_some());
            assert!(
                alert.is_none() || below.is_none() || alert < below,
                "{}",
                person.line()
            );
        }
        seen += usize::from(fires);
    }
    assert!(seen > 5, "only {seen} people have such a spot");
}

#[test]
fn a_lesion_elsewhere_brings_the_doctor_too() {
    let (assessment, page) = result_of(&healthy(json!({ "spots": ["changing-elsewhere"] })), today);
    assert_eq!(assessment.verdict, Verdict::Suitable);
    let alert = position(&page, |node| {
        node.text().starts_with("See a doctor soon") && node.tag == "p"
    });
    let number = position(&page, |node| node.attribute("data-sessions-low").is_some());
    assert!(alert.is_some() && alert < number);
}

/// Every source that a finding rests on is named, and those not checked are marked.
#[test]
fn every_finding_names_its_sources() {
    let evidence = microneedling_quiz::evidence();
    for (_, assessment, page) in results(people(4_008, 400)) {
        for finding in &assessment.findings {
            let Cause::Rule(id) = finding.cause else {
                continue;
            };
            let element = page.one("data-rule", protocol().rule(id).id);
            let lines = element.tagged("li");
            let cited = evidence.of_rule(id);
            assert_eq!(
                lines.len(),
                cited.sources.len(),
                "{}",
                protocol().rule(id).id
            );
            assert!(element.text().contains("Grade: "), "{}", element.text());
            assert!(
                element
                    .text()
                    .contains("To be read again by 22 November 2027."),
                "{}",
                element.text()
            );
            let sources = cited
                .sources
                .iter()
                .map(|source| evidence.sources[source.index()]);
            for (line, source) in lines.iter().zip(sources) {
                assert!(line.text().contains(source.cite), "{}", line.text());
                let marked = line.text().contains("recalled, not checked");
                let checked = source.status == microneedling_quiz::protocol::Status::Seen;
                assert_eq!(marked, !checked, "{}", line.text());
            }
        }
    }
}

/// Invariant 22: the rules' version and date stand on every result.
#[test]
fn the_version_is_shown() {
    let (_, page) = result_of(&healthy(json!({})), today);
    let text = page.text();
    assert!(
        text.contains(protocol().version) && text.contains("22 November 2026"),
        "{text}"
    );
    assert_eq!(
        text.contains("Not yet signed off by a clinician."),
        !protocol().signed_off
    );
}

/// Where areas differ, no area's advice is given for all of them.
#[test]
fn a_mixed_result_does_not_advise_against_all_of_it() {
    let changes = json!({ "areas-head": ["face", "eyelids"], "goals-scars.acne-scars.where": ["face", "eyelids"] });
    let (assessment, page) = result_of(&healthy(changes), today);
    assert_eq!(
        assessment.areas[0].recommendation.verdict(),
        Verdict::Suitable
    );
    let text = page.text();
    assert!(
        !text.contains("Please do not book it."),
        "the face may suit, and yet: do not book it"
    );
}

/// Nobody has asked what else would suit somebody who is ruled out everywhere.
#[test]
fn who_is_ruled_out_is_told_of_nothing_instead() {
    let told = Locale::english().text(key::INSTEAD);
    let begins = told.split('{').next().expect("a beginning");
    let (mut withheld, mut others) = (0, 0);
    for (person, assessment, page) in shown(4_101) {
        let goals = assessment.findings.iter();
        let mut goals = goals.filter(|found| matches!(found.cause, Cause::Goal(_)));
        if goals.next().is_none() {
            continue;
        }
        let mut areas = assessment.areas.iter();
        let told = page.text().contains(begins);
        if areas.all(|part| part.recommendation.verdict() == Verdict::Exclude) {
            assert!(!told, "{}", person.line());
            withheld += 1;
        } else {
            others += usize::from(told);
        }
    }
    assert!(withheld > 20 && others > 20, "{withheld} and {others}");
}

//! What stands around the plan: the next step, what results are realistic, and who is behind it.

use std::collections::BTreeSet;

use microneedling_quiz::assess::{Verdict, planned_goals};
use microneedling_quiz::protocol::Figure;
use microneedling_quiz::text::Locale;
use serde_json::json;

use super::{result_of, results};
use crate::support::{Node, healthy, people, protocol, today};

pub(super) fn section<'a>(page: &'a Node, title: &str) -> Option<&'a Node> {
    let titled = |node: &&Node| {
        let heading = node.tagged("h2");
        heading
            .first()
            .is_some_and(|heading| heading.text() == title)
    };
    page.tagged("section").into_iter().find(titled)
}

#[test]
fn whom_to_see_and_how_soon_stand_with_every_answer() {
    let mut seen = BTreeSet::new();
    for (person, assessment, page) in results(people(4_041, 900)) {
        let next = section(&page, "What to do next");
        let next = next.unwrap_or_else(|| panic!("no next step\n{}", person.line()));
        let said: Vec<_> = next.tagged("dd").iter().map(|node| node.text()).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said.iter().all(|text| !text.is_empty()), "{said:?}");
        // Areas that differ have no day in common.
        let mut verdicts = assessment
            .areas
            .iter()
            .map(|area| area.recommendation.verdict());
        let alike = verdicts.all(|verdict| verdict == assessment.verdict);
        let day = assessment.earliest.filter(|_| alike);
        let day = day.map(|day| Locale::english().date(day));
        assert!(day.is_none_or(|day| said[1].contains(&day)), "{said:?}");
        seen.insert(assessment.verdict);
    }
    assert_eq!(seen.len(), 6, "{seen:?}");
}

/// A spot comes before everything else, whatever the answer is.
#[test]
fn a_spot_is_the_first_thing_to_see_a_doctor_about() {
    let (_, page) = result_of(&healthy(json!({ "spots": ["changing-elsewhere"] })), today);
    let next = section(&page, "What to do next")
        .expect("a next step")
        .text();
    assert!(next.contains("A doctor about the spot, before anything else"));
    assert!(next.contains("Soon, and before any cosmetic treatment"));
}

fn whom_to_see(answers: serde_json::Value) -> String {
    let (assessment, page) = result_of(&healthy(answers), today);
    assert_eq!(assessment.verdict, Verdict::Defer);
    let next = section(&page, "What to do next").expect("a next step");
    next.tagged("dd")[0].text()
}

/// A wait after cancer treatment is not over when its day comes, and no pharmacist can say that it is.
#[test]
fn a_wait_with_the_cancer_team_is_for_that_team() {
    for treatment in ["chemotherapy", "radiotherapy-here"] {
        for when in ["2026-09-01", "now", "unknown"] {
            let path = format!("health.{treatment}.when");
            let who = whom_to_see(json!({ "health": [treatment], path: when }));
            let team = "Your cancer team, before anything is planned";
            assert_eq!(who, team, "{treatment}, {when}");
        }
    }
}

/// The dossier hands these waits over to a clinician, so no provider is named before the day comes.
#[test]
fn a_wait_that_is_handed_over_names_no_provider() {
    for (question, option, when) in [
        ("conditions", "vitiligo-lichen", "2026-05-10"),
        ("medicines", "isotretinoin", "2026-09-01"),
    ] {
        let path = format!("{question}.{option}.when");
        let who = whom_to_see(json!({ question: [option], path: when }));
        assert!(!who.contains("provider"), "{option}: {who}");
    }
}

#[test]
fn figures_stand_for_exactly_the_goals_in_the_plan() {
    let outcomes = microneedling_quiz::evidence().outcomes;
    let mut seen = BTreeSet::new();
    for (person, assessment, page) in results(people(4_042, 900)) {
        let goals = planned_goals(protocol(), &person.answers, person.today, &assessment);
        let expected: Vec<_> = goals
            .iter()
            .flat_map(|goal| outcomes.iter().filter(move |of| of.goal == goal))
            .map(|of| of.id)
            .collect();
        assert_eq!(page.values("data-outcome"), expected, "{}", person.line());
        assert_eq!(
            section(&page, "What results are realistic").is_some(),
            assessment.estimate.is_some(),
            "{}",
            person.line()
        );
        seen.extend(expected);
    }
    assert!(seen.len() > 5, "{seen:?}");
}

#[test]
fn firmness_is_told_in_grades() {
    let (_, page) = result_of(
        &healthy(json!({
            "goals-scars": null, "goals-scars.acne-scars.severity": null,
            "goals-scars.acne-scars.type": null, "goals-skin": ["elasticity-firmness"],
            "goals-skin.elasticity-firmness.severity": "mild",
        })),
        today,
    );
    let shown = page.one("data-outcome", "firmness-looser");
    assert!(
        shown
            .text()
            .contains("On average 1.09 grades: less looseness.")
    );
    assert!(
        shown.tagged("svg").is_empty(),
        "no scale was shown, so nothing is drawn"
    );
}

/// Patches that nobody has named get no figure (`courses.md` 2.11).
#[test]
fn patches_without_a_name_get_no_figure() {
    for (named, shown) in [("yes", true), ("no", false)] {
        let mut changes = json!({
            "goals-scars": null, "goals-scars.acne-scars.severity": null,
            "goals-scars.acne-scars.type": null,
            "goals-colour": ["pigmentation-melasma"],
            "goals-colour.pigmentation-melasma.diagnosed": named,
        });
        if shown {
            changes["goals-colour.pigmentation-melasma.severity"] = json!("mild");
        }
        let (_, page) = result_of(&healthy(changes), today);
        assert_eq!(
            page.values("data-outcome").len(),
            usize::from(shown),
            "{named}"
        );
    }
}

/// The drawing shows the figure: twenty dots, of which so many are full.
#[test]
fn twenty_dots_stand_for_a_hundred_people() {
    for (percent, full) in [(83, 17), (69, 14)] {
        let (_, page) = result_of(
            &healthy(json!({
                "goals-scars": null, "goals-scars.acne-scars.severity": null,
                "goals-scars.acne-scars.type": null, "goals-skin": ["fine-lines-wrinkles"],
                "goals-skin.fine-lines-wrinkles.severity": "mild",
            })),
            today,
        );
        let outcomes = microneedling_quiz::evidence().outcomes.iter();
        let figure = Figure::Share {
            low: percent,
            high: percent,
        };
        let outcome = outcomes.into_iter().find(|of| of.figure == figure).unwrap();
        let shown = page.one("data-outcome", outcome.id);
        let dots = |state: &str| {
            let path = shown.one("data-state", state).attribute("d");
            path.unwrap_or_default().matches("a7 7 0 1 0 14 0").count()
        };
        assert_eq!(
            [dots("low"), dots("most"), dots("high")],
            [full, 0, 20 - full]
        );
        assert!(shown.text().contains(&format!("About {full} in 20 people")));
        assert!(shown.text().contains(&format!("({percent}%)")));
    }
}

#[test]
fn a_goal_without_a_figure_says_so() {
    let (_, page) = result_of(
        &healthy(json!({
            "goals-scars": null, "goals-scars.acne-scars.severity": null,
            "goals-scars.acne-scars.type": null, "goals-skin": ["large-pores"],
            "goals-skin.large-pores.severity": "mild",
        })),
        today,
    );
    let results = section(&page, "What results are realistic")
        .expect("results")
        .text();
    assert!(results.contains("So there is no figure here."), "{results}");
    assert!(results.contains("Certainty: low."), "{results}");
    assert!(page.with("data-outcome").is_empty());
}

#[test]
fn the_result_says_who_pays_and_who_answers_for_it() {
    for changes in [json!({}), json!({ "pregnancy": "yes" })] {
        let (_, page) = result_of(&healthy(changes), today);
        let about = section(&page, "About this result").expect("about").text();
        for part in [
            "Protocol 2026.11.0, released 22 November 2026, to be read again by 22 November 2027.",
            "Not yet signed off by a clinician.",
            "Funding: nobody pays for this guide, and it shows no advertisements.",
            "Responsible: the people who maintain this project.",
            "Every source of this result",
        ] {
            assert!(about.contains(part), "{part}\n{about}");
        }
    }
}

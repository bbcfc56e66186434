//! Whole pages. `UPDATE_VIEWS=1` writes them anew; read what has changed before committing it.

use std::{env, fs, path::Path};

use microneedling_quiz::quiz::{Msg, Notice, Quiz};
use serde_json::{Value, json};

use super::{Clock, page, page_on, too_early, too_late};
use crate::support::{Node, Sheet, Visitor, date, healthy, question, today};

const FOLDER: &str = "tests/native/views";

#[track_caller]
pub(super) fn same_as_file(name: &str, page: &Node) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(FOLDER)
        .join(name)
        .with_extension("html");
    let shown = page.pretty();
    if env::var_os("UPDATE_VIEWS").is_some_and(|value| value == "1") {
        fs::write(&path, &shown).expect("the view can be written");
        return;
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    if shown == known {
        return;
    }
    let differing = shown
        .lines()
        .zip(known.lines())
        .position(|(shown, known)| shown != known);
    let at = differing.unwrap_or_else(|| shown.lines().count().min(known.lines().count()));
    panic!(
        "{FOLDER}/{name}.html differs from line {}:\n  file  {}\n  shown {}\nUPDATE_VIEWS=1 writes it anew.",
        at + 1,
        known.lines().nth(at).unwrap_or("(ends)"),
        shown.lines().nth(at).unwrap_or("(ends)"),
    );
}

/// The page that asks a question of someone with these answers.
fn asking(sheet: &Sheet, question: &str) -> Visitor {
    let mut visitor = Visitor::new(today());
    visitor.go_to(sheet, question);
    visitor
}

#[test]
fn the_intro() {
    same_as_file("intro", &page(&Quiz::default()));
}

#[test]
fn what_is_told_once() {
    for (name, notice) in [
        ("intro-damaged", Notice::Damaged),
        ("intro-restored", Notice::Restored),
        ("intro-started-over", Notice::StartedOver),
    ] {
        same_as_file(
            name,
            &page(&Quiz {
                notice: Some(notice),
                ..Quiz::default()
            }),
        );
    }
}

/// A number and single choices; several answers; where; a single choice alone.
#[test]
fn questions_of_each_kind() {
    let sheet = healthy(json!({
        "areas-head": ["face", "neck"],
        "goals-scars.acne-scars.where": ["face", "neck"],
        "skin-today": ["rosacea"],
        "skin-today.rosacea.where": ["face"],
        "skin-today.rosacea.state": "calm",
    }));
    for (name, question) in [
        ("question-number", "age"),
        ("question-areas", "areas-head"),
        ("question-goals", "goals-scars"),
        ("question-multi", "skin-today"),
        ("question-where", "skin-today.rosacea.where"),
        ("question-single", "skin-today.rosacea.state"),
    ] {
        same_as_file(name, &page(&asking(&sheet, question).quiz));
    }
}

#[test]
fn a_question_that_was_answered() {
    let sheet = healthy(json!({ "areas-head": ["neck"], "health": ["heart", "diabetes"] }));
    let mut visitor = asking(&sheet, "health");
    visitor.fill_page(&sheet);
    same_as_file("question-multi-answered", &page(&visitor.quiz));
}

#[test]
fn a_date_in_each_state() {
    let sheet = healthy(json!({ "recent": ["botox"], "recent.botox.when": "2026-11-01" }));
    let when = question("recent.botox.when");
    let mut visitor = asking(&sheet, "recent.botox.when");
    same_as_file("question-date", &page(&visitor.quiz));
    visitor.send(Msg::Dated(when, Some(date("2026-11-01"))));
    same_as_file("question-date-day", &page(&visitor.quiz));
    visitor.send(Msg::KnewOnlyMonth(when, true));
    same_as_file("question-date-month", &page(&visitor.quiz));
}

#[test]
fn a_page_with_problems() {
    let mut visitor = asking(&healthy(json!({})), "age");
    visitor
        .send(Msg::Numbered(question("age"), Some(0)))
        .send(Msg::Continued);
    same_as_file("question-problems", &page(&visitor.quiz));
}

#[test]
fn checking_the_answers() {
    let sheet = healthy(
        json!({ "recent": ["botox"], "recent.botox.when": "2026-10", "health": ["unsure"] }),
    );
    let mut visitor = Visitor::new(today());
    visitor.go_to_review(&sheet);
    same_as_file("review", &page(&visitor.quiz));
}

#[test]
fn the_interruption_and_the_answer_at_once() {
    let sheet = healthy(json!({ "pregnancy": "yes" }));
    let mut visitor = asking(&sheet, "age");
    visitor.fill_page(&sheet).send(Msg::Continued);
    same_as_file("interruption", &page(&visitor.quiz));
    visitor.send(Msg::AskedForResult);
    same_as_file("result-partial", &page(&visitor.quiz));
}

#[track_caller]
fn result(name: &str, changes: Value, clock: Clock) {
    let mut visitor = Visitor::new(clock());
    visitor.go_to_result(&healthy(changes));
    same_as_file(name, &page_on(&visitor.quiz, clock));
}

#[test]
fn each_verdict() {
    result("result-suitable", json!({ "sun": ["deeper-tone"] }), today);
    result(
        "result-review",
        json!({ "medicines": ["blood-thinning"], "medicines.blood-thinning.who": "prescribed" }),
        today,
    );
    result(
        "result-defer-date",
        json!({ "recent": ["botox"], "recent.botox.when": "2026-11-20" }),
        today,
    );
    result(
        "result-defer-event",
        json!({ "breastfeeding": "yes" }),
        today,
    );
    result(
        "result-not-indicated",
        json!({ "goals-scars": null, "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null, "goals-skin": ["expression-lines"] }),
        today,
    );
    result(
        "result-exclude",
        json!({ "allergies": ["steel"], "health": ["heart"] }),
        today,
    );
    result("result-out-of-scope", json!({ "treatment": "rf" }), today);
}

#[test]
fn results_with_something_special() {
    result(
        "result-lesion",
        json!({ "spots": ["changing-elsewhere"] }),
        today,
    );
    result(
        "result-unsure",
        json!({ "allergies": ["unsure"], "pregnancy": "maybe" }),
        today,
    );
    result(
        "result-cancer-team",
        json!({ "health": ["chemotherapy"], "health.chemotherapy.when": "2026-10-31" }),
        today,
    );
    result(
        "result-areas",
        json!({ "areas-head": ["face", "eyelids"], "goals-scars.acne-scars.where": ["face", "eyelids"] }),
        today,
    );
    result(
        "result-areas-three",
        json!({
            "areas-head": ["face", "eyelids", "neck"], "goals-scars.acne-scars.where": ["face", "eyelids", "neck"],
            "skin-today": ["rash"], "skin-today.rash.where": ["neck"],
        }),
        today,
    );
    result("result-expired", json!({}), too_late);
    result(
        "result-clock-behind",
        json!({ "recent": ["botox"], "recent.botox.when": "2026-11-20" }),
        too_early,
    );
}

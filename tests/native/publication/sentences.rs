//! Conditions as sentences, against sentences written by hand.

use microneedling_quiz::protocol::source::compile;
use microneedling_quiz::publication::{self, document::Document};
use microneedling_quiz::text::Locale;

use super::entry;
use crate::protocol::shipped_files;

#[track_caller]
fn says(list: &str, id: &str, sentence: &str) {
    assert_eq!(entry(list, id)["when"]["words"], sentence, "{id}");
}

#[test]
fn options_numbers_and_times() {
    says("rules", "pregnant", "“Yes” chosen in “Are you pregnant?”");
    says(
        "rules",
        "under-18",
        "Less than 18 answered to “How old are you?”",
    );
    says(
        "rules",
        "age-18-21",
        "18 or more, and less than 22, answered to “How old are you?”",
    );
    says(
        "rules",
        "isotretinoin-6-12m",
        "“Isotretinoin, now or in the last 12 months” chosen in “Which of these medicines or creams do \
         you use?”, and at least 6 months and less than 12 months since the date answered to “When did \
         you take your last isotretinoin capsule?”",
    );
}

#[test]
fn areas_goals_and_places() {
    says(
        "slower",
        "scar-below-face",
        "Goal: acne scars, chickenpox scars or scars from surgery or injury, and Area: none of face, \
         eyelids or skin under the eyes",
    );
    says(
        "rules",
        "fragile-older-skin",
        "“Fragile or very sun-damaged skin in the area” chosen in “How does your skin scar and heal?”, for this area",
    );
}

#[test]
fn a_wait_that_counts_from_a_date_says_so() {
    let wait = &entry("rules", "isotretinoin-recent")["wait"];
    assert_eq!(
        wait["running"]["words"],
        "Less than 6 months since the date answered to “When did you take your last isotretinoin \
         capsule?”"
    );
    assert!(entry("rules", "isotretinoin-current")["wait"]["running"].is_null());
}

/// The sentences of other conditions, which stand in the shipped protocol as modifiers.
#[track_caller]
fn sentences_of(conditions: &[&str]) -> Vec<String> {
    let mut files = shipped_files();
    let courses = files.get_mut("courses.toml").expect("the goals");
    for (index, condition) in conditions.iter().enumerate() {
        courses.push_str(&format!(
            "\n[[less-certain]]\nid = \"test-{index}\"\nwhen = \"{condition}\"\n\
             basis = [\"expert\"]\nsources = [\"EXPERT\"]\n"
        ));
    }
    let compiled = compile(&files).unwrap_or_else(|problems| {
        let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", problems.join("\n"))
    });
    let document: Document = publication::document(&compiled, Locale::english());
    let modifiers = document.less_certain.iter();
    let added = modifiers.filter(|modifier| modifier.id.starts_with("test-"));
    added.map(|modifier| modifier.when.words.clone()).collect()
}

#[track_caller]
fn reads(cases: &[(&str, &str)]) {
    let conditions: Vec<_> = cases.iter().map(|(condition, _)| *condition).collect();
    let sentences = sentences_of(&conditions);
    assert_eq!(sentences.len(), cases.len());
    for ((condition, expected), sentence) in cases.iter().zip(sentences) {
        assert_eq!(sentence, *expected, "{condition}");
    }
}

#[test]
fn not_stands_at_single_facts() {
    reads(&[
        (
            "not life:smoking",
            "“Smoking, vaping or nicotine” not chosen in “Which of these are true for you?”",
        ),
        (
            "not (area(face) or area(neck))",
            "Area: none of face or neck",
        ),
        (
            "not (area(face) and age < 60)",
            "Area: not face, or 60 or more answered to “How old are you?”",
        ),
        (
            "not (age >= 30 and age < 60)",
            "Less than 30 answered to “How old are you?”, or 60 or more answered to “How old are you?”",
        ),
        ("not not area(face)", "Area: face"),
    ]);
}

#[test]
fn facts_about_one_question_stand_together() {
    reads(&[
        (
            "areas-head:face or areas-head:neck",
            "“Face” or “Neck” chosen in “Which parts of the head and neck do you want treated?”",
        ),
        (
            "areas-head:face and areas-head:neck",
            "“Face” and “Neck” chosen in “Which parts of the head and neck do you want treated?”",
        ),
        (
            "not (areas-head:face or areas-head:neck)",
            "None of “Face” or “Neck” chosen in “Which parts of the head and neck do you want treated?”",
        ),
        // One question, but one half is denied.
        (
            "areas-head:face and not areas-head:neck",
            "“Face” chosen in “Which parts of the head and neck do you want treated?”, and “Neck” not \
             chosen in “Which parts of the head and neck do you want treated?”",
        ),
    ]);
}

#[test]
fn parts_within_parts_stand_in_brackets() {
    reads(&[(
        "age >= 60 and (area(face) or goal(large-pores))",
        "60 or more answered to “How old are you?”, and (Area: face, or Goal: large pores)",
    )]);
}

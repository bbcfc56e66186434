//! What options lead to is what the core's own list of questions says.

use std::collections::BTreeSet;

use microneedling_quiz::jsonl;
use microneedling_quiz::text::Locale;
use serde_json::Value;

use super::{JSON, entry};
use crate::support::protocol;

fn fed(feeds: &Value) -> BTreeSet<&str> {
    let lists = ["rules", "goals", "areas"].into_iter();
    let lists = lists.filter_map(|list| feeds[list].as_array());
    lists.flatten().filter_map(Value::as_str).collect()
}

#[test]
fn options_feed_what_the_core_says() {
    for question in jsonl::questions(protocol(), Locale::english()) {
        let published = entry("questions", question.id);
        let items: BTreeSet<_> = question.items.iter().copied().collect();
        assert_eq!(fed(&published["feeds"]), items, "{}", question.id);
        let options = published["options"].as_array().unwrap();
        for (option, published) in question.options.iter().zip(options) {
            let items: BTreeSet<_> = option.items.iter().copied().collect();
            let name = format!("{}:{}", question.id, option.id);
            assert_eq!(fed(&published["feeds"]), items, "{name}");
        }
    }
}

/// A question that not everybody is asked hangs on something earlier.
#[test]
fn every_follow_up_is_opened_by_something_earlier() {
    let questions = JSON["questions"].as_array().unwrap();
    for (place, question) in questions.iter().enumerate() {
        if question["asked"]["test"]["is"] == "always" {
            continue;
        }
        let opens = |feeds: &Value| {
            let opened = feeds["questions"].as_array();
            opened.is_some_and(|opened| opened.contains(&question["id"]))
        };
        let opened = questions[..place].iter().any(|earlier| {
            let mut options = earlier["options"].as_array().unwrap().iter();
            opens(&earlier["feeds"]) || options.any(|option| opens(&option["feeds"]))
        });
        assert!(opened, "nothing opens {}", question["id"]);
    }
}

#[test]
fn what_is_not_covered_is_told() {
    let options = entry("questions", "treatment")["options"].as_array();
    let outside: Vec<_> = options
        .unwrap()
        .iter()
        .filter(|option| option["feeds"]["out_of_scope"] == true)
        .map(|option| &option["id"])
        .collect();
    assert_eq!(outside, ["rf", "home-roller"]);
}

//! Proofs can fail: a wrong protocol is found out, with somebody whom it would hurt.

use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::source::compile;

use super::diagram::Diagrams;
use crate::protocol::shipped_files;

/// The diagrams of a protocol with one change.
fn changed(file: &str, find: &str, put: &str) -> Diagrams {
    let mut files = shipped_files();
    let text = files.get_mut(file).expect("a file");
    assert!(text.contains(find), "`{find}` no longer stands in {file}");
    *text = text.replacen(find, put, 1);
    let compiled = compile(&files).expect("the change compiles");
    Diagrams::new(Box::leak(Box::new(compiled.protocol)))
}

#[test]
fn a_softened_exclusion_is_found_out() {
    let wrong = changed(
        "rules.toml",
        "id = \"bleeding-disorder\"\neffect = \"exclude\"",
        "id = \"bleeding-disorder\"\neffect = \"review\"",
    );
    let claim = wrong
        .said("health", "bleeding")
        .imp(wrong.verdicts.at_least(Verdict::Exclude));
    let somebody = wrong.against(&claim).expect("it no longer excludes");
    assert!(somebody.starts_with("judging "), "{somebody}");
    assert!(somebody.contains("\n  health -> [bleeding"), "{somebody}");
}

#[test]
fn a_condition_that_forgets_somebody_is_found_out() {
    let wrong = changed(
        "rules.toml",
        "when = \"pregnancy:yes\"",
        "when = \"pregnancy:yes and age < 50\"",
    );
    let claim = wrong
        .said("pregnancy", "yes")
        .imp(wrong.verdicts.at_least(Verdict::Exclude));
    let somebody = wrong.against(&claim).expect("from 50 on nothing excludes");
    assert!(somebody.contains("\n  pregnancy -> yes"), "{somebody}");
}

//! How long a clinic may make a wait.

use microneedling_quiz::protocol::{Span, Unit, Wait};
use microneedling_quiz::text::Locale;
use serde_json::json;

use crate::options::said;
use crate::support::protocol;

/// Nobody is asked about what was longer ago than the quiz asks, so a wait cannot reach further back: it
/// would be told to some and not to others.
#[test]
fn a_wait_reaches_no_further_back_than_the_quiz_asks() {
    for rule in protocol().rules {
        let Some(Wait {
            span: Some(span),
            from: Some(from),
            reach,
            ..
        }) = rule.wait
        else {
            continue;
        };
        let about = protocol().question(from).about;
        let asked = about.map(|(question, option)| {
            let option = protocol().option(question, option);
            let words = [option.label, option.hint].map(|word| Locale::english().text(word));
            words.join(" ")
        });
        let asked = asked.unwrap_or_default();
        let Some(reach) = reach else {
            assert!(!asked.contains("in the last "), "{}: {asked}", rule.id);
            continue;
        };
        let unit = match reach.unit {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        };
        let back = format!("in the last {} {unit}", reach.count);
        assert!(asked.contains(&back), "{}: {asked}", rule.id);
        // How many of the rule's own units there are in what is asked about.
        let fits = |count| Span { count, ..span }.weight() <= reach.weight();
        let most = (span.count..500)
            .rev()
            .find(|count| fits(*count))
            .expect("a wait");
        for count in [most, most + 1] {
            let (clinic, problems) = said(&json!({ "overlay": { "wait": { rule.id: count } } }));
            let taken = count <= most && count > span.count;
            assert_eq!(
                clinic.overlay.longer.len(),
                usize::from(taken),
                "{} {count}",
                rule.id
            );
            assert_eq!(problems.len(), usize::from(!taken), "{} {count}", rule.id);
            for problem in &problems {
                assert!(
                    problem.allowed.contains("than the quiz asks"),
                    "{problem:?}"
                );
            }
        }
    }
}

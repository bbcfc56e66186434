//! Everything in the page has a place of its own, and every link leads somewhere.

use std::collections::BTreeSet;

use microneedling_quiz::publication::SCRIPT_NAME;

use super::{PLACES, TREE, compiled};
use crate::support::Node;

fn ids(page: &Node) -> BTreeSet<&str> {
    let all = page.values("id");
    let ids: BTreeSet<_> = all.iter().copied().collect();
    assert_eq!(ids.len(), all.len(), "an id stands twice");
    ids
}

#[test]
fn everything_has_a_place() {
    let page = &*TREE;
    let ids = ids(page);
    let compiled = compiled();
    let has = |id: String| assert!(ids.contains(id.as_str()), "#{id} is missing");
    for question in compiled.protocol.questions {
        has(format!("question-{}", question.id));
        for option in question.options {
            has(format!("option-{}:{}", question.id, option.id));
        }
    }
    compiled
        .protocol
        .rules
        .iter()
        .for_each(|of| has(format!("rule-{}", of.id)));
    compiled
        .protocol
        .areas
        .iter()
        .for_each(|of| has(format!("area-{}", of.id)));
    for goal in compiled.protocol.goals {
        has(format!("goal-{}", goal.id));
        for (index, course) in goal.courses.iter().enumerate() {
            let number = if index == 0 {
                String::new()
            } else {
                format!("-{}", index + 1)
            };
            let question = &compiled.protocol.questions[course.severity.index()];
            for range in course.ranges {
                let severity = question.options[range.option.index()].id;
                has(format!("range-{}{number}-{severity}", goal.id));
            }
        }
    }
    let evidence = &compiled.evidence;
    evidence
        .sources
        .iter()
        .for_each(|of| has(format!("source-{}", of.id)));
    evidence
        .care
        .iter()
        .for_each(|of| has(format!("care-{}", of.id)));
    evidence
        .changes
        .iter()
        .for_each(|of| has(format!("change-{}", of.id)));
    evidence
        .outcomes
        .iter()
        .for_each(|of| has(format!("outcome-{}", of.id)));
    compiled
        .protocol
        .goals
        .iter()
        .for_each(|of| has(format!("alternative-{}", of.id)));
    let notes = &compiled.notes;
    notes
        .slower
        .iter()
        .for_each(|(id, _)| has(format!("slower-{id}")));
    notes
        .less_certain
        .iter()
        .for_each(|(id, _)| has(format!("less-certain-{id}")));
}

#[test]
fn every_link_inside_has_its_target() {
    let page = &*TREE;
    let ids = ids(page);
    let links: Vec<_> = page
        .values("href")
        .into_iter()
        .filter_map(|href| href.strip_prefix('#'))
        .collect();
    assert!(links.len() > 1_000, "only {} links", links.len());
    for link in links {
        assert!(ids.contains(link), "#{link} leads nowhere");
    }
}

#[test]
fn every_name_of_another_element_is_there() {
    let page = &*TREE;
    let ids = ids(page);
    for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for id in page.values(attribute) {
            assert!(ids.contains(id), "{attribute}=\"{id}\"");
        }
    }
}

/// Every rule is found from what leads to it, and every source from what rests on it.
#[test]
fn entries_link_to_each_other() {
    let page = &*TREE;
    let links: BTreeSet<_> = page.values("href").into_iter().collect();
    let compiled = compiled();
    let inside = |id: String| PLACES[id.as_str()].values("href");
    for (id, cited) in compiled.protocol.rules.iter().zip(compiled.evidence.rules) {
        let link = format!("#rule-{}", id.id);
        assert!(links.contains(link.as_str()), "{link}");
        let card = inside(format!("rule-{}", id.id));
        for source in cited.sources {
            let source = compiled.evidence.sources[source.index()].id;
            let to = format!("#source-{source}");
            assert!(card.contains(&to.as_str()), "{link} does not lead to {to}");
            let back = inside(format!("source-{source}"));
            assert!(
                back.contains(&link.as_str()),
                "{to} does not lead to {link}"
            );
        }
    }
}

/// Loading the page asks no other site for anything: only links to sources lead away.
#[test]
fn the_page_asks_nobody_else() {
    let page = &*TREE;
    assert_eq!(page.values("src"), [format!("./{SCRIPT_NAME}")]);
    for link in page.tagged("link") {
        assert_eq!(link.attribute("href"), Some("data:,"));
    }
    let style = page.tagged("style")[0].text();
    assert!(
        !style.contains("url(") && !style.contains("@import"),
        "a style sheet that loads"
    );
    for attribute in [
        "srcset",
        "action",
        "data",
        "ping",
        "poster",
        "background",
        "style",
        "onclick",
    ] {
        assert!(page.values(attribute).is_empty(), "{attribute}");
    }
    for link in page.with("href") {
        let href = link.attribute("href").unwrap();
        let own = href.starts_with('#') || href.starts_with("./protocol.") || href == "data:,";
        let source = link.tag == "a"
            && link
                .attribute("rel")
                .is_some_and(|rel| rel.contains("noopener"));
        assert!(own || source, "{href}");
    }
}

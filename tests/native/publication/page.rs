//! The page: complete, well-formed, and made for people who read, hear or print it.

use microneedling_quiz::protocol::Status;
use microneedling_quiz::publication::SCRIPT;

use super::{JSON, PAGE, PLACES, TREE, compiled};

/// Runs of spaces count as one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_of_the_json_stands_in_the_page() {
    let page = flat(&TREE.text());
    let mut missing = Vec::new();
    let lists = [
        "questions",
        "rules",
        "goals",
        "care",
        "changes",
        "texts",
        "outcomes",
        "alternatives",
        "sources",
        "areas",
    ];
    for entry in lists.iter().flat_map(|list| JSON[list].as_array().unwrap()) {
        let options = entry["options"].as_array().into_iter().flatten();
        let parts = std::iter::once(entry).chain(options);
        for part in parts {
            for key in [
                "title", "label", "hint", "why", "tell", "differs", "cite", "at", "instead",
                "text", "clause", "caveat", "needling", "other", "nothing",
            ] {
                let lines = part[key].as_str().into_iter().flat_map(str::lines);
                missing.extend(
                    lines
                        .filter(|line| !page.contains(&flat(line)))
                        .map(str::to_owned),
                );
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn it_begins_with_what_it_is_and_is_not() {
    let page = &*TREE;
    let top = flat(&page.tagged("header")[0].text());
    let compiled = compiled();
    for part in ["intended_use", "version"] {
        assert!(top.contains(JSON[part].as_str().unwrap()), "{part}");
    }
    assert!(top.contains("Not yet signed off by a clinician."));
    for date in ["22 November 2026", "22 November 2027"] {
        assert!(top.contains(date), "{date}");
    }
    let sources = compiled.evidence.sources.iter();
    for source in sources.filter(|source| source.status == Status::Recalled) {
        assert!(top.contains(source.id), "{} is recalled", source.id);
    }
}

/// A mark beside each mention, and on the source itself.
#[test]
fn recalled_sources_are_marked() {
    for source in compiled().evidence.sources {
        let card = PLACES[format!("source-{}", source.id).as_str()];
        let marked = card.text().contains("recalled, not checked");
        assert_eq!(marked, source.status == Status::Recalled, "{}", source.id);
    }
}

#[test]
fn it_can_be_walked_through_by_headings_and_landmarks() {
    let page = &*TREE;
    let [html] = page.tagged("html")[..] else {
        panic!("one page")
    };
    assert_eq!(html.attribute("lang"), Some("en"));
    for landmark in ["header", "nav", "main", "footer", "h1", "title"] {
        assert_eq!(page.tagged(landmark).len(), 1, "{landmark}");
    }
    assert_eq!(page.tagged("a")[0].attribute("href"), Some("#main"));
    let levels = page.all().into_iter().filter_map(|node| {
        let level = node.tag.strip_prefix('h')?.parse::<u8>().ok()?;
        Some((level, node.text()))
    });
    let mut last = 0;
    for (level, text) in levels {
        assert!(level <= last + 1, "h{level} after h{last}: {text}");
        assert!(!text.trim().is_empty(), "an empty h{level}");
        last = level;
    }
    for table in page.tagged("table") {
        assert_eq!(table.tagged("caption").len(), 1);
        for cell in table.tagged("th") {
            assert!(cell.attribute("scope").is_some(), "{}", cell.text());
        }
    }
    for drawing in page.tagged("svg") {
        assert_eq!(drawing.attribute("role"), Some("img"));
        assert!(drawing.attribute("aria-label").is_some());
        assert!(drawing.with("href").is_empty(), "a link inside a picture");
    }
}

/// Invariant 19: not in headlines and titles.
#[test]
fn headings_promise_nothing() {
    let guard: toml::Table =
        toml::from_str(&crate::support::file("protocol/words/en/guard.toml")).unwrap();
    let words: Vec<_> = guard["headlines"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|word| word.as_str())
        .collect();
    assert!(words.contains(&"safe"));
    let page = &*TREE;
    let headings = ["title", "h1", "h2", "h3", "h4", "caption"];
    for heading in headings.iter().flat_map(|tag| page.tagged(tag)) {
        let text = heading.text().to_lowercase();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            assert!(!words.contains(&word), "`{word}` in \"{text}\"");
        }
    }
}

/// The list beside the drawing says the same.
#[test]
fn the_flow_is_told_as_a_list_too() {
    let page = &*TREE;
    let flow = page.one("id", "flow");
    let list = flow.tagged("ol")[0];
    let links = list.values("href");
    let drawn = flow
        .tagged("svg")
        .iter()
        .map(|svg| flat(&svg.text()))
        .collect::<Vec<_>>()
        .join(" ");
    for question in compiled().protocol.questions {
        let link = format!("#question-{}", question.id);
        assert!(links.contains(&link.as_str()), "{}", question.id);
    }
    for (index, screen) in JSON["screens"].as_array().unwrap().iter().enumerate() {
        let title = format!("{}. {}", index + 1, screen["title"].as_str().unwrap());
        assert!(drawn.contains(&title), "{title}");
    }
}

/// Without its script the page is whole; only the search is not there.
#[test]
fn the_search_is_all_that_needs_a_script() {
    let page = &*TREE;
    let hidden = page.with("hidden");
    assert_eq!(hidden.len(), 1);
    assert_eq!(hidden[0].attribute("role"), Some("search"));
    assert!(
        !hidden[0]
            .with("role")
            .iter()
            .all(|node| node.attribute("role") != Some("status"))
    );
    for name in [
        "fetch(",
        "import ",
        "XMLHttpRequest",
        "innerHTML",
        "localStorage",
        "cookie",
        "eval(",
    ] {
        assert!(!SCRIPT.contains(name), "{name}");
    }
    for kind in page.values("data-kind") {
        assert!(
            SCRIPT.contains(&format!("{kind}: [")),
            "{kind} is not counted"
        );
    }
}

#[test]
fn nothing_in_the_page_comes_unescaped() {
    assert!(!PAGE.contains("{about}") && !PAGE.contains("{event}") && !PAGE.contains("&amp;amp;"));
}

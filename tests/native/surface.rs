//! What other people's pages and tools rely on: files for tools, the documentation, the styles and the
//! scripts say the same.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::options::said;
use crate::support::file;

const MANIFEST: &str = "src/element/tools/custom-elements.json";
const SCHEMA: &str = "src/element/tools/options.schema.json";
const TYPES: &str = "src/element/tools/microneedling-quiz.d.ts";

type Names = BTreeSet<String>;

fn json_of(name: &str) -> Value {
    serde_json::from_str(&file(name)).expect(name)
}

fn element() -> Value {
    json_of(MANIFEST)["modules"][0]["declarations"][0].clone()
}

/// The names in a list of the manifest.
fn names(list: &Value) -> Names {
    let list = list.as_array().expect("a list").iter();
    let names = list.map(|entry| entry["name"].as_str().expect("a name").to_owned());
    names.collect()
}

/// The keys of a part of the schema.
fn keys_of(part: &Value) -> Names {
    part.as_object()
        .expect("an object")
        .keys()
        .cloned()
        .collect()
}

/// What stands between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect(start);
    rest.split_once(end).expect(end).0
}

fn quoted(text: &str) -> Names {
    let parts = text.split('"').skip(1).step_by(2);
    parts.map(str::to_owned).collect()
}

/// What follows each occurrence of a start, as far as it is a name.
fn after(text: &str, start: &str) -> Names {
    let rests = text.split(start).skip(1);
    let name = |rest: &str| -> String {
        let name = rest.chars();
        name.take_while(|letter| letter.is_ascii_lowercase() || *letter == '-')
            .collect()
    };
    rests.map(name).filter(|name| !name.is_empty()).collect()
}

/// The keys of a table in a script, each before a colon.
fn table(script: &str, start: &str) -> Names {
    let inside = between(script, start, "};");
    let mut found = Names::new();
    for part in inside.split(':') {
        // The last word before the colon.
        let name = part.trim_end().trim_end_matches('"');
        let start = name.rfind(|letter: char| !(letter.is_ascii_lowercase() || letter == '-'));
        found.insert(name[start.map_or(0, |at| at + 1)..].to_owned());
    }
    // What follows the last colon is a value.
    let last = inside
        .rsplit(':')
        .next()
        .unwrap_or_default()
        .trim_end()
        .trim_end_matches('"');
    let start = last.rfind(|letter: char| !(letter.is_ascii_lowercase() || letter == '-'));
    found.remove(&last[start.map_or(0, |at| at + 1)..]);
    found.remove("");
    found
}

/// Attributes that are options, from the element's script.
fn attributes() -> Names {
    let embed = file("src/element/embed.js");
    let listed = quoted(between(&embed, "const OPTIONS = (", ").split(\" \")"));
    let all: Vec<String> = listed.into_iter().collect();
    all.join(" ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

fn property(attribute: &str) -> String {
    let mut parts = attribute.split('-');
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (first, rest) = part.split_at(1);
        name += &first.to_uppercase();
        name += rest;
    }
    name
}

/// The tokens that options may set, from the script that sets them.
fn tokens() -> Names {
    table(&file("src/element/look.js"), "const TOKENS = {")
}

fn parts() -> Names {
    table(&file("src/element/host.js"), "const PARTS = {")
}

fn events() -> Names {
    let scripts = ["embed", "rest", "host"];
    let scripts = scripts
        .map(|name| file(&format!("src/element/{name}.js")))
        .concat();
    let named = after(&scripts, "\"mnq-");
    named
        .into_iter()
        .map(|name| format!("mnq-{name}"))
        .collect()
}

#[test]
fn what_is_read_from_the_scripts_is_something() {
    let some = |names: Names, few: usize, known: &str| {
        assert!(names.len() >= few && names.contains(known), "{names:?}");
    };
    some(attributes(), 15, "text-language");
    some(tokens(), 20, "heading-font");
    some(parts(), 10, "foot");
    some(events(), 5, "mnq-outcome");
}

#[test]
fn the_manifest_is_what_the_scripts_do() {
    let element = element();
    let mut known = attributes();
    known.insert("lang".to_owned());
    let host = file("src/element/host.js");
    known.extend(quoted(between(&host, "const KIOSK = [", "];")));
    assert_eq!(names(&element["attributes"]), known);
    let named: Names = tokens()
        .iter()
        .map(|token| format!("--mnq-{token}"))
        .collect();
    assert_eq!(names(&element["cssProperties"]), named);
    assert_eq!(names(&element["cssParts"]), parts());
    assert_eq!(names(&element["events"]), events());

    let members = element["members"].as_array().expect("members");
    let of = |kind: &str| -> Names {
        let found = members.iter().filter(|member| member["kind"] == kind);
        found
            .map(|member| member["name"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(
        of("field"),
        attributes().iter().map(|name| property(name)).collect()
    );
    let embed = file("src/element/embed.js");
    let methods = embed
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.strip_suffix("() {"));
    let methods = methods.filter(|name| !name.contains(' ') && !name.ends_with("Callback"));
    assert_eq!(of("method"), methods.map(str::to_owned).collect());
}

#[test]
fn the_declarations_name_every_property_method_and_event() {
    let types = file(TYPES);
    let class = between(
        &types,
        "interface MicroneedlingQuizElement extends HTMLElement {",
        "\n}",
    );
    let start = |mark: &str| -> Names {
        let lines = class
            .lines()
            .filter_map(|line| line.trim().strip_prefix(mark)?.split_once('('));
        lines.map(|(name, _)| name.to_owned()).collect()
    };
    let properties: Names = attributes().iter().map(|name| property(name)).collect();
    assert_eq!(
        (start("get "), start("set ")),
        (properties.clone(), properties)
    );
    let element = element();
    for method in element["members"].as_array().expect("members") {
        if method["kind"] == "method" {
            let name = method["name"].as_str().unwrap_or_default();
            assert!(class.contains(&format!("\n  {name}(): void;")), "{name}");
        }
    }
    let map = between(&types, "interface MicroneedlingQuizEventMap {", "\n}");
    assert_eq!(quoted(map), events());
    assert!(types.contains("interface HTMLElementTagNameMap {\n    \"microneedling-quiz\": "));
}

#[test]
fn the_styles_read_every_token_and_no_other() {
    let sheets = ["styles/tokens.css", "styles/base.css"].map(file).concat();
    assert_eq!(after(&sheets, "var(--mnq-"), tokens());
}

/// The guard looks at no fewer pairs than our own colours are held to.
#[test]
fn the_guard_knows_every_pair_of_our_own_palette() {
    let look = file("src/element/look.js");
    let pairs = between(&look, "const PAIRS = {", "};");
    for (front, grounds) in crate::contrast::TEXTS {
        // White on a verdict's colour is that colour on the ground, the other way round.
        if *front == "bg" {
            continue;
        }
        let line = pairs
            .lines()
            .find(|line| line.trim().trim_start_matches('"').starts_with(front));
        let line = line.unwrap_or_else(|| panic!("`{front}` has no pair"));
        for ground in *grounds {
            assert!(
                line.contains(&format!("\"{ground}\"")),
                "{front} on {ground}"
            );
        }
        assert!(line.contains("[4.5,"), "{line}");
    }
}

/// Options of the page around the quiz; the others are the program's.
const OF_THE_PAGE: [&str; 8] = [
    "language",
    "theme",
    "density",
    "font",
    "scheme",
    "history",
    "no-sharing",
    "link-base",
];

/// Every option there is: those that the program says it knows, which are those of the schema.
#[test]
fn the_schema_names_every_option() {
    let schema = json_of(SCHEMA);
    let (_, problems) = said(&json!({ "unknown": 1 }));
    let allowed = &problems[0].allowed;
    let known = allowed
        .strip_prefix("one of: ")
        .expect("a list")
        .split(", ");
    let mut known: Names = known.map(str::to_owned).collect();
    assert_eq!(keys_of(&schema["properties"]), known);
    assert_eq!(
        keys_of(&schema["properties"]["theme"]["properties"]),
        tokens()
    );

    // An attribute is an option, but for the name of a form's field and the JSON itself.
    for (attribute, option) in [("clinic", "name"), ("lang", "language")] {
        known.remove(option);
        known.insert(attribute.to_owned());
    }
    for attribute in attributes() {
        let own = ["name", "options"].contains(&attribute.as_str());
        assert!(
            own || known.contains(&attribute),
            "`{attribute}` is no option"
        );
    }
}

/// What the program does not know is refused by both.
#[test]
fn the_schema_takes_what_the_program_takes() {
    let schema = json_of(SCHEMA);
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let page = file("docs/embedding.md");
    let parts = page.split("<script type=\"application/json\">").skip(1);
    let snippets = parts.map(|part| part.split("</script>").next().unwrap_or_default());
    let mut count = 0;
    for snippet in snippets {
        let options: Value = serde_json::from_str(snippet).expect("JSON");
        assert!(schema.is_valid(&options), "{options}");
        let mut programs = options.clone();
        for name in OF_THE_PAGE {
            programs.as_object_mut().expect("an object").remove(name);
        }
        assert_eq!(said(&programs).1, [], "{options}");
        count += 1;
    }
    assert!(count >= 2);
    for wrong in [
        json!({ "colour": "red" }),
        json!({ "contact": "javascript:alert(1)" }),
        json!({ "price": 120 }),
        json!({ "name": "x".repeat(81) }),
        json!({ "text-language": "not a tag" }),
        json!({ "share-answers": "perhaps" }),
        json!({ "overlay": { "soften": 1 } }),
        json!({ "overlay": { "sessions": { "*": { "low": 7 } } } }),
        json!({ "overlay": { "sessions": { "*": { "high": 3 } } } }),
        json!({ "overlay": { "raise": { "heart-condition": "note" } } }),
        json!({ "overlay": { "add": [{ "id": "A", "effect": "note", "when": "always" }] } }),
        json!({ "overlay": { "add": [{ "id": "a", "effect": "warn", "when": "always" }] } }),
        json!({ "overlay": { "add": [{ "id": "a", "effect": "note", "when": "always", "text": "x".repeat(241) }] } }),
    ] {
        assert!(!schema.is_valid(&wrong), "{wrong}");
        assert_ne!(said(&wrong).1, [], "{wrong}");
    }
}

#[test]
fn the_documentation_names_everything() {
    let page = file("docs/embedding.md");
    let cells = |text: &str| -> Names {
        let cells = text
            .lines()
            .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
        cells
            .flat_map(|cell| cell.split('`').skip(1).step_by(2))
            .map(str::to_owned)
            .collect()
    };
    let named = |head: &str| cells(between(&page, head, "\n\n"));
    let tokens: Names = tokens()
        .iter()
        .map(|token| format!("--mnq-{token}"))
        .collect();
    assert_eq!(named("| token | what it is |\n|---|---|\n"), tokens);
    assert_eq!(named("| part | what it is |\n|---|---|\n"), parts());
    assert_eq!(named("| event | detail |\n|---|---|\n"), events());
    let schema = json_of(SCHEMA);
    let options = named("| option | attribute | what it says |\n|---|---|---|\n");
    assert_eq!(options, keys_of(&schema["properties"]));
    let overlay = &schema["properties"]["overlay"]["properties"];
    for name in attributes().into_iter().chain(keys_of(overlay)) {
        assert!(
            page.contains(&format!("`{name}`")),
            "docs/embedding.md does not name `{name}`"
        );
    }
    for method in ["load", "reset", "destroy"] {
        assert!(
            page.contains(&format!("`element.{method}()`"))
                || page.contains(&format!("`{method}()`"))
        );
    }
}

//! The JSON holds everything, and its schema tells right from wrong.

use microneedling_quiz::publication;
use serde_json::{Value, json};

use super::{JSON, compiled, entry};

fn schema() -> Value {
    let schema = publication::schema().expect("it can be written");
    serde_json::from_str(&schema).expect("JSON")
}

#[track_caller]
fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&schema()).expect("a schema")
}

#[test]
fn the_json_is_what_its_schema_says() {
    let problems: Vec<_> = validator()
        .iter_errors(&JSON)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_schema_names_its_draft_and_describes_each_part() {
    let schema = schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let parts = schema["properties"].as_object().expect("properties");
    for (name, part) in parts {
        assert!(part["description"].is_string(), "`{name}` is not described");
    }
    assert_eq!(JSON["$schema"], "./protocol.schema.json");
}

type Break = fn(&mut Value);

/// One mistake after the other.
#[test]
fn a_broken_json_is_not_what_the_schema_says() {
    let validator = validator();
    let breaks: [(&str, Break); 10] = [
        ("a missing version", |json| {
            json.as_object_mut().unwrap().remove("version");
        }),
        ("an unknown part", |json| json["sorces"] = json!([])),
        ("a day that is none", |json| {
            json["released"] = json!("soon")
        }),
        ("an unknown effect", |json| {
            json["rules"][0]["effect"] = json!("forbid");
        }),
        ("a rule without a condition", |json| {
            json["rules"][0]["when"] = Value::Null;
        }),
        ("a misspelt key of a rule", |json| {
            json["rules"][0]["tells"] = json!("…");
        }),
        ("an unknown test", |json| {
            json["rules"][0]["when"]["test"] = json!({ "is": "perhaps" });
        }),
        ("half a test", |json| {
            json["rules"][0]["when"]["test"] = json!({ "is": "chosen", "question": "age" });
        }),
        ("sessions that are no number", |json| {
            json["goals"][0]["courses"][0]["ranges"][0]["low"] = json!("two");
        }),
        ("an unknown status", |json| {
            json["sources"][0]["status"] = json!("believed");
        }),
    ];
    for (name, change) in breaks {
        let mut broken = JSON.clone();
        change(&mut broken);
        assert!(!validator.is_valid(&broken), "{name} passes");
    }
}

#[track_caller]
fn lists(name: &str, ids: impl Iterator<Item = String>) {
    let entries = JSON[name].as_array().expect("a list");
    let found: Vec<_> = entries
        .iter()
        .filter_map(|entry| entry["id"].as_str())
        .collect();
    assert_eq!(found, ids.collect::<Vec<_>>(), "{name}");
}

#[test]
fn everything_is_there_in_its_order() {
    let compiled = compiled();
    let (protocol, evidence) = (&compiled.protocol, &compiled.evidence);
    let id = |id: &&'static str| (*id).to_owned();
    lists("areas", protocol.areas.iter().map(|of| id(&of.id)));
    lists("questions", protocol.questions.iter().map(|of| id(&of.id)));
    lists("rules", protocol.rules.iter().map(|of| id(&of.id)));
    lists("goals", protocol.goals.iter().map(|of| id(&of.id)));
    lists("care", evidence.care.iter().map(|of| id(&of.id)));
    lists("changes", evidence.changes.iter().map(|of| id(&of.id)));
    lists("sources", evidence.sources.iter().map(|of| id(&of.id)));
    let notes = &compiled.notes;
    lists("slower", notes.slower.iter().map(|(id, _)| id.clone()));
    lists(
        "less_certain",
        notes.less_certain.iter().map(|(id, _)| id.clone()),
    );
    lists("outcomes", evidence.outcomes.iter().map(|of| id(&of.id)));
    let others = JSON["alternatives"].as_array().unwrap().iter();
    let others: Vec<_> = others.map(|of| of["goal"].as_str().unwrap()).collect();
    let goals: Vec<_> = protocol.goals.iter().map(|of| of.id).collect();
    assert_eq!(others, goals);
    assert_eq!(
        JSON["texts"].as_array().map(Vec::len),
        Some(evidence.texts.len())
    );
    for question in protocol.questions {
        let options = entry("questions", question.id)["options"].as_array();
        let found: Vec<_> = options.unwrap().iter().map(|of| &of["id"]).collect();
        let expected: Vec<_> = question.options.iter().map(|option| option.id).collect();
        assert_eq!(found, expected, "{}", question.id);
    }
}

#[test]
fn every_range_is_there() {
    for goal in compiled().protocol.goals {
        let courses = entry("goals", goal.id)["courses"].as_array().unwrap();
        assert_eq!(courses.len(), goal.courses.len(), "{}", goal.id);
        for (found, course) in courses.iter().zip(goal.courses) {
            let ranges = course.ranges.iter().map(|range| {
                let sessions = range.sessions;
                [sessions.low, sessions.most, sessions.high]
            });
            let found = found["ranges"].as_array().unwrap().iter();
            let found = found.map(|range| ["low", "most", "high"].map(|end| range[end].clone()));
            assert_eq!(
                found.collect::<Vec<_>>(),
                ranges.map(|ends| ends.map(Value::from)).collect::<Vec<_>>(),
                "{}",
                goal.id
            );
        }
    }
}

/// The numbers of the figures, and who pays.
#[test]
fn figures_stand_with_their_numbers() {
    let figure = &entry("outcomes", "acne-scars-softer")["figure"];
    assert_eq!(
        figure,
        &json!({ "kind": "change", "low": 9, "middle": 40, "high": 68 })
    );
    let figure = &entry("outcomes", "texture-smoother")["figure"];
    assert_eq!(figure, &json!({ "kind": "grades", "hundredths": 154 }));
    for key in ["funding", "responsible"] {
        assert!(JSON[key].as_str().is_some_and(|text| !text.is_empty()));
    }
}

/// A reader finds what a statement rests on, and where sources disagree.
#[test]
fn everything_says_what_it_rests_on() {
    let compiled = compiled();
    for list in [
        "rules",
        "goals",
        "slower",
        "less_certain",
        "care",
        "changes",
        "texts",
        "outcomes",
        "alternatives",
    ] {
        for entry in JSON[list].as_array().unwrap() {
            let rests = &entry["rests_on"];
            assert!(
                rests["basis"]
                    .as_array()
                    .is_some_and(|basis| !basis.is_empty()),
                "{entry}"
            );
        }
    }
    assert!(!compiled.notes.differs.is_empty());
    for (id, text) in &compiled.notes.differs {
        let either = ["rules", "goals"].iter().any(|list| {
            let mut entries = JSON[list].as_array().unwrap().iter();
            entries.any(|entry| entry["id"] == **id && entry["differs"] == **text)
        });
        assert!(either, "`{id}`: {text}");
    }
}

//! Changed options: two neighbours exchanged in what they mean, in what they open, in their words
//! or in their order; and what an option may do left out.

use toml::Value;

use super::expression::{joined, tokens};
use super::files::{Edit, Sources, at, list};
use super::{Class, Mutant};

const QUESTIONS: &str = "questions.toml";
const WORDS: &str = "words/en/questions.toml";
/// Where options have a meaning.
const MEANINGS: [&str; 4] = ["protocol.toml", "areas.toml", "rules.toml", "courses.toml"];
const LEVELS: [&str; 3] = ["mild", "moderate", "severe"];

/// A question that is answered with options.
struct Asked {
    screen: usize,
    question: usize,
    id: String,
    /// The entry that holds its options' words.
    words: String,
    options: Vec<String>,
}

pub(super) fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for asked in questions(sources) {
        let written = at_question(sources, &asked).get("options").is_some();
        for (index, pair) in asked.options.windows(2).enumerate() {
            let (one, other) = (pair[0].as_str(), pair[1].as_str());
            let mutant = |what: &str, edits: Vec<Option<Edit>>| {
                let change = format!("{what} of `{one}` and `{other}` exchanged");
                Mutant::new(Class::Options, &asked.id, &change, edits)
            };
            all.push(mutant("meaning", meaning(sources, &asked, one, other)));
            all.push(mutant(
                "follow-ups",
                vec![follow_ups(sources, &asked, one, other)],
            ));
            if written {
                all.push(mutant(
                    "words",
                    vec![words(sources, &asked.words, one, other)],
                ));
                all.push(mutant("order", vec![order(sources, &asked, index)]));
            }
        }
    }
    for pair in LEVELS.windows(2) {
        let change = format!("words of `{}` and `{}` exchanged", pair[0], pair[1]);
        let edit = words(sources, "severity", pair[0], pair[1]);
        all.push(Mutant::new(Class::Options, "severity", &change, [edit]));
    }
    all.extend(areas(sources));
    all.extend(left_out(sources));
    // Nothing hangs on some options, so nothing follows from exchanging them.
    all.retain(|mutant| !mutant.files.is_empty());
    all
}

fn text(entry: &Value, key: &str) -> Option<String> {
    Some(entry.get(key)?.as_str()?.to_owned())
}

fn questions(sources: &Sources) -> Vec<Asked> {
    let mut all = Vec::new();
    for (screen, entry) in sources.entries(QUESTIONS, "screen").iter().enumerate() {
        let questions = entry["question"].as_array().unwrap();
        for (question, entry) in questions.iter().enumerate() {
            let id = text(entry, "id").unwrap();
            let options = match entry.get("options").and_then(Value::as_array) {
                Some(options) => options.iter().filter_map(|it| text(it, "id")).collect(),
                None if text(entry, "kind").as_deref() == Some("severity") => {
                    LEVELS.map(str::to_owned).to_vec()
                }
                None => Vec::new(),
            };
            all.push(Asked {
                screen,
                question,
                words: text(entry, "words").unwrap_or_else(|| id.clone()),
                id,
                options,
            });
        }
    }
    all
}

fn at_question<'a>(sources: &'a Sources, asked: &Asked) -> &'a Value {
    &sources.entries(QUESTIONS, "screen")[asked.screen]["question"][asked.question]
}

/// Both ids exchanged wherever something follows from them: conditions, courses, bands.
fn meaning(sources: &Sources, asked: &Asked, one: &str, other: &str) -> Vec<Option<Edit>> {
    let mut edits: Vec<_> = MEANINGS
        .iter()
        .map(|file| {
            sources.edit(file, |table| {
                exchange(table, &["when", "out-of-scope"], &asked.id, one, other);
                courses(table, &asked.id, one, other);
            })
        })
        .collect();
    edits.push(sources.edit(QUESTIONS, |table| {
        let options = options(table, asked);
        let place = |id: &str| {
            options
                .iter()
                .position(|it| text(it, "id").as_deref() == Some(id))
        };
        if let (Some(one), Some(other)) = (place(one), place(other)) {
            swap_key(options, one, other, "since");
        }
    }));
    edits
}

/// Both ids exchanged in what is asked after them.
fn follow_ups(sources: &Sources, asked: &Asked, one: &str, other: &str) -> Option<Edit> {
    sources.edit(QUESTIONS, |table| {
        exchange(table, &["asked", "about"], &asked.id, one, other);
    })
}

fn words(sources: &Sources, entry: &str, one: &str, other: &str) -> Option<Edit> {
    sources.edit(WORDS, |table| {
        let options = table[entry]["options"].as_table_mut().unwrap();
        let (a, b) = (options[one].clone(), options[other].clone());
        options.insert(one.to_owned(), b);
        options.insert(other.to_owned(), a);
    })
}

fn order(sources: &Sources, asked: &Asked, index: usize) -> Option<Edit> {
    sources.edit(QUESTIONS, |table| {
        options(table, asked).swap(index, index + 1)
    })
}

fn options<'a>(table: &'a mut Value, asked: &Asked) -> &'a mut [Value] {
    let question = &mut table["screen"][asked.screen]["question"][asked.question];
    match question.get_mut("options").and_then(Value::as_array_mut) {
        Some(options) => options,
        None => &mut [],
    }
}

fn swap_key(entries: &mut [Value], one: usize, other: usize, key: &str) {
    let (a, b) = (
        entries[one].get(key).cloned(),
        entries[other].get(key).cloned(),
    );
    for (index, value) in [(one, b), (other, a)] {
        let entry = entries[index].as_table_mut().unwrap();
        match value {
            Some(value) => entry.insert(key.to_owned(), value),
            None => entry.remove(key),
        };
    }
}

/// Exchanges two options of a question in every text under one of these keys.
fn exchange(value: &mut Value, keys: &[&str], question: &str, one: &str, other: &str) {
    match value {
        Value::Table(table) => {
            for (key, value) in table.iter_mut() {
                if let (true, Value::String(text)) = (keys.contains(&key.as_str()), &mut *value) {
                    let changed = exchanged(text, question, one, other);
                    if let Some(changed) = changed {
                        *text = changed;
                    }
                }
                exchange(value, keys, question, one, other);
            }
        }
        Value::Array(values) => {
            for value in values {
                exchange(value, keys, question, one, other);
            }
        }
        _ => {}
    }
}

/// The condition with both options exchanged; `None` if it speaks of neither.
fn exchanged(condition: &str, question: &str, one: &str, other: &str) -> Option<String> {
    let mut tokens = tokens(condition);
    let mut found = false;
    for at in 2..tokens.len() {
        if tokens[at - 1] == ":" && tokens[at - 2] == question {
            let put = match tokens[at].as_str() {
                option if option == one => other,
                option if option == other => one,
                _ => continue,
            };
            tokens[at] = put.to_owned();
            found = true;
        }
    }
    found.then(|| joined(&tokens))
}

/// Two severities exchanged in the courses that this question decides.
fn courses(table: &mut Value, question: &str, one: &str, other: &str) {
    let goals = table.get_mut("goal").and_then(Value::as_array_mut);
    for goal in goals.into_iter().flatten() {
        let courses = goal.get_mut("course").and_then(Value::as_array_mut);
        for course in courses.into_iter().flatten() {
            if text(course, "severity").as_deref() == Some(question) {
                let course = course.as_table_mut().unwrap();
                let (a, b) = (course.remove(one), course.remove(other));
                course.extend(b.map(|range| (one.to_owned(), range)));
                course.extend(a.map(|range| (other.to_owned(), range)));
            }
        }
    }
}

/// Areas are options, too: of every question that asks where.
fn areas(sources: &Sources) -> Vec<Mutant> {
    let count = sources.entries("areas.toml", "area").len();
    (1..count)
        .map(|index| {
            let edit = sources.edit("areas.toml", |table| {
                list(table, "area").swap(index - 1, index)
            });
            let id = sources.entries("areas.toml", "area")[index]["id"].to_string();
            Mutant::new(
                Class::Options,
                "areas",
                &format!("order of {id} and the one before exchanged"),
                [edit],
            )
        })
        .collect()
}

fn left_out(sources: &Sources) -> Vec<Mutant> {
    let keys = ["where", "none", "unsure", "asked", "one-of"];
    let sites = keys.iter().flat_map(|key| sources.sites(QUESTIONS, key));
    sites
        .map(|site| {
            let edit = sources.edit(QUESTIONS, |table| {
                at(table, &site.path)
                    .as_table_mut()
                    .unwrap()
                    .remove(&site.key);
            });
            let change = format!("`{}` left out", site.key);
            Mutant::new(Class::LeftOut, &site.entry, &change, [edit])
        })
        .collect()
}

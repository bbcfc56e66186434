//! Changed goals: each left out, its fit and grade one step away, its numbers one more or less.

use toml::Value;

use super::expression::{joined, tokens};
use super::files::{Edit, Site, Sources, list};
use super::{Class, Mutant};

const COURSES: &str = "courses.toml";
const WORDS: &str = "words/en/goals.toml";
const FITS: [&str; 3] = ["indicated", "ask", "poor"];
const GRADES: [&str; 6] = ["B", "B-", "C+", "C", "D+", "D"];

pub(super) fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut all = deleted(sources);
    all.extend(fits(sources));
    all.extend(grades(sources));
    all.extend(ranges(sources));
    all.extend(numbers(sources));
    all.extend(review(sources));
    all.extend(modifiers(sources));
    all
}

/// The goal without its words; conditions that speak of it never hold there.
fn deleted(sources: &Sources) -> Vec<Mutant> {
    let goals = sources.entries(COURSES, "goal").iter().enumerate();
    goals
        .map(|(index, goal)| {
            let id = goal["id"].as_str().unwrap();
            let words = sources.edit(WORDS, |table| {
                table.as_table_mut().unwrap().remove(id);
            });
            let courses = sources.edit(COURSES, |table| {
                list(table, "goal").remove(index);
                without(table, id);
            });
            let rules = sources.edit("rules.toml", |table| without(table, id));
            Mutant::new(
                Class::Goals,
                id,
                "left out",
                [
                    words,
                    courses,
                    rules,
                    sources.disallow(&sources.table(WORDS)[id]),
                    sources.uncite(goal),
                ],
            )
        })
        .collect()
}

/// Puts "never" for a goal, in every condition.
fn without(value: &mut Value, goal: &str) {
    match value {
        Value::Table(table) => {
            for (key, value) in table.iter_mut() {
                if let ("when", Value::String(text)) = (key.as_str(), &mut *value) {
                    let spoken = format!("goal({goal})");
                    let condition = joined(&tokens(text));
                    if condition.contains(&spoken) {
                        *text = condition.replace(&spoken, "not always");
                    }
                }
                without(value, goal);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| without(value, goal)),
        _ => {}
    }
}

/// The names beside this one.
fn beside(names: &'static [&'static str], name: &str) -> Vec<&'static str> {
    let at = names.iter().position(|known| *known == name).unwrap();
    let before = at.checked_sub(1).map(|at| names[at]);
    before
        .into_iter()
        .chain(names.get(at + 1).copied())
        .collect()
}

fn fits(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for site in sources.sites(COURSES, "fit") {
        for fit in beside(&FITS, site.text()) {
            let edits = [
                Some(sources.put(&site, Some(fit.into()))),
                other_ways(sources, &site, fit),
            ];
            all.push(Mutant::new(
                Class::Goals,
                &site.entry,
                &format!("fit {fit}"),
                edits,
            ));
        }
    }
    all
}

/// A poor goal has to say what is considered instead.
fn other_ways(sources: &Sources, site: &Site, fit: &str) -> Option<Edit> {
    sources.edit(WORDS, |table| {
        let words = table[site.entry.as_str()].as_table_mut().unwrap();
        if fit == "poor" && !words.contains_key("instead") {
            words.insert("instead".to_owned(), "something else".into());
        }
    })
}

/// Nothing is promised for a goal without a number, so its grade says nothing, and the dossier gives
/// it none.
fn grades(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    let goals = sources.entries(COURSES, "goal").iter();
    let numbered: Vec<_> = goals
        .filter(|goal| goal.get("course").is_some())
        .map(|goal| goal["id"].as_str())
        .collect();
    let sites = sources.sites(COURSES, "grade").into_iter();
    for site in sites.filter(|site| numbered.contains(&Some(&site.entry))) {
        for grade in beside(&GRADES, site.text()) {
            let edit = sources.put(&site, Some(grade.into()));
            all.push(Mutant::new(
                Class::Goals,
                &site.entry,
                &format!("grade {grade}"),
                [Some(edit)],
            ));
        }
    }
    all
}

/// "3-4-6" with each number one more or less, and left out.
fn ranges(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for level in ["mild", "moderate", "severe"] {
        for (nth, site) in sources.sites(COURSES, level).into_iter().enumerate() {
            let numbers: Vec<u8> = site
                .text()
                .split('-')
                .map(|it| it.parse().unwrap())
                .collect();
            for index in 0..numbers.len() {
                for number in [numbers[index] - 1, numbers[index] + 1] {
                    let mut changed = numbers.clone();
                    changed[index] = number;
                    let text = changed
                        .iter()
                        .map(u8::to_string)
                        .collect::<Vec<_>>()
                        .join("-");
                    let change =
                        format!("{level} {text} instead of {} (course {nth})", site.text());
                    let edit = sources.put(&site, Some(text.into()));
                    all.push(Mutant::new(
                        Class::Goals,
                        &site.entry,
                        &change,
                        [Some(edit)],
                    ));
                }
            }
            let edit = sources.put(&site, None);
            let change = format!("{level} left out (course {nth})");
            all.push(Mutant::new(
                Class::Goals,
                &site.entry,
                &change,
                [Some(edit)],
            ));
        }
    }
    all
}

/// Weeks between sessions, and how long change takes.
fn numbers(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    let mut put = |site: &Site, value: Value| {
        let change = format!("{} {value}", site.key);
        let edit = sources.put(site, Some(value));
        all.push(Mutant::new(
            Class::Goals,
            &site.entry,
            &change,
            [Some(edit)],
        ));
    };
    for site in sources.sites(COURSES, "interval") {
        for step in [-1, 1] {
            put(&site, (site.value.as_integer().unwrap() + step).into());
        }
    }
    for key in ["first-change", "full"] {
        for site in sources.sites(COURSES, key) {
            for (index, step) in [(0, -1), (0, 1), (1, -1), (1, 1)] {
                let mut pair = site.value.as_array().unwrap().clone();
                let number = pair[index].as_integer().unwrap() + step;
                if number >= 0 {
                    pair[index] = number.into();
                    put(&site, pair.into());
                }
            }
        }
    }
    all
}

/// "Review before session 5": left out where it stands, and set where it does not.
fn review(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (goal, entry) in sources.entries(COURSES, "goal").iter().enumerate() {
        let courses = entry.get("course").and_then(Value::as_array);
        for course in 0..courses.map_or(0, Vec::len) {
            if entry["course"][course].get("severe").is_none() {
                continue;
            }
            let edit = sources.edit(COURSES, |table| {
                let course = table["goal"][goal]["course"][course]
                    .as_table_mut()
                    .unwrap();
                if course.remove("review-severe").is_none() {
                    course.insert("review-severe".to_owned(), true.into());
                }
            });
            let change = format!("review-severe turned round (course {course})");
            all.push(Mutant::new(
                Class::Goals,
                entry["id"].as_str().unwrap(),
                &change,
                [edit],
            ));
        }
    }
    all
}

fn modifiers(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for kind in ["slower", "less-certain"] {
        for (index, entry) in sources.entries(COURSES, kind).iter().enumerate() {
            let edit = sources.edit(COURSES, |table| {
                list(table, kind).remove(index);
            });
            let id = format!("{kind} {}", entry["id"].as_str().unwrap());
            all.push(Mutant::new(
                Class::Goals,
                &id,
                "left out",
                [edit, sources.uncite(entry)],
            ));
        }
    }
    all
}

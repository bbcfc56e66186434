//! Every set of at most four changes, tried one after the other: plain, slow, and without any of the
//! first implementation's code. It reads `changes.toml` by itself and changes answers as JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{Sheet, date, file, line_of, output, protocol};

/// How many changes may come together.
const MOST: usize = 4;

#[derive(Clone, Debug, Deserialize)]
struct Entry {
    id: String,
    from: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Elsewhere {
    from: String,
    to: Option<String>,
    #[serde(default)]
    beside: Vec<String>,
    #[serde(default)]
    stays: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Changes {
    change: Vec<Entry>,
    elsewhere: Vec<Elsewhere>,
}

/// Changes by name: an entry's id, `without <area>`, or `until <day>`.
pub(super) type Names = BTreeSet<String>;

/// The verdict over all areas, and that of each.
type Verdicts = (usize, BTreeMap<String, usize>);

const ORDER: [&str; 6] = [
    "suitable",
    "review",
    "defer",
    "not-indicated",
    "exclude",
    "out-of-scope",
];

fn place(verdict: &Value) -> usize {
    let place = ORDER
        .iter()
        .position(|known| Some(*known) == verdict.as_str());
    place.expect("a verdict")
}

fn list(sheet: &Sheet, question: &str) -> Vec<String> {
    match sheet.get(question) {
        Some(Value::Array(values)) => values
            .iter()
            .map(|value| value.as_str().expect("an option").to_owned())
            .collect(),
        Some(Value::String(value)) => vec![value.clone()],
        _ => Vec::new(),
    }
}

fn has(sheet: &Sheet, answer: &str) -> bool {
    let (question, option) = answer.split_once(':').expect("question:option");
    list(sheet, question).iter().any(|chosen| chosen == option)
}

/// Several options may be chosen for it.
fn is_list(question: &str) -> bool {
    let id = protocol().find(question).expect("a question");
    protocol().question(id).kind == microneedling_quiz::protocol::Kind::Multi
}

fn knows_none(question: &str) -> bool {
    let id = protocol().find(question).expect("a question");
    protocol().question(id).option("none").is_some()
}

fn put(sheet: &mut Sheet, question: &str, chosen: Vec<String>) {
    let chosen = if chosen.is_empty() && knows_none(question) {
        vec!["none".to_owned()]
    } else {
        chosen
    };
    if chosen.is_empty() {
        sheet.remove(question);
    } else if is_list(question) {
        sheet.insert(question.to_owned(), json!(chosen));
    } else {
        sheet.insert(question.to_owned(), json!(chosen[0]));
    }
}

fn take(sheet: &mut Sheet, answer: &str) {
    let (question, option) = answer.split_once(':').expect("question:option");
    let mut chosen = list(sheet, question);
    chosen.retain(|known| known != option);
    put(sheet, question, chosen);
}

fn add(sheet: &mut Sheet, answer: &str) {
    let (question, option) = answer.split_once(':').expect("question:option");
    let mut chosen = if is_list(question) {
        list(sheet, question)
    } else {
        Vec::new()
    };
    chosen.retain(|known| known != "none" && known != option);
    chosen.push(option.to_owned());
    put(sheet, question, chosen);
}

fn areas(sheet: &Sheet) -> Vec<String> {
    let mut areas = list(sheet, "areas-head");
    areas.extend(list(sheet, "areas-body"));
    areas
}

impl Changes {
    pub(super) fn read() -> Changes {
        toml::from_str(&file("protocol/changes.toml")).expect("the file can be read")
    }

    /// What could change about somebody: names of entries, areas, and days.
    fn candidates(&self, sheet: &Sheet, today: &str) -> (Vec<String>, Vec<String>) {
        let dated = |answer: &str| {
            let (question, option) = answer.split_once(':').expect("question:option");
            let when = sheet.get(&format!("{question}.{option}.when"));
            when.and_then(Value::as_str)
                .is_some_and(|when| when.starts_with("20"))
        };
        let concerned = |entry: &&Entry| {
            let mut from = entry.from.iter();
            from.any(|answer| has(sheet, answer) && !dated(answer))
        };
        let entries = self.change.iter().filter(concerned);
        let mut names: Vec<_> = entries.map(|entry| entry.id.clone()).collect();
        if areas(sheet).len() > 1 {
            names.extend(areas(sheet).iter().map(|area| format!("without {area}")));
        }
        (names, days(sheet, today))
    }

    fn apply(&self, sheet: &Sheet, names: &Names) -> Option<Sheet> {
        let mut sheet = sheet.clone();
        for entry in self.change.iter().filter(|entry| names.contains(&entry.id)) {
            for answer in &entry.from {
                if has(&sheet, answer) {
                    take(&mut sheet, answer);
                }
            }
            entry.to.iter().for_each(|answer| add(&mut sheet, answer));
        }
        let without: Vec<_> = names
            .iter()
            .filter_map(|name| name.strip_prefix("without "))
            .collect();
        if without.is_empty() {
            return Some(sheet);
        }
        for question in ["areas-head", "areas-body"] {
            let mut left = list(&sheet, question);
            left.retain(|area| !without.contains(&area.as_str()));
            put(&mut sheet, question, left);
        }
        let left = areas(&sheet);
        let wheres: Vec<_> = sheet
            .keys()
            .filter(|name| name.ends_with(".where"))
            .cloned()
            .collect();
        for name in wheres {
            let (question, option) = name
                .strip_suffix(".where")
                .and_then(|name| name.rsplit_once('.'))
                .expect("question.option.where");
            let answer = format!("{question}:{option}");
            let here = list(&sheet, &name);
            if !has(&sheet, &answer) || !here.iter().any(|area| without.contains(&area.as_str())) {
                continue;
            }
            let said = self.elsewhere.iter().find(|said| said.from == answer);
            let mut stays: Vec<_> = here
                .iter()
                .filter(|area| !without.contains(&area.as_str()))
                .cloned()
                .collect();
            if let Some(said) = said {
                let shared = here
                    .iter()
                    .any(|area| without.contains(&area.as_str()) && said.beside.contains(area));
                let beside = said
                    .beside
                    .iter()
                    .filter(|area| shared && left.contains(area));
                for area in beside {
                    if !stays.contains(area) {
                        stays.push(area.clone());
                    }
                }
            }
            if stays.is_empty() {
                if said.is_some_and(|said| said.stays) {
                    return None;
                }
                take(&mut sheet, &answer);
            }
            put(&mut sheet, &name, stays);
            if let Some(to) = said.and_then(|said| said.to.as_ref()) {
                add(&mut sheet, to);
            }
        }
        Some(sheet)
    }

    fn verdicts(&self, sheet: &Sheet, today: &str, names: &Names) -> Option<Verdicts> {
        let sheet = self.apply(sheet, names)?;
        let until = names.iter().find_map(|name| name.strip_prefix("until "));
        let day = date(until.unwrap_or(today));
        let answers = crate::support::answers_of(&sheet);
        let on_path = answers.complete(protocol(), day).ok()?;
        let line = line_of(&crate::support::sheet_of(on_path.answers()), day);
        let told = output(&line);
        let areas = told["areas"].as_array().expect("areas").iter().map(|part| {
            let area = part["area"].as_str().expect("an id").to_owned();
            (area, place(&part["verdict"]))
        });
        Some((place(&told["verdict"]), areas.collect()))
    }

    /// Every smallest set, with `all` or the areas that it is for; `None` where there are too many to
    /// try.
    pub(super) fn ways(
        &self,
        sheet: &Sheet,
        today: &str,
        most: usize,
    ) -> Option<BTreeMap<Names, BTreeSet<String>>> {
        let (names, days) = self.candidates(sheet, today);
        if names.len() + days.len() > most {
            return None;
        }
        let mut tried: Vec<(Names, Option<Verdicts>)> = Vec::new();
        for set in subsets(&names, &days) {
            let verdicts = self.verdicts(sheet, today, &set);
            tried.push((set, verdicts));
        }
        let now = tried[0].1.clone().expect("complete answers");
        let mut found: BTreeMap<Names, BTreeSet<String>> = BTreeMap::new();
        let whose = now.1.keys().filter(|_| now.1.len() > 1).map(Some);
        for whose in std::iter::once(None).chain(whose) {
            let verdict = |verdicts: &Option<Verdicts>| {
                let (all, each) = verdicts.as_ref()?;
                match whose {
                    None => Some(*all),
                    Some(area) => each.get(area).copied(),
                }
            };
            let before = verdict(&tried[0].1).expect("a verdict");
            for (set, verdicts) in &tried {
                let leaves_out = set.iter().any(|name| name.starts_with("without "));
                let Some(reached) = verdict(verdicts).filter(|reached| *reached < before) else {
                    continue;
                };
                if whose.is_some() && (leaves_out || harms(&now, verdicts.as_ref())) {
                    continue;
                }
                let less = tried.iter().any(|(other, verdicts)| {
                    less(other, set) && verdict(verdicts).is_some_and(|other| other <= reached)
                });
                if !less {
                    let whose = whose.map_or("all", String::as_str);
                    found
                        .entry(set.clone())
                        .or_default()
                        .insert(whose.to_owned());
                }
            }
        }
        Some(found)
    }
}

fn harms(now: &Verdicts, then: Option<&Verdicts>) -> bool {
    then.is_some_and(|(_, each)| each.iter().any(|(area, verdict)| *verdict > now.1[area]))
}

/// Whether a set is less than another: a part of it, or the same until an earlier day.
fn less(one: &Names, other: &Names) -> bool {
    let split = |names: &Names| {
        let day = names
            .iter()
            .find(|name| name.starts_with("until "))
            .cloned();
        let rest: Names = names
            .iter()
            .filter(|name| !name.starts_with("until "))
            .cloned()
            .collect();
        (day, rest)
    };
    let ((day, rest), (other_day, other_rest)) = (split(one), split(other));
    one != other && rest.is_subset(&other_rest) && day <= other_day
}

/// The empty set first, then all others with at most one day.
fn subsets(names: &[String], days: &[String]) -> Vec<Names> {
    let mut sets = vec![Names::new()];
    for name in names {
        let with: Vec<_> = sets
            .iter()
            .filter(|set| set.len() < MOST)
            .map(|set| set.iter().cloned().chain([name.clone()]).collect())
            .collect();
        sets.extend(with);
    }
    let with_day: Vec<_> = sets
        .iter()
        .filter(|set| set.len() < MOST)
        .flat_map(|set| {
            days.iter()
                .map(|day| set.iter().cloned().chain([day.clone()]).collect())
        })
        .collect();
    sets.extend(with_day);
    sets
}

/// Days to come on which some wait or window counted from a day given ends.
fn days(sheet: &Sheet, today: &str) -> Vec<String> {
    use microneedling_quiz::protocol::{Span, Unit};
    let spans = [
        (2, Unit::Weeks),
        (4, Unit::Weeks),
        (6, Unit::Weeks),
        (6, Unit::Months),
        (12, Unit::Months),
    ];
    let today = date(today);
    let mut days = BTreeSet::new();
    if today < protocol().released {
        return Vec::new();
    }
    for (name, value) in sheet {
        let question = protocol().find(name).expect("a question");
        if protocol().question(question).kind != microneedling_quiz::protocol::Kind::Date {
            continue;
        }
        let text = value.as_str().expect("a date or a band");
        let given = match text.len() {
            10 if text.starts_with("20") => date(text),
            7 if text.starts_with("20") => {
                let (year, month) = text.split_once('-').expect("year and month");
                let (year, month) = (
                    year.parse().expect("a year"),
                    month.parse().expect("a month"),
                );
                microneedling_quiz::protocol::Date::last_of_month(year, month).expect("a month")
            }
            _ => continue,
        };
        for (count, unit) in spans {
            days.insert(given.plus(Span { count, unit }));
        }
    }
    days.into_iter()
        .filter(|day| *day > today)
        .map(|day| format!("until {day}"))
        .collect()
}

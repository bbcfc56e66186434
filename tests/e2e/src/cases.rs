//! People to take through the quiz: the cases of the native tests, as far as they say who comes on
//! which day.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;
use serde_json::{Value, json};
use xtask::project;

use crate::Outcome;

/// One person.
#[derive(Deserialize)]
pub struct Case {
    /// What the case is called.
    pub name: String,
    /// The day on which the person comes.
    pub today: String,
    base: String,
    answers: Sheet,
}

/// Question ids and answers.
type Sheet = BTreeMap<String, Value>;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

impl Case {
    /// The person as `assess` reads it.
    pub fn line(&self) -> String {
        json!({ "today": self.today, "answers": self.answers }).to_string()
    }
}

/// Every case of every file, in order of the days, its answers put together.
pub fn cases() -> Outcome<Vec<Case>> {
    let folder = project::root().join("tests/native/vignettes");
    let bases: BTreeMap<String, Sheet> =
        toml::from_str(&fs::read_to_string(folder.join("base.toml"))?)?;
    let mut all = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name != "base.toml") {
            let cases: Cases = toml::from_str(&fs::read_to_string(&path)?)?;
            all.extend(cases.case);
        }
    }
    for case in &mut all {
        let base = bases
            .get(&case.base)
            .ok_or_else(|| format!("There is no base “{}”", case.base))?;
        let mut sheet = base.clone();
        sheet.append(&mut case.answers);
        // An empty answer takes the base's back.
        sheet.retain(|_, answer| answer.as_str() != Some(""));
        case.answers = sheet;
    }
    all.sort_by(|one, other| (&one.today, &one.name).cmp(&(&other.today, &other.name)));
    Ok(all)
}

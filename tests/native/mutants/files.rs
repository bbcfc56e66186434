//! The clinician's files as tables, and places in them.

use std::collections::BTreeMap;

use microneedling_quiz::protocol::source::Files;
use toml::Value;

use crate::protocol::shipped_files;

/// What texts may not say.
const GUARD: &str = "words/en/guard.toml";

/// A step on the way to a value: a key, or a position in a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Key(String),
    At(usize),
}

/// A value under a key, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) file: String,
    /// The ids of the entries around it: rule, or question and option.
    pub(super) entry: String,
    /// The way to the table that holds it.
    pub(super) path: Vec<Step>,
    pub(super) key: String,
    pub(super) value: Value,
}

impl Site {
    pub(super) fn text(&self) -> &str {
        self.value.as_str().unwrap_or_default()
    }
}

/// A file as it would be with a change: its name and its text.
pub(super) type Edit = (String, String);

#[derive(Debug)]
pub(super) struct Sources {
    pub(super) files: Files,
    tables: BTreeMap<String, Value>,
}

impl Sources {
    pub(super) fn shipped() -> Sources {
        let files = shipped_files();
        let tables = files.iter().map(|(name, text)| {
            let table: toml::Table = toml::from_str(text).unwrap();
            (name.clone(), Value::Table(table))
        });
        Sources {
            tables: tables.collect(),
            files,
        }
    }

    pub(super) fn table(&self, file: &str) -> &Value {
        &self.tables[file]
    }

    /// The entries of a list of tables at the top of a file.
    pub(super) fn entries(&self, file: &str, list: &str) -> &[Value] {
        let entries = self.table(file).get(list).and_then(Value::as_array);
        entries.map_or(&[], Vec::as_slice)
    }

    /// The file with a change; `None` if the change changed nothing.
    pub(super) fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) -> Option<Edit> {
        let mut table = self.table(file).clone();
        change(&mut table);
        (table != self.tables[file]).then(|| (file.to_owned(), toml::to_string(&table).unwrap()))
    }

    /// The file with another value at a site, or with none.
    pub(super) fn put(&self, site: &Site, value: Option<Value>) -> Edit {
        let edit = self.edit(&site.file, |table| {
            let holder = at(table, &site.path).as_table_mut().unwrap();
            match value {
                Some(value) => holder.insert(site.key.clone(), value),
                None => holder.remove(&site.key),
            };
        });
        edit.unwrap_or_else(|| panic!("nothing changes at {site:?}"))
    }

    /// The list of sentences that are allowed although they look like promises or orders, without
    /// those of an entry's words: a sentence that stands nowhere is refused.
    pub(super) fn disallow(&self, words: &Value) -> Option<Edit> {
        let texts: Vec<_> = words
            .as_table()?
            .values()
            .filter_map(Value::as_str)
            .collect();
        self.edit(GUARD, |guard| {
            let stands = |sentence: &Value| {
                let sentence = sentence.as_str().unwrap();
                !texts.iter().any(|text| text.contains(sentence))
            };
            list(guard, "allow").retain(stands);
        })
    }

    /// The sources without those that only this entry cites: a source that nothing cites is refused.
    pub(super) fn uncite(&self, entry: &Value) -> Option<Edit> {
        let cites = |value: &Value| -> Vec<Value> { value.as_array().cloned().unwrap_or_default() };
        let cited: Vec<_> = self
            .tables
            .keys()
            .flat_map(|file| self.sites(file, "sources"))
            .flat_map(|site| cites(&site.value))
            .collect();
        let own = entry.get("sources").map(cites).unwrap_or_default();
        let once = |id: &Value| cited.iter().filter(|cited| *cited == id).count() == 1;
        let alone: Vec<_> = own.into_iter().filter(once).collect();
        self.edit("sources.toml", |table| {
            list(table, "source").retain(|source| !alone.contains(&source["id"]));
        })
    }

    /// Every place in a file where this key stands.
    pub(super) fn sites(&self, file: &str, key: &str) -> Vec<Site> {
        let mut found = Vec::new();
        let mut walk = Walk {
            file,
            key,
            path: Vec::new(),
            ids: Vec::new(),
            found: &mut found,
        };
        walk.value(self.table(file));
        found
    }
}

/// The value at the end of a path.
pub(super) fn at<'a>(value: &'a mut Value, path: &[Step]) -> &'a mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::At(index) => &mut value[*index],
    })
}

/// The list under this key.
pub(super) fn list<'a>(value: &'a mut Value, key: &str) -> &'a mut Vec<Value> {
    value[key].as_array_mut().unwrap()
}

struct Walk<'a> {
    file: &'a str,
    key: &'a str,
    path: Vec<Step>,
    ids: Vec<String>,
    found: &'a mut Vec<Site>,
}

impl Walk<'_> {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Table(table) => self.table(table),
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.path.push(Step::At(index));
                    self.value(value);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, table: &toml::Table) {
        let id = table.get("id").and_then(Value::as_str);
        self.ids.extend(id.map(str::to_owned));
        for (key, value) in table {
            if key == self.key {
                self.found.push(Site {
                    file: self.file.to_owned(),
                    entry: self.ids.join(" / "),
                    path: self.path.clone(),
                    key: key.clone(),
                    value: value.clone(),
                });
            }
            self.path.push(Step::Key(key.clone()));
            self.value(value);
            self.path.pop();
        }
        if id.is_some() {
            self.ids.pop();
        }
    }
}

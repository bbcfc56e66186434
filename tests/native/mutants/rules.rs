//! Changed rules: each left out, its class one step stricter or milder, its parts left out.

use toml::Value;

use super::files::{Edit, Site, Sources, at, list};
use super::{Class, Mutant};

const RULES: &str = "rules.toml";
const WORDS: &str = "words/en/rules.toml";
const CLASSES: [&str; 4] = ["note", "review", "defer", "exclude"];

pub(super) fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut all = deleted(sources);
    all.extend(effects(sources));
    all.extend(becoming(sources));
    all.extend(unsure(sources));
    all.extend(left_out(sources));
    all.extend(scopes(sources));
    all
}

fn text<'a>(entry: &'a Value, key: &str) -> Option<&'a str> {
    entry.get(key)?.as_str()
}

fn rule(sources: &Sources, index: usize) -> &Value {
    &sources.entries(RULES, "rule")[index]
}

/// Each rule's id, by its position.
fn ids(sources: &Sources) -> Vec<&str> {
    let rules = sources.entries(RULES, "rule").iter();
    rules.map(|rule| text(rule, "id").unwrap()).collect()
}

/// The rule without its words, and without the hand-overs to it.
fn deleted(sources: &Sources) -> Vec<Mutant> {
    let mutant = |(index, id): (usize, &&str)| {
        let rules = sources.edit(RULES, |table| {
            let rules = list(table, "rule");
            rules.remove(index);
            for other in rules {
                if text(other, "then") == Some(*id) {
                    other.as_table_mut().unwrap().remove("then");
                }
            }
        });
        let words = sources.edit(WORDS, |table| {
            table.as_table_mut().unwrap().remove(*id);
        });
        let allowed = sources.disallow(&sources.table(WORDS)[*id]);
        let sources = sources.uncite(rule(sources, index));
        let edits = [rules, words, allowed, sources];
        Mutant::new(Class::Deleted, id, "left out", edits)
    };
    ids(sources).iter().enumerate().map(mutant).collect()
}

fn steps(class: &str) -> impl Iterator<Item = &'static str> + use<> {
    let at = CLASSES.iter().position(|known| *known == class).unwrap();
    let milder = at.checked_sub(1).map(|at| CLASSES[at]);
    milder.into_iter().chain(CLASSES.get(at + 1).copied())
}

fn strictness(class: &str) -> usize {
    CLASSES.iter().position(|known| *known == class).unwrap()
}

fn effects(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (index, id) in ids(sources).iter().enumerate() {
        let rule = rule(sources, index);
        for class in steps(text(rule, "effect").unwrap()) {
            let softer = text(rule, "unsure")
                .is_some_and(|unsure| class != "note" && strictness(unsure) > strictness(class));
            let rules = sources.edit(RULES, |table| {
                let rule = list(table, "rule")[index].as_table_mut().unwrap();
                rule.insert("effect".to_owned(), class.into());
                // What is unsure cannot be stricter than what is certain.
                if softer {
                    rule.insert("unsure".to_owned(), class.into());
                }
            });
            let words = waiting_words(sources, id, class, rule);
            let change = format!("effect {class}");
            all.push(Mutant::new(Class::Effect, id, &change, [rules, words]));
        }
    }
    all
}

/// A rule that waits for an event has to say for which.
fn waiting_words(sources: &Sources, id: &str, class: &str, rule: &Value) -> Option<Edit> {
    let dated = rule.get("from").is_some();
    let said = sources.table(WORDS)[id].get("until").is_some();
    if class != "defer" || dated || said {
        return None;
    }
    sources.edit(WORDS, |table| {
        let words = table[id].as_table_mut().unwrap();
        words.insert("until".to_owned(), "it is over".into());
    })
}

/// What a rule becomes, one step stricter or milder.
fn becoming(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for site in sources.sites(RULES, "becomes") {
        let rule = at_of(sources, &site);
        let effect = text(&site.value, "effect").or(text(rule, "effect"));
        for class in steps(effect.unwrap()) {
            let edit = sources.edit(RULES, |table| {
                let becomes = &mut at(table, &site.path)["becomes"];
                let becomes = becomes.as_table_mut().unwrap();
                becomes.insert("effect".to_owned(), class.into());
            });
            let change = format!("becomes {class}");
            all.push(Mutant::new(Class::Effect, &site.entry, &change, [edit]));
        }
    }
    all
}

fn at_of<'a>(sources: &'a Sources, site: &Site) -> &'a Value {
    let rules = sources.entries(RULES, "rule").iter();
    rules
        .clone()
        .find(|rule| text(rule, "id") == Some(&site.entry))
        .unwrap()
}

/// What a rule does where its condition is unknown: review unless it says otherwise, and nothing
/// for a note.
fn unsure(sources: &Sources) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (index, id) in ids(sources).iter().enumerate() {
        let rule = rule(sources, index);
        let effect = text(rule, "effect").unwrap();
        let implied = (effect != "note").then_some("review");
        let unsure = text(rule, "unsure").or(implied).unwrap_or("note");
        let possible = |class: &&str| {
            *class != "note" && (effect == "note" || strictness(class) <= strictness(effect))
        };
        for class in steps(unsure).filter(possible) {
            let edit = sources.edit(RULES, |table| {
                let rule = list(table, "rule")[index].as_table_mut().unwrap();
                rule.insert("unsure".to_owned(), class.into());
            });
            all.push(Mutant::new(
                Class::Unsure,
                id,
                &format!("unsure {class}"),
                [edit],
            ));
        }
    }
    all
}

fn left_out(sources: &Sources) -> Vec<Mutant> {
    let keys = [
        "wait", "from", "then", "team", "alert", "medicine", "becomes", "unsure",
    ];
    let sites = keys.iter().flat_map(|key| sources.sites(RULES, key));
    sites
        .map(|site| {
            let change = format!("`{}` left out", site.key);
            let mut edits = vec![Some(sources.put(&site, None))];
            if site.key == "from" {
                let rule = at_of(sources, &site);
                edits.push(waiting_words(
                    sources,
                    &site.entry,
                    "defer",
                    &without_from(rule),
                ));
            }
            Mutant::new(Class::LeftOut, &site.entry, &change, edits)
        })
        .collect()
}

fn without_from(rule: &Value) -> Value {
    let mut rule = rule.clone();
    rule.as_table_mut().unwrap().remove("from");
    rule
}

/// Each scope the other way round: a person's rule speaks of areas as such, so only rules about
/// places can tell the difference.
fn scopes(sources: &Sources) -> Vec<Mutant> {
    let sites = sources.sites(RULES, "scope").into_iter();
    sites
        .map(|site| {
            let other = if site.text() == "area" {
                "person"
            } else {
                "area"
            };
            let edit = sources.put(&site, Some(other.into()));
            Mutant::new(
                Class::Scope,
                &site.entry,
                &format!("scope {other}"),
                [Some(edit)],
            )
        })
        .collect()
}

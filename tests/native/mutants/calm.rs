//! The compiler also searches for answers under which each rule is the strictest. That search takes
//! a second, decides nothing about what a protocol does, and has tests of its own. So rules that a
//! change leaves alone are compiled as notes, for which nothing is searched, and get their class
//! back afterwards. (Rules with a date or a hand-over keep theirs: other checks look at those.)

use microneedling_quiz::protocol::source::{Compiled, Files, compile};
use microneedling_quiz::protocol::{Becomes, Rule};
use toml::Value;

use super::Mutant;
use super::files::{Sources, list};
use crate::protocol::compiled as shipped;

const RULES: &str = "rules.toml";

/// The shipped files, and the shipped rules to take the classes from.
pub(super) struct Workshop {
    files: Files,
    rules: &'static [Rule],
}

impl Workshop {
    pub(super) fn new(sources: &Sources) -> Workshop {
        Workshop {
            files: sources.files.clone(),
            rules: shipped().protocol.rules,
        }
    }

    /// The protocol with a change, unless the compiler refuses it.
    pub(super) fn build(&self, mutant: &Mutant) -> Option<Compiled> {
        let mut files = self.files.clone();
        files.extend(mutant.files.iter().cloned());
        let rules = calm(&files[RULES], &mutant.entry);
        files.insert(RULES.to_owned(), rules);
        let mut compiled = compile(&files).ok()?;
        let rules = compiled.protocol.rules.iter();
        let rules: Vec<_> = rules.map(|rule| self.restored(rule, mutant)).collect();
        compiled.protocol.rules = rules.leak();
        Some(compiled)
    }

    fn restored(&self, rule: &Rule, mutant: &Mutant) -> Rule {
        let shipped = self.rules.iter().find(|shipped| shipped.id == rule.id);
        let tied = rule.wait.is_some() || rule.then.is_some();
        let Some(shipped) = shipped.filter(|_| !tied && rule.id != mutant.entry) else {
            return *rule;
        };
        let effect = |becomes: Becomes| Becomes {
            effect: shipped
                .becomes
                .map_or(becomes.effect, |becomes| becomes.effect),
            ..becomes
        };
        Rule {
            effect: shipped.effect,
            wait: shipped.wait,
            unsure: shipped.unsure,
            becomes: rule.becomes.map(effect),
            ..*rule
        }
    }
}

/// The rules as notes, but for the changed one and those with a date or a hand-over.
fn calm(rules: &str, changed: &str) -> String {
    let mut table = Value::Table(toml::from_str(rules).unwrap());
    for rule in list(&mut table, "rule") {
        let tied = rule.get("from").is_some() || rule.get("then").is_some();
        let stays = tied || rule["id"].as_str() == Some(changed);
        if !stays {
            let rule = rule.as_table_mut().unwrap();
            rule.insert("effect".to_owned(), "note".into());
            rule.remove("unsure");
        }
    }
    toml::to_string(&table).unwrap()
}

/// Changing nothing gives the shipped protocol.
#[test]
fn the_classes_come_back() {
    let sources = Sources::shipped();
    let nothing = Mutant::new(super::Class::Words, "", "nothing", []);
    let built = Workshop::new(&sources).build(&nothing).unwrap();
    assert_eq!(built.protocol, shipped().protocol);
}

//! Every small change to the clinician's files makes an expectation fail that was written by hand
//! from the dossiers: a vignette, or a row of a table. Snapshots and hashes do not count.

mod calm;
mod conditions;
mod explained;
mod expression;
mod files;
mod goals;
mod options;
mod rules;
mod run;
mod spans;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use microneedling_quiz::protocol::{Condition, Effect, Protocol};

use self::calm::Workshop;
use self::explained::Witnesses;
use self::files::{Edit, Sources};
use self::run::{Fate, Judges};
use crate::protocol::compiled;

/// Kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A rule left out.
    Deleted,
    /// A class one step stricter or milder.
    Effect,
    /// The same for what "not sure" does.
    Unsure,
    /// A wait, a bound, an age or a band one step away.
    Wait,
    /// Something that a rule or a question says left out.
    LeftOut,
    /// A rule about the person about each area, and the other way round.
    Scope,
    /// A part of a condition left out or turned round.
    Condition,
    /// Two options exchanged.
    Options,
    /// A goal, its fit, grade or numbers, and what changes spacing and certainty.
    Goals,
    /// Two texts exchanged.
    Words,
}

/// The files with one change.
#[derive(Clone, Debug)]
struct Mutant {
    class: Class,
    /// The rule, question or goal that is changed.
    entry: String,
    change: String,
    files: Vec<Edit>,
}

impl Mutant {
    fn new(
        class: Class,
        entry: &str,
        change: &str,
        edits: impl IntoIterator<Item = Option<Edit>>,
    ) -> Mutant {
        Mutant {
            class,
            entry: entry.to_owned(),
            change: change.to_owned(),
            files: edits.into_iter().flatten().collect(),
        }
    }
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.entry, self.change)
    }
}

fn all(sources: &Sources) -> Vec<Mutant> {
    let mut all = rules::mutants(sources);
    all.extend(spans::mutants(sources));
    all.extend(conditions::mutants(sources));
    all.extend(options::mutants(sources));
    all.extend(goals::mutants(sources));
    all.extend(words::mutants(sources));
    all
}

#[test]
fn every_change_is_caught() {
    let sources = Sources::shipped();
    let mutants = all(&sources);
    let workshop = Workshop::new(&sources);
    let fates = run::all(&workshop, &mutants, &Judges::read());
    let reasons = explained::reasons();
    let witnesses = Witnesses::of(&compiled().protocol);

    let mut totals: BTreeMap<Class, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut unused: BTreeSet<_> = reasons.keys().cloned().collect();
    for (mutant, fate) in mutants.iter().zip(fates) {
        let name = mutant.to_string();
        let explained = fate == Fate::Survived && reasons.contains_key(&name);
        let told = if explained { "explained" } else { fate.told() };
        *totals
            .entry(mutant.class)
            .or_default()
            .entry(told)
            .or_default() += 1;
        // A rule or a class that matters has to show in somebody's result.
        let matters = matches!(mutant.class, Class::Deleted | Class::Effect);
        if matters && fate == Fate::Table {
            wrong.push(format!("no vignette tells it: {name}"));
        }
        if explained {
            unused.remove(&name);
            let changed = workshop.build(mutant).unwrap();
            let other = witnesses.against(&changed.protocol);
            wrong
                .extend(other.map(|line| format!("explained, but not the same: {name}\n  {line}")));
        } else if fate == Fate::Survived {
            wrong.push(format!("survived: {name}"));
        }
    }
    wrong.extend(
        unused
            .iter()
            .map(|name| format!("explained, but it did not survive: {name}")),
    );

    println!("{} changes", mutants.len());
    for (class, fates) in &totals {
        println!("  {class:?}: {fates:?}");
    }
    assert!(
        wrong.is_empty(),
        "{} changes:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The protocol without a rule: it never fires.
fn without(protocol: &Protocol, at: usize) -> Protocol {
    let mut rules = protocol.rules.to_vec();
    rules[at].when = Condition::Any(&[]);
    Protocol {
        rules: rules.leak(),
        ..*protocol
    }
}

/// Each rule left out changes the findings of some case that names it, and each rule that is more
/// than a note changes the headline of some case.
#[test]
fn every_item_changes_findings_and_decides_a_headline() {
    let judges = Judges::read();
    let shipped = compiled().protocol;
    assert_eq!(shipped.rules.len(), 92);
    let mut wrong = Vec::new();
    for (at, rule) in shipped.rules.iter().enumerate() {
        let changed = without(&shipped, at);
        let (mut finds, mut decides) = (false, rule.effect == Effect::Note);
        for case in judges.in_order(rule.id) {
            let mut named = case.case.findings.iter();
            if !named.any(|found| found.split(':').next() == Some(rule.id)) {
                continue;
            }
            let (told, expected) = (case.told(&changed), case.expected());
            finds |= told["findings"] != expected["findings"];
            decides |= told["verdict"] != expected["verdict"];
            if finds && decides {
                break;
            }
        }
        if !finds || !decides {
            let what = if finds {
                "decides no headline"
            } else {
                "changes no findings"
            };
            wrong.push(format!("{} {what}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Whether a protocol that could be read makes sense as a whole.

mod changes;
mod search;
mod sense;
mod structure;
mod wording;

use crate::protocol::{Care, Condition, Evidence, Protocol, Scope};

use super::{Notes, problem::Problems};

pub(super) use self::wording::{Guarded, Text, wording};

/// A condition, and where it is written.
pub(super) struct Site<'a> {
    file: &'static str,
    entry: String,
    condition: &'a Condition,
    scope: Scope,
}

/// Everything that is wrong with the protocol as a whole. What has no sound structure is not looked
/// at any further.
pub(super) fn check(
    protocol: &Protocol,
    evidence: &Evidence,
    notes: &Notes,
    problems: &mut Problems,
) {
    let sites = sites(protocol, evidence.care, notes);
    structure::check(protocol, &sites, problems);
    if problems.0.is_empty() {
        changes::check(protocol, evidence, problems);
        sense::check(protocol, &sites, problems);
    }
}

/// Every condition of the protocol.
fn sites<'a>(protocol: &'a Protocol, care: &'a [Care], notes: &Notes) -> Vec<Site<'a>> {
    let mut sites = Vec::new();
    let mut add = |file, entry: String, condition, scope| {
        sites.push(Site {
            file,
            entry,
            condition,
            scope,
        });
    };
    let (person, area) = (Scope::Person, Scope::Area);
    add(
        "protocol.toml",
        "`out-of-scope`".to_owned(),
        &protocol.out_of_scope,
        person,
    );
    for question in protocol.questions {
        let entry = format!("question `{}`", question.id);
        add("questions.toml", entry, &question.asked, person);
    }
    for part in protocol.areas {
        add(
            "areas.toml",
            format!("area `{}`", part.id),
            &part.when,
            person,
        );
    }
    for goal in protocol.goals {
        let entry = format!("goal `{}`", goal.id);
        add("courses.toml", entry.clone(), &goal.when, area);
        for course in goal.courses {
            add("courses.toml", entry.clone(), &course.when, area);
        }
    }
    let slower = notes.slower.iter().zip(protocol.slower);
    let less_certain = notes.less_certain.iter().zip(protocol.less_certain);
    for ((id, _), when) in slower.chain(less_certain) {
        add("courses.toml", format!("modifier `{id}`"), when, area);
    }
    for rule in protocol.rules {
        let entry = format!("rule `{}`", rule.id);
        add("rules.toml", entry.clone(), &rule.when, rule.scope);
        if let Some(becomes) = &rule.becomes {
            add("rules.toml", entry, &becomes.when, rule.scope);
        }
    }
    for step in care {
        add(
            "care.toml",
            format!("care `{}`", step.id),
            &step.when,
            person,
        );
    }
    sites
}

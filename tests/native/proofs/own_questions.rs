//! The diagrams mean the same as `assess` for every combination of answers to the questions that a
//! rule speaks of; everything else is answered as mildly as it can be. Areas are the face, the
//! eyelids and the neck, so that every kind of place occurs.

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::SHIPPED;
use super::agreement::same;
use super::diagram::layout::{Meaning, area_questions};
use crate::support::{Person, today};

/// Calls `visit` with the mildest answer set for each way to set these variables.
fn each(valid: &Bdd, variables: &[BddVariable], visit: &mut dyn FnMut(&Bdd)) {
    if valid.is_false() {
        return;
    }
    let Some((first, rest)) = variables.split_first() else {
        return visit(valid);
    };
    for value in [false, true] {
        each(&valid.var_select(*first, value), rest, visit);
    }
}

/// Answer sets whose areas are among a few.
fn few_areas() -> Bdd {
    let all = &*SHIPPED;
    let areas = area_questions(all.protocol);
    let mut valid = all.valid.clone();
    for (variable, meaning) in all.reader.layout.iter() {
        if let Meaning::Option(id, option) = meaning
            && areas.contains(&id)
            && !["face", "eyelids", "neck"].contains(&all.protocol.option(id, option).id)
        {
            valid = valid.var_select(variable, false);
        }
    }
    valid
}

#[test]
fn every_combination_within_each_rules_own_questions() {
    let all = &*SHIPPED;
    let valid = few_areas();
    let mut seen = 0;
    for rule in &all.rules {
        // Every answer that what it says hangs on.
        let support = rule.outcomes().flat_map(|(_, _, says)| says.support_set());
        let mut variables: Vec<_> = support.collect();
        variables.sort();
        variables.dedup();
        let before = seen;
        each(&valid, &variables, &mut |answers| {
            let somebody = answers.first_valuation().expect("not empty");
            let Some(answers) = all.answers(&somebody, today()) else {
                return;
            };
            let person = Person {
                today: today(),
                answers,
            };
            assert!(same(&person), "they differ on {}", person.line());
            seen += 1;
        });
        assert!(seen > before, "{} has no answer set", all.name(rule.id));
    }
    println!("{seen} combinations");
    assert!(seen > 2_000, "{seen}");
}

//! Nothing is there in vain: every question is asked of somebody, every rule decides for somebody,
//! and every question changes something. Invariant 21.

use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::Effect;

use super::SHIPPED;
use super::diagram::known::any;

#[test]
fn every_question_is_asked_of_somebody() {
    let all = &*SHIPPED;
    for id in all.protocol.question_ids() {
        let asked = &all.reader.asked[id.index()].yes;
        assert!(all.possible(asked), "{}", all.protocol.question(id).id);
    }
}

/// The rule has its class, the class is the verdict, and no other rule of that class fires.
#[test]
fn every_rule_decides_alone_for_somebody() {
    let all = &*SHIPPED;
    let set = &all.reader.layout.set;
    let mut shared = Vec::new();
    for rule in &all.rules {
        let effect = all.protocol.rule(rule.id).effect;
        let verdict = match effect {
            Effect::Note => {
                assert!(all.possible(&rule.fires()), "{}", all.name(rule.id));
                continue;
            }
            Effect::Review => Verdict::Review,
            Effect::Defer => Verdict::Defer,
            Effect::Exclude => Verdict::Exclude,
        };
        let headline = rule.certain(effect).and(all.verdicts.is(verdict));
        assert!(
            all.possible(&headline),
            "{} never decides",
            all.name(rule.id)
        );
        let others = all.rules.iter().filter(|other| other.id != rule.id);
        let others = any(set, others.map(|other| other.with(effect)));
        if !all.possible(&headline.and_not(&others)) {
            shared.push(all.name(rule.id));
        }
    }
    // Never alone, and why: see `SHARED`.
    assert_eq!(shared, SHARED);
}

/// Rules that never decide alone among those of their class.
const SHARED: [&str; 0] = [];

/// Some verdict, rule, goal or course hangs on each question.
#[test]
fn every_question_changes_something() {
    let all = &*SHIPPED;
    let mut outcomes: Vec<_> = Vec::new();
    for rule in &all.rules {
        outcomes.extend(rule.outcomes().map(|(_, _, fires)| fires.clone()));
    }
    outcomes.extend(all.verdicts.goals.iter().cloned());
    outcomes.push(all.verdicts.out_of_scope.clone());
    outcomes.extend(all.plan.diagrams());
    let mut moved = std::collections::BTreeSet::new();
    for outcome in &outcomes {
        moved.extend(outcome.support_set());
    }
    for id in all.protocol.question_ids() {
        let variables = all.reader.layout.of(id);
        assert!(
            variables.iter().any(|variable| moved.contains(variable)),
            "{} changes nothing",
            all.protocol.question(id).id
        );
    }
}

/// The size of what was covered: every complete answer set with one or two areas, where ages and
/// days count by the interval between two boundaries.
#[test]
fn the_size_of_the_answer_space() {
    let all = &*SHIPPED;
    let once = all
        .valid
        .and_not(&all.reader.layout.var(all.reader.layout.second));
    let size = once.exact_cardinality().to_string();
    println!(
        "{size} answer sets, {} variables, {} nodes",
        all.reader.layout.set.num_vars(),
        all.valid.size()
    );
    assert!(size.len() > 20, "{size}");
}

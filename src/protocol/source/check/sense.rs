//! What nobody's answers can bring about: found by searching for answers that would.

use super::Site;
use super::search::{Search, Statement};
use crate::protocol::source::problem::Problems;
use crate::protocol::{Condition, Effect, Protocol, QuestionId, Rule};

pub(super) fn check(protocol: &Protocol, sites: &[Site<'_>], problems: &mut Problems) {
    let mut search = Search::new(protocol, sites);
    for site in sites {
        if !search.possible(&[Statement::Holds(site.condition, site.scope)]) {
            let message = match site.file {
                "questions.toml" => "No answers lead to it: its condition can never hold.",
                "rules.toml" => "It can never fire: its condition can never hold.",
                _ => "Its condition can never hold.",
            };
            problems.add(
                site.file,
                &*site.entry,
                message,
                "Look for parts that contradict each other.",
            );
        }
    }
    if !problems.0.is_empty() {
        return;
    }
    for rule in protocol.rules {
        this_rule(protocol, rule, &mut search, problems);
    }
}

fn this_rule(protocol: &Protocol, rule: &Rule, search: &mut Search<'_>, problems: &mut Problems) {
    let mut tell = |message: String, help: &str| {
        problems.add("rules.toml", format!("rule `{}`", rule.id), message, help);
    };
    if !search.possible(&[Statement::fires(rule)]) {
        tell(
            "It can never fire: its condition holds only when its wait is over.".to_owned(),
            "Look for parts that contradict each other.",
        );
        return;
    }
    if let Some(becomes) = &rule.becomes {
        let both = [
            Statement::Holds(&becomes.when, rule.scope),
            Statement::fires(rule),
        ];
        if !search.possible(&both) {
            tell(
                "Its class can never change: `becomes` never holds when the rule fires.".to_owned(),
                "Look for parts that contradict each other.",
            );
        }
    }
    if rule.effect > Effect::Note && !decides(protocol, rule, search) {
        tell(
            "It can never decide: whenever it fires, a stricter rule fires, too.".to_owned(),
            "Leave it out, or narrow the stricter rule.",
        );
    }
    if let Some(then) = rule.then.map(|then| protocol.rule(then)) {
        let over = Statement::Not(Box::new(Statement::fires(rule)));
        if !search.possible(&[Statement::fires(then), over]) {
            tell(
                format!(
                    "Its hand-over leads nowhere: `{}` never fires without it.",
                    then.id
                ),
                "Name the rule that holds once the wait has ended.",
            );
        }
    }
}

/// Whether the rule can be the strictest that fires.
fn decides(protocol: &Protocol, rule: &Rule, search: &mut Search<'_>) -> bool {
    let mut own = Vec::new();
    questions(&rule.when, &mut own);
    let stricter = match rule.effect {
        Effect::Note => Effect::Review,
        Effect::Review => Effect::Defer,
        Effect::Defer | Effect::Exclude => Effect::Exclude,
    };
    if rule.effect == Effect::Exclude {
        return true;
    }
    // What is asked about the same things contradicts first, so it is looked at first.
    let mut others: Vec<_> = protocol
        .rules
        .iter()
        .filter(|other| other.id != rule.id)
        .collect();
    others.sort_by_key(|other| {
        let mut asked = Vec::new();
        questions(&other.when, &mut asked);
        !asked.iter().any(|question| own.contains(question))
    });
    let mut statements = vec![Statement::fires(rule)];
    if let Some(becomes) = &rule.becomes {
        let changed = Statement::Holds(&becomes.when, rule.scope);
        statements.push(Statement::Not(Box::new(changed)));
    }
    statements.extend(
        others
            .into_iter()
            .map(|other| Statement::Not(Box::new(Statement::at_least(other, stricter)))),
    );
    search.possible(&statements)
}

fn questions(condition: &Condition, found: &mut Vec<QuestionId>) {
    condition.each(&mut |part| {
        if let Condition::Chosen(question, _)
        | Condition::Here(question, ..)
        | Condition::Between(question, ..)
        | Condition::Since(question, ..) = *part
        {
            found.push(question);
        }
    });
}

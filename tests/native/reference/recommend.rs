//! From the files and a person's answers to the JSON that `assess` prints.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::expression::{Expr, parse};
use super::facts::{Facts, Question};
use super::judge::{Finding, Rule};
use super::merge::merged;
use super::plan::{CERTAINTIES, Goal, Plan, plan};
use crate::support::{Sheet, file};

/// Verdicts, from mild to strict.
const VERDICTS: [&str; 6] = [
    "suitable",
    "review",
    "defer",
    "not-indicated",
    "exclude",
    "out-of-scope",
];

/// The clinician's files, as read here.
#[derive(Debug)]
pub(super) struct Reference {
    released: Date,
    review_by: Date,
    out_of_scope: Expr,
    questions: BTreeMap<String, Question>,
    areas: Vec<(String, Expr)>,
    rules: Vec<Rule>,
    goals: Vec<Goal>,
    pub(super) slower: Vec<Expr>,
    pub(super) less_certain: Vec<Expr>,
}

fn read(name: &str) -> toml::Value {
    toml::Value::Table(
        file(&format!("protocol/{name}"))
            .parse()
            .expect("a file in TOML"),
    )
}

fn entries(file: &toml::Value, key: &str) -> Vec<toml::Value> {
    file.get(key)
        .and_then(toml::Value::as_array)
        .cloned()
        .unwrap_or_default()
}

fn text(entry: &toml::Value, key: &str) -> String {
    entry[key].as_str().expect("text").to_owned()
}

fn conditions(file: &toml::Value, key: &str) -> Vec<Expr> {
    entries(file, key)
        .iter()
        .map(|entry| parse(&text(entry, "when")))
        .collect()
}

impl Reference {
    pub(super) fn new() -> Reference {
        let (head, courses) = (read("protocol.toml"), read("courses.toml"));
        let screens = entries(&read("questions.toml"), "screen");
        let questions = screens
            .iter()
            .flat_map(|screen| entries(screen, "question"));
        let areas = entries(&read("areas.toml"), "area");
        Reference {
            released: text(&head, "released").parse().expect("a day"),
            review_by: text(&head, "review-by").parse().expect("a day"),
            out_of_scope: parse(&text(&head, "out-of-scope")),
            questions: questions
                .map(|entry| (text(&entry, "id"), Question::new(&entry)))
                .collect(),
            areas: areas
                .iter()
                .map(|area| (text(area, "id"), parse(&text(area, "when"))))
                .collect(),
            rules: entries(&read("rules.toml"), "rule")
                .iter()
                .map(Rule::new)
                .collect(),
            goals: entries(&courses, "goal").iter().map(Goal::new).collect(),
            slower: conditions(&courses, "slower"),
            less_certain: conditions(&courses, "less-certain"),
        }
    }

    pub(super) fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(id)
    }

    pub(super) fn goal(&self, id: &str) -> &Goal {
        self.goals
            .iter()
            .find(|goal| goal.id == id)
            .expect("a goal")
    }

    /// The goals of an area. A poor one takes another's place only when that is certain.
    pub(super) fn goals_of(&self, facts: &Facts<'_>, area: &str) -> Vec<&Goal> {
        let applies = |goal: &&Goal| match facts.known(&goal.when, Some(area)) {
            Some(known) => known,
            None => goal.fit != "poor",
        };
        self.goals.iter().filter(applies).collect()
    }

    pub(super) fn assess(&self, sheet: &Sheet, today: &str) -> Value {
        let clock: Date = today.parse().expect("a day");
        let mut facts = Facts {
            reference: self,
            sheet,
            today: clock.max(self.released),
            areas: Vec::new(),
        };
        let chosen = self
            .areas
            .iter()
            .filter(|(_, when)| facts.known(when, None) == Some(true));
        facts.areas = chosen.map(|(id, _)| id.as_str()).collect();
        let areas: Vec<_> = facts
            .areas
            .iter()
            .map(|area| self.of_area(&facts, area, clock))
            .collect();

        let strictest = areas
            .iter()
            .map(|area| area.verdict)
            .max_by_key(|verdict| rank(verdict))
            .unwrap_or("review");
        let planned = areas
            .iter()
            .filter(|area| area.plan.is_some())
            .map(|area| area.id);
        let whole = plan(&facts, &planned.collect::<Vec<_>>());
        let deferred = areas
            .iter()
            .filter(|area| area.verdict == "defer")
            .map(|area| area.earliest);
        let earliest = if strictest == "defer" {
            latest(deferred)
        } else {
            None
        };
        json!({
            "verdict": strictest,
            "areas": areas.iter().map(Part::told).collect::<Vec<_>>(),
            "findings": merged(&areas),
            "earliest": earliest.map(|day| day.to_string()),
            "sessions": whole.map(sessions),
            "certainty": whole.map(|whole| CERTAINTIES[whole.certainty]),
        })
    }

    fn of_area<'a>(&self, facts: &Facts<'_>, area: &'a str, clock: Date) -> Part<'a> {
        let dates = clock >= self.released;
        let outside = facts.known(&self.out_of_scope, None) == Some(true);
        let mut findings: Vec<_> = self
            .rules
            .iter()
            .filter_map(|rule| rule.judge(facts, area, dates))
            .collect();
        let goals = self.goals_of(facts, area);
        for goal in &goals {
            match goal.fit.as_str() {
                "poor" => findings.push(Finding::plain(&goal.id, "note")),
                "ask" => findings.push(Finding::plain(&goal.id, "review")),
                _ => {}
            }
        }
        let has = |findings: &[Finding], effect: &str| {
            findings.iter().any(|finding| finding.effect == effect)
        };
        let poor = goals.iter().all(|goal| goal.fit == "poor");
        let against = ["exclude", "defer", "review"]
            .iter()
            .any(|effect| has(&findings, effect));
        if clock > self.review_by && !poor && !outside && !against {
            findings.push(Finding::plain("protocol-review-date", "review"));
        }
        let verdict = if outside {
            "out-of-scope"
        } else if has(&findings, "exclude") {
            "exclude"
        } else if poor {
            "not-indicated"
        } else if has(&findings, "defer") {
            "defer"
        } else if has(&findings, "review") {
            "review"
        } else {
            "suitable"
        };
        let may_be_planned = rank(verdict) <= rank("defer");
        let waits = findings
            .iter()
            .filter(|finding| finding.effect == "defer")
            .map(|finding| finding.earliest);
        let earliest = if verdict == "defer" {
            latest(waits)
        } else {
            None
        };
        let plan = if may_be_planned {
            plan(facts, &[area])
        } else {
            None
        };
        Part {
            id: area,
            verdict,
            earliest,
            plan,
            findings,
        }
    }
}

fn rank(verdict: &str) -> usize {
    VERDICTS
        .iter()
        .position(|known| *known == verdict)
        .expect("a verdict")
}

/// One area, with everything said of it.
pub(super) struct Part<'a> {
    pub(super) id: &'a str,
    verdict: &'static str,
    earliest: Option<Date>,
    plan: Option<Plan>,
    pub(super) findings: Vec<Finding>,
}

impl Part<'_> {
    fn told(&self) -> Value {
        json!({
            "area": self.id,
            "verdict": self.verdict,
            "earliest": self.earliest.map(|day| day.to_string()),
            "sessions": self.plan.map(sessions),
        })
    }
}

fn sessions(plan: Plan) -> Value {
    let [low, most, high] = plan.numbers;
    json!({ "low": low, "most": most, "high": high, "interval_weeks": plan.interval })
}

/// The latest day, if every one is known.
fn latest(days: impl Iterator<Item = Option<Date>>) -> Option<Date> {
    let days: Option<Vec<_>> = days.collect();
    days?.into_iter().max()
}

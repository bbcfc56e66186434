//! Cases written by hand, each with its reason. They speak only the public JSON of `assess`, so the
//! same files could drive another implementation.

use std::collections::{BTreeMap, BTreeSet};

use microneedling_quiz::assess::assess;
use microneedling_quiz::jsonl;
use microneedling_quiz::protocol::{Effect, Protocol};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{
    Sheet, Visitor, answers_of, complete, date, file, files_in, line_of, protocol,
};

/// One case. A key that is not one of these is a mistake.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) cites: String,
    pub(crate) today: String,
    base: String,
    answers: BTreeMap<String, toml::Value>,
    pub(crate) verdict: String,
    /// `rule:effect`, in alphabetical order.
    pub(crate) findings: Vec<String>,
    earliest: Option<String>,
    sessions: Option<Sessions>,
    certainty: Option<String>,
    areas: BTreeMap<String, String>,
    /// The areas that a finding concerns, for findings that a case says this of.
    #[serde(default)]
    at: BTreeMap<String, Vec<String>>,
    /// The day before which a team need not be asked, for findings that a case says this of.
    #[serde(default)]
    not_before: BTreeMap<String, String>,
    /// The base's answers with the case's own.
    #[serde(skip)]
    pub(crate) sheet: Sheet,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Sessions {
    low: u8,
    most: u8,
    high: u8,
    interval_weeks: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

type Bases = BTreeMap<String, BTreeMap<String, toml::Value>>;

const FOLDER: &str = "tests/native/vignettes";

/// The answers that cases start from.
#[track_caller]
pub(crate) fn base(name: &str) -> Sheet {
    let bases: Bases = toml::from_str(&file(&format!("{FOLDER}/base.toml"))).unwrap();
    let base = bases
        .get(name)
        .unwrap_or_else(|| panic!("there is no base `{name}`"));
    base.iter()
        .map(|(name, value)| (name.clone(), json!(value)))
        .collect()
}

/// Every case, its answers put together.
pub(crate) fn cases() -> Vec<Case> {
    let names = files_in(FOLDER, ".toml")
        .into_iter()
        .filter(|name| !name.ends_with("/base.toml"));
    let mut all = Vec::new();
    for name in names {
        let read: Cases =
            toml::from_str(&file(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        all.extend(read.case);
    }
    for case in &mut all {
        case.sheet = base(&case.base);
        for (name, value) in &case.answers {
            if value.as_str() == Some("") {
                let removed = case.sheet.remove(name);
                assert!(
                    removed.is_some(),
                    "{}: there is no `{name}` to remove",
                    case.name
                );
            } else {
                case.sheet.insert(name.clone(), json!(value));
            }
        }
    }
    all
}

impl Case {
    fn line(&self) -> String {
        line_of(&self.sheet, date(&self.today))
    }

    /// What the case expects, as far as it speaks of it.
    fn expected(&self) -> Value {
        json!({
            "verdict": self.verdict,
            "areas": self.areas,
            "findings": self.findings,
            "earliest": self.earliest,
            "sessions": self.sessions.map(|sessions| json!({
                "low": sessions.low,
                "most": sessions.most,
                "high": sessions.high,
                "interval_weeks": sessions.interval_weeks,
            })),
            "certainty": self.certainty,
            "at": self.at,
            "not-before": self.not_before,
        })
    }
}

/// A case as a line of input and what has to come out, for any protocol.
#[derive(Clone, Debug)]
pub(crate) struct Ready {
    pub(crate) case: Case,
    line: String,
    expected: Value,
}

impl Ready {
    pub(crate) fn new(case: Case) -> Ready {
        Ready {
            line: case.line(),
            expected: case.expected(),
            case,
        }
    }

    pub(crate) fn expected(&self) -> &Value {
        &self.expected
    }

    /// What comes out of a protocol, as far as cases speak of it; an error has no verdict.
    pub(crate) fn told(&self, protocol: &Protocol) -> Value {
        self.read(&self.output(protocol))
    }

    pub(crate) fn holds(&self, protocol: &Protocol) -> bool {
        self.told(protocol) == self.expected
    }

    fn output(&self, protocol: &Protocol) -> Value {
        let text = jsonl::line(protocol, &self.line);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }
}

impl Ready {
    /// What came out, in the words of a case.
    fn read(&self, output: &Value) -> Value {
        let mut told = told(output);
        let findings = || output["findings"].as_array().into_iter().flatten();
        let about = |rules: Vec<&String>, part: &str| -> BTreeMap<String, Value> {
            let of = |rule: &String| findings().find(|found| found["rule"] == **rule);
            let parts = rules
                .into_iter()
                .filter_map(|rule| Some((rule.clone(), of(rule)?[part].clone())));
            parts.collect()
        };
        told["at"] = json!(about(self.case.at.keys().collect(), "areas"));
        told["not-before"] = json!(about(self.case.not_before.keys().collect(), "not_before"));
        told
    }
}

fn told(output: &Value) -> Value {
    let areas = output["areas"].as_array().into_iter().flatten();
    let areas: BTreeMap<_, _> = areas
        .map(|part| (part["area"].to_string().replace('"', ""), &part["verdict"]))
        .collect();
    let mut findings: Vec<_> = output["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|found| format!("{}:{}", found["rule"], found["effect"]).replace('"', ""))
        .collect();
    findings.sort();
    json!({
        "verdict": output["verdict"],
        "areas": areas,
        "findings": findings,
        "earliest": output["earliest"],
        "sessions": output["sessions"],
        "certainty": output["certainty"],
    })
}

/// The parts in which two objects differ.
fn differences(expected: &Value, actual: &Value) -> String {
    let fields = expected.as_object().unwrap().iter();
    let differing = fields.filter(|(name, value)| actual[name.as_str()] != **value);
    let lines = differing.map(|(name, value)| {
        format!(
            "    {name}: expected {value}\n      but got {}\n",
            actual[name.as_str()]
        )
    });
    lines.collect()
}

#[track_caller]
fn report(failures: &[String], of: usize) {
    assert!(
        failures.is_empty(),
        "{} of {of} cases fail:\n\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn every_case_comes_out_as_written() {
    let cases = cases();
    assert!(cases.len() >= 200, "only {} cases were found", cases.len());
    let mut failures = Vec::new();
    for ready in cases.iter().cloned().map(Ready::new) {
        let (case, output) = (&ready.case, ready.output(protocol()));
        if let Some(error) = output.get("error") {
            failures.push(format!(
                "  {}\n    cites {}\n    error: {error}\n",
                case.name, case.cites
            ));
            continue;
        }
        let differences = differences(&ready.expected, &ready.read(&output));
        if !differences.is_empty() {
            failures.push(format!(
                "  {}\n    cites {}\n{differences}",
                case.name, case.cites
            ));
        }
    }
    report(&failures, cases.len());
}

#[test]
fn names_are_unique_and_every_case_cites_something() {
    let mut names = BTreeSet::new();
    for case in cases() {
        assert!(!case.cites.trim().is_empty(), "{} cites nothing", case.name);
        assert!(
            names.insert(case.name.clone()),
            "two cases are called \"{}\"",
            case.name
        );
        let mut sorted = case.findings.clone();
        sorted.sort();
        assert_eq!(
            case.findings, sorted,
            "the findings of \"{}\" are not in order",
            case.name
        );
    }
}

#[test]
fn every_rule_and_every_class_is_some_cases_verdict() {
    let cases = cases();
    let mut missing = Vec::new();
    for rule in protocol().rules {
        let mut effects = vec![rule.effect];
        effects.extend(rule.becomes.map(|becomes| becomes.effect));
        for effect in effects {
            let found = format!("{}:{}", rule.id, effect.id());
            let decides = |case: &&Case| effect == Effect::Note || case.verdict == effect.id();
            let fires = |case: &&Case| case.findings.contains(&found);
            if !cases.iter().filter(decides).any(|case| fires(&case)) {
                missing.push(found);
            }
        }
    }
    assert!(
        missing.is_empty(),
        "no case shows these as the verdict, or as a note: {missing:?}"
    );
}

#[test]
fn every_goal_is_in_some_case() {
    let cases = cases();
    let protocol = protocol();
    let mut missing: BTreeSet<_> = protocol.goals.iter().map(|goal| goal.id).collect();
    for case in &cases {
        let complete = complete(&answers_of(&case.sheet), date(&case.today));
        for area in assess(protocol, &complete).areas {
            for goal in area.goals.iter() {
                missing.remove(protocol.goal(goal).id);
            }
        }
    }
    assert!(missing.is_empty(), "no case has these goals: {missing:?}");
}

#[test]
fn the_screens_lead_to_the_same_assessment() {
    let cases = cases();
    let mut failures = Vec::new();
    for case in &cases {
        let today = date(&case.today);
        let complete = complete(&answers_of(&case.sheet), today);
        let mut visitor = Visitor::new(today);
        let shown = visitor.go_to_result(&case.sheet);
        if shown != assess(protocol(), &complete) {
            failures.push(format!("  {}\n    on screen: {shown:?}\n", case.name));
        }
        if visitor.quiz.answers != *complete.answers() {
            failures.push(format!(
                "  {}\n    the screens kept other answers\n",
                case.name
            ));
        }
    }
    report(&failures, cases.len());
}

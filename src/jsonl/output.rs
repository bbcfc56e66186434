//! From an assessment to JSON.

use serde_json::{Value, json};

use crate::assess::{Assessment, Cause, Finding, SessionEstimate};
use crate::protocol::{Date, Protocol};

/// The object that `assess` prints.
pub(super) fn assessment(protocol: &Protocol, assessment: &Assessment) -> Value {
    let areas: Vec<_> = assessment
        .areas
        .iter()
        .map(|part| {
            json!({
                "area": protocol.area(part.area).id,
                "verdict": part.recommendation.verdict().id(),
                "earliest": date(part.recommendation.earliest()),
                "sessions": sessions(part.recommendation.estimate()),
            })
        })
        .collect();
    let findings: Vec<_> = assessment
        .findings
        .iter()
        .map(|found| finding(protocol, found))
        .collect();
    json!({
        "verdict": assessment.verdict.id(),
        "areas": areas,
        "findings": findings,
        "earliest": date(assessment.earliest),
        "sessions": sessions(assessment.estimate),
        "certainty": assessment.estimate.map(|estimate| estimate.certainty.id()),
        "protocol": protocol.version,
    })
}

fn finding(protocol: &Protocol, finding: &Finding) -> Value {
    let mut object = json!({
        "rule": cause(protocol, finding.cause),
        "effect": finding.effect.id(),
        "earliest": date(finding.earliest),
        "areas": finding.areas.iter().map(|area| protocol.area(area).id).collect::<Vec<_>>(),
    });
    if let Some(object) = object.as_object_mut() {
        if finding.unsure {
            object.insert("unsure".to_owned(), json!(true));
        }
        if finding.not_before.is_some() {
            object.insert("not_before".to_owned(), date(finding.not_before));
        }
    }
    object
}

fn cause(protocol: &Protocol, cause: Cause) -> &'static str {
    match cause {
        Cause::Rule(rule) => protocol.rule(rule).id,
        Cause::Goal(goal) => protocol.goal(goal).id,
        Cause::Expired => "protocol-review-date",
    }
}

fn date(date: Option<Date>) -> Value {
    date.map_or(Value::Null, |date| Value::String(date.to_string()))
}

fn sessions(estimate: Option<SessionEstimate>) -> Value {
    estimate.map_or(Value::Null, |estimate| {
        json!({
            "low": estimate.sessions.low,
            "most": estimate.sessions.most,
            "high": estimate.sessions.high,
            "interval_weeks": estimate.interval_weeks,
        })
    })
}

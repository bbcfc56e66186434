//! The outcome for the page around an embedded quiz, once the visitor agreed: as JSON, with the ids
//! that are public.

use super::json::Json;
use crate::assess::{Answer, Answers, Assessment, Cause};
use crate::protocol::{Date, Kind, Protocol};

/// The verdict, its reasons and areas, the plan's numbers, and the answers that it all rests on.
#[inline(never)]
pub fn outcome(
    protocol: &Protocol,
    overlay: u32,
    today: Date,
    answers: &Answers,
    assessment: &Assessment,
) -> String {
    let mut json = Json::default();
    json.open('{');
    json.field("protocol", protocol.version);
    json.plain_field("overlay", &overlay.to_string());
    json.field("today", &today.to_string());
    json.field("verdict", assessment.verdict.id());
    json.plain_field("partial", if assessment.partial { "true" } else { "false" });
    day(&mut json, assessment.earliest);
    json.open_field("areas", '[');
    for part in &assessment.areas {
        json.open('{');
        json.field("area", protocol.area(part.area).id);
        json.field("verdict", part.recommendation.verdict().id());
        day(&mut json, part.recommendation.earliest());
        json.close('}');
    }
    json.close(']');
    json.open_field("findings", '[');
    for found in &assessment.findings {
        json.open('{');
        json.field("rule", cause(protocol, found.cause));
        json.field("effect", found.effect.id());
        json.close('}');
    }
    json.close(']');
    if let Some(plan) = assessment.estimate {
        json.open_field("sessions", '{');
        let numbers = [
            ("low", plan.sessions.low),
            ("most", plan.sessions.most),
            ("high", plan.sessions.high),
            ("interval_weeks", plan.interval_weeks),
        ];
        for (name, number) in numbers {
            json.plain_field(name, &number.to_string());
        }
        json.close('}');
    } else {
        json.plain_field("sessions", "null");
    }
    json.open_field("answers", '{');
    for (question, answer) in answers.on_path(protocol, today).iter() {
        let asked = protocol.question(question);
        json.name(asked.id);
        match answer {
            Answer::Number(number) => json.plain(&number.to_string()),
            Answer::Day(day) => json.text(&day.to_string()),
            Answer::Month(year, month) => {
                let whole = Date {
                    year,
                    month,
                    day: 1,
                };
                json.text(whole.to_string().get(..7).unwrap_or_default());
            }
            Answer::Options(chosen) => {
                let many = asked.kind == Kind::Multi;
                if many {
                    json.open('[');
                }
                for option in chosen.iter() {
                    json.text(protocol.option(question, option).id);
                }
                if many {
                    json.close(']');
                }
            }
        }
    }
    json.close('}');
    json.close('}');
    json.finish()
}

fn day(json: &mut Json, day: Option<Date>) {
    match day {
        Some(day) => json.field("earliest", &day.to_string()),
        None => json.plain_field("earliest", "null"),
    }
}

fn cause(protocol: &Protocol, cause: Cause) -> &'static str {
    match cause {
        Cause::Rule(id) => protocol.rule(id).id,
        Cause::Goal(id) => protocol.goal(id).id,
        Cause::Expired => "protocol-review-date",
    }
}

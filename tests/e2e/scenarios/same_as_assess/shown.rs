//! What a recommendation says, from the screen and from `assess`, in the same form.

use std::collections::{BTreeMap, BTreeSet};

use e2e::{Outcome, Quiz};
use microneedling_quiz::{protocol, protocol::Date, text::Locale};
use serde_json::{Value, json};

/// The months of English, to find dates in sentences.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What the screen says.
pub(super) async fn shown(quiz: &Quiz<'_>) -> Outcome<Value> {
    let findings = quiz.findings().await?;
    let findings: Vec<_> = findings
        .iter()
        .map(|finding| format!("{}:{}", finding.rule, finding.effect))
        .collect();
    let mut dates = BTreeMap::new();
    // When a statement has to be read again is no date of the visitor's.
    let again = Locale::english().date(protocol().review_by);
    let again = format!("This was to be read again by {again}.");
    for finding in quiz.findings().await? {
        let part = format!("[data-rule=\"{}\"]", finding.rule);
        let mut text = quiz.part_texts(&part).await?.concat().replace(&again, "");
        // Neither are the days that the visitor has given, which the finding repeats.
        let given = format!("{part} .finding__answer");
        for given in quiz.part_texts(&given).await? {
            text = text.replace(&given, "");
        }
        dates.insert(finding.rule, dates_in(&text));
    }
    let mut areas = BTreeMap::new();
    for (area, verdict) in quiz.areas().await? {
        let part = format!("[data-area=\"{area}\"]");
        let text = quiz.part_texts(&part).await?.concat();
        areas.insert(area, json!([verdict, dates_in(&text)]));
    }
    let sessions = quiz.estimate().await?;
    Ok(json!({
        "verdict": quiz.verdict().await?,
        "areas": areas,
        "findings": findings,
        "dates": dates,
        "sessions": sessions.map(|sessions| [sessions.low, sessions.most, sessions.high]),
    }))
}

/// What `assess` prints, as the screen should say it.
pub(super) fn expected(output: &Value) -> Value {
    let list = |name: &str| {
        output
            .get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    let findings: BTreeSet<_> = list("findings")
        .map(|found| format!("{}:{}", text(found, "rule"), text(found, "effect")))
        .collect();
    let dates: BTreeMap<_, _> = list("findings")
        .map(|found| {
            let rule = text(found, "rule");
            let mut dates = vec![written(found, "earliest"), written(found, "not_before")];
            // This finding names the day itself.
            if rule == "protocol-review-date" {
                dates.push(Some(Locale::english().date(protocol().review_by)));
            }
            let dates: BTreeSet<_> = dates.into_iter().flatten().collect();
            (rule, dates)
        })
        .collect();
    let areas: BTreeMap<_, _> = list("areas")
        .map(|part| {
            let dates: BTreeSet<_> = written(part, "earliest").into_iter().collect();
            (text(part, "area"), json!([text(part, "verdict"), dates]))
        })
        .collect();
    let sessions = output
        .get("sessions")
        .filter(|sessions| !sessions.is_null());
    json!({
        "verdict": text(output, "verdict"),
        "areas": areas,
        "findings": findings,
        "dates": dates,
        "sessions": sessions.map(|sessions| {
            ["low", "most", "high"].map(|name| sessions.get(name).cloned())
        }),
    })
}

fn text(object: &Value, name: &str) -> String {
    let text = object.get(name).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

/// A date as English writes it.
fn written(object: &Value, name: &str) -> Option<String> {
    let date = Date::parse(object.get(name)?.as_str()?)?;
    Some(Locale::english().date(date))
}

/// Every date in a text, such as “14 March 2027”.
fn dates_in(text: &str) -> BTreeSet<String> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let dates = words.windows(3).filter(|words| {
        matches!(words, [day, month, year] if day.parse::<u8>().is_ok()
            && MONTHS.contains(month)
            && year.parse::<u16>().is_ok())
    });
    dates.map(|words| words.join(" ")).collect()
}

//! Every option: its place in the order, what its label says, and the stretch of time it stands for.
//! `*.where` and `*.severity` stand for all questions of that kind.

use microneedling_quiz::protocol::source::Compiled;
use microneedling_quiz::protocol::{Band, Choice, Unit};

use super::{Row, says, text};

pub(super) fn differences(rows: &[Row], compiled: &Compiled) -> Vec<String> {
    let mut wrong = Vec::new();
    for question in compiled.protocol.questions {
        let kind = question.id.rsplit_once('.').map_or("", |(_, kind)| kind);
        let listed = match kind {
            "where" | "severity" => format!("*.{kind}"),
            _ => question.id.to_owned(),
        };
        let rows: Vec<_> = rows
            .iter()
            .filter(|row| row.get("question") == listed)
            .collect();
        let ids = question.options.iter().map(|option| option.id);
        if !rows.iter().map(|row| row.get("option")).eq(ids) {
            wrong.push(format!(
                "{}: the options are others, or in another order",
                question.id
            ));
            continue;
        }
        for (row, option) in rows.into_iter().zip(question.options) {
            wrong.extend(
                of_option(row, option, compiled).map(|what| format!("{}: {what}", question.id)),
            );
        }
    }
    wrong
}

fn of_option(row: &Row, option: &Choice, compiled: &Compiled) -> Option<String> {
    let (fragment, band) = (row.get("label"), row.get("band"));
    let found = option.band.map_or_else(String::new, written);
    if !says(compiled, option.label, fragment) {
        let label = text(compiled, option.label);
        return Some(format!(
            "{}: `{label}` does not say `{fragment}`",
            option.id
        ));
    }
    (found != band).then(|| format!("{}: {found}, not {band}", option.id))
}

/// "2..6 months", as in the files.
fn written(band: Band) -> String {
    let unit = match band.from.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    };
    let below = band
        .below
        .map_or_else(String::new, |below| below.count.to_string());
    format!("{}..{below} {unit}", band.from.count)
}

/// A row that no question reads would prove nothing.
#[test]
fn every_row_belongs_to_an_option() {
    let compiled = crate::protocol::compiled();
    for row in super::rows("tests/native/options.csv") {
        let (question, option) = (row.get("question"), row.get("option"));
        let ending = question.strip_prefix('*');
        let found = compiled.protocol.questions.iter().any(|asked| {
            let asks = ending.map_or(asked.id == question, |ending| asked.id.ends_with(ending));
            asks && asked.options.iter().any(|known| known.id == option)
        });
        assert!(found, "`{question}` has no option `{option}`");
    }
}

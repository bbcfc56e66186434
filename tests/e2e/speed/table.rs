//! Numbers as a table.

/// Something measured.
pub(crate) struct Row {
    what: String,
    value: f64,
    unit: &'static str,
    bar: Option<f64>,
}

impl Row {
    pub(crate) fn new(what: &str, value: f64, unit: &'static str, bar: Option<f64>) -> Self {
        Self {
            what: what.to_owned(),
            value,
            unit,
            bar,
        }
    }
}

/// The rows as Markdown, each with the bar that it is measured against.
pub(crate) fn markdown(rows: &[Row]) -> String {
    let mut lines = vec![
        "| in Chromium | measured | at most |".to_owned(),
        "|---|---:|---:|".to_owned(),
    ];
    for Row {
        what,
        value,
        unit,
        bar,
    } in rows
    {
        let written = |value: f64| {
            let number = if unit.is_empty() && value.fract() != 0.0 {
                format!("{value:.4}")
            } else {
                format!("{value:.0}")
            };
            format!("{number} {unit}").trim_end().to_owned()
        };
        let bar = bar.map_or_else(String::new, written);
        lines.push(format!("| {what} | {} | {bar} |", written(*value)));
    }
    lines.join("\n")
}

/// The middle one.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    percentile(values, 0.5)
}

/// The value that this part of all does not exceed.
pub(crate) fn percentile(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let rank = (part * values.len() as f64).ceil() as usize;
    values.get(rank.saturating_sub(1)).copied().unwrap_or(0.0)
}

/// The largest one.
pub(crate) fn most(values: &[f64]) -> f64 {
    values.iter().copied().fold(0.0, f64::max)
}

/// A page without its scripts and what they would load.
pub(crate) fn without_scripts(page: &str) -> String {
    let mut rest = page;
    let mut out = String::new();
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        out.push_str(text);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let ahead =
            tag.starts_with("<link") && tag.contains("preload") && !tag.contains("stylesheet");
        if tag.starts_with("<script") {
            rest = after.split_once("</script>").map_or("", |(_, rest)| rest);
            continue;
        }
        if !ahead {
            out.push_str(tag);
        }
        rest = after;
    }
    out + rest
}

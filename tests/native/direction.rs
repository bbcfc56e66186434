//! Styles follow the direction of writing: sides are start and end, never left and right, so that a
//! page that is read from right to left is the mirror image of the others.

use crate::support::{file, files_in};

/// Properties that name a side, and those that name a start or an end.
const SIDES: [&str; 15] = [
    "left",
    "right",
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "border-left-width",
    "border-right-width",
    "border-left-color",
    "border-right-color",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-padding-left",
];

/// Properties of which four values name top, right, bottom and left.
const AROUND: [&str; 4] = ["margin", "padding", "inset", "scroll-margin"];

/// What is wrong with a declaration.
fn physical(property: &str, value: &str) -> bool {
    let value = value.trim_end_matches("!important").trim();
    if SIDES.contains(&property) {
        return true;
    }
    if matches!(property, "text-align" | "float" | "clear") {
        return matches!(value, "left" | "right");
    }
    let values: Vec<&str> = value.split_whitespace().collect();
    let differing = matches!(values.as_slice(), [_, right, _, left] if left != right);
    AROUND.contains(&property) && differing
}

/// Declarations of a style sheet that has no strings with semicolons.
fn declarations(sheet: &str) -> Vec<(String, String)> {
    let mut plain = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    plain.push_str(rest);
    plain
        .split(['{', '}', ';'])
        .filter_map(|part| part.split_once(':'))
        .map(|(property, value)| (property.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

#[test]
fn no_style_names_left_or_right() {
    let sheets = files_in("styles", ".css");
    assert!(sheets.len() > 20, "only {} style sheets", sheets.len());
    let mut wrong = Vec::new();
    for name in sheets {
        for (property, value) in declarations(&file(&name)) {
            if physical(&property, &value) {
                wrong.push(format!("{name}: {property}: {value}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A check that finds nothing has to be one that could.
#[test]
fn what_names_a_side_is_found() {
    let sheet =
        "/* left: 0; */ .a { margin-left: 1em; text-align: left } .b { padding: 0 1em 0 2em;
        inset: 0 auto 0 auto; margin-inline-start: 1em; text-align: start }";
    let found: Vec<String> = declarations(sheet)
        .into_iter()
        .filter(|(property, value)| physical(property, value))
        .map(|(property, _)| property)
        .collect();
    assert_eq!(found, ["margin-left", "text-align", "padding"]);
}

//! The colours of `styles/tokens.css`: every pair of text and ground can be read, in light and in
//! dark (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../styles/tokens.css");

/// Text needs 4.5 on each ground that it stands on.
pub(crate) const TEXTS: &[(&str, &[&str])] = &[
    (
        "ink",
        &[
            "bg",
            "surface",
            "tint",
            "review-tint",
            "defer-tint",
            "exclude-tint",
            "other-tint",
        ],
    ),
    ("muted", &["bg", "surface", "tint"]),
    ("accent", &["bg", "surface", "tint"]),
    ("accent-ink", &["accent"]),
    ("review", &["review-tint", "surface"]),
    ("defer", &["defer-tint", "surface"]),
    ("exclude", &["exclude-tint", "surface", "bg"]),
    ("other", &["other-tint", "surface"]),
    ("bg", &["exclude"]),
];

/// The edges of inputs and the lines of drawings need 3.
const SHAPES: &[(&str, &[&str])] = &[
    ("control", &["bg", "surface", "tint"]),
    ("accent", &["bg", "surface", "tint", "warm"]),
    ("warm-ink", &["warm", "surface", "tint"]),
    ("sore", &["warm"]),
    ("review", &["surface", "tint"]),
];

type Colours = BTreeMap<String, [u8; 3]>;

/// The tokens of the light theme, and those of the dark one over them.
fn themes() -> [(&'static str, Colours); 2] {
    let (light, dark) = TOKENS
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("a dark theme");
    let light = colours(light);
    let mut over = light.clone();
    over.extend(colours(dark));
    [("light", light), ("dark", over)]
}

fn colours(css: &str) -> Colours {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--_")?.split_once(':')?;
            let (_, hex) = value.split_once('#')?;
            let hex = hex.trim_end_matches([';', ')']);
            Some((name.to_owned(), channels(hex)))
        })
        .collect()
}

fn channels(hex: &str) -> [u8; 3] {
    let long: String = match hex.len() {
        3 => hex.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => hex.to_owned(),
        _ => panic!("`#{hex}` is no colour with three or six digits"),
    };
    [0, 2, 4].map(|at| u8::from_str_radix(&long[at..at + 2], 16).expect("hexadecimal digits"))
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_faint(pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for (theme, colours) in themes() {
        for (front, grounds) in pairs {
            for ground in *grounds {
                let found = ratio(colours[*front], colours[*ground]);
                if found < least {
                    faint.push(format!("{theme}: {front} on {ground}: {found:.2}"));
                }
            }
        }
    }
    faint
}

#[test]
fn black_on_white_is_21() {
    assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    // WCAG's own example of the least grey that may stand on white.
    assert!((ratio([0x76; 3], [255; 3]) - 4.54).abs() < 0.005);
}

#[test]
fn text_can_be_read_on_every_ground() {
    let faint = too_faint(TEXTS, 4.5);
    assert!(faint.is_empty(), "{faint:#?}");
}

#[test]
fn edges_and_drawings_can_be_seen() {
    let faint = too_faint(SHAPES, 3.0);
    assert!(faint.is_empty(), "{faint:#?}");
}

/// A colour that is in neither list has nobody who looked at it.
#[test]
fn every_colour_is_looked_at() {
    // Fills and hairlines that carry nothing alone.
    let alone = ["line", "pale", "tone-4", "tone-5", "tone-6"];
    let told: Vec<&str> = TEXTS
        .iter()
        .chain(SHAPES)
        .flat_map(|(front, grounds)| std::iter::once(*front).chain(grounds.iter().copied()))
        .chain(alone)
        .collect();
    for (theme, colours) in themes() {
        for name in colours.keys() {
            assert!(told.contains(&name.as_str()), "{theme}: `{name}`");
        }
    }
}

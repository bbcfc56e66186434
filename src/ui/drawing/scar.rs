//! Scars in cross-section, and stretch marks from above.

use super::Drawing;

/// Acne scars: the surface of the skin, cut through. The outline runs past the edges of the drawing.
pub(super) const DENTS: &[(&str, Drawing)] = &[
    (
        "rolling",
        &[(
            "skin",
            "M-2 16c8 0 10 13 18 13s10-11 18-11 12 10 24-2v34h-60z",
        )],
    ),
    (
        "boxcar",
        &[("skin", "M-2 16h12v12h12V16h12v15h12V16h12v34h-60z")],
    ),
    (
        "ice-pick",
        &[("skin", "M-2 16h15l3 25 3-25h18l3 21 3-21h15v34h-60z")],
    ),
];

/// A mound that is wider than the wound below it.
const WIDER: Drawing = &[
    ("skin", "M-2 26H6c6 0 5-17 22-17s16 17 22 17h8v24h-60z"),
    ("red", "M21 35h14"),
];
/// A mound as wide as the wound below it.
const WITHIN: Drawing = &[
    ("skin", "M-2 26h18c5 0 4-10 12-10s7 10 12 10h18v24h-60z"),
    ("red", "M17 35h22"),
];

/// Whether a raised scar outgrew its wound.
pub(super) const OUTGREW: &[(&str, Drawing)] = &[("yes", WIDER), ("no", WITHIN)];

/// Raised scars in the list of how skin scars.
pub(super) const RAISED: &[(&str, Drawing)] = &[("keloid", WIDER), ("raised", WITHIN)];

/// A piece of skin, seen from above.
pub(super) const PATCH: (&str, &str) = (
    "skin",
    "M10 5h36a7 7 0 0 1 7 7v24a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7V12a7 7 0 0 1 7-7z",
);
const LINES: &str = "M11 14c6 4 5 13 9 20M23 12c6 5 4 16 9 24M37 12c5 4 4 12 8 20";

/// New and old stretch marks.
pub(super) const STRETCH_MARKS: &[(&str, Drawing)] = &[
    ("red", &[PATCH, ("red", LINES)]),
    ("white", &[PATCH, ("pale", LINES)]),
];

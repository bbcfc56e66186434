//! How easy something is to see: in the mirror only, from beside one, from afar.

use super::Drawing;

const ME: (&str, &str) = (
    "skin",
    "M-1 47c0-11 5-15 15-15s15 4 15 15zM4 18a10 11 0 1 0 20 0a10 11 0 1 0-20 0",
);

/// The three steps of severity.
pub(super) const SEEN_BY: &[(&str, Drawing)] = &[
    (
        "mild",
        &[
            ME,
            ("dot", "M16.8 21h.01"),
            (
                "line",
                "M34 18a8.5 12 0 1 0 17 0a8.5 12 0 1 0-17 0M42.5 30v12M37 43h11",
            ),
        ],
    ),
    (
        "moderate",
        &[
            ME,
            ("dot", "M17 19h.01M18 23h.01"),
            (
                "line",
                "M35 20a7.5 8 0 1 0 15 0a7.5 8 0 1 0-15 0M31 47c0-10 4-14 11.5-14S54 37 54 47",
            ),
        ],
    ),
    (
        "severe",
        &[
            ME,
            ("dot", "M15 16h.01M18 20h.01M13 21.5h.01M17 24.5h.01"),
            (
                "line",
                "M31 19a3.5 4 0 1 0 7 0a3.5 4 0 1 0-7 0M40 14a3.5 4 0 1 0 7 0a3.5 4 0 1 0-7 0M48 21a3.5 4 0 1 0 7 0a3.5 4 0 1 0-7 0M30 34c0-6 2-8 4.5-8s4.5 2 4.5 8M39 29c0-6 2-8 4.5-8s4.5 2 4.5 8M47 36c0-6 2-8 4.5-8s4.5 2 4.5 8",
            ),
        ],
    ),
];

//! How skin and sun get on.

use super::Drawing;
use super::scar::PATCH;

/// A small sun in the corner.
const SUN: (&str, &str) = (
    "sun",
    "M41 12a5 5 0 1 0 10 0a5 5 0 1 0-10 0M46 3.5V2M46 22v-1.5M37.5 12H36M56 12h-1.5M40 6l-1-1M52 18l1 1M40 18l-1 1M52 6l1-1",
);

/// The options of the question about sun.
pub(super) const REACTIONS: &[(&str, Drawing)] = &[
    (
        "deeper-tone",
        &[
            ("tone-4", "M2 32a12 12 0 1 0 24 0a12 12 0 1 0-24 0"),
            ("tone-5", "M14 32a12 12 0 1 0 24 0a12 12 0 1 0-24 0"),
            ("tone-6", "M26 32a12 12 0 1 0 24 0a12 12 0 1 0-24 0"),
            SUN,
        ],
    ),
    (
        "tan",
        &[
            PATCH,
            (
                "tan",
                "M4 12a6 6 0 0 1 6-6h10L10 42a6 6 0 0 1-6-6zM30 6h16a6 6 0 0 1 6 6v24a6 6 0 0 1-6 6H20z",
            ),
        ],
    ),
    (
        "strong-sun",
        &[
            (
                "sun",
                "M18 19a10 10 0 1 0 20 0a10 10 0 1 0-20 0M28 4V1M13 19h-3M46 19h-3M17.5 8.5l-2-2M38.5 8.5l2-2M17.5 29.5l-2 2M38.5 29.5l2 2",
            ),
            ("line", "M4 40q6-5 12 0t12 0 12 0 12 0"),
        ],
    ),
    (
        "light-illness",
        &[
            PATCH,
            ("red", "M11 31h2M20 35h4M14 22h6M27 27h4M36 34h4"),
            SUN,
        ],
    ),
];

//! Where on the body: a small figure with the part marked.

use super::Drawing;

/// Head and shoulders, with a face.
const HEAD: (&str, &str) = (
    "skin",
    "M22 32v8q-11 2-14 10h40q-3-8-14-10v-8M28 3c9 0 13 6 13 14 0 9-6 18-13 18S15 26 15 17C15 9 19 3 28 3z",
);
const FACE: (&str, &str) = ("line", "M20 19h5M31 19h5M25 28q3 2 6 0");

/// The whole figure.
const BODY: (&str, &str) = (
    "skin",
    "M25.5 11h5c5 .5 7 2 8 6l3 10-3 1-3.5-9-1 7c2 5 1 12 .5 20h-4l-2-15h-1l-2 15h-4c-.5-8-1.5-15 .5-20l-1-7-3.5 9-3-1 3-10c1-4 3-5.5 8-6zM23.8 6a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0",
);

/// Every area of `areas.toml`.
pub(super) const AREAS: &[(&str, Drawing)] = &[
    (
        "face",
        &[
            HEAD,
            (
                "mark",
                "M28 10c6 0 9 3 9 8 0 8-4 14-9 14s-9-6-9-14c0-5 3-8 9-8z",
            ),
        ],
    ),
    (
        "eyelids",
        &[HEAD, FACE, ("mark", "M18 19q4-7 8 0zM30 19q4-7 8 0z")],
    ),
    (
        "under-eye",
        &[HEAD, FACE, ("mark", "M18 20q4 8 8 0zM30 20q4 8 8 0z")],
    ),
    (
        "neck",
        &[HEAD, FACE, ("mark", "M22 33.5q6 4 12 0V41q-6 4-12 0z")],
    ),
    (
        "scalp",
        &[
            HEAD,
            FACE,
            ("mark", "M15.5 14C16 7 20 3 28 3s12 4 12.5 11q-12.5-7-25 0z"),
        ],
    ),
    ("chest", &[BODY, ("mark", "M22 13h12l.8 5h-13.6z")]),
    (
        "breasts",
        &[
            BODY,
            (
                "mark",
                "M22 18a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0M28.4 18a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0",
            ),
        ],
    ),
    (
        "abdomen",
        &[BODY, ("mark", "M22 20h12l-.4 6q-5.6 2.4-11.2 0z")],
    ),
    (
        "back",
        &[
            BODY,
            ("mark", "M20 13.5q8-2 16 0L35 19l-1 7H22l-1-7z"),
            ("line", "M28 13.5v12"),
        ],
    ),
    (
        "arms",
        &[
            BODY,
            (
                "mark",
                "M17.6 17l3.4 2-3.5 9-3-1zM38.4 17l-3.4 2 3.5 9 3-1z",
            ),
        ],
    ),
    (
        "underarms",
        &[
            BODY,
            (
                "mark",
                "M18.6 19a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M32.6 19a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0",
            ),
        ],
    ),
    (
        "buttocks",
        &[
            BODY,
            ("mark", "M21.8 26h12.4q1 3 .9 6H20.9q-.1-3 .9-6z"),
            ("line", "M28 27.5v4"),
        ],
    ),
    (
        "legs",
        &[BODY, ("mark", "M21 31h6.5l-2 15h-4zM28.5 31H35l-.5 15h-4z")],
    ),
];

//! Words that are missing, and words that belong to nothing.

use super::{Mistake, each_is_told};

#[test]
fn a_text_that_is_missing() {
    each_is_told(&[
        Mistake {
            file: "words/en/rules.toml",
            find: "title = \"You are pregnant\"\n",
            put: "",
            told: &[
                "protocol/words/en/rules.toml: `pregnant`: The English title is missing. Add a line `title = \"…\"` below `[pregnant]`.",
            ],
        },
        Mistake {
            file: "words/en/rules.toml",
            find: "tell = \"Take a pregnancy test first. If it is positive, wait until after the pregnancy.\"\n",
            put: "",
            told: &[
                "protocol/words/en/rules.toml: `pregnancy-possible`: The English tell is missing. Add a line `tell = \"…\"` below `[pregnancy-possible]`.",
            ],
        },
        Mistake {
            file: "words/en/areas.toml",
            find: "label = \"Neck\"\n",
            put: "",
            told: &[
                "protocol/words/en/areas.toml: `neck`: The English label is missing. Add a line `label = \"…\"` below `[neck]`.",
            ],
        },
        Mistake {
            file: "words/en/areas.toml",
            find: "name = \"neck\"\n",
            put: "",
            told: &[
                "protocol/words/en/areas.toml: `neck`: The English name is missing. Add a line `name = \"…\"` below `[neck]`.",
            ],
        },
        Mistake {
            file: "words/en/screens.toml",
            find: "title = \"About you\"\n",
            put: "",
            told: &[
                "protocol/words/en/screens.toml: `you`: The English title is missing. Add a line `title = \"…\"` below `[you]`.",
            ],
        },
        Mistake {
            file: "words/en/questions.toml",
            find: "title = \"How old are you?\"\n",
            put: "",
            told: &[
                "protocol/words/en/questions.toml: `age`: The English title is missing. Add a line `title = \"…\"` below `[age]`.",
            ],
        },
        Mistake {
            file: "words/en/questions.toml",
            find: "options.maybe = { label = \"I could be, am trying, am not sure, or would rather not say\", hint = \"also if your period is late\" }\n",
            put: "",
            told: &[
                "protocol/words/en/questions.toml: `pregnancy`: The option `maybe` has no English label. Add `options.maybe.label = \"…\"` below `[pregnancy]`.",
            ],
        },
        Mistake {
            file: "words/en/goals.toml",
            find: "instead = \"a strong acid put into each pit (TCA CROSS), or cutting the pits out (punch excision)\"\n",
            put: "",
            told: &[
                "protocol/words/en/goals.toml: `ice-pick-scars-only`: The English instead is missing. Add a line `instead = \"…\"` below `[ice-pick-scars-only]`.",
            ],
        },
    ]);
}

#[test]
fn words_that_belong_to_nothing() {
    each_is_told(&[
        Mistake {
            file: "words/en/rules.toml",
            find: "[bleeding-disorder]",
            put: "[bleding-disorder]",
            told: &[
                "protocol/words/en/rules.toml: `bleeding-disorder`: The English title is missing. Add a line `title = \"…\"` below `[bleeding-disorder]`.",
                "protocol/words/en/rules.toml: `bleeding-disorder`: The English tell is missing. Add a line `tell = \"…\"` below `[bleeding-disorder]`.",
                "protocol/words/en/rules.toml: `bleding-disorder`: There are words for this id, but nothing has this id. Did you mean `bleeding-disorder`?",
            ],
        },
        Mistake {
            file: "words/en/areas.toml",
            find: "[face]",
            put: "[elbow]\nlabel = \"Elbow\"\nname = \"elbow\"\n\n[face]",
            told: &[
                "protocol/words/en/areas.toml: `elbow`: There are words for this id, but nothing has this id.",
            ],
        },
        Mistake {
            file: "words/en/questions.toml",
            find: "options.maybe =",
            put: "options.maybee =",
            told: &[
                "protocol/words/en/questions.toml: `pregnancy`: There are words for an option `maybee`, but the question has no such option. Did you mean `maybe`?",
                "protocol/words/en/questions.toml: `pregnancy`: The option `maybe` has no English label. Add `options.maybe.label = \"…\"` below `[pregnancy]`.",
            ],
        },
    ]);
}

#[test]
fn words_that_are_too_long() {
    each_is_told(&[Mistake {
        file: "words/en/rules.toml",
        find: "title = \"You are pregnant\"",
        put: "title = \"You are pregnant, or think that you are, or want to be, or were until a short time ago, or cannot say\"",
        told: &[
            "protocol/words/en/rules.toml: `pregnant`: The title has 101 characters. More than 90 are hard to read on a phone.",
        ],
    }]);
}

/// Invariant 19.
#[test]
fn words_that_the_wording_guard_forbids() {
    each_is_told(&[
        Mistake {
            file: "words/en/later.toml",
            find: "sentence-suitable = \"Microneedling may suit you: next is a consultation\"",
            put: "sentence-suitable = \"Microneedling is safe for you\"",
            told: &[
                "protocol/words/en/later.toml: `sentence-suitable`: The headline says “safe”, which promises too much for a headline. Say “may suit you”, “not yet” or “see a clinician”.",
            ],
        },
        Mistake {
            file: "words/en/rules.toml",
            find: "title = \"You are pregnant\"",
            put: "title = \"You are not eligible\"",
            told: &[
                "protocol/words/en/rules.toml: `pregnant`: The title says “eligible”, which promises too much for a headline. Say “may suit you”, “not yet” or “see a clinician”.",
            ],
        },
        Mistake {
            file: "words/en/rules.toml",
            find: "tell = \"Skip alcohol for 24 hours before and after, to limit bruising.\"",
            put: "tell = \"Skip alcohol for 24 hours before and after, to limit bruising. This is safe for you.\"",
            told: &[
                "protocol/words/en/rules.toml: `alcohol`: The tell says “safe”: “This is safe for you.” Nobody may be promised anything, or told to stop a medicine. If this does neither, add the sentence to words/en/guard.toml.",
            ],
        },
        Mistake {
            file: "words/en/rules.toml",
            find: "tell = \"Skip alcohol for 24 hours before and after, to limit bruising.\"",
            put: "tell = \"Skip alcohol for 24 hours before and after, to limit bruising. Please stop your tablets.\"",
            told: &[
                "protocol/words/en/rules.toml: `alcohol`: The tell says “stop”: “Please stop your tablets.” Nobody may be promised anything, or told to stop a medicine. If this does neither, add the sentence to words/en/guard.toml.",
            ],
        },
        Mistake {
            file: "words/en/rules.toml",
            find: "You have a bleeding or clotting problem",
            put: "You have hepatitis",
            told: &[
                "protocol/words/en/rules.toml: `bleeding-disorder`: The title says “hepatitis”, and nobody is asked about that by name. Say it without the name.",
            ],
        },
        Mistake {
            file: "words/en/guard.toml",
            find: "  \"Never stop it early for this.\",\n",
            put: "  \"Never stop it early for this.\",\n  \"Stop everything.\",\n",
            told: &[
                "protocol/words/en/guard.toml: `allow`: “Stop everything.” stands nowhere. Leave it out.",
            ],
        },
    ]);
}

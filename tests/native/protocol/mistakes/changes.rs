//! Mistakes in what may change.

use super::{Mistake, each_is_told};

const FILE: &str = "changes.toml";

#[test]
fn a_change_that_names_what_is_not_there() {
    each_is_told(&[
        Mistake {
            file: FILE,
            find: "from = [\"skin-today:wound\"]",
            put: "from = [\"skin-today:wounds\"]",
            told: &[
                "protocol/changes.toml: change `wound-healed`: The question `skin-today` has no option `wounds`. Did you mean `wound`?",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"skin-today:wound\"]",
            put: "from = [\"skin-today\"]",
            told: &[
                "protocol/changes.toml: change `wound-healed`: `skin-today` is not an answer. Write it like `question:option`.",
            ],
        },
        Mistake {
            file: FILE,
            find: "item = \"open-wound-irritated-area\"",
            put: "item = \"open-wound-area\"",
            told: &[
                "protocol/changes.toml: change `wound-healed`: There is no rule `open-wound-area`.",
                "protocol/changes.toml: change `wound-healed`: It does not say what it rests on. Name at least one kind of evidence in `basis`.",
                "protocol/changes.toml: change `wound-healed`: There is no source. Name at least one in `sources`.",
            ],
        },
        Mistake {
            file: FILE,
            find: "kind = \"heals\"",
            put: "kind = \"mends\"",
            told: &[
                "protocol/changes.toml: line 16: The file cannot be read: unknown variant `mends`, expected one of `heals`, `passes`, `check`, `plan`, `unsure`, `goal`.",
            ],
        },
    ]);
}

#[test]
fn a_change_that_is_worded_or_cited_wrongly() {
    each_is_told(&[
        Mistake {
            file: FILE,
            find: "id = \"infection-gone\"",
            put: "id = \"wound-healed\"",
            told: &[
                "protocol/changes.toml: change `wound-healed`: This id is used twice. Give each its own id.",
                "protocol/words/en/changes.toml: `infection-gone`: There are words for this id, but nothing has this id.",
            ],
        },
        Mistake {
            file: "words/en/changes.toml",
            find: "clause = \"a pregnancy test is negative\"",
            put: "",
            told: &[
                "protocol/words/en/changes.toml: `test-negative`: The English clause is missing. Add a line `clause = \"…\"` below `[test-negative]`.",
            ],
        },
        Mistake {
            file: FILE,
            find: "item = \"open-wound-irritated-area\"",
            put: "item = \"open-wound-irritated-area\"\nsources = [\"EXPERT\"]",
            told: &[
                "protocol/changes.toml: change `wound-healed`: Its sources are those of its item. Leave out `basis` and `sources`.",
            ],
        },
    ]);
}

/// Nobody is told to change a medicine, or what rules treatment out.
#[test]
fn a_change_of_what_must_stay() {
    each_is_told(&[
        Mistake {
            file: FILE,
            find: "from = [\"health:ill-now\"]",
            put: "from = [\"medicines:immune\"]",
            told: &[
                "protocol/changes.toml: change `well-again`: `medicines:immune` may not change: `immunosuppressed` is about a medicine. Leave it out: nobody should be told to change it.",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"health:ill-now\"]",
            put: "from = [\"health:bleeding\"]",
            told: &[
                "protocol/changes.toml: change `well-again`: `health:bleeding` may not change: `bleeding-disorder` rules treatment out. Leave it out: nobody should be told to change it.",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"goals-skin:hair-thinning-aga\"]",
            put: "from = [\"goals-scars:keloid-raised-scars\"]",
            told: &[
                "protocol/changes.toml: change `without-hair-thinning`: `goals-scars:keloid-raised-scars` may not change: `keloid-history` rules treatment out. Leave it out: nobody should be told to change it.",
                "protocol/changes.toml: change `without-hair-thinning`: `goals-scars:keloid-raised-scars` may not change: `keloid-family` speaks of it. Leave it out: nobody should be told to change it.",
                "protocol/changes.toml: change `without-hair-thinning`: `goals-scars:keloid-raised-scars` may not change: `raised-scar-history` rules treatment out. Leave it out: nobody should be told to change it.",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"goals-skin:hair-thinning-aga\"]",
            put: "from = [\"goals-scars:active-acne\"]",
            told: &[
                "protocol/changes.toml: change `without-hair-thinning`: `goals-scars:active-acne` may not change: `acne-mild-area` speaks of it. Leave it out: nobody should be told to change it.",
            ],
        },
    ]);
}

#[test]
fn a_change_of_another_kind_than_it_says() {
    each_is_told(&[
        Mistake {
            file: FILE,
            find: "from = [\"skin-today:wound\"]",
            put: "from = [\"skin-today:unsure\"]",
            told: &[
                "protocol/changes.toml: change `wound-healed`: Its kind does not go with `skin-today:unsure`. Only the kind `unsure` takes back “not sure”, and nothing else.",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"skin-today:wound\"]",
            put: "from = [\"goals-skin:cellulite\"]",
            told: &[
                "protocol/changes.toml: change `wound-healed`: Its kind does not go with `goals-skin:cellulite`. Only the kind `goal` leaves goals out, and nothing else.",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"skin-today:wound\"]",
            put: "from = []",
            told: &[
                "protocol/changes.toml: change `wound-healed`: It changes nothing. Name an answer in `from`.",
            ],
        },
        Mistake {
            file: FILE,
            find: "from = [\"goals-skin:hair-thinning-aga\"]",
            put: "from = [\"goals-skin:hair-thinning-aga\"]\nto = [\"goals-skin:cellulite\"]",
            told: &[
                "protocol/changes.toml: change `without-hair-thinning`: A goal that is left out becomes nothing else. Leave out `to`.",
            ],
        },
    ]);
}

#[test]
fn an_area_left_out_with_nothing_said() {
    each_is_told(&[
        Mistake {
            file: FILE,
            find: "to = \"spots:skin-cancer-past\"\n",
            put: "",
            told: &[
                "protocol/changes.toml: elsewhere `spots:skin-cancer-here`: It does not say what follows. Write one of `to`, `beside` and `stays`.",
            ],
        },
        Mistake {
            file: FILE,
            find: "beside = [\"face\", \"eyelids\", \"under-eye\"]",
            put: "beside = [\"face\", \"eyelids\", \"under-eyes\"]",
            told: &[
                "protocol/changes.toml: elsewhere `skin-today:cold-sore`: There is no area `under-eyes`. Did you mean `under-eye`?",
            ],
        },
    ]);
}

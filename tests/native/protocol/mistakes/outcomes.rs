//! Mistakes in the figures, and in what else there is.

use super::{Mistake, each_is_told};

#[test]
fn numbers_that_make_no_figure() {
    each_is_told(&[
        Mistake {
            file: "outcomes.toml",
            find: "low = 9\nmiddle = 40",
            put: "low = 9\nmiddle = 90",
            told: &[
                "protocol/outcomes.toml: outcome `acne-scars-softer`: Its numbers make no figure. A change has `low` and `high`, and `middle` between them if there is one, from 1 to 100.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "low = 5\nhigh = 33",
            put: "low = 33\nhigh = 5",
            told: &[
                "protocol/outcomes.toml: outcome `acne-scars-little`: Its numbers make no figure. A share has `low` and, where studies differ, `high`, in rising order, from 1 to 100.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "low = 83",
            put: "low = 830",
            told: &[
                "protocol/outcomes.toml: outcome `fine-lines-satisfied`: Its numbers make no figure. A share has `low` and, where studies differ, `high`, in rising order, from 1 to 100.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "low = 109",
            put: "low = 109\nhigh = 154",
            told: &[
                "protocol/outcomes.toml: outcome `firmness-looser`: Its numbers make no figure. Grades have `low` alone, in hundredths, from 1 to 400.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "low = 83",
            put: "low = 0",
            told: &[
                "protocol/outcomes.toml: outcome `fine-lines-satisfied`: Its numbers make no figure. A share has `low` and, where studies differ, `high`, in rising order, from 1 to 100.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "low = 9\nmiddle = 40\nhigh = 68",
            put: "low = 40\nhigh = 40",
            told: &[
                "protocol/outcomes.toml: outcome `acne-scars-softer`: Its numbers make no figure. A change has `low` and `high`, and `middle` between them if there is one, from 1 to 100.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "low = 109",
            put: "low = 0",
            told: &[
                "protocol/outcomes.toml: outcome `firmness-looser`: Its numbers make no figure. Grades have `low` alone, in hundredths, from 1 to 400.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "people = 723\nstudies = 21",
            put: "people = 723\nstudies = 0",
            told: &[
                "protocol/outcomes.toml: outcome `fine-lines-satisfied`: Nobody stands behind this figure. Say how many papers or groups in `studies`, and how many people if that is known.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "kind = \"grades\"\nlow = 109",
            put: "kind = \"degrees\"\nlow = 109",
            told: &[
                "protocol/outcomes.toml: line 88: The file cannot be read: unknown variant `degrees`, expected one of `share`, `change`, `grades`.",
            ],
        },
    ]);
}

#[test]
fn a_goal_without_a_figure_or_with_one_too_many() {
    each_is_told(&[
        Mistake {
            file: "outcomes.toml",
            find: "without = [\"chickenpox-scars\", ",
            put: "without = [",
            told: &[
                "protocol/outcomes.toml: goal `chickenpox-scars`: It has a course, but no figure says what results are realistic. Add an outcome, or name the goal in `without`.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "without = [\"chickenpox-scars\", ",
            put: "without = [\"acne-scars\", \"chickenpox-scars\", ",
            told: &[
                "protocol/outcomes.toml: goal `acne-scars`: It has a figure, and stands in `without`. Take it out of one of the two.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "without = [\"chickenpox-scars\", ",
            put: "without = [\"cellulite\", \"chickenpox-scars\", ",
            told: &[
                "protocol/outcomes.toml: goal `cellulite`: It has no course, so no plan shows its results. Take it out.",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "without = [\"chickenpox-scars\", ",
            put: "without = [\"chickenpox-scars\", \"larg-pores\", ",
            told: &[
                "protocol/outcomes.toml: `without`: There is no goal `larg-pores`. Did you mean `large-pores`?",
            ],
        },
        Mistake {
            file: "outcomes.toml",
            find: "id = \"acne-scars-little\"",
            put: "id = \"acne-scars-softer\"",
            told: &[
                "protocol/outcomes.toml: outcome `acne-scars-softer`: This id is used twice. Give each its own id.",
                "protocol/words/en/outcomes.toml: `acne-scars-little`: There are words for this id, but nothing has this id. Did you mean `acne-scars-softer`?",
            ],
        },
        Mistake {
            file: "words/en/outcomes.toml",
            find: "caveat = \"Deep, narrow pits change least.\"\n",
            put: "",
            told: &[
                "protocol/words/en/outcomes.toml: `acne-scars-little`: The English caveat is missing. Add a line `caveat = \"…\"` below `[acne-scars-little]`.",
            ],
        },
    ]);
}

#[test]
fn every_goal_says_once_what_else_there_is() {
    each_is_told(&[
        Mistake {
            file: "alternatives.toml",
            find: "goal = \"chickenpox-scars\"",
            put: "goal = \"acne-scars\"",
            told: &[
                "protocol/alternatives.toml: alternative for `acne-scars`: This goal stands here twice. Name each goal once.",
                "protocol/alternatives.toml: goal `chickenpox-scars`: Nothing says what else there is. Add an `[[alternative]]` for it.",
                "protocol/words/en/alternatives.toml: `chickenpox-scars`: There are words for this id, but nothing has this id.",
            ],
        },
        Mistake {
            file: "words/en/alternatives.toml",
            find: "[cellulite]\n",
            put: "[cellulite]\ninstead = \"another way\"\n",
            told: &[
                "protocol/alternatives.toml: alternative for `cellulite`: What is considered instead is worded twice. Keep it in words/en/goals.toml only.",
            ],
        },
        Mistake {
            file: "words/en/goals.toml",
            find: "instead = \"releasing the bands under the skin (subcision), or other devices\"\n",
            put: "",
            told: &[
                "protocol/words/en/goals.toml: `cellulite`: The English instead is missing. Add a line `instead = \"…\"` below `[cellulite]`.",
            ],
        },
        Mistake {
            file: "words/en/alternatives.toml",
            find: "instead = \"laser treatment, or creams\"\n",
            put: "",
            told: &[
                "protocol/words/en/alternatives.toml: `stretch-marks`: The English instead is missing. Add a line `instead = \"…\"` below `[stretch-marks]`.",
            ],
        },
        Mistake {
            file: "words/en/alternatives.toml",
            find: "needling = \"Unknown: no trial tested needling alone.\"",
            put: "needling = \"It is safe.\"",
            told: &[
                "protocol/words/en/alternatives.toml: `large-pores`: The needling says “safe”: “It is safe.” Nobody may be promised anything, or told to stop a medicine. If this does neither, add the sentence to words/en/guard.toml.",
            ],
        },
    ]);
}

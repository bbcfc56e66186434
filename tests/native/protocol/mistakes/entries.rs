//! Mistakes in the entries themselves.

use super::{Mistake, each_is_told};

#[test]
fn a_file_that_cannot_be_read() {
    each_is_told(&[
        Mistake {
            file: "protocol.toml",
            find: "signed-off = false",
            put: "signed-off = no",
            told: &[
                "protocol/protocol.toml: line 8: The file cannot be read: invalid float, expected `nan`.",
            ],
        },
        Mistake {
            file: "protocol.toml",
            find: "signed-off = false",
            put: "signed-of = false",
            told: &[
                "protocol/protocol.toml: line 8: The file cannot be read: unknown field `signed-of`, expected one of `version`, `released`, `review-by`, `signed-off`, `out-of-scope`.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "effect = \"exclude\"",
            put: "effect = \"forbid\"",
            told: &[
                "protocol/rules.toml: line 15: The file cannot be read: unknown variant `forbid`, expected one of `exclude`, `defer`, `review`, `note`.",
            ],
        },
    ]);
}

#[test]
fn an_id_that_is_used_twice() {
    each_is_told(&[
        Mistake {
            file: "questions.toml",
            find: "id = \"breastfeeding\"\nkind",
            put: "id = \"age\"\nkind",
            told: &[
                "protocol/questions.toml: question `age`: This id is used twice. Give each its own id.",
                "protocol/words/en/questions.toml: `age`: The option `yes` has no English label. Add `options.yes.label = \"…\"` below `[age]`.",
                "protocol/words/en/questions.toml: `age`: The option `no` has no English label. Add `options.no.label = \"…\"` below `[age]`.",
                "protocol/rules.toml: rule `breastfeeding`: There is no question `breastfeeding`.",
                "protocol/words/en/questions.toml: `breastfeeding`: There are words for this id, but nothing has this id.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "{ id = \"maybe\" }",
            put: "{ id = \"yes\" }",
            told: &[
                "protocol/questions.toml: option `yes` of `pregnancy`: This id is used twice. Give each its own id.",
                "protocol/words/en/questions.toml: `pregnancy`: There are words for an option `maybe`, but the question has no such option.",
                "protocol/rules.toml: rule `pregnancy-possible`: The question `pregnancy` has no option `maybe`.",
                "protocol/changes.toml: change `test-negative`: The question `pregnancy` has no option `maybe`.",
            ],
        },
        Mistake {
            file: "areas.toml",
            find: "id = \"neck\"",
            put: "id = \"face\"",
            told: &[
                "protocol/areas.toml: area `face`: This id is used twice. Give each its own id.",
                "protocol/courses.toml: modifier `area-outside-trials`: There is no area `neck`. Did you mean `back`?",
                "protocol/rules.toml: rule `cold-sore-history`: There is no area `neck`. Did you mean `back`?",
                "protocol/words/en/areas.toml: `neck`: There are words for this id, but nothing has this id. Did you mean `back`?",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "id = \"sagging-jowls\"",
            put: "id = \"cellulite\"",
            told: &[
                "protocol/courses.toml: goal `cellulite`: This id is used twice. Give each its own id.",
                "protocol/alternatives.toml: alternative for `sagging-jowls`: There is no goal `sagging-jowls`.",
                "protocol/alternatives.toml: goal `cellulite`: Nothing says what else there is. Add an `[[alternative]]` for it.",
                "protocol/words/en/alternatives.toml: `sagging-jowls`: There are words for this id, but nothing has this id.",
                "protocol/words/en/goals.toml: `sagging-jowls`: There are words for this id, but nothing has this id.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "id = \"under-18\"",
            put: "id = \"pregnant\"",
            told: &[
                "protocol/rules.toml: rule `pregnant`: This id is used twice. Give each its own id.",
                "protocol/words/en/rules.toml: `under-18`: There are words for this id, but nothing has this id.",
            ],
        },
        Mistake {
            file: "sources.toml",
            find: "id = \"FDA-CU\"",
            put: "id = \"FDA-MN\"",
            told: &[
                "protocol/sources.toml: source `FDA-MN`: This id is used twice. Give each its own id.",
                "protocol/care.toml: care `after-home-rollers`: There is no source `FDA-CU`. Did you mean `FDA-CDS`?",
                "protocol/care.toml: care `ask-training`: There is no source `FDA-CU`. Did you mean `FDA-CDS`?",
                "protocol/rules.toml: rule `provider-safety`: There is no source `FDA-CU`. Did you mean `FDA-CDS`?",
            ],
        },
    ]);
}

#[test]
fn too_many_options() {
    each_is_told(&[Mistake {
        file: "questions.toml",
        find: "  { id = \"smoking\" },",
        put: "  { id = \"smoking\" },\n  { id = \"vaping\" },",
        told: &[
            "protocol/questions.toml: question `life`: It has 9 options; more than 8 are hard to read on a phone. Split it into two questions on one screen.",
            "protocol/words/en/questions.toml: `life`: The option `vaping` has no English label. Add `options.vaping.label = \"…\"` below `[life]`.",
        ],
    }]);
}

#[test]
fn a_goal_without_what_it_needs() {
    each_is_told(&[
        Mistake {
            file: "courses.toml",
            find: "grade = \"B\"",
            put: "grade = \"A\"",
            told: &[
                "protocol/courses.toml: goal `acne-scars`: `A` is not a grade. Grades are B, B-, C+, C, D+ and D.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "grade = \"B\"\n",
            put: "",
            told: &[
                "protocol/courses.toml: goal `acne-scars`: `nothing` is not a grade. Grades are B, B-, C+, C, D+ and D.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "\"2-3-4\"",
            put: "\"3-2-4\"",
            told: &[
                "protocol/courses.toml: goal `acne-scars`: `3-2-4` is not a range of sessions. Write low-most-high in rising order, at most 6, like `3-4-6`.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "\"2-3-4\"",
            put: "\"0-3-4\"",
            told: &[
                "protocol/courses.toml: goal `acne-scars`: `0-3-4` is not a range of sessions. Write low-most-high in rising order, at most 6, like `3-4-6`.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "\"2-3-4\"",
            put: "\"2-3\"",
            told: &[
                "protocol/courses.toml: goal `acne-scars`: `2-3` is not a range of sessions. Write low-most-high in rising order, at most 6, like `3-4-6`.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "sources = [\"costa2014var\", \"juhasz2020\"]",
            put: "sources = []",
            told: &[
                "protocol/courses.toml: goal `chickenpox-scars`: There is no source. Name at least one in `sources`.",
            ],
        },
    ]);
}

#[test]
fn a_rule_without_what_it_needs() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "wait = \"2 weeks\"\nfrom = \"recent.botox.when\"",
            put: "from = \"recent.botox.when\"",
            told: &[
                "protocol/rules.toml: rule `recent-botox`: It counts from a date but names no wait. Add `wait = \"…\"`.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "basis = [\"expert\"]\nsources = [\"EXPERT\"]",
            put: "basis = [\"expert\"]\nsources = []",
            told: &[
                "protocol/rules.toml: rule `strong-steroid-cream-area`: There is no source. Name at least one in `sources`.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"age >= 18 and age < 22\"",
            put: "when = \"age >= 18 and age < 22\"\nunsure = \"defer\"",
            told: &[
                "protocol/rules.toml: rule `age-18-21`: `unsure` must be at least `review` and not stricter than the rule itself.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"age >= 18 and age < 22\"",
            put: "when = \"age >= 18 and age < 22\"\nunsure = \"note\"",
            told: &[
                "protocol/rules.toml: rule `age-18-21`: `unsure` must be at least `review` and not stricter than the rule itself.",
            ],
        },
    ]);
}

#[test]
fn a_date_that_is_none() {
    each_is_told(&[
        Mistake {
            file: "protocol.toml",
            find: "review-by = \"2027-11-22\"",
            put: "review-by = \"2027-02-29\"",
            told: &[
                "protocol/protocol.toml: `2027-02-29` is not a date. Write it like `2026-11-22`.",
            ],
        },
        Mistake {
            file: "protocol.toml",
            find: "released = \"2026-11-22\"",
            put: "released = \"22.11.2026\"",
            told: &[
                "protocol/protocol.toml: `22.11.2026` is not a date. Write it like `2026-11-22`.",
            ],
        },
    ]);
}

//! What answers can bring about together: what contradicts itself only through places, times and other
//! rules, and what does not.

use super::{Mistake, each_is_told};

const NEVER: &str = "protocol/care.toml: care `ask-split`: Its condition can never hold. Look for parts that contradict each other.";

#[test]
fn several_areas_are_two_at_least() {
    each_is_told(&[
        Mistake {
            file: "care.toml",
            find: "when = \"several-areas\"",
            put: "when = \"several-areas and areas-head:face and not areas-head:eyelids and not areas-head:under-eye and not areas-head:neck and not areas-head:scalp and not areas-body:chest and not areas-body:breasts and not areas-body:abdomen and not areas-body:back and not areas-body:arms and not areas-body:underarms and not areas-body:buttocks and not areas-body:legs\"",
            told: &[NEVER],
        },
        Mistake {
            file: "care.toml",
            find: "when = \"several-areas\"",
            put: "when = \"areas-head:face and areas-head:neck and not several-areas\"",
            told: &[NEVER],
        },
        Mistake {
            file: "care.toml",
            find: "when = \"several-areas\"",
            put: "when = \"areas-head:face and areas-head:neck and several-areas\"",
            told: &[],
        },
    ]);
}

/// Of several areas, one that an answer is not about is none where a rule about areas fires for it.
#[test]
fn an_answer_about_a_place_is_about_no_other() {
    each_is_told(&[Mistake {
        file: "rules.toml",
        find: "when = \"skin-today:rash\"",
        put: "when = \"skin-today:rash and several-areas and area(face) and not skin-today.rash.where:face\"",
        told: &[
            "protocol/rules.toml: rule `eczema-psoriasis-active-area`: It can never fire: its condition can never hold. Look for parts that contradict each other.",
        ],
    }]);
}

#[test]
fn answers_to_a_list_go_together() {
    each_is_told(&[Mistake {
        file: "care.toml",
        find: "when = \"several-areas\"",
        put: "when = \"medicines:isotretinoin and medicines:other-retinoid\"",
        told: &[],
    }]);
}

/// A fresh tan defers for two weeks, or for four.
#[test]
fn the_longer_wait_of_a_rule_counts() {
    each_is_told(&[Mistake {
        file: "rules.toml",
        find: "when = \"sun:tan\"",
        put: "when = \"sun:tan and since(sun.tan.when) >= 3 weeks\"",
        told: &[],
    }]);
}

/// Rules that are stricter only under a further condition, or only without it.
#[test]
fn a_rule_that_another_one_overrules_under_its_condition() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "when = \"scars:slow-healing\"",
            put: "when = \"scars:slow-healing and conditions:sarcoidosis and conditions.sarcoidosis.lumps:yes\"",
            told: &[
                "protocol/rules.toml: rule `poor-healing`: It can never decide: whenever it fires, a stricter rule fires, too. Leave it out, or narrow the stricter rule.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"scars:numb-swollen\"",
            put: "when = \"scars:numb-swollen and spots:changing-here\"",
            told: &[
                "protocol/rules.toml: rule `numb-swollen-area`: It can never decide: whenever it fires, a stricter rule fires, too. Leave it out, or narrow the stricter rule.",
            ],
        },
    ]);
}

#[test]
fn a_wait_that_the_quiz_does_not_ask_about() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "from = \"recent.botox.when\"\nasked-back = \"2 weeks\"",
            put: "from = \"recent.botox.when\"\nasked-back = \"1 weeks\"",
            told: &[
                "protocol/rules.toml: rule `recent-botox`: The quiz has to ask about all of the wait. Make `asked-back` as long as `wait`, or leave it out where the quiz asks about all time or counts from no date.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"skin-today:rash\"",
            put: "when = \"skin-today:rash\"\nasked-back = \"4 weeks\"",
            told: &[
                "protocol/rules.toml: rule `eczema-psoriasis-active-area`: The quiz has to ask about all of the wait. Make `asked-back` as long as `wait`, or leave it out where the quiz asks about all time or counts from no date.",
            ],
        },
    ]);
}

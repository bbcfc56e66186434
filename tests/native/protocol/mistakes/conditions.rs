//! Mistakes in conditions and in the names that they use.

use super::{Mistake, each_is_told};

const RULES: &str = "rules.toml";
const PREGNANT: &str = "when = \"pregnancy:yes\"";

/// The same place in the rules, worded in another way.
const fn when(put: &'static str, told: &'static [&'static str]) -> Mistake {
    Mistake {
        file: RULES,
        find: PREGNANT,
        put,
        told,
    }
}

#[test]
fn a_condition_that_cannot_be_read() {
    each_is_told(&[
        when(
            "when = \"pregnancy:yes breastfeeding:yes\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `pregnancy:yes breastfeeding:yes` cannot be read: `breastfeeding` is not expected here. Join parts with `and` or `or`.",
            ],
        ),
        when(
            "when = \"pregnancy = yes\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `pregnancy = yes` cannot be read: `=` cannot stand in a condition.",
            ],
        ),
        when(
            "when = \"age > 22\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `age > 22` cannot be read: `>` cannot stand in a condition.",
            ],
        ),
        when(
            "when = \"(pregnancy:yes\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `(pregnancy:yes` cannot be read: `)` is missing before the end.",
            ],
        ),
        when(
            "when = \"(pregnancy:yes or (age < 18)\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `(pregnancy:yes or (age < 18)` cannot be read: `)` is missing before the end.",
            ],
        ),
        when(
            "when = \"pregnancy:yes or\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `pregnancy:yes or` cannot be read: A name is missing before the end.",
            ],
        ),
        when(
            "when = \"pregnancy:(yes)\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `pregnancy:(yes)` cannot be read: A name is missing before `(`.",
            ],
        ),
        when(
            "when = \"\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `` cannot be read: A name is missing before the end.",
            ],
        ),
        when(
            "when = \"age < old\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `age < old` cannot be read: `old` is not a whole number.",
            ],
        ),
        when(
            "when = \"pregnancy\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `pregnancy` cannot be read: `pregnancy` must be followed by `:` and an option, or by `<` or `>=` and a number, not by the end.",
            ],
        ),
        when(
            "when = \"anywhere(spots)\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `anywhere(spots)` cannot be read: `:` is missing before `)`.",
            ],
        ),
        when(
            "when = \"since(scar-age) 6 months\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The condition `since(scar-age) 6 months` cannot be read: `scar-age` must be followed by `:` and an option, or by `<` or `>=` and a number, not by `6`.",
            ],
        ),
    ]);
}

#[test]
fn a_name_that_nothing_has() {
    each_is_told(&[
        when(
            "when = \"pregnency:yes\"",
            &[
                "protocol/rules.toml: rule `pregnant`: There is no question `pregnency`. Did you mean `pregnancy`?",
            ],
        ),
        when(
            "when = \"zzzzzzzzzzzz:yes\"",
            &["protocol/rules.toml: rule `pregnant`: There is no question `zzzzzzzzzzzz`."],
        ),
        when(
            "when = \"pregnancy:yess\"",
            &[
                "protocol/rules.toml: rule `pregnant`: The question `pregnancy` has no option `yess`. Did you mean `yes`?",
            ],
        ),
        when(
            "when = \"area(fase)\"",
            &[
                "protocol/rules.toml: rule `pregnant`: There is no area `fase`. Did you mean `face`?",
            ],
        ),
        when(
            "when = \"goal(cellulit)\"",
            &[
                "protocol/rules.toml: rule `pregnant`: There is no goal `cellulit`. Did you mean `cellulite`?",
            ],
        ),
        Mistake {
            file: RULES,
            find: "then = \"breastfeeding\"",
            put: "then = \"breastfeding\"",
            told: &[
                "protocol/rules.toml: rule `pregnant`: There is no rule `breastfeding`. Did you mean `breastfeeding`?",
            ],
        },
        Mistake {
            file: RULES,
            find: "\"CLIN-PREG\"",
            put: "\"CLIN-PREGG\"",
            told: &[
                "protocol/rules.toml: rule `pregnant`: There is no source `CLIN-PREGG`. Did you mean `CLIN-PREG`?",
            ],
        },
        Mistake {
            file: RULES,
            find: "from = \"recent.botox.when\"",
            put: "from = \"recent.botox.wen\"",
            told: &[
                "protocol/rules.toml: rule `recent-botox`: There is no question `recent.botox.wen`. Did you mean `recent.botox.when`?",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "about = \"recent:botox\"",
            put: "about = \"recent:botoks\"",
            told: &[
                "protocol/questions.toml: question `recent.botox.when`: The question `recent` has no option `botoks`. Did you mean `botox`?",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "severity = \"goals-scars.acne-scars.severity\"",
            put: "severity = \"goals-scars.acne-scars.severty\"",
            told: &[
                "protocol/courses.toml: goal `acne-scars`: There is no question `goals-scars.acne-scars.severty`. Did you mean `goals-scars.acne-scars.severity`?",
            ],
        },
        Mistake {
            file: "protocol.toml",
            find: "treatment:rf",
            put: "treatment:fr",
            told: &[
                "protocol/protocol.toml: The question `treatment` has no option `fr`. Did you mean `rf`?",
            ],
        },
    ]);
}

/// A span is read in rules and in conditions alike.
#[test]
fn a_length_of_time_that_is_none() {
    each_is_told(&[
        Mistake {
            file: RULES,
            find: "wait = \"2 weeks\"",
            put: "wait = \"a fortnight\"",
            told: &[
                "protocol/rules.toml: rule `open-wound-irritated-area`: `a fortnight` is not a length of time. Write it like `2 weeks`, `6 months` or `10 days`.",
            ],
        },
        when(
            "when = \"since(scar-age) >= 6 moons\"",
            &[
                "protocol/rules.toml: rule `pregnant`: `6 moons` is not a length of time. Write it like `2 weeks`, `6 months` or `10 days`.",
            ],
        ),
        Mistake {
            file: "questions.toml",
            find: "since = \"2..6 months\"",
            put: "since = \"2-6 months\"",
            told: &[
                "protocol/questions.toml: question `scar-age`: `2-6 months` is not a stretch of time. Write it like `0..6 months`, or `12.. months` without an end.",
            ],
        },
    ]);
}

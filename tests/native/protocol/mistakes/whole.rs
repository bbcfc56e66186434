//! Mistakes that show only when the protocol is looked at as a whole.

use super::{Mistake, change, each_is_told, messages, shipped_files};

#[test]
fn a_question_that_hangs_on_a_later_one() {
    each_is_told(&[
        Mistake {
            file: "questions.toml",
            find: "id = \"breastfeeding\"\nkind",
            put: "id = \"breastfeeding\"\nasked = \"life:smoking\"\nkind",
            told: &[
                "protocol/questions.toml: question `breastfeeding`: Whether it is asked hangs on `life`, which is not asked before it. Move it behind that question.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "id = \"breastfeeding\"\nkind",
            put: "id = \"breastfeeding\"\nasked = \"breastfeeding:yes\"\nkind",
            told: &[
                "protocol/questions.toml: question `breastfeeding`: Whether it is asked hangs on `breastfeeding`, which is not asked before it. Move it behind that question.",
            ],
        },
    ]);
}

#[test]
fn a_comparison_of_the_wrong_kind() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "when = \"age < 18\"",
            put: "when = \"pregnancy < 18\"",
            told: &[
                "protocol/rules.toml: rule `under-18`: The answer to `pregnancy` is not a number. `<` and `>=` compare numbers; for times write `since(…)`.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"age < 18\"",
            put: "when = \"since(age) < 18 months\"",
            told: &[
                "protocol/rules.toml: rule `under-18`: The answer to `age` is not a date. `since(…)` counts from a question of the kind `date`.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "from = \"medicines.isotretinoin.when\"",
            put: "from = \"age\"",
            told: &[
                "protocol/rules.toml: rule `isotretinoin-recent`: It counts from `age`, which is not a date. `from` names a question of the kind `date`.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "min = 1\nmax = 120",
            put: "min = 120\nmax = 1",
            told: &[
                "protocol/questions.toml: question `age`: Its least number, 120, is greater than its greatest, 1. Exchange `min` and `max`.",
            ],
        },
    ]);
}

#[test]
fn options_that_overlap() {
    each_is_told(&[
        Mistake {
            file: "questions.toml",
            find: "since = \"2..6 months\"",
            put: "since = \"1..6 months\"",
            told: &[
                "protocol/questions.toml: question `scar-age`: The times of `under-2m` and `2-6m` overlap. Each has to start where the one before it ends.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "since = \"2..6 months\"",
            put: "since = \"3..6 months\"",
            told: &[
                "protocol/questions.toml: question `scar-age`: There is a gap between the times of `under-2m` and `2-6m`. Each has to start where the one before it ends.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "since = \"0..2 months\"",
            put: "since = \"1..2 months\"",
            told: &[
                "protocol/questions.toml: question `scar-age`: No option stands for the time before `under-2m`. The first has to start at 0.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "{ id = \"unknown\", since = \"0.. months\" }",
            put: "{ id = \"unknown\", since = \"12.. months\" }",
            told: &[
                "protocol/questions.toml: question `scar-age`: `unknown` has to count from 0. Whoever does not remember may have been there yesterday.",
            ],
        },
        Mistake {
            file: "words/en/questions.toml",
            find: "options.under-4w = { label = \"Less than 4 weeks ago\" }",
            put: "options.under-4w = { label = \"I do not remember\" }",
            told: &[
                "protocol/words/en/questions.toml: `recent.filler.when`: The options `under-4w` and `unknown` read the same. Word them differently.",
            ],
        },
    ]);
}

#[test]
fn a_question_that_nobody_needs() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "when = \"pregnancy:maybe\"",
            put: "when = \"pregnancy:maybe and breastfeeding:yes and breastfeeding:no\"",
            told: &[
                "protocol/rules.toml: rule `pregnancy-possible`: It can never fire: its condition can never hold. Look for parts that contradict each other.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"breastfeeding:yes\"",
            put: "when = \"pregnancy:yes\"",
            told: &[
                "protocol/questions.toml: question `breastfeeding`: Its answers change nothing: no condition speaks of them. Use it in a condition, or leave it out.",
            ],
        },
        Mistake {
            file: "questions.toml",
            find: "id = \"breastfeeding\"\nkind",
            put: "id = \"breastfeeding\"\nasked = \"pregnancy:yes and pregnancy:no\"\nkind",
            told: &[
                "protocol/questions.toml: question `breastfeeding`: No answers lead to it: its condition can never hold. Look for parts that contradict each other.",
                "protocol/rules.toml: rule `breastfeeding`: It can never fire: its condition can never hold. Look for parts that contradict each other.",
            ],
        },
    ]);
}

#[test]
fn conditions_that_contradict_themselves() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "when = \"age >= 18 and age < 22\"",
            put: "when = \"age >= 22 and age < 18\"",
            told: &[
                "protocol/rules.toml: rule `age-18-21`: It can never fire: its condition can never hold. Look for parts that contradict each other.",
            ],
        },
        Mistake {
            file: "protocol.toml",
            find: "treatment:rf or",
            put: "treatment:rf and",
            told: &[
                "protocol/protocol.toml: `out-of-scope`: Its condition can never hold. Look for parts that contradict each other.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "when = \"age < 22 or age >= 75\"",
            put: "when = \"age < 22 and age >= 75\"",
            told: &[
                "protocol/courses.toml: modifier `age-few-studied`: Its condition can never hold. Look for parts that contradict each other.",
            ],
        },
        Mistake {
            file: "courses.toml",
            find: "when = \"goals-scars:chickenpox-scars\"",
            put: "when = \"goals-scars:chickenpox-scars and area(face) and area(neck)\"",
            told: &[
                "protocol/courses.toml: goal `chickenpox-scars`: Its condition can never hold. Look for parts that contradict each other.",
            ],
        },
        Mistake {
            file: "care.toml",
            find: "when = \"several-areas\"",
            put: "when = \"medicines:none and medicines:isotretinoin\"",
            told: &[
                "protocol/care.toml: care `ask-split`: Its condition can never hold. Look for parts that contradict each other.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"medicines:isotretinoin and not medicines.isotretinoin.when:now\"",
            put: "when = \"medicines:isotretinoin and since(medicines.isotretinoin.when) >= 7 months\"",
            told: &[
                "protocol/rules.toml: rule `isotretinoin-recent`: It can never fire: its condition holds only when its wait is over. Look for parts that contradict each other.",
            ],
        },
    ]);
}

#[test]
fn rules_that_decide_nothing() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "when = \"pregnancy:maybe\"",
            put: "when = \"pregnancy:yes\"",
            told: &[
                "protocol/rules.toml: rule `pregnancy-possible`: It can never decide: whenever it fires, a stricter rule fires, too. Leave it out, or narrow the stricter rule.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"medicines:other-retinoid\"",
            put: "when = \"medicines:other-retinoid and age < 18\"",
            told: &[
                "protocol/rules.toml: rule `other-oral-retinoid`: It can never decide: whenever it fires, a stricter rule fires, too. Leave it out, or narrow the stricter rule.",
            ],
        },
    ]);
}

#[test]
fn a_goal_or_an_area_that_hangs_on_another() {
    each_is_told(&[
        Mistake {
            file: "courses.toml",
            find: "when = \"goals-scars:chickenpox-scars\"",
            put: "when = \"goal(acne-scars)\"",
            told: &[
                "protocol/courses.toml: goal `chickenpox-scars`: It hangs on another goal, `acne-scars`. Name the options instead.",
            ],
        },
        Mistake {
            file: "areas.toml",
            find: "when = \"areas-head:face\"",
            put: "when = \"area(neck)\"",
            told: &[
                "protocol/areas.toml: area `face`: Whether an area is chosen can hang on options only.",
            ],
        },
    ]);
}

#[test]
fn a_wait_without_an_anchor() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "wait = \"6 months\"\nfrom = \"medicines.isotretinoin.when\"\nasked-back = \"12 months\"\n",
            put: "",
            told: &[],
        },
        Mistake {
            file: "words/en/rules.toml",
            find: "until = \"a pregnancy test is negative\"\n",
            put: "",
            told: &[
                "protocol/rules.toml: rule `pregnancy-possible`: It defers, but neither counts from a date nor says what to wait for. Name a date question in `from`, or add `until` to its words.",
            ],
        },
    ]);
}

#[test]
fn a_hand_over_that_leads_nowhere() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "then = \"breastfeeding\"",
            put: "then = \"brestfeeding\"",
            told: &[
                "protocol/rules.toml: rule `pregnant`: There is no rule `brestfeeding`. Did you mean `breastfeeding`?",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "then = \"breastfeeding\"",
            put: "then = \"pregnant\"",
            told: &[
                "protocol/rules.toml: rule `pregnant`: Its hand-over to `pregnant` leads back to itself. Name the rule that holds once the wait has ended.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "then = \"isotretinoin-6-12m\"",
            put: "then = \"pregnant\"",
            told: &[
                "protocol/rules.toml: rule `isotretinoin-recent`: It hands over to `pregnant`, which is stricter. A wait that has ended cannot make things worse.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "when = \"medicines:isotretinoin and since(medicines.isotretinoin.when) >= 6 months and since(medicines.isotretinoin.when) < 12 months\"",
            put: "when = \"medicines:isotretinoin and since(medicines.isotretinoin.when) < 6 months and not medicines.isotretinoin.when:now\"",
            told: &[
                "protocol/rules.toml: rule `isotretinoin-recent`: Its hand-over leads nowhere: `isotretinoin-6-12m` never fires without it. Name the rule that holds once the wait has ended.",
            ],
        },
    ]);
}

#[test]
fn a_statement_without_evidence() {
    each_is_told(&[
        Mistake {
            file: "rules.toml",
            find: "basis = [\"regulator\", \"trial\"]",
            put: "basis = []",
            told: &[
                "protocol/rules.toml: rule `under-18`: It does not say what it rests on. Name at least one kind of evidence in `basis`.",
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
        Mistake {
            file: "courses.toml",
            find: "sources = [\"nhs-chelwest\", \"absuk\"]\n",
            put: "",
            told: &[
                "protocol/courses.toml: modifier `scar-below-face`: There is no source. Name at least one in `sources`.",
            ],
        },
        Mistake {
            file: "care.toml",
            find: "sources = [\"CELLULITIS\", \"EMLA\"]",
            put: "sources = [\"CELULITIS\", \"EMLA\"]",
            told: &[
                "protocol/care.toml: text `help-now`: There is no source `CELULITIS`. Did you mean `CELLULITIS`?",
            ],
        },
        Mistake {
            file: "care.toml",
            find: "\"MDCG\", \"MHRA\"]",
            put: "\"MDCG\"]",
            told: &[
                "protocol/sources.toml: source `MHRA`: Nothing cites it. Cite it, or leave it out.",
            ],
        },
        Mistake {
            file: "care.toml",
            find: "id = \"help-now\"",
            put: "id = \"help-noww\"",
            told: &[
                "protocol/care.toml: text `help-noww`: The interface has no such text. Did you mean `help-now`?",
            ],
        },
        Mistake {
            file: "care.toml",
            find: "days = [-14, -1]",
            put: "days = [-1, -14]",
            told: &[
                "protocol/care.toml: care `before-sun`: Its first day comes after its last day. Days before the session are negative: `days = [-14, -1]`.",
            ],
        },
        Mistake {
            file: "rules.toml",
            find: "sources = [\"NCT-ACNE\", \"NCT-NECK\", \"EXPERT\"]",
            put: "sources = [\"NCT-ACNE\", \"NCT-NECK\", \"EXPERT\"]\nreview-by = \"2027-02-30\"",
            told: &[
                "protocol/rules.toml: rule `pregnancy-possible`: `2027-02-30` is not a date. Write it like `2026-11-22`.",
            ],
        },
    ]);
}

/// What is told of a list's length when a question of eight options gets more.
fn told_of_length(more: usize) -> Vec<String> {
    const FIRST: &str = "options = [\n  { id = \"smoking\" },";
    let more: String = (0..more)
        .map(|n| format!("  {{ id = \"more-{n}\" }},\n"))
        .collect();
    let mut files = shipped_files();
    change(
        &mut files,
        &Mistake {
            file: "questions.toml",
            find: FIRST,
            put: format!("{FIRST}\n{more}").leak(),
            told: &[],
        },
    );
    let mut told = messages(&files);
    told.retain(|message| message.contains("are possible"));
    told
}

#[test]
fn a_list_that_is_too_long_for_a_set() {
    // With "none of these" and "not sure" there are ten.
    assert_eq!(told_of_length(22), Vec::<String>::new());
    assert_eq!(
        told_of_length(23),
        [
            "protocol/questions.toml: options of `life`: There are 33 of them; at most 32 are possible. Leave some out, or ask a developer."
        ]
    );
}

//! For each kind of mistake in a translation: a smallest bad change to the real files, and the exact
//! message that stops the build.

use microneedling_quiz::protocol::source::translations;

use crate::protocol::{compiled, shipped_files};

/// A change to a file: what stands there once replaced by something else.
struct Mistake {
    file: &'static str,
    find: &'static str,
    put: &'static str,
    /// Every message that follows, as it is printed.
    told: &'static [&'static str],
}

/// Makes each mistake alone, and compares what is told.
fn each_is_told(mistakes: &[Mistake]) {
    let mut compiled = compiled();
    let all = compiled.languages.clone();
    let mut wrong = Vec::new();
    for Mistake {
        file,
        find,
        put,
        told,
    } in mistakes
    {
        let mut files = shipped_files();
        let text = files.get_mut(*file).unwrap();
        assert!(text.contains(find), "`{find}` no longer stands in {file}");
        *text = text.replacen(find, put, 1);
        // The other languages have nothing to do with it.
        compiled.languages.clone_from(&all);
        let folder = |tag: &str| file.starts_with(&format!("words/{tag}/"));
        compiled
            .languages
            .retain(|language| language.tag == "en" || folder(&language.tag));
        let problems = translations(&files, &compiled).err().unwrap_or_default();
        let found: Vec<_> = problems.iter().map(ToString::to_string).collect();
        if found != *told {
            let (found, told) = (found.join("\n    "), told.join("\n    "));
            wrong.push(format!(
                "{file}: `{put}`\n  told\n    {found}\n  expected\n    {told}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_shipped_translations_have_no_problems() {
    let files = shipped_files();
    if let Err(problems) = translations(&files, &compiled()) {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"));
    }
}

#[test]
fn a_missing_file() {
    let mut files = shipped_files();
    files.remove("words/es/care.toml");
    let problems = translations(&files, &compiled()).err().unwrap_or_default();
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["protocol/words/es/care.toml: The file is missing."]);
}

#[test]
fn a_missing_entry() {
    each_is_told(&[
        Mistake {
            file: "words/es/ui.toml",
            find: "back = \"Atrás\"\n",
            put: "",
            told: &[
                "protocol/words/es/ui.toml: `back`: This text is missing. In English it is “Back”",
            ],
        },
        Mistake {
            file: "words/ar/areas.toml",
            find: "label = \"الوجه\"\n",
            put: "",
            told: &[
                "protocol/words/ar/areas.toml: `face.label`: This text is missing. In English it is “Face”",
            ],
        },
    ]);
}

#[test]
fn an_extra_entry() {
    each_is_told(&[
        Mistake {
            file: "words/es/ui.toml",
            find: "back = ",
            put: "baack = \"Atrás\"\nback = ",
            told: &[
                "protocol/words/es/ui.toml: `baack`: There is no such text in English. Did you mean `back`?",
            ],
        },
        // A line of a list too many.
        Mistake {
            file: "words/es/ui.toml",
            find: "en los párpados\"\"\"",
            put: "en los párpados\nen los labios\"\"\"",
            told: &[
                "protocol/words/es/ui.toml: `not-for`: This text has 8 lines, and the English 7. Each line is an item of a list.",
            ],
        },
    ]);
}

#[test]
fn a_malformed_entry() {
    each_is_told(&[
        Mistake {
            file: "words/es/ui.toml",
            find: "back = \"Atrás\"",
            put: "back = 3",
            told: &[
                "protocol/words/es/ui.toml: `back`: This is no text. Write it between quotation marks.",
                "protocol/words/es/ui.toml: `back`: This text is missing. In English it is “Back”",
            ],
        },
        Mistake {
            file: "words/es/ui.toml",
            find: "back = \"Atrás\"",
            put: "back = \" \"",
            told: &[
                "protocol/words/es/ui.toml: `back`: This text is empty.",
                "protocol/words/es/ui.toml: `back`: This text is missing. In English it is “Back”",
            ],
        },
        Mistake {
            file: "words/es/areas.toml",
            find: "label = \"Cara\"",
            put: "label = \"La parte de delante de la cabeza, desde la frente hasta la barbilla y de oreja a oreja\"",
            told: &[
                "protocol/words/es/areas.toml: `face.label`: The label has 86 characters. More than 84 are hard to read on a phone.",
            ],
        },
    ]);
}

#[test]
fn placeholders() {
    each_is_told(&[
        Mistake {
            file: "words/es/later.toml",
            find: "earliest = \"No antes del {date}.\"",
            put: "earliest = \"No antes.\"",
            told: &[
                "protocol/words/es/later.toml: `earliest`: The placeholder `{date}` is missing.",
            ],
        },
        Mistake {
            file: "words/es/later.toml",
            find: "earliest = \"No antes del {date}.\"",
            put: "earliest = \"No antes del {fecha}.\"",
            told: &[
                "protocol/words/es/later.toml: `earliest`: The placeholder `{date}` is missing.",
                "protocol/words/es/later.toml: `earliest`: There is no placeholder `{fecha}` in English.",
            ],
        },
        Mistake {
            file: "words/es/later.toml",
            find: "earliest = \"No antes del {date}.\"",
            put: "earliest = \"No antes del {date}, {date}.\"",
            told: &[
                "protocol/words/es/later.toml: `earliest`: The placeholder `{date}` stands 2 times, and in English 1 times.",
            ],
        },
        Mistake {
            file: "words/es/later.toml",
            find: "earliest = \"No antes del {date}.\"",
            put: "earliest = \"No antes del {date.\"",
            told: &["protocol/words/es/later.toml: `earliest`: A brace has no pair."],
        },
        Mistake {
            file: "words/es/outcomes.toml",
            find: "{studies} grupos de personas que solo",
            put: "9 grupos de personas que solo",
            told: &[
                "protocol/words/es/outcomes.toml: `acne-scars-softer.tell`: The placeholder `{studies}` is missing.",
            ],
        },
    ]);
}

#[test]
fn plural_forms() {
    let spanish =
        "sources-count = { one = \"{n} fuente\", many = \"{n} fuentes\", other = \"{n} fuentes\" }";
    each_is_told(&[
        Mistake {
            file: "words/es/later.toml",
            find: spanish,
            put: "sources-count = { one = \"{n} fuente\", other = \"{n} fuentes\" }",
            told: &[
                "protocol/words/es/later.toml: `sources-count`: The plural form `many` is missing.",
            ],
        },
        Mistake {
            file: "words/es/later.toml",
            find: "sources-count = { one",
            put: "sources-count = { few = \"{n} fuentes\", one",
            told: &[
                "protocol/words/es/later.toml: `sources-count`: The language has no plural form `few`.",
            ],
        },
        Mistake {
            file: "words/es/later.toml",
            find: spanish,
            put: "sources-count = \"{n} fuentes\"",
            told: &[
                "protocol/words/es/later.toml: `sources-count`: This text depends on a number. Write it like `sources-count = { one = \"…\", other = \"…\" }`.",
            ],
        },
        Mistake {
            file: "words/es/ui.toml",
            find: "back = \"Atrás\"",
            put: "back = { one = \"Atrás\", many = \"Atrás\", other = \"Atrás\" }",
            told: &[
                "protocol/words/es/ui.toml: `back`: This text does not depend on a number. Write it like `back = \"…\"`.",
            ],
        },
        // One may be said without its number, any other may not.
        Mistake {
            file: "words/es/later.toml",
            find: spanish,
            put: "sources-count = { one = \"una fuente\", many = \"{n} fuentes\", other = \"fuentes\" }",
            told: &[
                "protocol/words/es/later.toml: `sources-count.other`: The placeholder `{n}` is missing.",
            ],
        },
    ]);
}

#[test]
fn guarded_wording() {
    each_is_told(&[
        Mistake {
            file: "words/es/later.toml",
            find: "tag-suitable = \"Puede convenirle\"",
            put: "tag-suitable = \"Es seguro\"",
            told: &[
                "protocol/words/es/later.toml: `tag-suitable`: The headline says “seguro”, which promises too much for a headline. Say “may suit you”, “not yet” or “see a clinician”.",
            ],
        },
        Mistake {
            file: "words/es/rules.toml",
            find: "title = \"Está embarazada\"",
            put: "title = \"Tiene hepatitis\"",
            told: &[
                "protocol/words/es/rules.toml: `pregnant.title`: The title says “hepatitis”, and nobody is asked about that by name. Say it without the name.",
            ],
        },
        Mistake {
            file: "words/es/care.toml",
            find: "Nunca arranque, frote ni levante las pielecitas.",
            put: "Nunca arranque, frote ni levante las pielecitas. Deje sus pastillas.",
            told: &[
                "protocol/words/es/care.toml: `after-picking.tell`: The tell says “deje”: “Deje sus pastillas.” Nobody may be promised anything, or told to stop a medicine. If this does neither, add the sentence to words/es/guard.toml.",
            ],
        },
        Mistake {
            file: "words/es/guard.toml",
            find: "allow = [\n",
            put: "allow = [\n  \"Deje todo.\",\n",
            told: &[
                "protocol/words/es/guard.toml: `allow`: “Deje todo.” stands nowhere. Leave it out.",
            ],
        },
    ]);
}

#[test]
fn emergency_numbers_without_a_source() {
    each_is_told(&[Mistake {
        file: "words/es/ui.toml",
        find: "(112 en Europa, 911",
        put: "(113 en Europa, 911",
        told: &[
            "protocol/words/es/ui.toml: `emergency`: The number 113 has no source. Add it to the language's `emergency` in words/languages.toml.",
            "protocol/words/es/ui.toml: `emergency`: The number 112 is not named. Take it out of words/languages.toml, or name it.",
        ],
    }]);
}

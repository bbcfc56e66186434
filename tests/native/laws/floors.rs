//! Answers below which the verdict never falls, whatever else was said: sections 5 and 8 of the
//! clinical dossier.

use microneedling_quiz::assess::{Answer, Answers, Chosen, Verdict};
use serde_json::json;

use super::{ensure, hold_for};
use crate::support::{
    Person, Random, date, finish, healthy, line_of, output, people, protocol, question,
};

/// An answer, and the mildest verdict that it allows.
const FLOORS: [(&str, &str, Verdict); 37] = [
    // Invariant 3: pregnancy.
    ("pregnancy", "yes", Verdict::Exclude),
    ("pregnancy", "maybe", Verdict::Defer),
    ("breastfeeding", "yes", Verdict::Defer),
    // Invariant 4: what a leading device label rules out.
    ("spots", "skin-cancer-here", Verdict::Exclude),
    ("skin-today", "wound", Verdict::Defer),
    ("allergies", "steel", Verdict::Exclude),
    ("allergies", "numbing", Verdict::Exclude),
    ("health", "bleeding", Verdict::Exclude),
    ("medicines.isotretinoin.when", "now", Verdict::Defer),
    // Invariant 5: keloids, whatever the goal.
    ("scars", "keloid", Verdict::Exclude),
    ("scars", "raised-cannot-tell", Verdict::Exclude),
    (
        "goals-scars.keloid-raised-scars.outgrew",
        "yes",
        Verdict::Exclude,
    ),
    (
        "goals-scars.keloid-raised-scars.outgrew",
        "cannot-tell",
        Verdict::Exclude,
    ),
    // The other exclusions.
    ("allergies", "needling", Verdict::Exclude),
    ("conditions.ctd.activity", "active", Verdict::Exclude),
    ("conditions.sarcoidosis.lumps", "yes", Verdict::Exclude),
    ("areas-head", "eyelids", Verdict::Exclude),
    // Deferrals that wait for something.
    ("skin-today", "infection", Verdict::Defer),
    ("skin-today", "cold-sore", Verdict::Defer),
    ("skin-today", "warts", Verdict::Defer),
    ("skin-today", "rash", Verdict::Defer),
    ("skin-today", "sunburn", Verdict::Defer),
    ("skin-today.acne.amount", "inflamed", Verdict::Defer),
    ("skin-today.rosacea.state", "flaring", Verdict::Defer),
    ("spots", "changing-here", Verdict::Defer),
    ("spots", "rough-patches", Verdict::Defer),
    ("health", "ill-now", Verdict::Defer),
    ("health.diabetes.control", "poor", Verdict::Defer),
    ("health.chemotherapy.when", "now", Verdict::Defer),
    ("health.radiotherapy-here.when", "now", Verdict::Defer),
    // A date that is not remembered postpones.
    ("recent.botox.when", "unknown", Verdict::Defer),
    ("recent.needling.when", "unknown", Verdict::Defer),
    ("medicines.isotretinoin.when", "unknown", Verdict::Defer),
    // "Not sure" about something that excludes or defers.
    ("allergies", "unsure", Verdict::Review),
    ("health", "unsure", Verdict::Review),
    ("scars", "unsure", Verdict::Review),
    ("skin-today", "unsure", Verdict::Review),
];

/// Gives this answer, and whatever answers bring its question onto the path.
fn force(answers: &mut Answers, id: &str, option: &str) {
    let id = question(id);
    let asked = protocol().question(id);
    let option = asked
        .option(option)
        .unwrap_or_else(|| panic!("{} has no option {option}", asked.id));
    if let Some((parent, of)) = asked.about {
        let (parent, of) = (
            protocol().question(parent).id,
            protocol().option(parent, of).id,
        );
        force(answers, parent, of);
    }
    let chosen = answers.chosen(id);
    let none = asked.with_role(microneedling_quiz::protocol::Role::None);
    let chosen = match asked.kind {
        microneedling_quiz::protocol::Kind::Multi => none
            .map_or(chosen, |none| chosen.without(none))
            .with(option),
        _ => Chosen::one(option),
    };
    answers.set(id, Some(Answer::Options(chosen)));
}

#[test]
fn the_verdict_never_falls_below_the_floor_of_an_answer() {
    for (index, (id, option, floor)) in FLOORS.into_iter().enumerate() {
        let said = people(700 + index as u64, 500).map(|person| {
            let mut answers = person.answers.clone();
            force(&mut answers, id, option);
            finish(&mut Random::new(index as u64), person.today, answers)
        });
        hold_for(said, |person, _| {
            // Shrinking takes answers away; without this one there is no floor.
            if !person.has(question(id), option) {
                return Ok(());
            }
            let verdict = person.assessment().verdict;
            ensure(verdict >= floor, || {
                format!("{id}:{option} and yet {verdict:?}")
            })
        });
    }
}

#[test]
fn nobody_under_18_gets_past_exclude() {
    let young = people(750, 2_000).enumerate().map(|(index, person)| {
        let mut answers = person.answers.clone();
        answers.set(
            question("age"),
            Some(Answer::Number(1 + (index % 17) as u16)),
        );
        Person { answers, ..person }
    });
    hold_for(young, |person, _| {
        let verdict = person.assessment().verdict;
        ensure(verdict >= Verdict::Exclude, || format!("{verdict:?}"))
    });
}

/// Invariant 13: ages at their boundaries.
#[test]
fn ages_at_their_boundaries() {
    for (age, verdict) in [
        (1, "exclude"),
        (17, "exclude"),
        (18, "review"),
        (21, "review"),
        (22, "suitable"),
        (60, "suitable"),
        (120, "suitable"),
    ] {
        let told = output(&line_of(
            &healthy(json!({ "age": age })),
            date("2026-11-22"),
        ));
        assert_eq!(told["verdict"], verdict, "at {age}");
    }
}

/// Invariant 7: any set of notes alone stays suitable.
#[test]
fn notes_alone_stay_suitable() {
    let notes = [
        ("treatment", json!("products")),
        ("spots", json!(["moles", "tattoo", "changing-elsewhere"])),
        ("conditions", json!(["eczema-psoriasis"])),
        ("sun", json!(["deeper-tone", "strong-sun"])),
        (
            "medicines",
            json!([
                "sun-medicine",
                "active-creams",
                "blood-thinning",
                "isotretinoin"
            ]),
        ),
        ("recent", json!(["home-roller", "hair-removal"])),
        (
            "life",
            json!([
                "smoking",
                "alcohol",
                "needles",
                "event-soon",
                "perfect",
                "topical-penetration"
            ]),
        ),
    ];
    let details = [
        (
            "conditions",
            "eczema-psoriasis",
            "conditions.eczema-psoriasis.kind",
            "childhood",
        ),
        (
            "medicines",
            "blood-thinning",
            "medicines.blood-thinning.who",
            "own",
        ),
        (
            "medicines",
            "isotretinoin",
            "medicines.isotretinoin.when",
            "6-12m",
        ),
        ("life", "needles", "life.needles.reaction", "fear"),
    ];
    let mut random = Random::new(760);
    for _ in 0..1_000 {
        let mut sheet = healthy(json!({}));
        for (id, answer) in &notes {
            let answer = match answer.as_array() {
                None if random.percent(50) => answer.clone(),
                None => continue,
                Some(options) => {
                    let some: Vec<_> = options.iter().filter(|_| random.percent(40)).collect();
                    if some.is_empty() {
                        json!(["none"])
                    } else {
                        json!(some)
                    }
                }
            };
            sheet.insert((*id).to_owned(), answer);
        }
        for (id, option, detail, answer) in details {
            if sheet[id]
                .as_array()
                .is_some_and(|options| options.contains(&json!(option)))
            {
                sheet.insert(detail.to_owned(), json!(answer));
            }
        }
        let line = line_of(&sheet, date("2026-11-22"));
        let told = output(&line);
        assert_eq!(told["verdict"], "suitable", "{line}\n{told}");
        let effects = told["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| &found["effect"]);
        assert!(
            effects.into_iter().all(|effect| effect == "note"),
            "{line}\n{told}"
        );
    }
}

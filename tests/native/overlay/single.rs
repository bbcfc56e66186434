//! What single overlays do, written by hand.

use microneedling_quiz::assess::{Assessment, Cause, Verdict, assess, assess_partly};
use microneedling_quiz::evidence;
use microneedling_quiz::protocol::{
    Added, Condition, Effect, More, Overlay, Protocol, RuleId, Set,
};
use serde_json::{Value, json};

use crate::support::{answers_of, complete, date, healthy, protocol, question};

fn rule(id: &str) -> RuleId {
    let mut rules = protocol().rule_ids();
    rules
        .find(|rule| protocol().rule(*rule).id == id)
        .expect(id)
}

fn option(question_id: &str, id: &str) -> Condition {
    let question = question(question_id);
    let option = protocol().question(question).option(id).expect(id);
    Condition::Chosen(question, option)
}

fn added(id: &str, effect: Effect, when: Condition) -> Added {
    Added {
        id: id.to_owned(),
        effect,
        areas: Set::new(),
        said: id.to_owned(),
        when,
        text: "We look at this first.".to_owned(),
    }
}

fn told(applied: &Protocol, answers: Value) -> Assessment {
    let answers = complete(&answers_of(&healthy(answers)), date("2026-11-22"));
    assess(applied, &answers)
}

fn rules(applied: &Protocol, assessment: &Assessment) -> Vec<(&'static str, Effect)> {
    let found = assessment.findings.iter();
    let found = found.filter_map(|found| match found.cause {
        Cause::Rule(id) => Some((applied.rule(id).id, found.effect)),
        _ => None,
    });
    found.collect()
}

#[test]
fn nothing_changes_nothing() {
    let overlay = Overlay::default();
    assert!(overlay.is_empty());
    assert_eq!(overlay.digest(protocol()), 0);
    assert_eq!(overlay.apply(protocol()), *protocol());
}

#[test]
fn an_added_finding_has_a_name_of_its_own_and_decides_like_any_other() {
    let overlay = Overlay {
        added: vec![added("smoking", Effect::Defer, option("life", "smoking"))],
        ..Overlay::default()
    };
    let applied = overlay.apply(protocol());
    let smoker = told(&applied, json!({ "life": ["smoking"] }));
    assert_eq!((smoker.verdict, smoker.earliest), (Verdict::Defer, None));
    assert!(rules(&applied, &smoker).contains(&("clinic:smoking", Effect::Defer)));
    let other = told(&applied, json!({}));
    assert_eq!(other.verdict, Verdict::Suitable);
}

#[test]
fn an_added_finding_for_an_area_leaves_the_others_alone() {
    let areas = protocol().area_ids();
    let neck = areas
        .into_iter()
        .find(|area| protocol().area(*area).id == "neck");
    let overlay = Overlay {
        added: vec![Added {
            areas: Set::one(neck.expect("a neck")),
            ..added("no-necks", Effect::Exclude, Condition::Always)
        }],
        ..Overlay::default()
    };
    let applied = overlay.apply(protocol());
    let both = told(
        &applied,
        json!({
            "areas-head": ["face", "neck"],
            "goals-scars.acne-scars.where": ["face", "neck"],
        }),
    );
    let verdicts: Vec<_> = both
        .areas
        .iter()
        .map(|part| part.recommendation.verdict())
        .collect();
    assert_eq!(verdicts, [Verdict::Suitable, Verdict::Exclude]);
    assert_eq!(told(&applied, json!({})).verdict, Verdict::Suitable);
}

#[test]
fn a_raised_effect_and_a_longer_wait_are_at_least_what_the_clinic_says() {
    let recent = json!({
        "medicines": ["isotretinoin"],
        "medicines.isotretinoin.when": "2026-07-22",
    });
    let wait = |count| Overlay {
        longer: vec![(rule("isotretinoin-recent"), count)],
        ..Overlay::default()
    };
    for (count, day) in [(1, "2027-01-22"), (6, "2027-01-22"), (9, "2027-04-22")] {
        let found = told(&wait(count).apply(protocol()), recent.clone());
        assert_eq!(found.earliest, Some(date(day)), "{count} months");
    }
    for (effect, verdict) in [
        (Effect::Note, Verdict::Defer),
        (Effect::Review, Verdict::Defer),
        (Effect::Exclude, Verdict::Exclude),
    ] {
        let overlay = Overlay {
            raised: vec![(rule("isotretinoin-recent"), effect)],
            ..Overlay::default()
        };
        assert_eq!(
            told(&overlay.apply(protocol()), recent.clone()).verdict,
            verdict
        );
    }
}

#[test]
fn more_sessions_stay_within_the_high_end() {
    let base = told(protocol(), json!({})).estimate.expect("a plan");
    let more = |low, most, weeks| {
        let overlay = Overlay {
            more: vec![More {
                goal: None,
                low,
                most,
                weeks,
            }],
            ..Overlay::default()
        };
        told(&overlay.apply(protocol()), json!({}))
            .estimate
            .expect("a plan")
    };
    let numbers = |low, most, weeks| {
        let plan = more(low, most, weeks);
        (
            plan.sessions.low,
            plan.sessions.most,
            plan.sessions.high,
            plan.interval_weeks,
        )
    };
    assert_eq!(
        (base.sessions.low, base.sessions.most, base.sessions.high),
        (3, 4, 6)
    );
    assert_eq!(numbers(0, 0, 0), (3, 4, 6, 4));
    assert_eq!(numbers(1, 1, 1), (3, 4, 6, 4));
    assert_eq!(numbers(5, 0, 0), (5, 5, 6, 4));
    assert_eq!(numbers(9, 0, 0), (6, 6, 6, 4));
    assert_eq!(numbers(0, 5, 6), (3, 5, 6, 6));
    assert_eq!(numbers(0, 0, 52), (3, 4, 6, 6));
}

#[test]
fn a_hidden_goal_is_not_offered_and_a_list_without_options_is_not_asked() {
    let scars = question("goals-scars");
    let all = protocol().question(scars).options.len() as u8;
    let hide = |count: u8| Overlay {
        hidden: (0..count)
            .map(|option| (scars, microneedling_quiz::protocol::OptionId(option)))
            .collect(),
        ..Overlay::default()
    };
    let answers = answers_of(&healthy(json!({})));
    let today = date("2026-11-22");
    let one = hide(1).apply(protocol());
    assert_eq!(
        answers.offered(&one, today, scars).len(),
        usize::from(all) - 1
    );
    assert!(answers.path(&one, today).contains(&scars));
    assert!(
        answers.complete(&one, today).is_err(),
        "acne scars are hidden"
    );
    let none = hide(all).apply(protocol());
    assert!(!answers.path(&none, today).contains(&scars));
}

#[test]
fn the_digest_differs_where_overlays_do_and_the_order_does_not_matter() {
    let smoking = added("smoking", Effect::Defer, option("life", "smoking"));
    let young = added(
        "young",
        Effect::Review,
        Condition::Between(question("age"), 0, 25),
    );
    let of = |added: Vec<Added>| {
        Overlay {
            added,
            ..Overlay::default()
        }
        .digest(protocol())
    };
    let both = of(vec![smoking.clone(), young.clone()]);
    assert_eq!(both, of(vec![young.clone(), smoking.clone()]));
    let stricter = Added {
        effect: Effect::Exclude,
        ..smoking.clone()
    };
    let all = [
        of(vec![]),
        of(vec![smoking]),
        of(vec![young.clone()]),
        both,
        of(vec![stricter, young]),
    ];
    let mut different = all.to_vec();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), all.len(), "{all:?}");
}

/// Links that were made under a clinic's rules name them by this number, so it may not change.
#[test]
fn the_digest_stays_and_counts_every_number() {
    let longer = |count| Overlay {
        longer: vec![(rule("isotretinoin-recent"), count)],
        ..Overlay::default()
    };
    let more = |low, most, weeks| Overlay {
        more: vec![More {
            goal: None,
            low,
            most,
            weeks,
        }],
        ..Overlay::default()
    };
    let all = [
        longer(9),
        longer(10),
        more(3, 0, 0),
        more(0, 3, 0),
        more(0, 0, 3),
        more(4, 0, 0),
    ];
    let digests: Vec<_> = all
        .iter()
        .map(|overlay| overlay.digest(protocol()))
        .collect();
    // Worked out apart from this code: FNV-1a over the parts, each with a zero behind it.
    assert_eq!(
        digests,
        [
            0x5ef2_7b2a,
            0x0aa9_ef56,
            0x5523_17d2,
            0x63c0_c9ea,
            0xba35_9f82,
            0x909a_c93d,
        ]
    );
}

#[test]
fn nobody_is_told_to_change_what_the_clinic_rules_treatment_out_for() {
    let changes = evidence().changes;
    let overlay = Overlay {
        raised: vec![(rule("cold-sore-active"), Effect::Exclude)],
        ..Overlay::default()
    };
    let left = overlay.changes(&overlay.apply(protocol()), changes);
    let gone: Vec<_> = changes
        .iter()
        .filter(|change| !left.contains(change))
        .map(|change| change.id)
        .collect();
    assert_eq!(gone, ["cold-sore-healed"]);
}

/// Whoever was not asked about goals yet has not said no to them.
#[test]
fn what_is_still_to_be_asked_is_not_taken_for_a_no() {
    let scars = option("goals-scars", "acne-scars");
    let overlay = Overlay {
        added: vec![added(
            "only-scars",
            Effect::Exclude,
            Condition::Not(Box::leak(Box::new(scars))),
        )],
        ..Overlay::default()
    };
    let applied = overlay.apply(protocol());
    let today = date("2026-11-22");
    let early = |changes| {
        let answers = answers_of(&healthy(changes));
        assess_partly(&applied, &answers, today).map(|found| found.verdict)
    };
    let open = json!({
        "goals-scars": null,
        "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null,
    });
    assert_eq!(early(open), None);
    let other = json!({
        "goals-scars": null,
        "goals-scars.acne-scars.severity": null, "goals-scars.acne-scars.type": null,
        "goals-skin": ["cellulite"],
    });
    assert_eq!(early(other), Some(Verdict::Exclude));
}

/// A rash is on the face, and "not sure" leaves warts open everywhere: what is certain in one area is
/// certain, whichever of both comes first.
#[test]
fn what_is_certain_somewhere_is_certain() {
    let here = |id: &str, place: &str| match option("skin-today", id) {
        Condition::Chosen(asked, chosen) => Condition::Here(asked, chosen, question(place)),
        other => panic!("{other:?}"),
    };
    let either = vec![
        here("rash", "skin-today.rash.where"),
        here("warts", "skin-today.warts.where"),
    ];
    let overlay = Overlay {
        added: vec![added("skin", Effect::Review, Condition::Any(either.leak()))],
        ..Overlay::default()
    };
    let applied = overlay.apply(protocol());
    for (rash, unsure) in [(Some("face"), false), (Some("neck"), false), (None, true)] {
        let mut answers = json!({
            "areas-head": ["face", "neck"],
            "goals-scars.acne-scars.where": ["face", "neck"],
            "skin-today": ["unsure"],
        });
        if let Some(place) = rash {
            answers["skin-today"] = json!(["rash", "unsure"]);
            answers["skin-today.rash.where"] = json!([place]);
        }
        let found = told(&applied, answers);
        let mine = found.findings.iter().find(
            |found| matches!(found.cause, Cause::Rule(id) if applied.rule(id).id == "clinic:skin"),
        );
        let mine = mine.expect("it fires");
        assert_eq!((mine.unsure, mine.areas.len()), (unsure, 2), "{rash:?}");
    }
}

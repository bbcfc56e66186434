//! Answers below which the verdict never falls: invariants 3, 4, 5, 10 and 11.

use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::Effect;

use super::SHIPPED;

/// Invariant 3.
#[test]
fn pregnancy_and_breastfeeding() {
    let all = &*SHIPPED;
    for (question, option, floor) in [
        ("pregnancy", "yes", Verdict::Exclude),
        ("pregnancy", "maybe", Verdict::Defer),
        ("breastfeeding", "yes", Verdict::Defer),
    ] {
        let claim = all.said(question, option).imp(all.verdicts.at_least(floor));
        all.prove(
            &format!("{question}:{option} is at least {floor:?}"),
            &claim,
        );
    }
}

/// Invariants 4 and 5: where these rules fire, nothing milder than their own class comes out.
#[test]
fn what_labels_forbid_is_never_softened() {
    let all = &*SHIPPED;
    for (rule, effect, floor) in [
        ("skin-cancer-area", Effect::Exclude, Verdict::Exclude),
        ("open-wound-irritated-area", Effect::Defer, Verdict::Defer),
        ("allergy-stainless-steel", Effect::Exclude, Verdict::Exclude),
        (
            "allergy-local-anaesthetic",
            Effect::Exclude,
            Verdict::Exclude,
        ),
        ("bleeding-disorder", Effect::Exclude, Verdict::Exclude),
        ("pregnant", Effect::Exclude, Verdict::Exclude),
        ("breastfeeding", Effect::Defer, Verdict::Defer),
        ("isotretinoin-current", Effect::Defer, Verdict::Defer),
        ("keloid-history", Effect::Exclude, Verdict::Exclude),
        (
            "past-severe-needling-reaction",
            Effect::Exclude,
            Verdict::Exclude,
        ),
        ("under-18", Effect::Exclude, Verdict::Exclude),
        ("ctd-active", Effect::Exclude, Verdict::Exclude),
    ] {
        let judged = all.rule(rule);
        assert!(all.possible(&judged.holds.yes), "{rule} never fires");
        let fires = judged.holds.yes.imp(judged.certain(effect));
        all.prove(&format!("{rule} has its class"), &fires);
        let claim = judged.holds.yes.imp(all.verdicts.at_least(floor));
        all.prove(&format!("{rule} is at least {floor:?}"), &claim);
    }
}

/// Keloids exclude for every goal, also for the goal of treating one.
#[test]
fn keloids_exclude_whatever_the_goal() {
    let all = &*SHIPPED;
    for (question, option) in [
        ("scars", "keloid"),
        ("scars", "raised-cannot-tell"),
        ("goals-scars.keloid-raised-scars.outgrew", "cannot-tell"),
    ] {
        let excluded = all.verdicts.at_least(Verdict::Exclude);
        all.prove(
            &format!("{question}:{option} excludes"),
            &all.said(question, option).imp(excluded),
        );
    }
}

/// Invariants 10 and 11: the rules that bring the sentence about medicines, and the doctor first.
#[test]
fn medicines_and_changing_spots_bring_their_sentences() {
    let all = &*SHIPPED;
    for id in [
        "blood-thinner-prescribed",
        "immunosuppressed",
        "isotretinoin-current",
        "other-oral-retinoid",
        "high-dose-steroid",
        "chemotherapy",
        "cancer-treatment-other",
    ] {
        assert!(all.protocol.rule(all.rule(id).id).medicine, "{id}");
    }
    let lesion = all.rule("suspicious-lesion");
    assert!(all.protocol.rule(lesion.id).alert);
    for option in ["changing-here", "changing-elsewhere"] {
        let claim = all.said("spots", option).imp(
            &lesion
                .fires()
                .or(all.verdicts.at_least(Verdict::OutOfScope)),
        );
        // Seen from one of two areas the spot may lie in the other; it fires there.
        let one_area = all.reader.several.not();
        all.prove(
            &format!("spots:{option} brings the doctor"),
            &one_area.imp(&claim),
        );
    }
}

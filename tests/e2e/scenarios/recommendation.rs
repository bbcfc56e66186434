//! What different people are told at the end.

use std::collections::BTreeMap;

use e2e::{Estimate, Finding, Outcome, Quiz, Setup};
use microneedling_quiz::{
    key,
    protocol::{Date, Span, Unit},
    text::Locale,
};
use serde_json::Value;

use crate::visitor::{Answer, assert_has_foot, assert_says, healthy, healthy_but, visit};

const SESSIONS: Estimate = Estimate {
    low: 3,
    most: 4,
    high: 6,
};

async fn assert_found(quiz: &Quiz<'_>, rule: &str, effect: &str) -> Outcome {
    let finding = Finding {
        rule: rule.to_owned(),
        effect: effect.to_owned(),
    };
    let findings = quiz.findings().await?;
    assert!(
        findings.contains(&finding),
        "not {finding:?} in {findings:?}"
    );
    Ok(())
}

#[test]
fn a_clean_candidate_may_be_suited_and_gets_a_number() -> Outcome {
    visit(async |_, quiz| {
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        assert_eq!(quiz.estimate().await?, Some(SESSIONS));
        assert_found(&quiz, "provider-safety", "note").await?;
        assert_has_foot(&quiz).await
    })
}

const BLEEDING: [Answer; 1] = [("health", "bleeding")];

#[test]
fn an_exclusion_interrupts_and_can_be_seen_at_once() -> Outcome {
    visit(async |_, quiz| {
        quiz.walk(&healthy_but(&BLEEDING), "interruption").await?;
        quiz.press("see-now").await?;
        assert_eq!(quiz.verdict().await?, "exclude");
        assert_eq!(quiz.estimate().await?, None);
        assert_says(&quiz, key::PARTIAL).await?;
        let findings = quiz.findings().await?;
        assert!(findings.iter().any(|finding| finding.effect == "exclude"));
        assert_has_foot(&quiz).await
    })
}

#[test]
fn after_an_exclusion_one_can_go_on_to_the_end() -> Outcome {
    visit(async |_, quiz| {
        quiz.walk(&healthy_but(&BLEEDING), "interruption").await?;
        assert_eq!(quiz.advance().await?, "question", "going on");
        quiz.walk(&healthy_but(&BLEEDING), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "exclude");
        assert_eq!(quiz.estimate().await?, None);
        Ok(())
    })
}

/// The only scenario with the machine's own clock.
#[test]
fn a_deferral_names_the_day_from_which_it_is_over() -> Outcome {
    Setup::default().run(async |browser| {
        browser.open("").await?;
        let script = "const now = new Date();
            return [now.getFullYear(), now.getMonth() + 1, now.getDate()]";
        let today = browser.script(script, vec![]).await?;
        let number = |index| today.get(index).and_then(Value::as_u64).unwrap_or_default();
        let today = Date::new(number(0) as u16, number(1) as u8, number(2) as u8)
            .ok_or("The browser's clock is out of range")?;
        let stopped = Date::from_days(today.days() - 40);
        let wait = Span {
            count: 6,
            unit: Unit::Months,
        };
        let over = Locale::english().date(stopped.plus(wait));

        let quiz = browser.quiz();
        let stopped = stopped.to_string();
        let answers = healthy_but(&[
            ("medicines", "isotretinoin"),
            ("medicines.isotretinoin.when", &stopped),
        ]);
        quiz.walk(&answers, "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "defer");
        assert_found(&quiz, "isotretinoin-recent", "defer").await?;
        let heading = quiz.heading().await?;
        assert!(heading.contains(&over), "not {over} in “{heading}”");
        let finding = quiz.part_texts("[data-rule=isotretinoin-recent]").await?;
        assert!(
            finding.concat().contains(&over),
            "not {over} in {finding:?}"
        );
        assert_eq!(quiz.estimate().await?, Some(SESSIONS));
        assert_says(&quiz, key::PLAN_DEFER_DATE).await
    })
}

#[test]
fn cold_sores_on_the_face_are_for_a_clinician_first() -> Outcome {
    visit(async |_, quiz| {
        let answers = healthy_but(&[("conditions", "cold-sores")]);
        quiz.walk(&answers, "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "review");
        assert_found(&quiz, "cold-sore-history", "review").await?;
        assert_eq!(quiz.estimate().await?, Some(SESSIONS));
        assert_says(&quiz, key::PLAN_REVIEW).await
    })
}

#[test]
fn areas_are_judged_on_their_own() -> Outcome {
    visit(async |_, quiz| {
        let answers = healthy_but(&[
            ("areas-head", "face"),
            ("areas-head", "eyelids"),
            ("goals-scars", ""),
            ("goals-skin", "fine-lines-wrinkles"),
            ("goals-skin.fine-lines-wrinkles.where", "face"),
            ("goals-skin.fine-lines-wrinkles.where", "eyelids"),
            ("goals-skin.fine-lines-wrinkles.severity", "moderate"),
        ]);
        quiz.walk(&answers, "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "exclude");
        let verdicts = [("eyelids", "exclude"), ("face", "suitable")];
        let verdicts = verdicts.map(|(area, verdict)| (area.to_owned(), verdict.to_owned()));
        assert_eq!(quiz.areas().await?, BTreeMap::from(verdicts));
        let fine_lines = Estimate {
            low: 3,
            most: 4,
            high: 5,
        };
        assert_eq!(quiz.estimate().await?, Some(fine_lines));
        let face = Locale::english().fill(key::PLAN_AREAS, &[("areas", "face")]);
        let plan = quiz.part_texts("[data-sessions-low]").await?.concat();
        assert!(
            plan.contains("face") && !plan.contains("eyelids"),
            "not “{face}” but “{plan}”"
        );
        Ok(())
    })
}

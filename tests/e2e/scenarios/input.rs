//! Answers that are missing, impossible, or contradict each other.

use e2e::{Outcome, Quiz, until};
use microneedling_quiz::{key, text::Locale};

use crate::visitor::{healthy_but, visit, words};

/// Presses “continue” and waits until the summary of what is wrong has the focus.
async fn be_refused(quiz: &Quiz<'_>) -> Outcome {
    quiz.press("continue").await?;
    quiz.wait_focus("div").await?;
    let summary = quiz.part_texts("[role=group]").await?.concat();
    for (question, sentence) in quiz.wrong().await? {
        assert!(
            summary.contains(&sentence),
            "{question}: not in “{summary}”"
        );
    }
    Ok(())
}

async fn assert_wrong(quiz: &Quiz<'_>, wrong: &[(&str, &str)]) -> Outcome {
    let wrong: Vec<_> = wrong
        .iter()
        .map(|&(question, sentence)| (question.to_owned(), sentence.to_owned()))
        .collect();
    assert_eq!(quiz.wrong().await?, wrong);
    Ok(())
}

#[test]
fn missing_answers_are_told_beside_the_questions_and_in_a_summary() -> Outcome {
    visit(async |_, quiz| {
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        be_refused(&quiz).await?;
        let missing = words(key::WRONG_MISSING);
        let number = words(key::WRONG_MISSING_NUMBER);
        let wrong = [
            ("age", number),
            ("pregnancy", missing),
            ("breastfeeding", missing),
        ];
        assert_wrong(&quiz, &wrong).await?;
        assert!(quiz.part_texts("[data-verdict]").await?.is_empty());
        quiz.press("focus").await?;
        quiz.wait_focus("age=").await
    })
}

#[test]
fn a_second_try_moves_the_focus_again() -> Outcome {
    visit(async |_, quiz| {
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        be_refused(&quiz).await?;
        quiz.choose("breastfeeding", "no").await?;
        be_refused(&quiz).await
    })
}

#[test]
fn nobody_is_250_years_old() -> Outcome {
    visit(async |_, quiz| {
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.give_all(&healthy_but(&[("age", "250")])).await?;
        be_refused(&quiz).await?;
        let range = Locale::english().fill(key::WRONG_RANGE, &[("min", "1"), ("max", "120")]);
        assert_wrong(&quiz, &[("age", &range)]).await?;
        quiz.fill("age", "34").await?;
        assert_eq!(quiz.advance().await?, "question");
        Ok(())
    })
}

#[test]
fn nothing_was_stopped_tomorrow() -> Outcome {
    visit(async |_, quiz| {
        let when = "medicines.isotretinoin.when";
        let answers = healthy_but(&[("medicines", "isotretinoin"), (when, "2026-11-23")]);
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        while !quiz.questions().await?.iter().any(|id| id == when) {
            quiz.give_all(&answers).await?;
            quiz.advance().await?;
        }
        quiz.give_all(&answers).await?;
        be_refused(&quiz).await?;
        assert_wrong(&quiz, &[(when, words(key::WRONG_FUTURE))]).await
    })
}

#[test]
fn none_of_these_and_the_others_exclude_each_other() -> Outcome {
    visit(async |_, quiz| {
        let answers = healthy_but(&[("life", "smoking"), ("life", "perfect")]);
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        while !quiz.questions().await?.iter().any(|id| id == "life") {
            quiz.give_all(&answers).await?;
            quiz.advance().await?;
        }
        quiz.give_all(&answers).await?;
        let is = async |expected: &[&str]| {
            until("the others to follow", async || {
                Ok((quiz.answer("life").await? == expected).then_some(()))
            })
            .await
        };
        is(&["smoking", "perfect"]).await?;
        quiz.choose("life", "none").await?;
        is(&["none"]).await?;
        quiz.choose("life", "alcohol").await?;
        is(&["alcohol"]).await
    })
}

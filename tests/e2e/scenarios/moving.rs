//! Going back and forth, inside the quiz and with the browser's own buttons.

use e2e::{Browser, Outcome, Quiz, until};
use serde_json::json;

use crate::visitor::{healthy, visit};

/// Walks to the page with a question.
async fn walk_to(quiz: &Quiz<'_>, question: &str) -> Outcome {
    quiz.press("start").await?;
    quiz.wait_screen("question").await?;
    while !quiz.questions().await?.iter().any(|id| id == question) {
        quiz.give_all(&healthy()).await?;
        quiz.advance().await?;
    }
    Ok(())
}

#[test]
fn back_keeps_the_answers() -> Outcome {
    visit(async |_, quiz| {
        walk_to(&quiz, "goals-scars").await?;
        quiz.choose("goals-scars", "acne-scars").await?;
        quiz.go_back().await?;
        assert_eq!(quiz.answer("areas-head").await?, ["face"]);
        quiz.go_back().await?;
        assert_eq!(quiz.answer("age").await?, ["34"]);
        assert_eq!(quiz.go_back().await?, "intro");
        quiz.press("start").await?;
        walk_on(&quiz, "goals-scars").await?;
        assert_eq!(quiz.answer("goals-scars").await?, ["acne-scars"]);
        Ok(())
    })
}

/// Continues, without answering anything, to the page with a question.
async fn walk_on(quiz: &Quiz<'_>, question: &str) -> Outcome {
    quiz.wait_screen("question").await?;
    while !quiz.questions().await?.iter().any(|id| id == question) {
        quiz.advance().await?;
    }
    Ok(())
}

/// Presses the way on as Safari does, from the foot of the screen, and waits for another heading.
async fn press_without_focus(browser: &Browser, quiz: &Quiz<'_>) -> Outcome {
    let before = quiz.heading().await?;
    // Nothing that is pressed takes focus there, so the heading still has it.
    let press = "const { shadowRoot } = document.querySelector('microneedling-quiz');
        shadowRoot.querySelector('h1').focus({ preventScroll: true });
        scrollTo(0, document.documentElement.scrollHeight);
        shadowRoot.querySelector('[data-action=continue]').click()";
    browser.script(press, vec![]).await?;
    until("another heading", async || {
        let heading = quiz.heading().await?;
        Ok((!heading.is_empty() && heading != before).then_some(()))
    })
    .await
}

#[test]
fn each_screen_begins_at_its_top_also_where_buttons_take_no_focus() -> Outcome {
    visit(async |browser, quiz| {
        browser.resize((500, 700)).await?;
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        let mut screens = 0;
        while quiz.screen().await?.as_deref() != Some("recommendation") {
            if quiz.screen().await?.as_deref() == Some("question") {
                quiz.give_all(&healthy()).await?;
            }
            press_without_focus(browser, &quiz).await?;
            let top = browser.script("return scrollY", vec![]).await?;
            assert_eq!(top, json!(0), "{}", quiz.heading().await?);
            screens += 1;
        }
        assert!(screens > 8, "{screens}");
        Ok(())
    })
}

#[test]
fn a_change_leads_back_to_the_answers() -> Outcome {
    visit(async |_, quiz| {
        quiz.walk(&healthy(), "review").await?;
        quiz.change("age").await?;
        quiz.fill("age", "35").await?;
        assert_eq!(quiz.advance().await?, "review");
        quiz.change("age").await?;
        assert_eq!(quiz.answer("age").await?, ["35"]);
        assert_eq!(quiz.go_back().await?, "review");
        Ok(())
    })
}

#[test]
fn a_change_that_opens_a_question_asks_it_first() -> Outcome {
    visit(async |_, quiz| {
        quiz.walk(&healthy(), "review").await?;
        quiz.change("health").await?;
        quiz.choose("health", "diabetes").await?;
        quiz.advance().await?;
        assert_eq!(quiz.questions().await?, ["health.diabetes.control"]);
        quiz.choose("health.diabetes.control", "good").await?;
        assert_eq!(quiz.advance().await?, "review");
        Ok(())
    })
}

/// History entries hold the number of a step, and the address tells nothing.
async fn assert_history_tells_nothing(browser: &Browser, step: u64) -> Outcome {
    let told = browser
        .script("return [history.state, location.href]", vec![])
        .await?;
    assert_eq!(told, serde_json::json!([step, browser.site().address()]));
    Ok(())
}

#[test]
fn the_browsers_buttons_turn_pages() -> Outcome {
    visit(async |browser, quiz| {
        assert_history_tells_nothing(browser, 0).await?;
        walk_to(&quiz, "goals-scars").await?;
        assert_history_tells_nothing(browser, 3).await?;
        for (question, step) in [("treatment", 2), ("age", 1)] {
            browser.client().back().await?;
            quiz.wait_question(question).await?;
            assert_history_tells_nothing(browser, step).await?;
        }
        browser.client().back().await?;
        quiz.wait_screen("intro").await?;
        for (question, step) in [("age", 1), ("treatment", 2), ("goals-scars", 3)] {
            browser.client().forward().await?;
            quiz.wait_question(question).await?;
            assert_history_tells_nothing(browser, step).await?;
        }
        Ok(())
    })
}

#[test]
fn the_browsers_back_leads_from_the_recommendation_to_the_answers() -> Outcome {
    visit(async |browser, quiz| {
        quiz.walk(&healthy(), "recommendation").await?;
        browser.client().back().await?;
        quiz.wait_screen("review").await?;
        browser.client().forward().await?;
        quiz.wait_screen("recommendation").await
    })
}

#[test]
fn the_browsers_buttons_still_turn_pages_after_a_reload() -> Outcome {
    visit(async |browser, quiz| {
        walk_to(&quiz, "goals-scars").await?;
        browser.client().refresh().await?;
        quiz.wait_question("goals-scars").await?;
        browser.client().back().await?;
        quiz.wait_question("treatment").await?;
        browser.client().forward().await?;
        quiz.wait_question("goals-scars").await
    })
}

/// Coming back from a change skips steps in the browser's history, and a reload does not know which.
#[test]
fn starting_over_after_a_change_and_a_reload_stays_on_the_page() -> Outcome {
    visit(async |browser, quiz| {
        quiz.walk(&healthy(), "review").await?;
        for _ in 0..2 {
            quiz.change("age").await?;
            quiz.advance().await?;
        }
        quiz.wait_screen("review").await?;
        browser.client().refresh().await?;
        quiz.wait_screen("review").await?;
        // Before the quiz there are pages of the visitor's own.
        let behind = browser.script("return history.length", vec![]).await?;
        assert!(behind.as_u64().is_some_and(|behind| behind < 8), "{behind}");
        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        assert_history_tells_nothing(browser, 1).await
    })
}

//! What a reload keeps, and what is wiped.

use e2e::{Browser, Outcome, Quiz};
use microneedling_quiz::key;
use serde_json::{Value, json};

use crate::visitor::{healthy, visit, words};

/// Where the stand-alone page keeps its progress.
const SAVED: &str = "return sessionStorage.getItem('microneedling-quiz')";

/// Answers the first page and goes to the second.
async fn answer_some(quiz: &Quiz<'_>) -> Outcome {
    quiz.press("start").await?;
    quiz.wait_question("age").await?;
    quiz.give_all(&healthy()).await?;
    quiz.advance().await?;
    quiz.choose("areas-head", "face").await
}

async fn assert_nothing_is_answered(quiz: &Quiz<'_>) -> Outcome {
    quiz.press("start").await?;
    quiz.wait_question("age").await?;
    for question in quiz.questions().await? {
        assert_eq!(quiz.answer(&question).await?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn a_reload_keeps_answers_and_place() -> Outcome {
    visit(async |browser, quiz| {
        answer_some(&quiz).await?;
        browser.client().refresh().await?;
        quiz.wait_question("areas-head").await?;
        assert_eq!(quiz.status().await?, words(key::NOTICE_RESTORED));
        assert_eq!(quiz.answer("areas-head").await?, ["face"]);
        quiz.go_back().await?;
        assert_eq!(quiz.status().await?, "", "it is told once");
        assert_eq!(quiz.answer("age").await?, ["34"]);
        Ok(())
    })
}

/// A page in which asking for the storage throws.
const REFUSED: &str = "Object.defineProperty(window, 'sessionStorage', {
    get() { throw new DOMException('Refused', 'SecurityError'); } })";

#[test]
fn a_browser_that_refuses_to_keep_anything_is_no_error() -> Outcome {
    visit(async |browser, quiz| {
        browser.prepare(REFUSED).await?;
        browser.client().refresh().await?;
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        browser.client().refresh().await?;
        quiz.wait_screen("intro").await
    })
}

#[test]
fn a_damaged_state_is_told_and_forgotten() -> Outcome {
    visit(async |browser, quiz| {
        answer_some(&quiz).await?;
        let damage = "const [key, text] = Object.entries(sessionStorage)[0];
            sessionStorage.setItem(key, text.replace(/.$/, (last) => (Number(last) + 1) % 10))";
        browser.script(damage, vec![]).await?;
        browser.client().refresh().await?;
        quiz.wait_screen("intro").await?;
        e2e::until("the notice", async || {
            Ok((quiz.status().await? == words(key::NOTICE_DAMAGED)).then_some(()))
        })
        .await?;
        assert_eq!(browser.script(SAVED, vec![]).await?, Value::Null);
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        assert_nothing_is_answered(&quiz).await
    })
}

#[test]
fn start_over_wipes_everything() -> Outcome {
    visit(async |browser, quiz| {
        quiz.walk(&healthy(), "recommendation").await?;
        assert_ne!(browser.script(SAVED, vec![]).await?, Value::Null);
        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
        assert_eq!(quiz.status().await?, words(key::NOTICE_STARTED_OVER));
        assert_eq!(browser.script(SAVED, vec![]).await?, Value::Null);
        assert_nothing_is_answered(&quiz).await
    })
}

async fn assert_keeps_nothing_else(browser: &Browser) -> Outcome {
    let script = "return [localStorage.length, document.cookie, sessionStorage.length,
        (await indexedDB.databases()).length, (await caches.keys()).length]";
    let kept = browser.script(script, vec![]).await?;
    assert_eq!(kept, json!([0, "", 1, 0, 0]));
    Ok(())
}

#[test]
fn nothing_is_kept_but_the_tabs_progress() -> Outcome {
    visit(async |browser, quiz| {
        answer_some(&quiz).await?;
        assert_keeps_nothing_else(browser).await?;
        quiz.walk(&healthy(), "recommendation").await?;
        assert_keeps_nothing_else(browser).await
    })
}

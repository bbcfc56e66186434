//! What a quiz leaves to the page around it, and what that page can ask for: forms and the browser's Back.

use e2e::{Outcome, Setup, until};
use serde_json::{Value, json};
use xtask::site::Reply;

use crate::visitor::{TODAY, healthy};

fn clinic(body: &'static str) -> Setup {
    let host = format!(
        "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script>{body}"
    );
    Setup::default().site(move |site| {
        site.instead(move |path| (path == "/clinic").then(|| Reply::page(host.as_str())))
    })
}

const CARRIED: &str = "return [...new FormData(document.querySelector('form'))]";

#[test]
fn a_form_carries_the_outcome_while_the_visitor_agrees() -> Outcome {
    let page = "<form><input name=mine value=1><microneedling-quiz name=quiz share-answers>
        </microneedling-quiz></form>";
    clinic(page).run(async |browser| {
        browser.set_clock(TODAY).await?;
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        let only = json!([["mine", "1"]]);
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(browser.script(CARRIED, vec![]).await?, only);

        quiz.press("agree").await?;
        let carried = browser.script(CARRIED, vec![]).await?;
        let outcome = carried.pointer("/1/1").and_then(Value::as_str);
        let outcome: Value = serde_json::from_str(outcome.unwrap_or_default())?;
        assert_eq!(outcome.pointer("/verdict"), Some(&json!("suitable")));
        assert_eq!(outcome.pointer("/answers/age"), Some(&json!(34)));
        // A plan changes nothing in what was agreed to.
        quiz.press("keep-event").await?;
        until("days to keep free", async || {
            Ok((!quiz.part_texts(".kept").await?.is_empty()).then_some(()))
        })
        .await?;
        assert_eq!(browser.script(CARRIED, vec![]).await?, carried);
        quiz.press("disagree").await?;
        assert_eq!(browser.script(CARRIED, vec![]).await?, only);

        // Whatever goes on after it takes it back.
        for end in ["back", "reset", "form"] {
            quiz.press("agree").await?;
            let carried = browser.script(CARRIED, vec![]).await?;
            assert_eq!(carried.as_array().map(Vec::len), Some(2), "{end}");
            match end {
                "back" => quiz.press("back").await?,
                "reset" => {
                    let reset = "document.querySelector('microneedling-quiz').reset()";
                    browser.script(reset, vec![]).await?;
                }
                _ => {
                    let reset = "document.querySelector('form').reset()";
                    browser.script(reset, vec![]).await?;
                }
            }
            assert_eq!(browser.script(CARRIED, vec![]).await?, only, "{end}");
            if end == "back" {
                quiz.advance().await?;
                quiz.wait_screen("recommendation").await?;
            } else {
                quiz.wait_screen("intro").await?;
                quiz.walk(&healthy(), "recommendation").await?;
            }
        }
        Ok(())
    })
}

#[test]
fn without_share_answers_there_is_nothing_to_agree_to() -> Outcome {
    clinic("<form><microneedling-quiz name=quiz></microneedling-quiz></form>").run(
        async |browser| {
            browser.set_clock(TODAY).await?;
            browser.open("clinic").await?;
            let quiz = browser.quiz();
            quiz.walk(&healthy(), "recommendation").await?;
            let actions = quiz.actions().await?;
            assert!(
                !actions.iter().any(|action| action == "agree"),
                "{actions:?}"
            );
            assert_eq!(browser.script(CARRIED, vec![]).await?, json!([]));
            Ok(())
        },
    )
}

#[test]
fn the_browsers_back_is_the_quizs_only_if_the_page_asks() -> Outcome {
    let state = "return [history.length, history.state, document.title, sessionStorage.length]";
    clinic("<microneedling-quiz></microneedling-quiz>").run(async |browser| {
        browser.open("clinic").await?;
        browser
            .script("history.replaceState({ mine: 1 }, '')", vec![])
            .await?;
        let before = browser.script(state, vec![]).await?;
        let quiz = browser.quiz();
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        assert_eq!(browser.script(state, vec![]).await?, before);
        Ok(())
    })?;
    clinic("<microneedling-quiz history></microneedling-quiz>").run(async |browser| {
        // Before the quiz, which marks the page's entry when it comes.
        let mine = "if (!history.state) history.replaceState({ mine: 1 }, '')";
        browser.prepare(mine).await?;
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        let now = "return [history.state.mine, document.title, sessionStorage.length]";
        assert_eq!(browser.script(now, vec![]).await?, json!([1, "Clinic", 0]));
        browser.script("history.back()", vec![]).await?;
        quiz.wait_screen("intro").await?;
        browser.script("history.forward()", vec![]).await?;
        quiz.wait_screen("question").await?;
        // An entry of the page's own is not the quiz's business.
        browser
            .script("history.pushState({ mine: 2 }, '')", vec![])
            .await?;
        browser.script("history.back()", vec![]).await?;
        until("the quiz's own entry", async || {
            let mine = browser.script("return history.state.mine", vec![]).await?;
            Ok((mine == 1).then_some(()))
        })
        .await?;
        browser.script("history.back()", vec![]).await?;
        quiz.wait_screen("intro").await
    })
}

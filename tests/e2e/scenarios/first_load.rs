//! What happens between opening the page and being able to start.

use std::collections::BTreeMap;

use e2e::{Engine, Outcome, Setup, until};
use fantoccini::Locator;
use microneedling_quiz::key;

use crate::visitor::{healthy, words};

#[test]
fn the_start_button_appears() -> Outcome {
    Setup::default().run(async |browser| {
        browser.open("").await?;
        let quiz = browser.quiz();
        quiz.wait_screen("intro").await?;
        let mut actions = quiz.actions().await?;
        actions.retain(|action| action != "language");
        assert_eq!(actions, ["start"]);
        assert_eq!(quiz.attribute("data-mounted").await?.as_deref(), Some(""));
        Ok(())
    })
}

#[test]
fn everything_is_fetched_once_and_nothing_is_complained_about() -> Outcome {
    Setup::default().run(async |browser| {
        browser.open("").await?;
        // The quiz starts only when the files of the later screens have come, too.
        browser.quiz().press("start").await?;
        browser.quiz().wait_screen("question").await?;
        // WebKit asks once more for what a link has loaded ahead.
        let twice = |path: &str| {
            browser.engine() == Engine::WebKit
                && (path.ends_with(".wasm") || path.ends_with(".css"))
        };
        let mut requests = BTreeMap::new();
        for path in browser.site().requests() {
            if twice(&path) {
                continue;
            }
            *requests.entry(path).or_insert(0) += 1;
        }
        assert!(
            requests.values().all(|times| *times == 1),
            "fetched twice: {requests:?}"
        );
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Keeps what only later screens need from coming until `arrive` is called.
const HELD: &str = "const { fetch } = globalThis;
    const held = new Promise((come) => globalThis.arrive = come);
    globalThis.fetch = async (file, options) => {
        if (String(file).includes('later')) await held;
        return fetch(file, options);
    };";

#[test]
fn what_is_pressed_before_the_questions_have_come_is_done_when_they_have() -> Outcome {
    Setup::default().run(async |browser| {
        let waits = |text: &str| text.contains(words(key::STARTING));
        browser.prepare(HELD).await?;
        browser.open("").await?;
        let quiz = browser.quiz();
        quiz.press("start").await?;
        assert!(waits(&quiz.text().await?), "it does not say that it waits");
        browser.script("arrive()", vec![]).await?;
        quiz.wait_question("age").await?;

        quiz.give_all(&healthy()).await?;
        quiz.advance().await?;
        browser.client().refresh().await?;
        quiz.wait_screen("intro").await?;
        assert!(waits(&quiz.text().await?), "it does not say that it waits");
        browser.script("history.back()", vec![]).await?;
        let back = "return history.state === 1";
        until("the browser to go back", async || {
            let there = browser.script(back, vec![]).await?;
            Ok((there == true).then_some(()))
        })
        .await?;
        browser.script("arrive()", vec![]).await?;
        quiz.wait_question("age").await?;
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn without_javascript_the_intro_can_be_read() -> Outcome {
    Setup::default().without_javascript().run(async |browser| {
        browser.open("").await?;
        let element = browser
            .client()
            .find(Locator::Css("microneedling-quiz"))
            .await?;
        let text = element.text().await?;
        let readable = [
            key::INTRO_TITLE,
            key::INTRO_PRIVATE,
            key::DISCLAIMER,
            key::WHAT_TEXT,
            key::NOT_FOR_TITLE,
            key::NOT_FOR,
            key::EMERGENCY,
            key::NO_SCRIPT,
        ];
        for line in readable.into_iter().flat_map(|word| words(word).lines()) {
            assert!(text.contains(line), "“{line}” is not in “{text}”");
        }
        assert!(
            !text.contains(words(key::STARTING)),
            "it waits for a script"
        );
        assert!(
            element.attr("data-mounted").await?.is_none(),
            "a script has run"
        );
        Ok(())
    })
}

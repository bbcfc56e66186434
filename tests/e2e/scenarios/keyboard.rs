//! The quiz without a mouse.

use e2e::{Browser, Key, Outcome, Quiz, until};

use crate::visitor::{healthy, visit};

/// More presses than any screen needs.
const MANY: usize = 60;

/// Presses Tab until something has the focus.
async fn tab_to(browser: &Browser, quiz: &Quiz<'_>, what: &str) -> Outcome {
    press_until(browser, quiz, Key::Tab, what).await
}

async fn press_until(browser: &Browser, quiz: &Quiz<'_>, key: Key, what: &str) -> Outcome {
    let mut met = Vec::new();
    for _ in 0..MANY {
        let focus = quiz.focus().await?.unwrap_or_default();
        if focus.starts_with(what) {
            return Ok(());
        }
        met.push(focus);
        browser.key(key).await?;
    }
    Err(format!("{key:?} does not lead to “{what}”, but to {met:?}").into())
}

/// Gives an answer: types a number, walks along radio buttons with arrows, ticks boxes with Space.
async fn answer(browser: &Browser, quiz: &Quiz<'_>, question: &str, value: &str) -> Outcome {
    let options = quiz.options(question).await?;
    let target = format!("{question}={value}");
    if !options.iter().any(|option| option == value) {
        tab_to(browser, quiz, &format!("{question}=")).await?;
        for digit in value.chars() {
            browser.key(digit).await?;
        }
    } else if is_radio(quiz, question).await? {
        tab_to(browser, quiz, &format!("{question}=")).await?;
        browser.key(' ').await?;
        press_until(browser, quiz, Key::Down, &target).await?;
    } else {
        tab_to(browser, quiz, &target).await?;
        browser.key(' ').await?;
    }
    until(&format!("the answer {target}"), async || {
        Ok((quiz.answer(question).await? == [value]).then_some(()))
    })
    .await
}

async fn is_radio(quiz: &Quiz<'_>, question: &str) -> Outcome<bool> {
    let radios = format!("[data-question=\"{question}\"] [type=radio]");
    Ok(!quiz.part_texts(&radios).await?.is_empty())
}

async fn go_on(browser: &Browser, quiz: &Quiz<'_>, action: &str) -> Outcome {
    let before = quiz.text().await?;
    tab_to(browser, quiz, action).await?;
    browser.key(Key::Enter).await?;
    until("another screen", async || {
        Ok((quiz.text().await? != before).then_some(()))
    })
    .await?;
    quiz.wait_focus("h1").await
}

#[test]
fn keys_alone_lead_to_the_recommendation() -> Outcome {
    visit(async |browser, quiz| {
        go_on(browser, &quiz, "start").await?;
        while quiz.screen().await?.as_deref() == Some("question") {
            for question in quiz.questions().await? {
                let given = healthy().into_iter().filter(|(id, _)| *id == question);
                for (_, value) in given.filter(|(_, value)| !value.is_empty()) {
                    answer(browser, &quiz, &question, value).await?;
                }
            }
            go_on(browser, &quiz, "continue").await?;
        }
        quiz.wait_screen("review").await?;
        go_on(browser, &quiz, "continue").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        Ok(())
    })
}

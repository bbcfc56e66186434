//! The quiz without a mouse.

use e2e::{Browser, Engine, Key, Outcome, Quiz, until};

use crate::visitor::{Answer, healthy, healthy_but, visit};

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
        for digit in typed(browser, value).chars() {
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

/// What is typed for a number, or for a date in the order of American English. WebKit does not go on
/// to the next part of a date by itself.
fn typed(browser: &Browser, value: &str) -> String {
    let between = match browser.engine() {
        Engine::WebKit => char::from(Key::Tab).to_string(),
        Engine::Chromium | Engine::Firefox => String::new(),
    };
    match value.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => [*month, *day, *year].join(&between),
        _ => value.to_owned(),
    }
}

async fn is_radio(quiz: &Quiz<'_>, question: &str) -> Outcome<bool> {
    let radios = format!("[data-question=\"{question}\"] [type=radio]");
    Ok(!quiz.part_texts(&radios).await?.is_empty())
}

/// Answers what the page asks, in order.
async fn answer_all(browser: &Browser, quiz: &Quiz<'_>, answers: &[Answer<'_>]) -> Outcome {
    for question in quiz.questions().await? {
        let given = answers.iter().filter(|(id, _)| *id == question);
        for (_, value) in given.filter(|(_, value)| !value.is_empty()) {
            answer(browser, quiz, &question, value).await?;
        }
    }
    Ok(())
}

async fn go_on(browser: &Browser, quiz: &Quiz<'_>, action: &str) -> Outcome {
    let before = quiz.text().await?;
    tab_to(browser, quiz, action).await?;
    browser.key(Key::Enter).await?;
    until("another screen", async || {
        Ok((quiz.text().await? != before).then_some(()))
    })
    .await?;
    quiz.wait_focus("h1").await?;
    // Its beginning is drawn first.
    until("the whole screen", async || quiz.screen().await)
        .await
        .map(drop)
}

#[test]
fn keys_alone_lead_to_the_recommendation() -> Outcome {
    visit(async |browser, quiz| {
        go_on(browser, &quiz, "start").await?;
        while quiz.screen().await?.as_deref() == Some("question") {
            answer_all(browser, &quiz, &healthy()).await?;
            go_on(browser, &quiz, "continue").await?;
        }
        quiz.wait_screen("review").await?;
        go_on(browser, &quiz, "continue").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        Ok(())
    })
}

/// Goes on without an answer, and from what is said about it to the field.
async fn be_refused(browser: &Browser, quiz: &Quiz<'_>, question: &str) -> Outcome {
    tab_to(browser, quiz, "continue").await?;
    browser.key(Key::Enter).await?;
    quiz.wait_focus("div").await?;
    tab_to(browser, quiz, "focus").await?;
    browser.key(Key::Enter).await?;
    until("the focus on the field", async || {
        let focus = quiz.focus().await?.unwrap_or_default();
        Ok(focus.starts_with(&format!("{question}=")).then_some(()))
    })
    .await
}

/// Unfolds what is folded and folds it again.
async fn unfold(browser: &Browser, quiz: &Quiz<'_>) -> Outcome {
    let open = async |count: usize| {
        until("what is folded", async || {
            let open = quiz.part_texts("details[open]").await?;
            Ok((open.len() == count).then_some(()))
        })
        .await
    };
    tab_to(browser, quiz, "summary").await?;
    browser.key(Key::Enter).await?;
    open(1).await?;
    browser.key(Key::Enter).await?;
    open(0).await
}

#[test]
fn keys_alone_lead_through_refusals_follow_ups_an_interruption_and_a_change() -> Outcome {
    visit(async |browser, quiz| {
        let when = "medicines.isotretinoin.when";
        let answers = healthy_but(&[
            ("medicines", "isotretinoin"),
            (when, "2026-09-14"),
            ("health", "bleeding"),
        ]);
        go_on(browser, &quiz, "start").await?;
        be_refused(browser, &quiz, "age").await?;
        let mut interrupted = false;
        loop {
            match quiz.screen().await?.as_deref() {
                Some("question") if quiz.questions().await? == [when] => {
                    be_refused(browser, &quiz, when).await?;
                    answer_all(browser, &quiz, &answers).await?;
                }
                Some("question") => answer_all(browser, &quiz, &answers).await?,
                Some("interruption") => interrupted = true,
                _ => break,
            }
            go_on(browser, &quiz, "continue").await?;
        }
        assert!(interrupted, "nothing interrupted");
        quiz.wait_screen("review").await?;
        go_on(browser, &quiz, "change").await?;
        quiz.wait_question("age").await?;
        go_on(browser, &quiz, "continue").await?;
        quiz.wait_screen("review").await?;
        go_on(browser, &quiz, "continue").await?;
        assert_eq!(quiz.verdict().await?, "exclude");
        unfold(browser, &quiz).await
    })
}

//! A visitor: what somebody healthy answers, and the day on which the others come.

pub(crate) use e2e::healthy;
use e2e::{Browser, Outcome, Quiz, Setup};
use microneedling_quiz::{key, protocol::Word, text::Locale};

/// A day on which the protocol is in force, whenever the tests run.
pub(crate) const TODAY: &str = "2026-11-22";

/// A question's id and an answer to it.
pub(crate) type Answer<'a> = (&'a str, &'a str);

/// The same, but with these answers instead.
pub(crate) fn healthy_but<'a>(instead: &[Answer<'a>]) -> Vec<Answer<'a>> {
    let replaced = |(question, _): &Answer| instead.iter().any(|(id, _)| id == question);
    let mut answers: Vec<Answer<'a>> = healthy();
    answers.retain(|answer| !replaced(answer));
    answers.extend(instead);
    answers
}

/// Opens the stand-alone page on [`TODAY`].
pub(crate) async fn arrive(browser: &Browser) -> Outcome<Quiz<'_>> {
    browser.set_clock(TODAY).await?;
    browser.open("").await?;
    let quiz = browser.quiz();
    quiz.wait_screen("intro").await?;
    Ok(quiz)
}

/// Runs a scenario on the stand-alone page, on [`TODAY`].
pub(crate) fn visit(scenario: impl AsyncFnOnce(&Browser, Quiz<'_>) -> Outcome) -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = arrive(browser).await?;
        scenario(browser, quiz).await
    })
}

/// The English words of this build.
pub(crate) fn words(word: Word) -> &'static str {
    Locale::english().text(word)
}

/// A sentence of the interface, as `key::RESTORED` names it, is on the screen.
pub(crate) async fn assert_says(quiz: &Quiz<'_>, word: Word) -> Outcome {
    let text = quiz.text().await?;
    for line in words(word).lines().filter(|line| !line.is_empty()) {
        assert!(text.contains(line), "“{line}” is not in “{text}”");
    }
    Ok(())
}

/// What stands at the foot of every recommendation does.
pub(crate) async fn assert_has_foot(quiz: &Quiz<'_>) -> Outcome {
    let always = [
        key::DISCLAIMER,
        key::EMERGENCY,
        key::HELP_NOW_TITLE,
        key::HELP_NOW,
        key::RESULT_FOOTER,
    ];
    for word in always {
        assert_says(quiz, word).await?;
    }
    let version = microneedling_quiz::protocol().version;
    let text = quiz.text().await?;
    assert!(text.contains(version), "no version line in “{text}”");
    Ok(())
}

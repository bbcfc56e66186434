//! The quiz as one file, opened from a disk.

use std::path::PathBuf;

use e2e::{Browser, Case, Engine, Outcome, Setup, cases};
use microneedling_quiz::key;
use serde_json::{Value, json};
use xtask::{finish, project};

use crate::{
    same_as_assess::compare,
    visitor::{TODAY, assert_has_foot, healthy, words},
};

fn file() -> PathBuf {
    project::dist().join(finish::SINGLE)
}

/// Every address that the page has asked for, as browsers count it, beside the page itself.
async fn asked_for(browser: &Browser) -> Outcome<Value> {
    let script = "return performance.getEntriesByType('resource').map(({ name }) => name)";
    browser.script(script, vec![]).await
}

#[test]
fn a_whole_quiz_from_a_disk_asks_nobody_for_anything() -> Outcome {
    Setup::default().run(async |browser| {
        let folder = tempfile::tempdir()?;
        browser.set_clock(TODAY).await?;
        browser.open_on_disk(&file(), folder.path()).await?;
        let quiz = browser.quiz();
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        assert_has_foot(&quiz).await?;
        assert_eq!(asked_for(browser).await?, json!([]));
        assert_eq!(browser.site().requests(), Vec::<String>::new());
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        // There is no address that somebody else could open, and no page beside this one.
        let actions = quiz.actions().await?;
        assert!(
            !actions.iter().any(|action| action == "share-link"),
            "{actions:?}"
        );
        let links = "return [...document.querySelector('microneedling-quiz').shadowRoot
            .querySelectorAll('a')].map((link) => link.href)
            .filter((link) => link.includes('protocol.html') || link.startsWith('file:'))";
        assert_eq!(browser.script(links, vec![]).await?, json!([]));

        quiz.speak("ar").await?;
        assert_eq!(quiz.attribute("data-failed").await?, None);
        let direction = "return document.documentElement.dir";
        assert_eq!(browser.script(direction, vec![]).await?, "rtl");
        assert_eq!(asked_for(browser).await?, json!([]));
        // What a reload finds in the tab's storage.
        browser.client().refresh().await?;
        quiz.wait_screen("recommendation").await?;
        quiz.wait_language("ar").await
    })
}

#[test]
fn the_file_shows_what_assess_prints() -> Outcome {
    // One in thirty, over all days.
    let sample: Vec<Case> = cases()?.into_iter().step_by(30).collect();
    assert!(sample.len() >= 10, "only {}", sample.len());
    Setup::default().run(async |browser| {
        let folder = tempfile::tempdir()?;
        let open = async || browser.open_on_disk(&file(), folder.path()).await;
        open().await?;
        browser.quiz().press("start").await?;
        browser.quiz().wait_question("age").await?;
        let different = compare(browser, &sample, open).await?;
        assert!(different.is_empty(), "{}", different.join("\n"));
        Ok(())
    })
}

#[test]
fn the_file_as_it_is_starts_from_a_disk() -> Outcome {
    Setup::default().run(async |browser| {
        let address = format!("file://{}", file().display());
        browser.client().goto(&address).await?;
        browser.quiz().wait_screen("intro").await?;
        assert_eq!(asked_for(browser).await?, json!([]));
        Ok(())
    })
}

#[test]
fn without_scripts_the_file_is_a_leaflet_in_every_language() -> Outcome {
    Setup::default()
        .without_javascript()
        .only(
            &[Engine::Chromium, Engine::Firefox],
            "WebKit's driver runs nothing in a page without scripts",
        )
        .run(async |browser| {
            let address = format!("file://{}", file().display());
            browser.client().goto(&address).await?;
            let page = browser.client().source().await?;
            assert!(page.contains(words(key::NO_SCRIPT)), "{page}");
            let leaflets = browser
                .client()
                .find_all(fantoccini::Locator::Css("details[lang]"))
                .await?;
            assert_eq!(leaflets.len(), microneedling_quiz::LANGUAGES.len() - 1);
            Ok(())
        })
}

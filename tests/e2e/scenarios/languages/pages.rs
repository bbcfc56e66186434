//! What a page in a language loads, and what it shows without scripts.

use e2e::{Browser, Outcome, Setup};
use fantoccini::Locator;
use microneedling_quiz::{key, text::Language};

use super::{others, page, read_from};
use crate::visitor::{TODAY, healthy};

/// The files with words that were asked for, without their hashes.
fn words_asked_for(browser: &Browser) -> Vec<String> {
    let requests = browser.site().requests();
    let mut words: Vec<String> = requests
        .iter()
        .filter(|path| path.ends_with(".bin") && !path.starts_with("/evidence."))
        .filter_map(|path| Some(path.split('.').next()?.trim_start_matches('/').to_owned()))
        .collect();
    // WebKit asks once more for what a link has loaded ahead.
    words.sort();
    words.dedup();
    words
}

#[test]
fn a_page_loads_one_language_and_another_one_when_it_is_asked_for() -> Outcome {
    let other = read_from(true)?;
    let both = [other.tag.to_owned(), format!("{}-later", other.tag)];
    Setup::default().run(async |browser| {
        browser.open("").await?;
        let quiz = browser.quiz();
        quiz.walk(&healthy(), "review").await?;
        assert_eq!(words_asked_for(browser), ["en-later"]);
        quiz.speak(other.tag).await?;
        let before = browser.site().requests();
        quiz.speak("en").await?;
        quiz.speak(other.tag).await?;
        assert_eq!(browser.site().requests(), before, "it was fetched again");
        let mut all = both.to_vec();
        all.push("en-later".to_owned());
        assert_eq!(words_asked_for(browser), all);
        Ok(())
    })?;
    Setup::default().run(async |browser| {
        browser.open(&format!("{}/", other.tag)).await?;
        let quiz = browser.quiz();
        quiz.wait_language(other.tag).await?;
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        assert_eq!(words_asked_for(browser), both);
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn each_language_has_a_page_that_needs_no_script() -> Outcome {
    Setup::default().without_javascript().run(async |browser| {
        for locale in others() {
            browser.open(&format!("{}/", locale.tag)).await?;
            let html = browser.client().find(Locator::Css("html")).await?;
            assert_eq!(html.attr("lang").await?.as_deref(), Some(locale.tag));
            assert_eq!(html.attr("dir").await?.as_deref(), Some(locale.dir()));
            assert_eq!(
                browser.client().title().await?,
                locale.text(key::INTRO_TITLE)
            );
            let element = browser
                .client()
                .find(Locator::Css("microneedling-quiz"))
                .await?;
            let text = plain(&element.text().await?);
            let readable = [
                key::INTRO_TITLE,
                key::INTRO_PRIVATE,
                key::DISCLAIMER,
                key::WHAT_TEXT,
                key::NOT_FOR,
                key::EMERGENCY,
                key::TRANSLATION_UNREVIEWED,
                key::NO_SCRIPT,
            ];
            for line in readable
                .into_iter()
                .flat_map(|word| locale.text(word).lines())
            {
                assert!(
                    text.contains(&plain(line)),
                    "{}: “{line}” is not in “{text}”",
                    locale.tag
                );
            }
            assert_links_to_others(browser, locale.language).await?;
        }
        browser.open("").await?;
        let [english, ..] = &microneedling_quiz::LANGUAGES;
        assert_links_to_others(browser, english).await
    })
}

/// Some drivers tell a space that keeps words together as any other.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// Each other language stands there in its own name, as a link that leads somewhere.
async fn assert_links_to_others(browser: &Browser, but: &Language) -> Outcome {
    let known = microneedling_quiz::LANGUAGES.iter();
    for language in known.filter(|language| language.tag != but.tag) {
        let link = format!("noscript a[lang=\"{}\"]", language.tag);
        let link = browser.client().find(Locator::Css(&link)).await?;
        assert_eq!(link.text().await?, language.name);
        let href = link.prop("href").await?.unwrap_or_default();
        let folder = if language.tag == "en" {
            String::new()
        } else {
            format!("{}/", language.tag)
        };
        assert_eq!(href, format!("{}{folder}", browser.site().address()));
    }
    Ok(())
}

/// A page in another language on a day of the tests.
#[test]
fn a_page_in_another_language_leads_to_a_recommendation() -> Outcome {
    let other = read_from(true)?;
    Setup::default().run(async |browser| {
        browser.set_clock(TODAY).await?;
        browser.open(&format!("{}/", other.tag)).await?;
        let quiz = browser.quiz();
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        let (lang, dir, _) = page(browser).await?;
        assert_eq!((&*lang, &*dir), (other.tag, "rtl"));
        Ok(())
    })
}

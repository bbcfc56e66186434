//! Taking the result along: as text, as a file, as a link, on paper; and opening a link.

use std::fs;

use e2e::{Browser, Engine, Outcome, Quiz, Setup, until};
use fhirbolt::model::r4::Resource;
use fhirbolt::serde::{DeserializationConfig, DeserializationMode};
use microneedling_quiz::assess::{Answers, assess};
use microneedling_quiz::jsonl;
use microneedling_quiz::key;
use microneedling_quiz::protocol::{Date, Protocol, Word};
use microneedling_quiz::takeaway::link::fragment;
use microneedling_quiz::takeaway::{NO_OVERLAY, qr::qr};
use microneedling_quiz::text::Locale;
use serde_json::{Value, json};

use crate::visitor::{TODAY, arrive, assert_says, healthy, healthy_but, visit, words};

/// A clipboard that can be read here, in every engine.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: {
    writeText: async (text) => { globalThis.copied = text; } } })";

async fn wait_told(quiz: &Quiz<'_>, word: Word) -> Outcome {
    until(&format!("“{}”", words(word)), async || {
        let told = quiz.part_texts(".notice").await?.concat();
        if told == words(word) {
            return Ok(Some(()));
        }
        Err(format!("it says “{told}”").into())
    })
    .await
}

/// The result of somebody who had botulinum toxin two days ago, with a clipboard that can be read.
async fn result<'a>(browser: &'a Browser, prepared: &str) -> Outcome<Quiz<'a>> {
    browser.prepare(prepared).await?;
    let quiz = arrive(browser).await?;
    let answers = [("recent", "botox"), ("recent.botox.when", "2026-11-20")];
    quiz.walk(&healthy_but(&answers), "recommendation").await?;
    Ok(quiz)
}

async fn copied(browser: &Browser, quiz: &Quiz<'_>, action: &str) -> Outcome<String> {
    quiz.press(action).await?;
    wait_told(quiz, key::NOTICE_COPIED).await?;
    let copied = browser.script("return globalThis.copied", vec![]).await?;
    Ok(copied.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_copied_text_says_what_the_page_says() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = result(browser, CLIPBOARD).await?;
        let text = copied(browser, &quiz, "copy").await?;
        assert!(text.contains(&quiz.heading().await?), "{text}");
        for finding in quiz.part_texts(".finding h3, .finding > p").await? {
            assert!(
                text.contains(finding.trim()),
                "“{finding}” is not in “{text}”"
            );
        }
        assert!(!text.contains("#r="), "{text}");
        Ok(())
    })
}

#[test]
fn the_real_clipboard_takes_it() -> Outcome {
    let because = "only its driver grants the clipboard";
    let setup = Setup::default().only(&[Engine::Chromium], because);
    setup.run(async |browser| {
        let quiz = arrive(browser).await?;
        let permissions =
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser
            .devtools("Browser.grantPermissions", permissions)
            .await?;
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.press("copy").await?;
        wait_told(&quiz, key::NOTICE_COPIED).await?;
        let read = "return await navigator.clipboard.readText()";
        let text = browser.script(read, vec![]).await?;
        let heading = quiz.heading().await?;
        assert!(
            text.as_str().is_some_and(|text| text.contains(&heading)),
            "{text}"
        );
        Ok(())
    })
}

#[test]
fn a_browser_that_copies_nothing_shows_the_text_selected() -> Outcome {
    let none = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
    Setup::default().run(async |browser| {
        let quiz = result(browser, none).await?;
        quiz.press("copy").await?;
        wait_told(&quiz, key::NOTICE_BY_HAND).await?;
        let selected =
            "const area = document.querySelector('microneedling-quiz').shadowRoot.activeElement;
            return area.localName === 'textarea'
                && area.value.slice(area.selectionStart, area.selectionEnd)";
        let text = browser.script(selected, vec![]).await?;
        let heading = quiz.heading().await?;
        assert!(
            text.as_str().is_some_and(|text| text.contains(&heading)),
            "{text}"
        );
        Ok(())
    })
}

#[test]
fn a_file_that_cannot_be_saved_is_shown_as_text() -> Outcome {
    let none = "delete HTMLAnchorElement.prototype.download";
    Setup::default().run(async |browser| {
        let quiz = result(browser, none).await?;
        quiz.press("fhir").await?;
        wait_told(&quiz, key::NOTICE_BY_HAND).await?;
        let area = "return document.querySelector('microneedling-quiz').shadowRoot
            .querySelector('textarea').value";
        let text = browser.script(area, vec![]).await?;
        let file: Value = serde_json::from_str(text.as_str().unwrap_or_default())?;
        assert_eq!(file.get("resourceType"), Some(&"Bundle".into()));
        Ok(())
    })
}

#[test]
fn sharing_is_offered_only_where_the_device_shares() -> Outcome {
    let shares = "Object.defineProperty(Navigator.prototype, 'share', { configurable: true,
        value: async ({ text }) => {
            if (globalThis.shared === undefined) {
                globalThis.shared = text;
                return;
            }
            throw new DOMException('The visitor changed their mind', 'AbortError');
        } })";
    Setup::default().run(async |browser| {
        let quiz = result(browser, shares).await?;
        quiz.press("share").await?;
        wait_told(&quiz, key::NOTICE_SHARED).await?;
        let shared = browser.script("return globalThis.shared", vec![]).await?;
        let heading = quiz.heading().await?;
        assert!(
            shared.as_str().is_some_and(|text| text.contains(&heading)),
            "{shared}"
        );
        Ok(())
    })?;
    Setup::default().run(async |browser| {
        let quiz = result(browser, "delete Navigator.prototype.share").await?;
        assert!(!quiz.actions().await?.contains(&"share".to_owned()));
        Ok(())
    })
}

#[test]
fn a_model_of_fhir_reads_the_answers_that_were_given() -> Outcome {
    let because = "only its driver says where downloads go";
    let setup = Setup::default().only(&[Engine::Chromium], because);
    setup.run(async |browser| {
        let folder = tempfile::tempdir()?;
        let quiz = result(browser, "").await?;
        let path = folder.path().to_string_lossy().into_owned();
        let allow = json!({ "behavior": "allow", "downloadPath": path });
        browser
            .devtools("Browser.setDownloadBehavior", allow)
            .await?;
        quiz.press("fhir").await?;
        wait_told(&quiz, key::NOTICE_SAVED).await?;
        let name = format!("microneedling-answers-{TODAY}.json");
        let file: Value = until("the downloaded file", async || {
            let text = fs::read_to_string(folder.path().join(&name)).unwrap_or_default();
            Ok(serde_json::from_str(&text).ok())
        })
        .await?;
        let strict = DeserializationConfig {
            mode: DeserializationMode::Strict,
        };
        let response = file.pointer("/entry/1/resource").ok_or("no second entry")?;
        let response = response.to_string();
        let Resource::QuestionnaireResponse(response) =
            fhirbolt::json::from_str(&response, Some(strict))?
        else {
            return Err("no response".into());
        };
        let given: Vec<_> = response
            .item
            .iter()
            .map(|item| format!("{:?}", item.link_id.value))
            .collect();
        let expected = healthy_but(&[("recent", "botox"), ("recent.botox.when", "2026-11-20")]);
        let answered = expected.iter().filter(|(_, value)| !value.is_empty());
        for (question, _) in answered {
            let quoted = format!("\"{question}\"");
            assert!(
                given.iter().any(|link| link.contains(&quoted)),
                "{question} is not in {given:?}"
            );
        }
        Ok(())
    })
}

/// Where the page is, and what is kept.
const STATE: &str = "return [location.href, sessionStorage.length, localStorage.length,
    document.cookie]";

#[test]
fn a_link_opens_the_same_result_and_leaves_no_trace_in_the_address() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = result(browser, CLIPBOARD).await?;
        let link = copied(browser, &quiz, "link").await?;
        let address = browser.site().address().to_owned();
        assert!(link.starts_with(&format!("{address}#r=")), "{link}");
        let drawn = "return document.querySelector('microneedling-quiz').shadowRoot
            .querySelector('svg.qr path').getAttribute('d')";
        let code = qr(&link).ok_or("a code")?;
        assert_eq!(browser.script(drawn, vec![]).await?, json!(code.path));
        let before = (
            quiz.verdict().await?,
            quiz.heading().await?,
            quiz.findings().await?,
        );

        // Somebody else, ten weeks later.
        browser.script("sessionStorage.clear()", vec![]).await?;
        browser.client().goto("about:blank").await?;
        browser.stop_preparing();
        browser.set_clock("2027-02-01").await?;
        let plain = browser.site().requests().len();
        browser.open(&link[address.len()..]).await?;
        quiz.wait_screen("recommendation").await?;
        let after = (
            quiz.verdict().await?,
            quiz.heading().await?,
            quiz.findings().await?,
        );
        assert_eq!(before, after);
        let asked = browser.site().requests().split_off(plain);
        assert!(!asked.iter().any(|path| path.contains("r=")), "{asked:?}");
        let made = Locale::english().date(Date::parse(TODAY).ok_or("a day")?);
        let told = Locale::english().fill(key::OPENED_ON, &[("date", &made)]);
        assert!(quiz.text().await?.contains(&told));
        assert_eq!(
            browser.script(STATE, vec![]).await?,
            json!([address, 1, 0, ""])
        );

        // It is the same after a reload, and the way to today leads over the answers.
        browser.client().refresh().await?;
        quiz.wait_screen("recommendation").await?;
        assert!(quiz.text().await?.contains(&told));
        quiz.press("again").await?;
        quiz.wait_screen("review").await?;
        quiz.advance().await?;
        quiz.wait_screen("recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable", "the wait is over by now");
        assert!(!quiz.text().await?.contains(&told));
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// A link as a protocol with another version would have made it.
fn link_of(version: &'static str) -> Outcome<String> {
    let protocol = Protocol {
        version,
        ..*microneedling_quiz::protocol()
    };
    let today = Date::parse(TODAY).ok_or("a day")?;
    let mut answers = Answers::default();
    let mut given = healthy();
    given.retain(|(_, value)| !value.is_empty());
    for (question, value) in given {
        let id = protocol.find(question).ok_or("a question")?;
        let multi = protocol.question(id).kind == microneedling_quiz::protocol::Kind::Multi;
        let value = match value.parse::<u16>() {
            Ok(number) => json!(number),
            Err(_) if multi => json!([value]),
            Err(_) => json!(value),
        };
        answers.set(id, Some(jsonl::answer(&protocol, id, &value)?));
    }
    let complete = answers
        .complete(&protocol, today)
        .map_err(|wrong| format!("{wrong:?}"))?;
    let assessment = assess(&protocol, &complete);
    Ok(fragment(
        &protocol,
        NO_OVERLAY,
        today,
        &answers,
        &assessment,
    ))
}

#[test]
fn a_bad_link_is_told_and_nothing_of_it_is_used() -> Outcome {
    let good = link_of(microneedling_quiz::protocol().version)?;
    let altered = good.replacen(
        &good[40..41],
        if &good[40..41] == "A" { "B" } else { "A" },
        1,
    );
    let bad = [
        (altered, key::NOTICE_LINK_ALTERED),
        (
            good[..good.len() / 2].trim_end_matches('z').to_owned(),
            key::NOTICE_LINK_CUT,
        ),
        (
            format!("r={}z", "A".repeat(3_000)),
            key::NOTICE_LINK_TOO_LONG,
        ),
        (
            "r=<img src=x onerror=alert(1)>z".to_owned(),
            key::NOTICE_LINK_ALTERED,
        ),
    ];
    visit(async |browser, quiz| {
        for (fragment, told) in &bad {
            browser.client().goto("about:blank").await?;
            browser.open(&format!("#{fragment}")).await?;
            wait_told(&quiz, *told).await?;
            quiz.wait_screen("intro").await?;
            let address = browser.site().address().to_owned();
            assert_eq!(
                browser.script(STATE, vec![]).await?,
                json!([address, 0, 0, ""])
            );
        }
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_link_of_an_older_guide_is_judged_anew_and_says_so() -> Outcome {
    let link = link_of("2025.1.0")?;
    visit(async |browser, quiz| {
        browser.client().goto("about:blank").await?;
        browser.open(&format!("#{link}")).await?;
        quiz.wait_screen("recommendation").await?;
        let made = Locale::english().date(Date::parse(TODAY).ok_or("a day")?);
        let told = Locale::english().fill(key::OPENED_ANEW, &[("date", &made)]);
        assert!(quiz.text().await?.contains(&told));
        assert_says(&quiz, key::OPENED_SAME).await
    })
}

/// A link that is pasted into the address of the page that is open already.
#[test]
fn a_link_opens_over_a_quiz_that_is_under_way() -> Outcome {
    let link = link_of(microneedling_quiz::protocol().version)?;
    visit(async |browser, quiz| {
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        browser
            .script("location.hash = arguments[0]", vec![json!(link)])
            .await?;
        quiz.wait_screen("recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        Ok(())
    })
}

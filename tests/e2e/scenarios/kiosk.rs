//! A tablet that strangers share.

use e2e::{Axe, Browser, Engine, Look, Outcome, Quiz, Setup, until};
use microneedling_quiz::key;
use serde_json::{Value, json};
use xtask::{finish, project, site::Reply};

use crate::offline::visited;
use crate::visitor::{TODAY, healthy, words};

/// The clock stands still but for `later`.
const CLOCK: &str = "const { now } = Date;
    let ahead = 0;
    Date.now = () => now() + ahead;
    globalThis.later = (seconds) => { ahead += seconds * 1000 };
    globalThis.heard = [];
    for (const name of ['exit', 'error']) {
      addEventListener(`mnq-${name}`, ({ detail }) => heard.push([name, detail]));
    }
    globalThis.awake = 0;
    const request = async (kind) => ({ release: () => { awake -= kind === 'screen' } });
    Object.defineProperty(navigator, 'wakeLock', { value: {
      request: (kind) => { awake += 1; return request(kind); },
    } });";

/// All that the next visitor could see or find: the page with what is inside its elements, what is typed
/// and chosen, where it is scrolled to, and every store and entry.
const WHOLE: &str = "const inside = (node) => [
      node.nodeName, node.nodeValue, node.value, node.checked, node.open, node.scrollTop,
      [...node.attributes ?? []].map(({ name, value }) => [name, value]),
      [...node.childNodes].map(inside), node.shadowRoot ? inside(node.shadowRoot) : null,
    ];
    return JSON.stringify([
      inside(document), document.title, location.href, history.length, history.state, scrollY,
      String(getSelection()), document.cookie, { ...sessionStorage }, { ...localStorage },
      await caches.keys(), await indexedDB.databases?.(), performance.getEntriesByType('mark'),
    ])";

async fn whole(browser: &Browser) -> Outcome<Value> {
    browser.script(WHOLE, vec![]).await
}

/// Waits until the page is as it was.
async fn wait_untouched(browser: &Browser, before: &Value) -> Outcome {
    browser.quiz().wait_screen("attract").await?;
    until("a page without traces", async || {
        let now = whole(browser).await?;
        if now == *before {
            return Ok(Some(()));
        }
        Err(format!("it was {before}\nand is {now}").into())
    })
    .await
}

async fn later(browser: &Browser, seconds: u32) -> Outcome {
    let script = format!("later({seconds})");
    browser.script(&script, vec![]).await.map(drop)
}

/// Opens the page as a kiosk, while nobody is there.
async fn shared<'a>(browser: &'a Browser, page: &str) -> Outcome<Quiz<'a>> {
    browser.set_clock(TODAY).await?;
    browser.prepare(CLOCK).await?;
    browser.open(page).await?;
    let quiz = browser.quiz();
    quiz.wait_screen("attract").await?;
    // Links follow the clinic's options, which are read last.
    until("the whole quiz", async || {
        let asked = browser.site().requests();
        let last = |path: &String| path.starts_with("/clinic.") && path.ends_with(".wasm");
        Ok(asked.iter().any(last).then_some(()))
    })
    .await?;
    Ok(quiz)
}

/// How many codes for cameras there are.
async fn codes(browser: &Browser) -> Outcome<Value> {
    let script = "return document.querySelector('microneedling-quiz').shadowRoot
        .querySelectorAll('.qr').length";
    browser.script(script, vec![]).await
}

#[test]
fn the_next_visitor_sees_nothing_of_the_last_one() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = shared(browser, "#kiosk=4711").await?;
        let before = whole(browser).await?;
        let entries = browser.script("return history.length", vec![]).await?;
        let asked = browser.site().requests();

        quiz.press("begin").await?;
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        // Nothing leads away, and the result leaves on paper or as a code.
        let leads = "return [...document.querySelector('microneedling-quiz').shadowRoot
            .querySelectorAll('[href], [src], form[action]')].map((link) => link.outerHTML)";
        assert_eq!(browser.script(leads, vec![]).await?, json!([]));
        let mut actions = quiz.actions().await?;
        actions.retain(|action| !["language", "back"].contains(&action.as_str()));
        actions.sort();
        actions.dedup();
        assert_eq!(
            actions,
            ["keep-event", "keep-sun", "print", "restart"],
            "what can be pressed"
        );
        assert_eq!(codes(browser).await?, 1);
        let kept = "return [history.length, { ...sessionStorage }, { ...localStorage }]";
        assert_eq!(
            browser.script(kept, vec![]).await?,
            json!([entries, {}, {}])
        );

        // One touch stops the countdown, and what was there is there again.
        let open = "const { shadowRoot } = document.querySelector('microneedling-quiz');
            shadowRoot.querySelectorAll('details').forEach((one) => { one.open = true; });
            scrollTo(0, 2000)";
        browser.script(open, vec![]).await?;
        later(browser, 61).await?;
        quiz.wait_screen("countdown").await?;
        assert_eq!(quiz.part_texts(".kiosk__count").await?, ["30"]);
        quiz.press("stay").await?;
        quiz.wait_screen("recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");

        later(browser, 61).await?;
        quiz.wait_screen("countdown").await?;
        later(browser, 29).await?;
        until("the last second", async || {
            let count = quiz.part_texts(".kiosk__count").await?;
            Ok((count == ["1"]).then_some(()))
        })
        .await?;
        later(browser, 1).await?;
        wait_untouched(browser, &before).await?;

        quiz.press("begin").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        assert_eq!(quiz.answer("age").await?, Vec::<String>::new());
        assert_eq!(browser.site().requests(), asked, "something was asked for");
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn whoever_starts_over_or_leaves_while_the_screen_sleeps_leaves_nothing() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = shared(browser, "#kiosk").await?;
        let before = whole(browser).await?;
        quiz.press("begin").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.fill("age", "34").await?;
        later(browser, 3600).await?;
        wait_untouched(browser, &before).await?;

        quiz.press("begin").await?;
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.press("restart").await?;
        wait_untouched(browser, &before).await
    })
}

#[test]
fn after_a_crash_it_begins_anew_by_itself() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = shared(browser, "#kiosk").await?;
        let before = whole(browser).await?;
        quiz.press("begin").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.fill("age", "34").await?;
        browser.script(crate::failing::BREAK, vec![]).await?;
        quiz.press("back").await?;
        quiz.wait_screen("failure").await?;
        later(browser, 61).await?;
        wait_untouched(browser, &before).await
    })
}

#[test]
fn a_page_that_nobody_left_for_a_day_is_taken_anew_and_stays_a_kiosk() -> Outcome {
    Setup::default()
        .with_worker(&project::dist())
        .only(
            &[Engine::Chromium, Engine::WebKit],
            "Firefox's driver sets no clock without altering the page, and the worker takes no altered ones",
        )
        .run(async |browser| {
            visited(browser, "").await?;
            browser.client().goto("about:blank").await?;
            browser.open("#kiosk").await?;
            let quiz = browser.quiz();
            quiz.wait_screen("attract").await?;
            // The worker takes no altered pages, so the clock is set in the page itself.
            let ahead = "const { now } = Date;
                globalThis.later = (seconds) => { Date.now = () => now() + seconds * 1000 };
                globalThis.old = true";
            browser.script(ahead, vec![]).await?;
            quiz.press("begin").await?;
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
            quiz.fill("age", "34").await?;
            later(browser, 25 * 3600).await?;
            until("a new page", async || {
                let old = browser
                    .script("return globalThis.old ?? null", vec![])
                    .await?;
                Ok(old.is_null().then_some(()))
            })
            .await?;
            quiz.wait_screen("attract").await?;
            quiz.press("begin").await?;
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
            assert_eq!(quiz.answer("age").await?, Vec::<String>::new());
            Ok(())
        })
}

/// Types a PIN and presses the button.
async fn unlock(browser: &Browser, quiz: &Quiz<'_>, pin: &str) -> Outcome {
    let field = "return document.querySelector('microneedling-quiz').shadowRoot
        .querySelector('.kiosk input')";
    let field = browser.element(field, vec![]).await?.ok_or("no field")?;
    field.send_keys(pin).await?;
    quiz.press("open").await
}

#[test]
fn staff_leave_with_their_pin_and_others_do_not() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = shared(browser, "#kiosk=4711").await?;
        quiz.press("staff").await?;
        quiz.wait_screen("staff").await?;
        unlock(browser, &quiz, "4712").await?;
        let told = quiz.part_texts("[role=alert]").await?;
        assert_eq!(told, [words(key::KIOSK_WRONG)]);
        quiz.press("home").await?;
        quiz.wait_screen("attract").await?;
        quiz.press("staff").await?;
        unlock(browser, &quiz, "4711").await?;
        quiz.wait_screen("intro").await?;
        assert!(quiz.attribute("standalone").await?.is_some());
        let address = "return location.hash";
        assert_eq!(browser.script(address, vec![]).await?, "");
        Ok(())
    })
}

const CLINIC: &str = r#"<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
    <meta name=viewport content="width=device-width">
    <script type=module src=./embed.js></script><microneedling-quiz>
    <script type="application/json">{
      "name": "Skin Clinic", "contact": "tel:+15550100", "share-answers": true,
      "kiosk": { "pin": "12", "quiet": 5 }, "link-base": "https://quiz.example/"
    }</script></microneedling-quiz>"#;

#[test]
fn a_clinics_page_can_be_a_kiosk() -> Outcome {
    let host = |path: &str| (path == "/clinic").then(|| Reply::page(CLINIC));
    Setup::default()
        .site(|site| site.instead(host))
        .run(async |browser| {
            let quiz = shared(browser, "clinic").await?;
            // A PIN that is too short opens nothing, and less than a minute is no quiet minute.
            let actions = quiz.actions().await?;
            assert!(
                actions.iter().all(|action| action == "begin"),
                "{actions:?}"
            );
            let pin = json!(["error", {
                "version": 1, "code": "option", "path": "kiosk.pin", "found": "",
                "allowed": "4 to 12 digits",
            }]);
            let quiet = json!(["error", {
                "version": 1, "code": "option", "path": "kiosk.quiet", "found": "5",
                "allowed": "seconds from 60 to 900",
            }]);
            until("both mistakes", async || {
                let heard = browser.script("return heard", vec![]).await?;
                if heard == json!([pin, quiet]) {
                    return Ok(Some(()));
                }
                Err(format!("{heard}").into())
            })
            .await?;
            assert_eq!(browser.script("return awake", vec![]).await?, 1);

            // The last words to come.
            until("all of the first screen", async || {
                let script =
                    "return document.querySelector('microneedling-quiz').shadowRoot.textContent";
                let text = browser.script(script, vec![]).await?;
                let whole = text
                    .as_str()
                    .unwrap_or_default()
                    .contains(words(key::CLINIC_READABLE));
                Ok(whole.then_some(()))
            })
            .await?;
            let before = whole(browser).await?;
            quiz.press_in("li:has([lang=de])", "begin").await?;
            quiz.wait_language("de").await?;
            quiz.walk(&healthy(), "recommendation").await?;
            // Who to call stands there, to be read.
            let clinic = quiz.part_texts("[data-clinic]").await?.concat();
            assert!(clinic.contains("+15550100"), "{clinic}");
            assert!(quiz.part_texts("a, [data-sharing]").await?.is_empty());
            later(browser, 3600).await?;
            wait_untouched(browser, &before).await?;
            quiz.wait_language("en").await
        })
}

#[test]
fn the_one_file_can_be_a_kiosk() -> Outcome {
    Setup::default().run(async |browser| {
        browser.set_clock(TODAY).await?;
        browser.prepare(CLOCK).await?;
        let folder = tempfile::tempdir()?;
        let file = project::dist().join(finish::SINGLE);
        browser.open_on_disk(&file, folder.path()).await?;
        let quiz = browser.quiz();
        quiz.wait_screen("intro").await?;
        browser.script("location.hash = 'kiosk'", vec![]).await?;
        quiz.wait_screen("attract").await?;
        quiz.press("begin").await?;
        quiz.walk(&healthy(), "recommendation").await?;
        // No page of the web could open a link.
        assert_eq!(codes(browser).await?, 0);
        later(browser, 3600).await?;
        quiz.wait_screen("attract").await?;
        quiz.press("begin").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        assert_eq!(quiz.answer("age").await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn its_screens_keep_nobody_out() -> Outcome {
    let axe = Axe::ready()?;
    Setup::default()
        .only(
            &[Engine::Chromium],
            "axe sees the same in all, and only Chromium can be told its colours",
        )
        .run(async |browser| {
            let quiz = shared(browser, "#kiosk=4711").await?;
            for look in [Look::Light, Look::Dark] {
                browser.look(look).await?;
                let seen = axe.look(browser).await?;
                assert_eq!(seen.violations, Vec::<String>::new(), "attract");
                quiz.press("staff").await?;
                quiz.wait_screen("staff").await?;
                let seen = axe.look(browser).await?;
                assert_eq!(seen.violations, Vec::<String>::new(), "staff");
                quiz.press("home").await?;
                quiz.press("begin").await?;
                later(browser, 61).await?;
                quiz.wait_screen("countdown").await?;
                let seen = axe.look(browser).await?;
                assert_eq!(seen.violations, Vec::<String>::new(), "countdown");
                later(browser, 31).await?;
                quiz.wait_screen("attract").await?;
            }
            Ok(())
        })
}

//! What browsers and machines do to a page: storage that is full, clocks that jump, days that begin at
//! another hour, presses that come twice, and a second tab.

use e2e::{Browser, Engine, Outcome, Quiz, Setup, until};
use serde_json::{Value, json};

use crate::visitor::{arrive, healthy, healthy_but, visit};

/// A page whose storage takes nothing any more.
const FULL: &str = "Storage.prototype.setItem = () => {
    throw new DOMException('Full', 'QuotaExceededError'); }";

#[test]
fn storage_that_is_full_is_no_error() -> Outcome {
    visit(async |browser, quiz| {
        browser.prepare(FULL).await?;
        browser.client().refresh().await?;
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        browser.client().refresh().await?;
        quiz.wait_screen("intro").await
    })
}

/// A clock that stands at the noon of the day that the page's `data-day` names.
const CLOCK: &str = "const Clock = Date;
    const noon = () => new Clock(`${document.documentElement.dataset.day ?? '2026-11-22'}T12:00`);
    globalThis.Date = class extends Clock {
        constructor(...given) { super(...given.length ? given : [noon().getTime()]); }
        static now() { return noon().getTime(); }
    };";

/// Sets that clock.
async fn jump(browser: &Browser, day: &str) -> Outcome {
    let script = "document.documentElement.dataset.day = arguments[0]";
    browser.script(script, vec![json!(day)]).await.map(drop)
}

#[test]
fn a_clock_that_jumps_keeps_every_answer() -> Outcome {
    Setup::default().run(async |browser| {
        browser.prepare(CLOCK).await?;
        browser.open("").await?;
        let quiz = browser.quiz();
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.give_all(&healthy()).await?;
        for day in ["2031-02-28", "1970-01-01", "2026-11-22"] {
            jump(browser, day).await?;
            quiz.advance().await?;
            quiz.go_back().await?;
            assert_eq!(quiz.answer("age").await?, ["34"], "on {day}");
        }
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        // Before the rules were made, nobody knows what they say: no day is told.
        jump(browser, "1970-01-01").await?;
        quiz.go_back().await?;
        quiz.advance().await?;
        let text = quiz.text().await?;
        assert!(!text.contains("1970"), "it tells a day of a broken clock");
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Six weeks after surgery one more question is asked: the result of the day before no longer holds.
#[test]
fn a_result_that_no_longer_holds_leads_to_the_question_that_is_open() -> Outcome {
    visit(async |browser, quiz| {
        browser.set_clock("2026-11-22").await?;
        browser.client().refresh().await?;
        let answers = healthy_but(&[
            ("recent", "surgery"),
            ("recent.surgery.when", "2026-10-12"),
            ("recent.surgery.scar", "no"),
        ]);
        quiz.walk(&answers, "recommendation").await?;
        browser.set_clock("2026-11-23").await?;
        browser.client().refresh().await?;
        quiz.wait_screen("review").await?;
        quiz.press("continue").await?;
        quiz.wait_question("recent.surgery.advised").await
    })
}

/// A place, a moment in UTC, and the day that it is there.
const DAYS: [(&str, &str, &str); 6] = [
    // 14 hours ahead.
    ("Pacific/Kiritimati", "2026-11-30T10:30:00Z", "2026-12-01"),
    // 11 hours behind.
    ("Pacific/Pago_Pago", "2026-12-01T10:30:00Z", "2026-11-30"),
    // The clock has jumped from midnight to one o'clock: the day has no midnight.
    ("Africa/Cairo", "2027-04-29T22:10:00Z", "2027-04-30"),
    ("America/Santiago", "2027-09-05T04:10:00Z", "2027-09-05"),
    // The hour before midnight comes twice.
    ("America/Santiago", "2027-04-04T03:30:00Z", "2027-04-03"),
    // A leap day.
    ("Asia/Kathmandu", "2028-02-28T18:30:00Z", "2028-02-29"),
];

#[test]
fn today_is_the_visitors_own_day() -> Outcome {
    let setup = Setup::default().only(
        &[Engine::Chromium],
        "the others cannot be told where they are",
    );
    setup.run(async |browser| {
        for (place, moment, day) in DAYS {
            let zone = json!({ "timezoneId": place });
            browser
                .devtools("Emulation.setTimezoneOverride", zone)
                .await?;
            browser.stop_preparing();
            let clock = format!(
                "const Clock = Date;
                const moment = Clock.parse('{moment}');
                globalThis.Date = class extends Clock {{
                  constructor(...given) {{ super(...given.length ? given : [moment]); }}
                  static now() {{ return moment; }}
                }};
                sessionStorage.clear();"
            );
            browser.prepare(&clock).await?;
            browser.open("").await?;
            let quiz = browser.quiz();
            quiz.walk(&healthy(), "recommendation").await?;
            assert_eq!(earliest_start(browser).await?, day, "{place} at {moment}");
        }
        Ok(())
    })
}

/// The first day on which the plan may start.
async fn earliest_start(browser: &Browser) -> Outcome<Value> {
    let script = "return document.querySelector('microneedling-quiz').shadowRoot
        .querySelector('[name=plan-start]')?.min";
    until("the field for the start", async || {
        let day = browser.script(script, vec![]).await?;
        Ok((!day.is_null()).then_some(day))
    })
    .await
}

/// Notes what the browser takes each press for: the first, or the second of a double one.
const COUNT: &str = "globalThis.presses = [];
    addEventListener('click', ({ detail }) => presses.push(detail), true)";

/// Presses a button twice at the same place, as quickly as the driver can. Whether the browser took it for a
/// double press: on a busy machine the second comes too late for that.
async fn press_twice(browser: &Browser, quiz: &Quiz<'_>, action: &str) -> Outcome<bool> {
    let script = "presses.length = 0;
        return document.querySelector('microneedling-quiz').shadowRoot
            .querySelector(`[data-action=${arguments[0]}]`)";
    let button = browser.element(script, vec![json!(action)]).await?;
    let button = button.ok_or_else(|| format!("no {action}"))?;
    let before = quiz.questions().await?;
    browser.double_click(&button).await?;
    until("another screen", async || {
        Ok((quiz.questions().await? != before).then_some(()))
    })
    .await?;
    Ok(browser.script("return presses[1] > 1", vec![]).await? == true)
}

/// How often a double press is tried.
const TRIES: usize = 20;

#[test]
fn a_double_press_is_one_step_and_no_mistake() -> Outcome {
    visit(async |browser, quiz| {
        browser.prepare(COUNT).await?;
        for _ in 0..TRIES {
            browser.script("sessionStorage.clear()", vec![]).await?;
            browser.client().refresh().await?;
            quiz.wait_screen("intro").await?;
            if !press_twice(browser, &quiz, "start").await? {
                continue;
            }
            quiz.wait_question("age").await?;
            assert_eq!(quiz.wrong().await?, [], "it scolds before anybody answered");
            for question in quiz.questions().await? {
                let answer = quiz.answer(&question).await?;
                assert_eq!(
                    answer,
                    Vec::<String>::new(),
                    "{question} is answered unseen"
                );
            }
            quiz.give_all(&healthy()).await?;
            if !press_twice(browser, &quiz, "continue").await? {
                continue;
            }
            quiz.wait_question("areas-head").await?;
            assert_eq!(quiz.wrong().await?, [], "it scolds before anybody answered");
            assert_eq!(browser.complaints().await?, Vec::<String>::new());
            return Ok(());
        }
        Err("The browser never took two presses for a double one".into())
    })
}

#[test]
fn a_first_press_counts_also_where_the_browser_counts_on_from_the_page_before() -> Outcome {
    visit(async |browser, quiz| {
        let script = "document.querySelector('microneedling-quiz').shadowRoot
            .querySelector('[data-action=start]')
            .dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true }))";
        browser.script(script, vec![]).await?;
        quiz.wait_question("age").await
    })
}

/// Makes every look at the clock take long: Yew lets the browser work between drawing a screen and what follows.
const SLOW: &str = "const now = performance.now.bind(performance);
    let more = 0;
    performance.now = () => now() + (more += 20);";

/// Presses Start, and once more where the first answer lies, as soon as that is drawn.
const AT_ONCE: &str = "const root = document.querySelector('microneedling-quiz').shadowRoot;
    const press = (element, detail) => element.dispatchEvent(
        new MouseEvent('click', { detail, bubbles: true, composed: true, cancelable: true }));
    new MutationObserver((_, observer) => {
        const answer = root.querySelector('[data-screen=question] input[type=radio]');
        if (answer) {
            observer.disconnect();
            press(answer, 2);
        }
    }).observe(root, { childList: true, subtree: true, attributes: true });
    press(root.querySelector('[data-action=start]'), 1);";

#[test]
fn a_double_press_touches_nothing_that_is_still_being_drawn() -> Outcome {
    visit(async |browser, quiz| {
        browser.prepare(SLOW).await?;
        browser.client().refresh().await?;
        quiz.wait_screen("intro").await?;
        browser.script(AT_ONCE, vec![]).await?;
        quiz.wait_question("age").await?;
        for question in quiz.questions().await? {
            let answer = quiz.answer(&question).await?;
            assert_eq!(
                answer,
                Vec::<String>::new(),
                "{question} is answered unseen"
            );
        }
        Ok(())
    })
}

/// Starts, and notes in `under` whether a finger would touch the first answer: at once when the first
/// question is being drawn, and again until it does.
const UNDER_A_FINGER: &str = "const root = document.querySelector('microneedling-quiz').shadowRoot;
    globalThis.under = [];
    const look = () => {
        const answer = root.querySelector('[data-screen=question] .choice');
        if (answer) {
            answer.scrollIntoView();
            const { left, top, width, height } = answer.getBoundingClientRect();
            under.push(answer.contains(root.elementFromPoint(left + width / 2, top + height / 2)));
        }
        if (!under.includes(true)) requestAnimationFrame(look);
    };
    root.querySelector('[data-action=start]').click();
    look()";

#[test]
fn a_second_tap_touches_no_screen_that_nobody_has_seen() -> Outcome {
    let because = "only its DevTools turn the mouse into a finger";
    let setup = Setup::default().only(&[Engine::Chromium], because);
    setup.run(async |browser| {
        arrive(browser).await?;
        let finger = json!({ "enabled": true, "configuration": "mobile" });
        browser
            .devtools(
                "Emulation.setTouchEmulationEnabled",
                json!({ "enabled": true }),
            )
            .await?;
        browser
            .devtools("Emulation.setEmitTouchEventsForMouse", finger)
            .await?;
        let coarse = "return matchMedia('(pointer: coarse)').matches";
        assert_eq!(browser.script(coarse, vec![]).await?, true);
        browser.script(UNDER_A_FINGER, vec![]).await?;
        until("an answer that can be touched", async || {
            let touched = browser
                .script("return under.includes(true)", vec![])
                .await?;
            Ok((touched == true).then_some(()))
        })
        .await?;
        let at_once = browser.script("return under[0]", vec![]).await?;
        assert_eq!(
            at_once, false,
            "a tap that began on the screen before answers it"
        );
        Ok(())
    })
}

#[test]
fn two_tabs_know_nothing_of_each_other() -> Outcome {
    visit(async |browser, quiz| {
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.fill("age", "34").await?;
        let client = browser.client();
        let first = client.window().await?;
        let second = client.new_window(true).await?.handle;
        client.switch_to_window(second).await?;
        browser.open("").await?;
        quiz.wait_screen("intro").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        assert_eq!(quiz.answer("age").await?, Vec::<String>::new());
        quiz.fill("age", "51").await?;
        client.switch_to_window(first).await?;
        for _ in 0..2 {
            quiz.wait_question("age").await?;
            assert_eq!(quiz.answer("age").await?, ["34"]);
            client.refresh().await?;
        }
        Ok(())
    })
}

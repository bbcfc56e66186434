//! How a quiz comes into somebody else's page: when it is near what is seen, and without moving anything.

use e2e::{Browser, Engine, Outcome, Setup, until};
use serde_json::{Value, json};
use xtask::site::Reply;

/// A clinic's page with this body.
fn clinic(body: &'static str) -> Setup {
    let host = format!(
        "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <style>body {{ margin: 0 }}</style><script type=module src=./embed.js></script>{body}"
    );
    // The page's own styles stand in it.
    let policy = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; \
        style-src 'unsafe-inline'; connect-src 'self'; img-src data:";
    Setup::default().site(move |site| {
        site.policy(policy)
            .instead(move |path| (path == "/clinic").then(|| Reply::page(host.as_str())))
    })
}

/// Sums up what Chromium calls layout shifts, from before the page is drawn.
const SHIFTS: &str = "window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) if (!shift.hadRecentInput) shifted += shift.value;
    }).observe({ type: 'layout-shift', buffered: true });";

/// Keeps what only later screens need from coming until `arrive` is called, and notes when the quiz has
/// taken it in.
const HELD: &str = "const { fetch } = globalThis;
    const held = new Promise((come) => globalThis.arrive = come);
    globalThis.fetch = async (file, options) => {
        if (/later|clinic/.test(new URL(file).pathname)) await held;
        return fetch(file, options);
    };
    globalThis.learning = async () => {
        const names = performance.getEntriesByType('resource').map(({ name }) => name);
        const { Handle } = await import(names.find((name) => /quiz\\.\\w+\\.js$/.test(name)));
        const { learned } = Handle.prototype;
        return { done: new Promise((done) => {
            Handle.prototype.learned = function (...given) { learned.apply(this, given); done(); };
        }) };
    };";

/// Where everything stands, in the quiz and below it.
const PLACES: &str = "const frame = () => new Promise((done) => requestAnimationFrame(done));
    const quiz = document.querySelector('microneedling-quiz');
    const places = () => [...quiz.shadowRoot.querySelectorAll('*'), ...document.body.querySelectorAll('*')]
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y + scrollY, width, height].join(' ');
      });";

async fn shifts(browser: &Browser) -> Outcome<Value> {
    if browser.engine() != Engine::Chromium {
        return Ok(json!(0));
    }
    let script =
        "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return shifted";
    browser.script(script, vec![]).await
}

/// Neither in the quiz nor below it, when everything that follows the first screen has come.
#[test]
fn nothing_moves_when_what_is_behind_the_first_screen_comes() -> Outcome {
    let page =
        "<microneedling-quiz clinic=Ours share-answers price=120 currency=EUR></microneedling-quiz>
        <p id=below>Below</p>";
    for tag in ["en", "de"] {
        clinic(page).run(async |browser| {
            browser.prepare(HELD).await?;
            browser
                .prepare(&format!("document.documentElement.lang = '{tag}'"))
                .await?;
            browser.open("clinic").await?;
            browser.quiz().wait_screen("intro").await?;
            let script = format!(
                "{PLACES} const {{ done }} = await learning();
                const before = places();
                arrive();
                await done;
                await frame(); await frame();
                const after = places();
                return [before.length, after.filter((place, index) => place !== before[index]), after.length]"
            );
            let found = browser.script(&script, vec![]).await?;
            let count = found.get(0).cloned().unwrap_or_default();
            assert!(count.as_u64() > Some(40), "{found}");
            assert_eq!(found, json!([count, [], count]), "{tag}: something moved");
            let told = browser.quiz().text().await?;
            let readable = if tag == "en" { "part of another page" } else { "Teil einer anderen Seite" };
            assert!(told.contains(readable), "{told}");
            Ok(())
        })?;
    }
    Ok(())
}

/// As the documentation says for a quiz at the top of a page. Nothing that can be seen moves, from before
/// the script has come.
#[test]
fn nothing_that_is_seen_moves_below_a_quiz_at_the_top() -> Outcome {
    let page = "<style>microneedling-quiz { display: block; min-height: 100vh }</style>
        <h1>Our clinic</h1><microneedling-quiz><p>Call us</p></microneedling-quiz><p id=below>Below</p>";
    for (width, height) in [(390, 844), (1280, 900)] {
        clinic(page).window(width, height).run(async |browser| {
            if browser.engine() == Engine::Chromium {
                browser.prepare(SHIFTS).await?;
            }
            let watch = "addEventListener('DOMContentLoaded', () => {
                window.seen = new Set();
                window.frames = 0;
                const look = () => {
                  window.frames += 1;
                  for (const own of document.querySelectorAll('h1, #below')) {
                    const { top } = own.getBoundingClientRect();
                    if (top < innerHeight) seen.add(`${own.localName} ${top}`);
                  }
                  requestAnimationFrame(look);
                };
                look();
            })";
            browser.prepare(watch).await?;
            browser.open("clinic").await?;
            browser.quiz().wait_screen("intro").await?;
            let seen = browser
                .script("return [frames > 1, seen.size]", vec![])
                .await?;
            assert_eq!(seen, json!([true, 1]), "{width}");
            assert_eq!(shifts(browser).await?, 0, "{width}");
            Ok(())
        })?;
    }
    Ok(())
}

/// Put into a page whose script is there, in each language and on phones as well as on desks.
#[test]
fn the_height_is_kept_from_the_first_moment_on() -> Outcome {
    clinic("<main></main><p id=below>Below</p>").run(async |browser| {
        browser.open("clinic").await?;
        let insert = "await customElements.whenDefined('microneedling-quiz');
            const [lang] = arguments;
            // A window's new size reaches the page some frames later.
            const frame = () => new Promise((done) => requestAnimationFrame(done));
            for (let was; was !== innerWidth;) { was = innerWidth; await frame(); await frame(); }
            const main = document.querySelector('main');
            const quiz = document.createElement('microneedling-quiz');
            quiz.lang = lang;
            const ready = new Promise((done) => quiz.addEventListener('mnq-ready', done));
            main.replaceChildren(quiz);
            const top = () => document.querySelector('#below').getBoundingClientRect().top + scrollY;
            const before = top();
            await ready;
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            return [before > 900, top() - before]";
        for width in [320, 390, 768, 1280] {
            browser.resize((width, 844)).await?;
            for language in microneedling_quiz::LANGUAGES {
                let moved = browser.script(insert, vec![json!(language.tag)]).await?;
                assert_eq!(moved, json!([true, 0]), "{} at {width}", language.tag);
            }
        }
        Ok(())
    })
}

#[test]
fn a_quiz_far_below_waits_until_it_is_near_and_all_load_once() -> Outcome {
    let page =
        "<div id=far style='height: 9000px'></div><microneedling-quiz id=one></microneedling-quiz>
        <microneedling-quiz id=two></microneedling-quiz><p id=below>Below</p>";
    clinic(page).run(async |browser| {
        if browser.engine() == Engine::Chromium {
            browser.prepare(SHIFTS).await?;
        }
        browser.open("clinic").await?;
        let settled = "await customElements.whenDefined('microneedling-quiz');
            const frame = () => new Promise((done) => requestAnimationFrame(done));
            for (let count = 0; count < 5; count += 1) await frame();
            return document.querySelector('#below').offsetTop";
        let before = browser.script(settled, vec![]).await?;
        let asked = browser.site().requests();
        let wasm = |path: &&String| path.ends_with(".wasm");
        assert_eq!(asked.iter().filter(wasm).count(), 0, "{asked:?}");

        let scroll = "document.querySelector('#two').scrollIntoView()";
        browser.script(scroll, vec![]).await?;
        for quiz in ["#one", "#two"] {
            browser.quiz_at(quiz).wait_screen("intro").await?;
        }
        let after = "return document.querySelector('#below').offsetTop";
        assert_eq!(browser.script(after, vec![]).await?, before);
        assert_eq!(shifts(browser).await?, 0);
        let asked = browser.site().requests();
        let scripts = asked
            .iter()
            .filter(|path| path.starts_with("/quiz.") && path.ends_with(".wasm"));
        assert_eq!(scripts.count(), 1, "{asked:?}");
        Ok(())
    })
}

#[test]
fn a_page_can_ask_for_a_quiz_that_is_far_away() -> Outcome {
    let page = "<div style='height: 9000px'></div><microneedling-quiz></microneedling-quiz>";
    clinic(page).run(async |browser| {
        browser.open("clinic").await?;
        let load = "await customElements.whenDefined('microneedling-quiz');
            document.querySelector('microneedling-quiz').load()";
        browser.script(load, vec![]).await?;
        browser.quiz().wait_screen("intro").await
    })
}

#[test]
fn properties_are_the_attributes_also_those_set_too_early() -> Outcome {
    clinic("<main></main>").run(async |browser| {
        browser.open("clinic").await?;
        let script = "await customElements.whenDefined('microneedling-quiz');
            const quiz = document.createElement('microneedling-quiz');
            const { options } = quiz.constructor;
            const wrong = options.filter((name) => {
              const property = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
              const seen = [quiz[property]];
              quiz[property] = 1;
              seen.push(quiz.getAttribute(name));
              quiz.setAttribute(name, 'two');
              seen.push(quiz[property]);
              quiz[property] = null;
              seen.push(quiz.hasAttribute(name));
              return JSON.stringify(seen) !== '[null,\"1\",\"two\",false]';
            });
            // As a page does that is quicker than the script.
            const early = document.createElement('microneedling-quiz');
            Object.defineProperty(early, 'textLanguage',
              { value: 'de', writable: true, configurable: true, enumerable: true });
            const ready = new Promise((done) => early.addEventListener('mnq-ready', done));
            document.querySelector('main').append(early);
            await ready;
            return [options.length, wrong, early.getAttribute('text-language'), Object.keys(early)]";
        let found = browser.script(script, vec![]).await?;
        let count = found.get(0).cloned().unwrap_or_default();
        assert!(count.as_u64() > Some(15), "{found}");
        assert_eq!(found, json!([count, [], "de", []]));
        Ok(())
    })
}

#[test]
fn methods_are_harmless_before_and_after() -> Outcome {
    clinic("<main></main>").run(async |browser| {
        browser.open("clinic").await?;
        let script = "await customElements.whenDefined('microneedling-quiz');
            const quiz = document.createElement('microneedling-quiz');
            quiz.reset(); quiz.destroy(); quiz.load();
            document.querySelector('main').append(quiz);
            quiz.reset(); quiz.load()";
        browser.script(script, vec![]).await?;
        browser.quiz().wait_screen("intro").await?;
        let again = "const quiz = document.querySelector('microneedling-quiz');
            quiz.destroy(); quiz.reset(); quiz.destroy();
            document.querySelector('main').append(quiz)";
        browser.script(again, vec![]).await?;
        until("the quiz that was put back", async || {
            Ok((browser.quiz().screen().await?.as_deref() == Some("intro")).then_some(()))
        })
        .await?;
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

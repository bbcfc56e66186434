//! Nothing leaves the device.

use e2e::{Browser, Outcome, Quiz, Setup, until};
use serde_json::{Value, json};
use xtask::{
    process,
    site::{Reply, Settings, Site},
};

use crate::visitor::{Answer, TODAY, healthy, healthy_but, visit};

#[test]
fn a_whole_quiz_asks_the_server_for_nothing() -> Outcome {
    visit(async |browser, quiz| {
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        // It is the last, and asked for at the moment at which the question is drawn.
        until("the last file", async || {
            let asked = browser.site().requests();
            let last = asked.iter().any(|path| path.starts_with("/offline."));
            Ok(last.then_some(()))
        })
        .await?;
        let before = browser.site().requests();
        for later in ["/en-later.", "/evidence."] {
            assert!(
                before.iter().any(|path| path.starts_with(later)),
                "{before:?}"
            );
        }
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
        assert_eq!(browser.site().requests(), before);
        let elsewhere = "return performance.getEntriesByType('resource')
            .map(({ name }) => name).filter((name) => !name.startsWith(location.origin))";
        assert_eq!(browser.script(elsewhere, vec![]).await?, json!([]));
        let left = "return [document.cookie, localStorage.length, (await caches.keys()).length]";
        assert_eq!(browser.script(left, vec![]).await?, json!(["", 0, 0]));
        // The policy forbids other servers: whoever asked one would be complained about.
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// Notes whatever could leave the page or stay in the browser, from before its scripts run.
const WATCH: &str = "globalThis.noted = [];
    const note = (...what) => { noted.push(what.map(String).join(' ')); };
    const { fetch } = globalThis;
    globalThis.fetch = (...given) => { note('fetch', given[0]); return fetch(...given); };
    const kinds = ['WebSocket', 'EventSource', 'XMLHttpRequest', 'RTCPeerConnection', 'WebTransport',
      'Worker', 'SharedWorker', 'BroadcastChannel', 'Image'];
    for (const kind of kinds) {
      const usual = globalThis[kind];
      if (usual) globalThis[kind] = class extends usual {
        constructor(...given) { super(...given); note(kind, given[0]); }
      };
    }
    navigator.sendBeacon = (to) => note('beacon', to);
    globalThis.open = (to) => note('open', to);
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      if (this !== sessionStorage) note('localStorage', name);
      return setItem.call(this, name, value);
    };
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: (text) => note('cookie', text) });
    indexedDB.open = (name) => note('indexedDB', name);
    if (globalThis.caches) caches.open = (name) => note('caches', name);
    globalThis.cookieStore?.__proto__ && (cookieStore.set = (name) => note('cookieStore', name));
    globalThis.postMessage = (what) => note('postMessage', what);
    addEventListener('submit', ({ defaultPrevented }) => defaultPrevented || note('submit'));
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => note('blocked', violatedDirective));";

/// What was noted since the last time.
async fn noted(browser: &Browser) -> Outcome<Value> {
    browser.script("return noted.splice(0)", vec![]).await
}

/// Everything that there is to do in a quiz is done; what was noted meanwhile.
async fn noted_through_a_quiz(
    browser: &Browser,
    quiz: &Quiz<'_>,
    answers: &[Answer<'_>],
) -> Outcome<Value> {
    quiz.press("start").await?;
    quiz.wait_screen("question").await?;
    let loaded = noted(browser).await?;
    assert_ne!(loaded, json!([]), "nothing is noted at all");
    quiz.walk(answers, "recommendation").await?;
    let open = "document.querySelector('microneedling-quiz').shadowRoot
        .querySelectorAll('details').forEach((one) => { one.open = true; })";
    browser.script(open, vec![]).await?;
    quiz.press("fhir").await?;
    quiz.press("back").await?;
    quiz.wait_screen("review").await?;
    quiz.advance().await?;
    quiz.press("restart").await?;
    quiz.wait_screen("intro").await?;
    noted(browser).await
}

#[test]
fn nothing_is_sent_or_kept_through_whole_quizzes() -> Outcome {
    let host = "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script><microneedling-quiz></microneedling-quiz>";
    let host = move |path: &str| (path == "/clinic").then(|| Reply::page(host));
    Setup::default()
        .site(|site| site.instead(host))
        .run(async |browser| {
            browser.set_clock(TODAY).await?;
            browser.prepare(WATCH).await?;
            for (page, instead) in [
                ("", vec![]),
                (
                    "",
                    vec![("recent", "botox"), ("recent.botox.when", "2026-11-20")],
                ),
                ("clinic", vec![("life", "smoking")]),
            ] {
                browser.open(page).await?;
                let quiz = browser.quiz();
                quiz.wait_screen("intro").await?;
                let answers = healthy_but(&instead);
                let noted = noted_through_a_quiz(browser, &quiz, &answers).await?;
                assert_eq!(noted, json!([]), "{page} {instead:?}");
            }
            let cookies = browser.client().get_all_cookies().await?;
            assert!(cookies.is_empty(), "{cookies:?}");
            Ok(())
        })
}

/// Every way out that a script in the page could try.
const ESCAPE: &str = "const [to] = arguments;
    const add = (name, what) => document.body.append(Object.assign(document.createElement(name), what));
    const tried = [
      () => fetch(to, { mode: 'no-cors' }), () => navigator.sendBeacon(to, 'x'),
      () => new WebSocket(to.replace('http', 'ws')), () => new EventSource(to),
      () => { new Image().src = to; }, () => add('iframe', { src: to }), () => add('script', { src: to }),
      () => add('link', { rel: 'stylesheet', href: to }),
    ];
    for (const attempt of tried) try { await attempt(); } catch { }";

/// Even a script that got into the page could tell nobody, also where the server sends no policy.
#[test]
fn the_policy_that_we_ship_lets_nothing_out() -> Outcome {
    const OPEN: &str = "<!doctype html><title>No policy</title><body></body>";
    let answers = |path: &str| (path == "/open").then(|| Reply::page(OPEN));
    Setup::default()
        .site(|site| site.plain().instead(answers))
        .run(async |browser| {
            let nowhere = std::env::temp_dir().join("no-such-folder");
            let other = Site::on_free_port(Settings::new(nowhere));
            let other = other.map_err(|error| process::explain(&error))?;
            browser.open("").await?;
            browser.quiz().wait_screen("intro").await?;
            let escape = async || {
                let to = vec![other.address().into()];
                browser.script(ESCAPE, to).await
            };
            escape().await?;
            // Whatever was sent has come by the time that the last page of all has.
            browser.open("open").await?;
            assert_eq!(other.requests(), Vec::<String>::new());
            // Without a policy the same script is heard.
            escape().await?;
            until("the script to be heard", async || {
                Ok((!other.requests().is_empty()).then_some(()))
            })
            .await
        })
}

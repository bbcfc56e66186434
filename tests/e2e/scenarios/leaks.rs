//! Whether anything is left of a quiz that was taken off its page.

use e2e::{Browser, Engine, Outcome, Setup};
use serde_json::{Value, json};
use xtask::site::Reply;

/// Keeps hold of the memories of wasm.
const MEMORIES: &str = "globalThis.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await original.apply(WebAssembly, given);
            const { exports } = made.instance ?? made;
            for (const value of Object.values(exports)) {
                if (value instanceof WebAssembly.Memory) memories.push(value);
            }
            return made;
        };
    }";

const HOST: &str = "<!doctype html><title>Clinic</title><link rel=icon href=data:,>
    <script type=module src=./embed.js></script><main></main>";

/// Puts a quiz on the page, starts it, and takes it off again, as often as told.
const CYCLES: &str = "for (let turn = 0; turn < arguments[0]; turn += 1) {
        const quiz = document.createElement('microneedling-quiz');
        const ready = new Promise((ready) => quiz.addEventListener('mnq-ready', ready, { once: true }));
        document.querySelector('main').append(quiz);
        await ready;
        let start;
        while (!(start = quiz.shadowRoot.querySelector('[data-action=start]'))) {
            await new Promise((next) => setTimeout(next));
        }
        start.click();
        await new Promise((next) => setTimeout(next));
        quiz.remove();
        await new Promise((next) => setTimeout(next));
    }
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";

/// Cycles until everything that is made once has been made.
const WARM: u32 = 100;
/// Cycles that nothing may be left of.
const COUNTED: u32 = 1_000;
const AT_ONCE: u32 = 100;

/// Bytes of wasm after so many cycles.
async fn cycles(browser: &Browser, count: u32) -> Outcome<u64> {
    let mut bytes = 0;
    for _ in 0..count / AT_ONCE {
        let told = browser.script(CYCLES, vec![json!(AT_ONCE)]).await?;
        bytes = told.as_u64().ok_or("no size of the memory")?;
    }
    Ok(bytes)
}

/// What Chromium still holds: documents, nodes and listeners.
async fn held(browser: &Browser) -> Outcome<[i64; 3]> {
    browser
        .devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let told = browser
        .devtools("Performance.getMetrics", json!({}))
        .await?;
    let metrics = told.get("metrics").and_then(Value::as_array);
    let metrics = metrics.ok_or("no metrics")?;
    let metric = |name: &str| {
        let found = metrics
            .iter()
            .find(|metric| metric.get("name") == Some(&json!(name)));
        found?.get("value")?.as_f64().map(|value| value as i64)
    };
    let values = ["Documents", "Nodes", "JSEventListeners"].map(metric);
    let [Some(documents), Some(nodes), Some(listeners)] = values else {
        return Err(format!("{values:?}").into());
    };
    Ok([documents, nodes, listeners])
}

/// More than this may not be left of a thousand quizzes: not one document, not one node for two of them
/// (what was taken off last may still be on its way), and not one listener for twenty.
const MOST: [i64; 3] = [0, 400, 50];
/// Memory of wasm grows by pages of 64 KB.
const PAGE: u64 = 65_536;

#[test]
fn a_thousand_quizzes_leave_nothing_behind() -> Outcome {
    let page = |path: &str| (path == "/clinic").then(|| Reply::page(HOST));
    Setup::default()
        .site(|site| site.instead(page))
        .run(async |browser| {
            let chromium = browser.engine() == Engine::Chromium;
            browser.prepare(MEMORIES).await?;
            browser.open("clinic").await?;
            if chromium {
                browser.devtools("Performance.enable", json!({})).await?;
            }
            let bytes = cycles(browser, WARM).await?;
            assert!(bytes > 0, "no wasm was seen");
            let before = if chromium {
                held(browser).await?
            } else {
                [0; 3]
            };
            let later = cycles(browser, COUNTED).await?;
            assert!(later <= bytes + PAGE, "wasm grew from {bytes} to {later}");
            let left = browser
                .script("return document.querySelectorAll('main *').length", vec![])
                .await?;
            assert_eq!(left, 0, "something is left on the page");
            if chromium {
                let after = held(browser).await?;
                let grown = [0, 1, 2].map(|at: usize| {
                    after.get(at).copied().unwrap_or(0) - before.get(at).copied().unwrap_or(0)
                });
                let kept = grown.iter().zip(MOST).all(|(grown, most)| *grown <= most);
                assert!(kept, "documents, nodes and listeners grew by {grown:?}");
            }
            assert_eq!(browser.complaints().await?, Vec::<String>::new());
            Ok(())
        })
}

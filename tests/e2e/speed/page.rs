//! A page under Chromium's instruments.

use e2e::{Browser, Outcome, Quiz, until};
use serde_json::{Value, json};

const WATCH: &str = include_str!("watch.js");

/// Presses Start as soon as it is there, and tells when the first question has been painted.
const START: &str = "const { shadowRoot } = document.querySelector('microneedling-quiz');
    const find = (what) => new Promise((found) => {
        const look = () => {
            const there = shadowRoot?.querySelector(what) ??
                document.querySelector('microneedling-quiz').shadowRoot?.querySelector(what);
            if (there) found(there); else requestAnimationFrame(look);
        };
        look();
    });
    (await find('[data-action=start]')).click();
    await find('[data-screen=question]');
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return performance.now()";

/// What is in memory, in bytes.
pub(crate) struct Memory {
    pub(crate) script: f64,
    pub(crate) wasm: f64,
}

/// A page with nothing on it.
pub(crate) const BLANK: &str = "blank.html";

/// The browser, its page, and what has been seen of it.
pub(crate) struct Page<'a> {
    browser: &'a Browser,
}

impl<'a> Page<'a> {
    /// Watches every page that the browser opens from now on.
    pub(crate) async fn new(browser: &'a Browser) -> Outcome<Self> {
        for domain in ["Network.enable", "Performance.enable"] {
            browser.devtools(domain, json!({})).await?;
        }
        let script = json!({ "source": WATCH });
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        Ok(Self { browser })
    }

    /// A phone four times slower than this machine, 1.6 Mbit/s and 150 ms there and back; or neither.
    pub(crate) async fn slow(&self, slow: bool) -> Outcome {
        let rate = json!({ "rate": if slow { 4 } else { 1 } });
        self.browser
            .devtools("Emulation.setCPUThrottlingRate", rate)
            .await?;
        let speed = if slow { 200_000 } else { -1 };
        let network = json!({
            "offline": false, "latency": if slow { 150 } else { 0 },
            "downloadThroughput": speed, "uploadThroughput": speed,
        });
        self.browser
            .devtools("Network.emulateNetworkConditions", network)
            .await?;
        Ok(())
    }

    /// Opens a page that the browser has never seen.
    pub(crate) async fn open(&self, path: &str) -> Outcome {
        self.browser
            .devtools("Network.clearBrowserCache", json!({}))
            .await?;
        self.browser.open(BLANK).await?;
        let origin = self.browser.script("return origin", vec![]).await?;
        // What was kept for a visit without a network, too.
        self.browser
            .devtools(
                "Storage.clearDataForOrigin",
                json!({ "origin": origin, "storageTypes": "all" }),
            )
            .await?;
        self.browser
            .script("sessionStorage.clear()", vec![])
            .await?;
        self.browser.open(path).await
    }

    /// The quiz on it.
    pub(crate) fn quiz(&self) -> Quiz<'a> {
        self.browser.quiz()
    }

    /// When something could first be seen, in milliseconds.
    pub(crate) async fn first_paint(&self) -> Outcome<f64> {
        let entry = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
        until("the first paint", async || {
            Ok(self.browser.script(entry, vec![]).await?.as_f64())
        })
        .await
    }

    /// When the first question was there, in milliseconds.
    pub(crate) async fn first_question(&self) -> Outcome<f64> {
        self.number(START).await
    }

    /// How much has moved by itself since the page was opened.
    pub(crate) async fn shift(&self) -> Outcome<f64> {
        self.number("return speedSeen.shift").await
    }

    /// How long each press took, in milliseconds. What took less than a frame is told as one.
    pub(crate) async fn presses(&self) -> Outcome<Vec<f64>> {
        let script = "const last = performance.interactionCount;
            const frame = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
            await frame();
            await frame();
            const told = Object.values(speedSeen.presses);
            return [...told, ...Array(Math.max(0, last - told.length)).fill(16)]";
        let told = self.browser.script(script, vec![]).await?;
        Ok(serde_json::from_value(told)?)
    }

    /// What is held once everything unused has been thrown away.
    pub(crate) async fn memory(&self) -> Outcome<Memory> {
        self.browser
            .devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
        let told = self
            .browser
            .devtools("Performance.getMetrics", json!({}))
            .await?;
        let metric = |name: &str| {
            let metrics = told.get("metrics")?.as_array()?;
            let found = metrics
                .iter()
                .find(|metric| metric.get("name") == Some(&json!(name)));
            found?.get("value")?.as_f64()
        };
        let wasm =
            "return speedSeen.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)";
        Ok(Memory {
            script: metric("JSHeapUsedSize").ok_or("no size of the heap")?,
            wasm: self.number(wasm).await?,
        })
    }

    async fn number(&self, script: &str) -> Outcome<f64> {
        let told: Value = self.browser.script(script, vec![]).await?;
        told.as_f64()
            .ok_or_else(|| format!("{told} is no number").into())
    }
}

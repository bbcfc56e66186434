//! One browser with one page, and the server that it talks to.

use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    wd::WebDriverCompatibleCommand,
};
use serde_json::{Value, json};
use xtask::site::Site;

use crate::{Outcome, quiz::Quiz};

/// A browser under test.
pub struct Browser {
    client: Client,
    site: Site,
}

impl Browser {
    pub(crate) fn new(client: Client, site: Site) -> Self {
        Self { client, site }
    }

    /// The WebDriver client, for what has no name here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The server that the browser talks to.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Opens a page of the site, such as `` or `de/`, and waits until it has loaded.
    pub async fn open(&self, path: &str) -> Outcome {
        Ok(self
            .client
            .goto(&format!("{}{path}", self.site.address()))
            .await?)
    }

    /// The first quiz of the page.
    pub fn quiz(&self) -> Quiz<'_> {
        self.quiz_at("microneedling-quiz")
    }

    /// The quiz that a CSS selector finds.
    pub fn quiz_at(&self, selector: &str) -> Quiz<'_> {
        Quiz::new(self, selector)
    }

    /// Runs the body of a function in the page and returns what it returns.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(body, arguments).await?)
    }

    /// Runs the body of a function that returns an element or null.
    pub async fn element(&self, body: &str, arguments: Vec<Value>) -> Outcome<Option<Element>> {
        let found = self.script(body, arguments).await?;
        let id = found
            .as_object()
            .and_then(|object| object.values().next()?.as_str());
        Ok(id.map(|id| Element::from_element_id(self.client.clone(), id.to_owned().into())))
    }

    /// Presses and releases a key, a named one or a letter, wherever the focus is.
    pub async fn key(&self, key: impl Into<char>) -> Outcome {
        let value = key.into();
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Warnings and errors of the console since the last time that they were asked for.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let log = self.issue("se/log", json!({ "type": "browser" })).await?;
        let complaint = |entry: &Value| {
            let level = entry.get("level")?.as_str()?;
            let message = entry.get("message")?.as_str()?;
            matches!(level, "WARNING" | "SEVERE").then(|| format!("{level}: {message}"))
        };
        Ok(log
            .as_array()
            .map(|log| log.iter().filter_map(complaint).collect())
            .unwrap_or_default())
    }

    /// Sends a command of the DevTools protocol, such as `Network.emulateNetworkConditions`.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        self.issue(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
    }

    /// Runs a script in every page from now on, before the page's own. The answer is for
    /// [`Browser::stop_preparing`].
    pub async fn prepare(&self, script: &str) -> Outcome<Value> {
        let parameters = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", parameters)
            .await
    }

    /// Takes a script of [`Browser::prepare`] back.
    pub async fn stop_preparing(&self, prepared: Value) -> Outcome {
        self.devtools("Page.removeScriptToEvaluateOnNewDocument", prepared)
            .await
            .map(drop)
    }

    /// Stops the clock of every page from now on at the noon of a day, such as `2026-11-22`.
    pub async fn set_clock(&self, day: &str) -> Outcome<Value> {
        let script = "const Clock = Date;
            const noon = new Clock('DAYT12:00').getTime();
            globalThis.Date = class extends Clock {
              constructor(...given) { super(...given.length ? given : [noon]); }
              static now() { return noon; }
            };";
        self.prepare(&script.replace("DAY", day)).await
    }

    /// Sets the size of the viewport, in CSS pixels.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Outcome {
        let parameters =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", parameters)
            .await
            .map(drop)
    }

    async fn issue(&self, path: &'static str, body: Value) -> Outcome<Value> {
        Ok(self.client.issue_cmd(Command { path, body }).await?)
    }
}

/// A command that only Chromium's driver knows.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

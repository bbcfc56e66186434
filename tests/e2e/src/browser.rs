//! One browser with one page, and the server that it talks to.

use std::{fs, path::Path};

use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    wd::WebDriverCompatibleCommand,
};
use serde_json::{Value, json};
use xtask::{browser::Engine, site::Site};

use crate::{Outcome, quiz::Quiz};

/// A browser under test.
pub struct Browser {
    client: Client,
    site: Site,
    engine: Engine,
    language: String,
}

/// Keeps a log where no page looks for one.
const LISTEN: &str = "
    const log = [];
    Object.defineProperty(globalThis, Symbol.for('complaints'), { value: log });
    for (const level of ['warn', 'error']) {
      const usual = console[level];
      console[level] = (...words) => { log.push(`${level}: ${words.join(' ')}`); usual(...words); };
    }
    addEventListener('error', ({ message }) => message && log.push(`error: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) => log.push(`rejection: ${reason}`));
    addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      log.push(`blocked by ${violatedDirective}: ${blockedURI}`));
    ";

const TOLD: &str = "return globalThis[Symbol.for('complaints')]?.splice(0) ?? []";

impl Browser {
    pub(crate) fn new(client: Client, site: Site, engine: Engine, language: String) -> Self {
        let browser = Self {
            client,
            site,
            engine,
            language,
        };
        browser.listen();
        browser
    }

    /// Its engine.
    pub fn engine(&self) -> Engine {
        self.engine
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

    /// Opens a page from the disk, with what has been prepared inside a copy of it in `folder`.
    pub async fn open_on_disk(&self, page: &Path, folder: &Path) -> Outcome {
        let copy = folder.join("page.html");
        fs::write(&copy, self.site.prepared(&fs::read_to_string(page)?))?;
        Ok(self
            .client
            .goto(&format!("file://{}", copy.display()))
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

    /// Runs the body of an asynchronous function in the page and returns what it returns.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let waiting = format!("return (async function () {{ {body} }}).apply(null, arguments)");
        Ok(self.client.execute(&waiting, arguments).await?)
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

    /// Presses the mouse twice on an element, as quickly as hands do.
    pub async fn double_click(&self, element: &Element) -> Outcome {
        let place = PointerAction::MoveToElement {
            element: element.clone(),
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let mut actions = MouseActions::new("mouse".to_owned()).then(place);
        for _ in 0..2 {
            let button = MOUSE_BUTTON_LEFT;
            actions = actions.then(PointerAction::Down { button });
            actions = actions.then(PointerAction::Up { button });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Warnings and errors of the page since it was loaded: of the console, errors that nobody
    /// caught, and what its policy blocked. Chromium also tells those of earlier pages that nobody
    /// has asked for, and files that could not be fetched.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            let told = self.script(TOLD, vec![]).await?;
            return Ok(serde_json::from_value(told)?);
        }
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

    /// Runs a script in every page of the site from now on, before the page's own.
    pub async fn prepare(&self, script: &str) -> Outcome {
        self.site.prepare(script);
        Ok(())
    }

    /// Takes every script of [`Browser::prepare`] back, and clocks of [`Browser::set_clock`] too.
    pub fn stop_preparing(&self) {
        self.site.stop_preparing();
        self.listen();
    }

    /// Without a log of the browser's own, the page keeps one; and its language is what it is told.
    pub(crate) fn listen(&self) {
        if self.engine != Engine::Chromium {
            self.site.prepare(LISTEN);
        }
        // It speaks the languages that the machine has been given words for, which may be none.
        if self.engine == Engine::WebKit {
            let speak = "Object.defineProperty(navigator, 'languages', { get: () => ['TAG'] });";
            self.site.prepare(&speak.replace("TAG", &self.language));
        }
    }

    /// Stops the clock of every page from now on at the noon of a day, such as `2026-11-22`.
    pub async fn set_clock(&self, day: &str) -> Outcome {
        let script = "const Clock = Date;
            const noon = new Clock('DAYT12:00').getTime();
            globalThis.Date = class extends Clock {
              constructor(...given) { super(...given.length ? given : [noon]); }
              static now() { return noon; }
            };";
        self.prepare(&script.replace("DAY", day)).await
    }

    /// Sets the size of the viewport, in CSS pixels. Firefox keeps to a least width of its own.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Outcome {
        if self.engine == Engine::Chromium {
            let parameters = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            return self
                .devtools("Emulation.setDeviceMetricsOverride", parameters)
                .await
                .map(drop);
        }
        // A window is larger than its viewport by its frame.
        self.client.set_window_size(width, height).await?;
        // Not as an asynchronous function: where pages run no scripts, Firefox finishes none.
        let inner = "return [innerWidth, innerHeight]";
        let inner = self.client.execute(inner, vec![]).await?;
        let inner: (u32, u32) = serde_json::from_value(inner)?;
        let with_frame = |wanted: u32, got: u32| wanted + wanted.saturating_sub(got);
        self.client
            .set_window_size(with_frame(width, inner.0), with_frame(height, inner.1))
            .await?;
        Ok(())
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

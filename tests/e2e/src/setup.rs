//! What a scenario starts from: a server, a browser with a fresh profile, and a phone's window.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Condvar, Mutex, PoisonError},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use xtask::{
    browser, process, project,
    site::{Settings, Site},
};

use crate::{Outcome, browser::Browser, driver::Driver};

/// How to start the browser and what to serve. The default is what a visitor has.
pub struct Setup {
    site: Settings,
    arguments: Vec<String>,
    preferences: Map<String, Value>,
    window: (u32, u32),
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            site: Settings::new(project::dist()),
            arguments: Vec::new(),
            preferences: Map::new(),
            window: (390, 844),
        }
    }
}

impl Setup {
    /// Serves something else, or serves it otherwise.
    pub fn site(mut self, change: impl FnOnce(Settings) -> Settings) -> Self {
        self.site = change(self.site);
        self
    }

    /// Turns JavaScript off for pages.
    pub fn without_javascript(mut self) -> Self {
        self.preferences.insert(
            "profile.managed_default_content_settings.javascript".into(),
            json!(2),
        );
        self
    }

    /// Adds an argument for the browser, such as `--lang=de`.
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Sets the size of the viewport, in CSS pixels.
    pub fn window(mut self, width: u32, height: u32) -> Self {
        self.window = (width, height);
        self
    }

    /// Runs a scenario and puts everything away afterwards, however it ends.
    pub fn run(self, scenario: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
        let _turn = Turn::wait();
        let program = browser::find().map_err(|error| process::explain(&error))?;
        let temporary = tempfile::tempdir()?;
        let driver = Driver::start(&program.driver, temporary.path())?;
        let site =
            Site::on_free_port(self.site.clone()).map_err(|error| process::explain(&error))?;

        let mut arguments: Vec<String> = ARGUMENTS
            .iter()
            .map(|argument| (*argument).to_owned())
            .collect();
        arguments.push(format!(
            "--user-data-dir={}",
            temporary.path().join("profile").display()
        ));
        arguments.extend(self.arguments);
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": program.chromium,
                "args": arguments,
                "prefs": self.preferences,
            },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else {
            return Err("No object".into());
        };

        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let client: Client = runtime.block_on(
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities)
                .connect(driver.address()),
        )?;
        let browser = Browser::new(client.clone(), site);
        let ended = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                browser.resize(self.window).await?;
                scenario(&browser).await
            })
        }));
        // When this fails, ending the driver ends the browser too.
        let _ = runtime.block_on(client.close());
        ended.unwrap_or_else(|panic| resume_unwind(panic))
    }
}

/// A quiet browser without a window. It hangs on a pipe, so that it ends when the driver does.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--lang=en-US",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
];

/// One of the few browsers that may run at a time: each needs a processor of its own.
struct Turn;

static FREE: Mutex<usize> = Mutex::new(2);
static FREED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = FREED
            .wait_while(free, |free| *free == 0)
            .unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *FREE.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        FREED.notify_one();
    }
}

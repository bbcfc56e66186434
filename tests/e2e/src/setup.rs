//! What a scenario starts from: a server, a browser with a fresh profile, and a phone's window.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::Path,
    sync::{Condvar, Mutex, PoisonError},
};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use xtask::{
    browser::{self, ENGINE, Engine},
    process, project,
    site::{Settings, Site},
};

use crate::{Outcome, browser::Browser, driver::Driver};

/// How to start the browser and what to serve. The default is what a visitor has.
pub struct Setup {
    site: Settings,
    arguments: Vec<String>,
    language: String,
    javascript: bool,
    window: (u32, u32),
    only: Option<(&'static [Engine], &'static str)>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            site: Settings::new(project::dist()).without_worker(),
            arguments: Vec::new(),
            language: "en-US".to_owned(),
            javascript: true,
            window: (390, 844),
            only: None,
        }
    }
}

impl Setup {
    /// Serves something else, or serves it otherwise.
    pub fn site(mut self, change: impl FnOnce(Settings) -> Settings) -> Self {
        self.site = change(self.site);
        self
    }

    /// Serves a folder with its service worker, which keeps what it has got: a second visit to a page
    /// is then answered by it, whatever has been prepared.
    pub fn with_worker(mut self, folder: &Path) -> Self {
        self.site = Settings::new(folder);
        self
    }

    /// Turns JavaScript off for pages.
    pub fn without_javascript(mut self) -> Self {
        self.javascript = false;
        self
    }

    /// Runs in these engines only, and says why where it does not.
    pub fn only(mut self, engines: &'static [Engine], because: &'static str) -> Self {
        self.only = Some((engines, because));
        self
    }

    /// Sets the language that the browser asks for, such as `de`.
    pub fn language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// Adds an argument for Chromium.
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
        let engine = engine()?;
        if let Some((engines, because)) = self.only
            && !engines.contains(&engine)
        {
            println!("Left out in {}: {because}", engine.name());
            return Ok(());
        }
        let _turn = Turn::wait();
        let program = browser::find(engine).map_err(|error| process::explain(&error))?;
        let temporary = tempfile::tempdir()?;
        let site =
            Site::on_free_port(self.site.clone()).map_err(|error| process::explain(&error))?;
        let capabilities = self.capabilities(&program, temporary.path())?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let start = async || {
            let driver = Driver::start(&program, temporary.path(), &self.language).await?;
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            let client = builder.connect(driver.address()).await?;
            Ok((driver, client))
        };
        let (_driver, client) = runtime.block_on(started(start))?;
        let browser = Browser::new(client.clone(), site, engine, self.language.clone());
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

    fn capabilities(
        &self,
        program: &browser::Browser,
        temporary: &Path,
    ) -> Outcome<Map<String, Value>> {
        let binary = &program.program;
        let capabilities = match program.engine {
            Engine::Chromium => {
                let mut arguments: Vec<String> = ARGUMENTS
                    .iter()
                    .map(|argument| (*argument).into())
                    .collect();
                arguments.push(format!("--lang={}", self.language));
                let profile = temporary.join("profile");
                arguments.push(format!("--user-data-dir={}", profile.display()));
                arguments.extend(self.arguments.iter().cloned());
                // 1 allows, 2 forbids.
                let javascript = if self.javascript { 1 } else { 2 };
                let preferences = json!({
                    "intl.accept_languages": self.language,
                    "profile.managed_default_content_settings.javascript": javascript,
                });
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {
                        "binary": binary, "args": arguments, "prefs": preferences,
                    },
                    "goog:loggingPrefs": { "browser": "ALL" },
                })
            }
            Engine::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": binary,
                    "args": ["-headless"],
                    "prefs": {
                        "intl.accept_languages": self.language,
                        "intl.locale.requested": "en-US",
                        "javascript.enabled": self.javascript,
                        // The driver would let pages on a disk read each other, which visitors' do not.
                        "security.fileuri.strict_origin_policy": true,
                    },
                },
            }),
            Engine::WebKit => {
                let javascript = format!("--enable-javascript={}", self.javascript);
                json!({
                    "browserName": "MiniBrowser",
                    "webkitgtk:browserOptions": {
                        "binary": binary, "args": ["--automation", javascript],
                    },
                })
            }
        };
        match capabilities {
            Value::Object(mut capabilities) => {
                capabilities.insert("timeouts".into(), json!({ "script": SCRIPT_LIMIT }));
                Ok(capabilities)
            }
            _ => Err("No object".into()),
        }
    }
}

/// Milliseconds that a script may take. axe needs half a minute for the largest page on a busy machine.
const SCRIPT_LIMIT: u32 = 180_000;

/// How often a browser is started before it counts as broken: on a busy machine one may exit at once, and
/// another program may take the port that its driver was about to listen on.
const STARTS: usize = 3;

/// What has started, at the last try at the latest.
async fn started<T>(mut start: impl AsyncFnMut() -> Outcome<T>) -> Outcome<T> {
    for _ in 1..STARTS {
        match start().await {
            Err(error) => eprintln!("The browser did not start, and is started again: {error}"),
            started => return started,
        }
    }
    start().await
}

fn engine() -> Outcome<Engine> {
    match std::env::var(ENGINE) {
        Err(_) => Ok(Engine::Chromium),
        Ok(name) => Engine::named(&name).ok_or_else(|| format!("{ENGINE}={name}?").into()),
    }
}

/// A quiet browser without a window. It hangs on a pipe, so that it ends when the driver does.
const ARGUMENTS: [&str; 9] = [
    "--headless",
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

//! The stand-alone page without a network, and with a new version.

use std::{fs, path::Path};

use e2e::{Browser, Outcome, Setup, until};
use microneedling_quiz::{key, text::Locale};
use serde_json::{Value, json};
use xtask::{finish, project};

use crate::visitor::{healthy, words};

/// Opens the page and waits until its worker answers for it.
pub(crate) async fn visited(browser: &Browser, page: &str) -> Outcome {
    // What is prepared would alter the pages, and the worker takes no altered ones.
    browser.site().stop_preparing();
    browser.open(page).await?;
    browser.quiz().wait_screen("intro").await?;
    until("the worker to take over", async || {
        let script = "return Boolean(navigator.serviceWorker.controller)";
        let controlled = browser.script(script, vec![]).await?;
        Ok((controlled == true).then_some(()))
    })
    .await
}

#[test]
fn after_one_visit_every_language_works_without_a_server() -> Outcome {
    Setup::default()
        .with_worker(&project::dist())
        .run(async |browser| {
            visited(browser, "").await?;
            browser.site().stop();
            // Not a reload: Firefox's driver asks the server itself then.
            browser.open("").await?;
            let quiz = browser.quiz();
            quiz.walk(&healthy(), "recommendation").await?;
            for locale in Locale::all()
                .into_iter()
                .filter(|locale| !locale.is_original())
            {
                browser.open(&format!("{}/", locale.tag)).await?;
                quiz.wait_language(locale.tag).await?;
            }
            // What is needed later has come, too: the words of another language by the switch.
            quiz.speak("de").await
        })
}

/// Puts another version into the folder of a site: its page is marked, and the worker names that page, or
/// if the version is not `whole`, one that is not there.
fn deploy(site: &Path, mark: &str, whole: bool) -> Outcome {
    let page = fs::read_to_string(project::dist().join("index.html"))?;
    let worker = fs::read_to_string(project::dist().join(finish::WORKER))?;
    let known = finish::digest(page.as_bytes());
    assert!(worker.contains(&known), "the worker should know the page");
    let page = page.replace("</body>", &format!("<!-- {mark} --></body>"));
    let named = if whole {
        finish::digest(page.as_bytes())
    } else {
        "0".repeat(16)
    };
    // Each version keeps what it has under a name of its own.
    let worker = worker
        .replace(&known, &named)
        .replace(" ${", &format!(" {mark} ${{"));
    assert!(
        worker.contains(mark),
        "the worker should have a store with a name"
    );
    fs::write(site.join("index.html"), page)?;
    fs::write(site.join(finish::WORKER), worker)?;
    for name in ["index.html", finish::WORKER] {
        for compressed in ["br", "gz"] {
            // They are gone already from the second time on.
            let _ = fs::remove_file(site.join(format!("{name}.{compressed}")));
        }
    }
    Ok(())
}

/// Has the browser look for a new version; returns what became of it.
async fn look(browser: &Browser) -> Outcome<Value> {
    let script = "const site = await navigator.serviceWorker.getRegistration();
        let worker;
        // A look that the browser has begun by itself may have come too early.
        while (!worker) {
            await site.update();
            worker = site.installing ?? site.waiting;
        }
        while (!['installed', 'redundant'].includes(worker.state)) {
            await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
        }
        return worker.state";
    browser.script(script, vec![]).await
}

/// The offer of a new version, as far as it is on the page.
async fn offered(browser: &Browser) -> Outcome<Value> {
    let script = "return document.querySelector('.update span')?.textContent ?? null";
    browser.script(script, vec![]).await
}

#[test]
fn a_new_version_waits_for_the_first_screen_and_a_broken_one_is_dropped() -> Outcome {
    let site = tempfile::tempdir()?;
    copy(&project::dist(), site.path())?;
    Setup::default()
        .with_worker(site.path())
        .run(async |browser| {
            visited(browser, "").await?;
            let quiz = browser.quiz();
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
            quiz.fill("age", "34").await?;

            // One whose page is not the one that it names.
            deploy(site.path(), "broken", false)?;
            assert_eq!(look(browser).await?, "redundant");

            deploy(site.path(), "newer", true)?;
            assert_eq!(look(browser).await?, "installed");
            assert_eq!(
                offered(browser).await?,
                Value::Null,
                "in the middle of a quiz"
            );
            // Whoever comes back now goes on in the version that they began with.
            browser.open("").await?;
            quiz.wait_question("age").await?;
            assert_eq!(quiz.answer("age").await?, ["34"]);
            assert!(!browser.client().source().await?.contains("<!-- newer -->"));

            quiz.press("back").await?;
            quiz.wait_screen("intro").await?;
            let offer = until("the offer", async || {
                Ok(offered(browser).await?.as_str().map(str::to_owned))
            });
            assert_eq!(offer.await?, words(key::UPDATE));
            let button = browser.element("return document.querySelector('.update button')", vec![]);
            button.await?.ok_or("no button")?.click().await?;
            until("the new version", async || {
                let new = browser.client().source().await?.contains("<!-- newer -->");
                Ok(new.then_some(()))
            })
            .await?;
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
            assert_eq!(quiz.answer("age").await?, ["34"]);
            Ok(())
        })
}

pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    for file in project::files(from)? {
        let place = to.join(file.strip_prefix(from)?);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &place)?;
    }
    Ok(())
}

#[test]
fn a_kiosk_takes_a_new_version_while_nobody_is_there() -> Outcome {
    let site = tempfile::tempdir()?;
    copy(&project::dist(), site.path())?;
    Setup::default()
        .with_worker(site.path())
        .run(async |browser| {
            visited(browser, "").await?;
            browser.script("location.hash = 'kiosk'", vec![]).await?;
            let quiz = browser.quiz();
            quiz.wait_screen("attract").await?;
            quiz.press("begin").await?;
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
            deploy(site.path(), "newer", true)?;
            assert_eq!(look(browser).await?, "installed");
            quiz.fill("age", "34").await?;
            let newer = async || {
                let page = browser.client().source().await?;
                Ok::<_, Box<dyn std::error::Error + Send + Sync>>(page.contains("<!-- newer -->"))
            };
            assert!(!newer().await?, "in the middle of a quiz");
            let reset = "document.querySelector('microneedling-quiz').reset()";
            browser.script(reset, vec![]).await?;
            until("the new version", async || Ok(newer().await?.then_some(()))).await?;
            quiz.wait_screen("attract").await
        })
}

/// The new worker is there, and what it names is not: half of an update.
#[test]
fn half_an_update_leaves_the_old_version_in_place() -> Outcome {
    let site = tempfile::tempdir()?;
    copy(&project::dist(), site.path())?;
    Setup::default()
        .with_worker(site.path())
        .run(async |browser| {
            visited(browser, "").await?;
            deploy(site.path(), "newer", true)?;
            let worker = site.path().join(finish::WORKER);
            let text = fs::read_to_string(&worker)?;
            let missing = text.replace("\"de-later.", "\"de-later.new.");
            assert_ne!(text, missing, "the worker should name German words");
            fs::write(&worker, missing)?;
            assert_eq!(look(browser).await?, "redundant");
            assert_eq!(offered(browser).await?, Value::Null);
            browser.site().stop();
            browser.open("").await?;
            assert!(!browser.client().source().await?.contains("<!-- newer -->"));
            let quiz = browser.quiz();
            quiz.walk(&healthy(), "recommendation").await?;
            quiz.speak("de").await
        })
}

#[test]
fn each_page_can_be_installed() -> Outcome {
    for locale in Locale::all() {
        let folder = project::dist().join(if locale.is_original() { "" } else { locale.tag });
        let page = fs::read_to_string(folder.join("index.html"))?;
        assert!(page.contains("<link rel=\"manifest\" href=\"./site.webmanifest\">"));
        let manifest = fs::read_to_string(folder.join("site.webmanifest"))?;
        let manifest: Value = serde_json::from_str(&manifest)?;
        let said = ["lang", "dir", "display", "start_url"].map(|name| manifest.get(name).cloned());
        let wanted = [locale.tag, locale.dir(), "standalone", "./"];
        assert_eq!(said, wanted.map(|text| Some(json!(text))));
        let icons = manifest.get("icons").and_then(Value::as_array);
        let icons = icons.ok_or("no icons")?;
        let sizes: Vec<_> = icons.iter().filter_map(|icon| icon.get("sizes")).collect();
        assert_eq!(sizes, ["192x192", "512x512"]);
        for icon in icons {
            assert_eq!(icon.get("purpose"), Some(&json!("any maskable")));
            let name = icon.get("src").and_then(Value::as_str).ok_or("no file")?;
            assert!(folder.join(name).is_file(), "{name}");
        }
        // Each picture is as large as it is said to be.
        let shots = manifest.get("screenshots").and_then(Value::as_array);
        let shots = shots.ok_or("no pictures")?;
        assert_eq!(shots.len(), 4);
        for shot in shots {
            let name = shot.get("src").and_then(Value::as_str).ok_or("no file")?;
            let picture = fs::read(folder.join(name))?;
            let size = |at: usize| {
                let bytes = picture.get(at..at + 4)?.try_into().ok()?;
                Some(u32::from_be_bytes(bytes))
            };
            let size = format!("{}x{}", size(16).ok_or("cut")?, size(20).ok_or("cut")?);
            assert_eq!(shot.get("sizes"), Some(&json!(size)));
        }
    }
    Ok(())
}

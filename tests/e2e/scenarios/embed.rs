//! The element's script: loading, failing, moving and removing.

use std::sync::atomic::{AtomicUsize, Ordering};

use e2e::{Outcome, Setup};
use serde_json::{Value, json};
use xtask::{
    process, project,
    site::{Reply, Settings, Site},
};

/// A page of someone else, with the two lines of HTML that embed the quiz.
const HOST: &str = "<!doctype html><title>Clinic</title><link rel=icon href=data:,>
    <script type=module src=./embed.js></script>
    <microneedling-quiz><p>Our own words</p></microneedling-quiz><main></main>";

/// Serves [`HOST`], and lets `instead` answer other paths.
fn clinic(instead: impl Fn(&str) -> Option<Reply> + Send + Sync + 'static) -> Setup {
    Setup::default().site(|site| {
        site.instead(move |path| match path {
            "/clinic" => Some(Reply::page(HOST)),
            path => instead(path),
        })
    })
}

#[test]
fn another_page_can_embed_the_quiz() -> Outcome {
    clinic(|_| None).run(async |browser| {
        browser.open("clinic").await?;
        browser.quiz().wait_screen("intro").await
    })
}

#[test]
fn a_broken_connection_is_tried_again() -> Outcome {
    for ending in [".wasm", ".js"] {
        let asked = AtomicUsize::new(0);
        let flaky = move |path: &str| {
            let first = path.starts_with("/quiz.")
                && path.ends_with(ending)
                && asked.fetch_add(1, Ordering::Relaxed) == 0;
            first.then(|| Reply::refusal(503))
        };
        clinic(flaky).run(async |browser| {
            browser.open("clinic").await?;
            browser.quiz().wait_screen("intro").await
        })?;
    }
    Ok(())
}

#[test]
fn when_loading_fails_the_pages_own_words_stay_and_an_event_tells() -> Outcome {
    let broken = |path: &str| path.ends_with(".wasm").then(|| Reply::refusal(404));
    clinic(broken).run(async |browser| {
        browser.open("clinic").await?;
        browser.quiz().wait_attribute("data-failed").await?;
        let script = "const done = arguments[arguments.length - 1];
            document.addEventListener('mnq-error', ({ detail }) => done(detail), { once: true });
            document.querySelector('main').append(document.createElement('microneedling-quiz'))";
        let detail = browser.client().execute_async(script, vec![]).await?;
        assert_eq!(detail, json!({ "version": 1, "code": "load" }));
        let shown = browser
            .script("return document.body.innerText.trim()", vec![])
            .await?;
        assert_eq!(shown, "Our own words");
        Ok(())
    })
}

#[test]
fn a_server_that_does_not_know_wasm_is_good_enough() -> Outcome {
    let unknowing = |path: &str| {
        let body = std::fs::read(project::dist().join(path.strip_prefix('/')?)).ok()?;
        path.ends_with(".wasm").then_some(Reply {
            status: 200,
            content_type: "application/octet-stream",
            body,
        })
    };
    clinic(unknowing).run(async |browser| {
        browser.open("clinic").await?;
        browser.quiz().wait_screen("intro").await
    })
}

#[test]
fn moving_keeps_the_quiz_and_removing_forgets_it() -> Outcome {
    Setup::default().run(async |browser| {
        let page = HOST.replace("./", browser.site().address());
        let settings = Settings::new(std::env::temp_dir().join("no-such-folder"))
            .policy("default-src * 'wasm-unsafe-eval' data:")
            .instead(move |_| Some(Reply::page(page.as_str())));
        let host = Site::on_free_port(settings).map_err(|error| process::explain(&error))?;
        browser.client().goto(host.address()).await?;
        let quiz = browser.quiz();
        quiz.wait_attribute("data-mounted").await?;
        let mark = "window.quiz = document.querySelector('microneedling-quiz');
            window.root = () => quiz.shadowRoot.querySelector('[data-screen]');
            window.first = root();";
        browser.script(mark, vec![]).await?;

        let moved = "document.querySelector('main').append(quiz);
            await new Promise((done) => setTimeout(done));
            return root() === first";
        assert_eq!(
            browser.script(moved, vec![]).await?,
            true,
            "a move made a new quiz"
        );

        let removed = "quiz.remove();
            await new Promise((done) => setTimeout(done));
            return [root(), quiz.hasAttribute('data-mounted')]";
        assert_eq!(
            browser.script(removed, vec![]).await?,
            json!([Value::Null, false])
        );

        browser.script("document.body.append(quiz)", vec![]).await?;
        quiz.wait_screen("intro").await?;
        assert_eq!(
            browser.script("return root() === first", vec![]).await?,
            false
        );
        Ok(())
    })
}

#[test]
fn loading_the_script_twice_is_harmless() -> Outcome {
    clinic(|_| None).run(async |browser| {
        browser.open("clinic").await?;
        browser.quiz().wait_screen("intro").await?;
        let again = "const script = document.createElement('script');
            Object.assign(script, { type: 'module', src: './embed.js?again' });
            const done = new Promise((loaded) => script.addEventListener('load', loaded));
            document.head.append(script);
            await done";
        browser.script(again, vec![]).await?;
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

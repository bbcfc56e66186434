//! What people copy into their pages runs there as it stands: the snippets of the documentation, and those
//! that `cargo xtask dist` prints for this very build.

use std::{env, fs, net::TcpListener};

use e2e::{Browser, Engine, Outcome, Setup, until};
use serde_json::json;
use xtask::{
    process, project,
    site::{Reply, Settings, Site},
    snippets, tools,
};

/// The snippets of a language in the documentation, in order.
fn documented(language: &str) -> Outcome<Vec<String>> {
    let path = project::root().join("docs/embedding.md");
    let text = project::read(&path).map_err(|error| process::explain(&error))?;
    let start = format!("```{language}\n");
    let parts = text.split(&start).skip(1);
    let parts = parts.filter_map(|part| Some(part.split("```").next()?.to_owned()));
    Ok(parts.collect())
}

/// What a page would notice.
const STATE: &str = "const globals = Object.getOwnPropertyNames(window).sort();
    return [document.title, history.length, document.cookie, localStorage.length,
        sessionStorage.length, document.head.innerHTML, globals.length]";

/// In pages of another origin, with the policy that the documentation names and with Trusted Types.
async fn run(browser: &Browser, snippets: &[String]) -> Outcome {
    let quiz = browser.site().address().trim_end_matches('/').to_owned();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let here = format!("http://{}", listener.local_addr()?);
    let page = |snippet: &String| {
        let snippet = snippet.replace("https://quiz.example", &quiz);
        let snippet = snippet.replace("https://clinic.example", &here);
        format!(
            "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>{snippet}"
        )
    };
    let pages: Vec<String> = snippets.iter().map(page).collect();
    let policy = format!(
        "default-src 'none'; script-src {quiz} 'wasm-unsafe-eval'; connect-src {quiz}; frame-src {quiz}; \
         img-src 'self' data:; require-trusted-types-for 'script'"
    );
    let served = pages.clone();
    let settings = Settings::new(env::temp_dir().join("no-such-folder"))
        .policy(&policy)
        .instead(move |path| {
            let index: usize = path.trim_start_matches('/').parse().ok()?;
            Some(Reply::page(served.get(index)?.as_str()))
        });
    let host = Site::start(listener, settings).map_err(|error| process::explain(&error))?;
    for (index, page) in pages.iter().enumerate() {
        let address = format!("{}{index}", host.address());
        browser.client().goto(&address).await?;
        if page.contains("<iframe") {
            let high = "return document.querySelector('iframe').style.height.endsWith('px')";
            until("a frame of the quiz's height", async || {
                Ok((browser.script(high, vec![]).await? == true).then_some(()))
            })
            .await?;
            browser.client().clone().enter_frame(0).await?;
            browser.quiz().wait_screen("intro").await?;
            browser.client().clone().enter_parent_frame().await?;
        } else if page.contains("<microneedling-quiz") {
            let shown = browser.quiz();
            shown.wait_screen("intro").await?;
            let before = browser.script(STATE, vec![]).await?;
            shown.press("start").await?;
            shown.wait_screen("question").await?;
            assert_eq!(browser.script(STATE, vec![]).await?, before, "{page}");
        } else {
            let to = browser.script("return document.querySelector('a').href", vec![]);
            assert_eq!(to.await?, json!(format!("{quiz}/")));
        }
        // The other browsers' logs are kept by our own pages only.
        if browser.engine() == Engine::Chromium {
            let mut told = browser.complaints().await?;
            // Chromium can share on other systems than this one.
            told.retain(|line| !line.contains("Unrecognized feature: 'web-share'"));
            assert_eq!(told, Vec::<String>::new(), "{page}");
        }
    }
    Ok(())
}

#[test]
fn every_snippet_runs_on_a_page_of_another_origin() -> Outcome {
    let all = documented("html")?;
    assert_eq!(all.len(), 7, "a snippet came or went");
    Setup::default().run(async |browser| run(browser, &all).await)
}

/// With the integrity that is printed beside the name by content.
#[test]
fn both_snippets_of_this_build_run_on_a_page_of_another_origin() -> Outcome {
    let all = snippets::html(&project::dist()).map_err(|error| process::explain(&error))?;
    assert_eq!(all.len(), 2);
    assert!(!all.concat().contains("integrity=\"\""));
    assert_eq!(
        all.iter()
            .filter(|snippet| snippet.contains("integrity=\"sha384-"))
            .count(),
        1
    );
    Setup::default().run(async |browser| {
        run(browser, &all).await?;
        // Another content under that name is refused.
        let mut wrong = all.clone();
        wrong.retain(|snippet| snippet.contains("integrity"));
        let wrong = wrong.concat();
        let (before, sum) = wrong.split_once("sha384-").ok_or("no integrity")?;
        let wrong = [before, "sha384-AAAA", sum.get(4..).unwrap_or_default()].concat();
        let quiz = browser.site().address().trim_end_matches('/').to_owned();
        let page = format!(
            "<!doctype html><title>Clinic</title><link rel=icon href=data:,>{}",
            wrong.replace("https://quiz.example", &quiz)
        );
        let settings = Settings::new(env::temp_dir().join("no-such-folder"))
            .policy("default-src * 'unsafe-inline' 'wasm-unsafe-eval' data:")
            .instead(move |_| Some(Reply::page(page.as_str())));
        let host = Site::on_free_port(settings).map_err(|error| process::explain(&error))?;
        browser.client().goto(host.address()).await?;
        let known = "return customElements.get('microneedling-quiz') === undefined";
        assert_eq!(browser.script(known, vec![]).await?, true);
        Ok(())
    })
}

/// With the declarations that are published, as a clinic's developers have them.
#[test]
fn what_is_documented_for_typescript_compiles_and_mistakes_do_not() -> Outcome {
    let all = documented("ts")?;
    let [right] = all.as_slice() else {
        return Err("a snippet came or went".into());
    };
    let folder = env::temp_dir().join(format!("quiz-types-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let types = "microneedling-quiz.d.ts";
    fs::copy(project::dist().join(types), folder.join(types))?;
    let check = |program: &str| -> Outcome<Vec<String>> {
        fs::write(folder.join("page.ts"), program)?;
        let checker = tools::type_checker().map_err(|error| process::explain(&error))?;
        let told = { checker }.current_dir(&folder).arg("page.ts").output()?;
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let mistakes = told.lines().filter(|line| line.contains(": error TS"));
        Ok(mistakes.map(str::to_owned).collect())
    };
    assert_eq!(check(right)?, Vec::<String>::new());
    for (known, unknown) in [
        ("quiz.clinic", "quiz.clinick"),
        ("detail.code", "detail.answers"),
        ("verdict", "diagnosis"),
        ("if (detail.shared) ", ""),
    ] {
        let wrong = right.replace(known, unknown);
        assert_eq!(check(&wrong)?.len(), 1, "{wrong}");
    }
    fs::remove_dir_all(folder)?;
    Ok(())
}

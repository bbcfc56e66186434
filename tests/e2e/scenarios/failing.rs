//! When the quiz cannot run, or breaks off: always a page that helps.

use e2e::{Browser, Outcome, Setup, until};
use microneedling_quiz::{key, text::Locale};
use serde_json::json;
use xtask::{
    project,
    site::{POLICY, Reply, Settings},
};

use crate::visitor::{healthy, visit};

/// What the element shows of the page's own words, once it has failed.
async fn leaflet(browser: &Browser) -> Outcome<String> {
    until("the element to say that it failed", async || {
        let script = "const quiz = document.querySelector('microneedling-quiz');
            return quiz.hasAttribute('data-failed') ? quiz.innerText : null";
        let text = browser.script(script, vec![]).await?;
        Ok(text.as_str().map(str::to_owned))
    })
    .await
}

/// It says what happened, what is commonly not offered, and what to ask.
fn assert_helps(text: &str, locale: Locale) {
    for word in [key::FAILED, key::NOT_FOR, key::ASK_TITLE, key::EMERGENCY] {
        for line in locale.text(word).lines().filter(|line| !line.is_empty()) {
            assert!(text.contains(line), "“{line}” is not in “{text}”");
        }
    }
    let waits = locale.text(key::STARTING);
    assert!(!text.contains(waits), "it still waits: “{text}”");
}

/// The page in English helps under these circumstances.
fn helps(site: impl FnOnce(Settings) -> Settings, prelude: &str) -> Outcome {
    Setup::default().site(site).run(async |browser| {
        if !prelude.is_empty() {
            browser.prepare(prelude).await?;
        }
        browser.open("").await?;
        assert_helps(&leaflet(browser).await?, Locale::english());
        let requests = browser.site().requests();
        for path in &requests {
            let times = requests.iter().filter(|other| *other == path).count();
            assert!(times <= 3, "{path} was asked for {times} times");
        }
        Ok(())
    })
}

#[test]
fn without_wasm_each_language_has_a_page_that_helps() -> Outcome {
    let missing = |path: &str| path.ends_with(".wasm").then(|| Reply::refusal(404));
    Setup::default()
        .site(|site| site.instead(missing))
        .run(async |browser| {
            for locale in Locale::all() {
                let page = if locale.is_original() {
                    String::new()
                } else {
                    format!("{}/", locale.tag)
                };
                browser.open(&page).await?;
                assert_helps(&leaflet(browser).await?, locale);
            }
            Ok(())
        })
}

#[test]
fn without_wasm_a_clinics_page_says_its_own_words_and_those_that_help() -> Outcome {
    const HOST: &str = "<!doctype html><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script>
        <microneedling-quiz lang=de contact=tel:+15550100><p>Our own words</p></microneedling-quiz>
        <microneedling-quiz lang=nl><script type=application/json>{ \"contact\": \"javascript:alert(1)\" }
        </script></microneedling-quiz>";
    let answers = |path: &str| match path {
        "/clinic" => Some(Reply::page(HOST)),
        _ => path.ends_with(".wasm").then(|| Reply::refusal(404)),
    };
    Setup::default()
        .site(|site| site.instead(answers))
        .run(async |browser| {
            browser.open("clinic").await?;
            let shown = until("both leaflets", async || {
                let script = "const all = [...document.querySelectorAll('microneedling-quiz')]
                    .map((quiz) => [quiz.innerText, quiz.shadowRoot.querySelector('.leaflet')]);
                    return all.every(([, shown]) => shown) ? all.map(([own, shown]) =>
                        [own, shown.lang, shown.innerText, shown.querySelector('a')?.href ?? '']) : null";
                let shown = browser.script(script, vec![]).await?;
                Ok(serde_json::from_value::<Option<[[String; 4]; 2]>>(shown)?)
            })
            .await?;
            let [[own, lang, text, link], [_, other, english, nowhere]] = shown;
            assert!(own.contains("Our own words"), "{own}");
            assert_eq!((lang.as_str(), other.as_str()), ("de", "en"));
            assert_eq!((link.as_str(), nowhere.as_str()), ("tel:+15550100", ""));
            assert_helps(&text, Locale::of("de").ok_or("no German")?);
            assert_helps(&english, Locale::english());
            Ok(())
        })
}

#[test]
fn a_browser_that_knows_or_runs_no_wasm_gets_a_page_that_helps() -> Outcome {
    helps(|site| site, "delete globalThis.WebAssembly;")?;
    let strict = POLICY.replace(" 'wasm-unsafe-eval'", "");
    helps(|site| site.policy(&strict), "")
}

#[test]
fn a_cut_or_altered_download_leaves_a_page_that_helps() -> Outcome {
    let cut = |path: &str| {
        let mut body = std::fs::read(project::dist().join(path.strip_prefix('/')?)).ok()?;
        body.truncate(body.len() / 2);
        path.starts_with("/quiz.").then_some(Reply {
            status: 200,
            content_type: if path.ends_with(".wasm") {
                "application/wasm"
            } else {
                "text/javascript"
            },
            body,
        })
    };
    helps(|site| site.instead(cut), "")
}

#[test]
fn without_the_elements_script_the_page_says_so() -> Outcome {
    let missing = |path: &str| path.starts_with("/embed.").then(|| Reply::refusal(404));
    helps(|site| site.instead(missing), "")
}

#[test]
fn a_page_opened_from_a_disk_leads_to_the_one_file() -> Outcome {
    Setup::default().run(async |browser| {
        for locale in Locale::all().into_iter().take(2) {
            let folder = if locale.is_original() { "" } else { locale.tag };
            let page = project::dist().join(folder).join("index.html");
            let address = format!("file://{}", page.display());
            browser.client().goto(&address).await?;
            let link = until("a link to the one file", async || {
                let script = "const link = document.querySelector('.intro__file a');
                    return link.checkVisibility() ? link : null";
                browser.element(script, vec![]).await
            })
            .await?;
            assert_eq!(link.text().await?, locale.text(key::ON_DISK));
            link.click().await?;
            browser.quiz().wait_screen("intro").await?;
        }
        Ok(())
    })
}

/// The next node that is to be put into the page is refused, which Yew takes for a mistake of its own.
pub(crate) const BREAK: &str = "const usual = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => {
        Node.prototype.insertBefore = usual;
        throw new Error('provoked');
    };
    window.told = [];
    addEventListener('mnq-error', ({ detail }) => told.push(detail));";

#[test]
fn a_crash_is_told_without_answers_and_the_page_starts_over() -> Outcome {
    visit(async |browser, quiz| {
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.give_all(&healthy()).await?;
        browser.script(BREAK, vec![]).await?;
        quiz.press("continue").await?;
        quiz.wait_screen("failure").await?;
        let told = browser.script("return told", vec![]).await?;
        assert_eq!(told, json!([{ "version": 1, "code": "panic" }]));
        let english = Locale::english();
        assert_eq!(quiz.heading().await?, english.text(key::FAILURE_TITLE));
        let element = "return document.querySelector('microneedling-quiz').innerText";
        let text = browser.script(element, vec![]).await?;
        let text = text.as_str().unwrap_or_default();
        assert!(text.contains(english.text(key::ASK_TITLE)), "{text}");
        assert!(!text.contains(english.text(key::STARTING)), "{text}");

        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable");
        Ok(())
    })
}

#[test]
fn what_breaks_while_it_is_restored_does_so_once() -> Outcome {
    visit(async |browser, quiz| {
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        let poison = "if (sessionStorage.getItem('microneedling-quiz')) {
            const usual = Node.prototype.insertBefore;
            Node.prototype.insertBefore = () => {
                Node.prototype.insertBefore = usual;
                throw new Error('provoked');
            };
        }";
        browser.prepare(poison).await?;
        browser.client().refresh().await?;
        // Also in the first moment.
        quiz.wait_screen("failure").await?;
        assert_eq!(quiz.attribute("data-failed").await?, None);
        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await
    })
}

#[test]
fn an_embedded_quiz_starts_over_with_fresh_code() -> Outcome {
    const HOST: &str = "<!doctype html><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script>
        <microneedling-quiz id=one lang=de contact=tel:+15550100><p>Our own words</p></microneedling-quiz>
        <microneedling-quiz id=two contact=javascript:alert(1)></microneedling-quiz>";
    let host = |path: &str| (path == "/clinic").then(|| Reply::page(HOST));
    Setup::default()
        .site(|site| site.instead(host))
        .run(async |browser| {
            browser.open("clinic").await?;
            let [one, two] = [browser.quiz_at("#one"), browser.quiz_at("#two")];
            // It is too far below to come by itself.
            let load = "await customElements.whenDefined('microneedling-quiz');
                document.querySelector('#two').load()";
            browser.script(load, vec![]).await?;
            two.press("start").await?;
            two.wait_question("age").await?;
            one.press("start").await?;
            one.wait_question("age").await?;
            browser.script(BREAK, vec![]).await?;
            one.press("back").await?;
            // They are one program.
            one.wait_screen("failure").await?;
            two.wait_screen("failure").await?;
            let shown = browser
                .script("return document.body.innerText", vec![])
                .await?;
            let shown = shown.as_str().unwrap_or_default();
            assert!(shown.contains("Our own words"), "{shown}");
            // Who to call instead, where the page says so, and nothing that could run.
            let links = "return [...document.querySelectorAll('microneedling-quiz')].map((quiz) =>
                quiz.shadowRoot.querySelector('[data-screen] a')?.href ?? null)";
            until("who to call", async || {
                let links = browser.script(links, vec![]).await?;
                Ok((links == json!(["tel:+15550100", null])).then_some(()))
            })
            .await?;
            for (quiz, tag) in [(&one, "de"), (&two, "en")] {
                quiz.press("restart").await?;
                quiz.wait_screen("intro").await?;
                assert_eq!(quiz.language().await?.as_deref(), Some(tag));
                quiz.press("start").await?;
                quiz.wait_question("age").await?;
                assert_eq!(quiz.answer("age").await?, Vec::<String>::new());
            }
            Ok(())
        })
}

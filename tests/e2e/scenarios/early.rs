//! What happens to an embedded quiz before everything of it has come.

use e2e::{Browser, Outcome, Setup, until};
use microneedling_quiz::{key, text::Locale};
use serde_json::{Value, json};
use xtask::site::Reply;

use crate::visitor::healthy;

/// A clinic's page: its quiz has these attributes.
fn clinic(attributes: &str) -> Setup {
    let page = format!(
        "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script>
        <form><microneedling-quiz {attributes}></microneedling-quiz></form><main></main>"
    );
    Setup::default().site(move |site| {
        site.instead(move |path| (path == "/clinic").then(|| Reply::page(page.as_str())))
    })
}

/// Keeps files with a name like this from coming until `arrive` is called, and notes which have come.
fn held(name: &str) -> String {
    format!(
        "const {{ fetch }} = globalThis;
        const held = new Promise((come) => globalThis.arrive = come);
        globalThis.came = [];
        globalThis.failed = 0;
        addEventListener('mnq-error', () => failed += 1);
        globalThis.asked = [];
        globalThis.fetch = async (file, options) => {{
            const name = String(file).split('/').at(-1);
            asked.push(name);
            if (name.startsWith('{name}')) await held;
            const reply = await fetch(file, options);
            came.push(name);
            return reply;
        }};"
    )
}

/// Waits until a file whose name begins like this is in a list.
async fn wait_listed(browser: &Browser, list: &str, name: &str) -> Outcome {
    let script = format!("return {list}.some((name) => name.startsWith(arguments[0]))");
    until(&format!("“{name}” among what {list}"), async || {
        let there = browser.script(&script, vec![json!(name)]).await?;
        Ok((there == true).then_some(()))
    })
    .await
}

/// Not even another language, whose words have all come, lets anybody begin.
#[test]
fn nobody_begins_before_the_clinics_rules_are_there() -> Outcome {
    let german = Locale::all().into_iter().find(|locale| locale.tag == "de");
    let german = german.ok_or("no German")?;
    clinic("areas='face neck'").run(async |browser| {
        browser.prepare(&held("clinic.")).await?;
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        quiz.wait_screen("intro").await?;
        quiz.ask_for_language("de").await?;
        wait_listed(browser, "came", "de-later").await?;
        quiz.press("start").await?;
        let text = quiz.text().await?;
        let waits = |locale: Locale| text.contains(locale.text(key::STARTING));
        assert!(
            waits(Locale::english()) || waits(german),
            "it does not say that it waits: {text}"
        );
        assert_eq!(quiz.screen().await?.as_deref(), Some("intro"));
        browser.script("arrive()", vec![]).await?;
        quiz.wait_question("age").await?;
        quiz.wait_language("de").await?;
        quiz.give_all(&healthy()).await?;
        quiz.press("continue").await?;
        quiz.wait_question("areas-head").await?;
        assert_eq!(quiz.options("areas-head").await?, ["face", "neck"]);
        Ok(())
    })
}

/// What a page may do to its quiz while the words of its language are on their way.
const BEGIN_ANEW: [&str; 3] = [
    "document.querySelector('microneedling-quiz').reset()",
    "document.querySelector('form').reset()",
    "const quiz = document.querySelector('microneedling-quiz');
        quiz.remove();
        await new Promise((done) => setTimeout(done));
        document.querySelector('main').append(quiz)",
];

#[test]
fn whoever_begins_anew_while_words_are_on_their_way_gets_a_quiz() -> Outcome {
    clinic("lang=de").run(async |browser| {
        browser.prepare(&held("de.")).await?;
        for anew in BEGIN_ANEW {
            browser.open("clinic").await?;
            wait_listed(browser, "asked", "de.").await?;
            browser.script(anew, vec![]).await?;
            browser.script("arrive()", vec![]).await?;
            let quiz = browser.quiz();
            quiz.wait_screen("intro").await?;
            quiz.wait_language("de").await?;
            let failed = "return [failed, document.querySelectorAll('[data-failed]').length]";
            assert_eq!(
                browser.script(failed, vec![]).await?,
                json!([0, 0]),
                "{anew}"
            );
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
        }
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_kiosk_writes_no_history_also_where_the_page_asks_for_it() -> Outcome {
    clinic("kiosk history").run(async |browser| {
        let length = "return history.length";
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        quiz.wait_screen("attract").await?;
        let before: Value = browser.script(length, vec![]).await?;
        quiz.press("begin").await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.give_all(&healthy()).await?;
        quiz.press("continue").await?;
        quiz.wait_question("areas-head").await?;
        assert_eq!(browser.script(length, vec![]).await?, before);
        Ok(())
    })
}

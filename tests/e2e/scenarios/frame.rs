//! The quiz in a frame of another origin, with the helper for the page around it.

use std::net::TcpListener;

use e2e::{Browser, Outcome, Setup, until};
use serde_json::{Value, json};
use xtask::{
    process,
    site::{Reply, Settings, Site},
};

use crate::visitor::{TODAY, healthy};

/// Notes what frames tell, and every message.
const LISTEN: &str = "window.heard = []; window.messages = [];
    for (const name of ['ready', 'step', 'outcome', 'exit', 'error']) {
      addEventListener(`mnq-${name}`, ({ target, detail }) => heard.push([target.id, name, detail])) }
    addEventListener('message', ({ data }) => messages.push(data));";

/// A clinic's page of another origin; `QUIZ` and `HERE` stand for the two.
fn clinic(browser: &Browser, body: &str) -> Outcome<Site> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let here = format!("http://{}", listener.local_addr()?);
    let quiz = browser.site().address().trim_end_matches('/').to_owned();
    let page = format!(
        "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <script src=/listen.js></script><script type=module src=QUIZ/resize.js></script>{body}"
    );
    let page = page.replace("QUIZ", &quiz).replace("HERE", &here);
    let policy =
        format!("default-src 'none'; script-src 'self' {quiz}; frame-src {quiz}; img-src data:");
    let settings = Settings::new(std::env::temp_dir().join("no-such-folder"))
        .policy(&policy)
        .instead(move |path| match path {
            "/" => Some(Reply::page(page.as_str())),
            "/listen.js" => Some(Reply {
                status: 200,
                content_type: "text/javascript",
                body: LISTEN.as_bytes().to_vec(),
            }),
            _ => None,
        });
    Site::start(listener, settings).map_err(|error| process::explain(&error).into())
}

async fn heard(browser: &Browser, frame: &str, name: &str) -> Outcome<Vec<Value>> {
    let script =
        "return heard.filter(([frame, name]) => frame === arguments[0] && name === arguments[1])
        .map(([, , detail]) => detail)";
    let heard = browser.script(script, vec![frame.into(), name.into()]);
    Ok(heard.await?.as_array().cloned().unwrap_or_default())
}

async fn wait_heard(browser: &Browser, frame: &str, name: &str) -> Outcome {
    until(&format!("“{name}” from {frame}"), async || {
        Ok((!heard(browser, frame, name).await?.is_empty()).then_some(()))
    })
    .await
}

#[test]
fn a_frame_is_as_high_as_its_quiz_and_hands_its_events_on() -> Outcome {
    Setup::default().run(async |browser| {
        let frame = "<iframe data-microneedling-quiz id=one width=390 height=200
            src='QUIZ/frame.html?origin=HERE&lang=en&share-answers&clinic=Ours&instance=a&onclick=evil'></iframe>
            <iframe data-microneedling-quiz id=two width=390 height=200
            src='QUIZ/frame.html?origin=HERE&lang=de&instance=b&standalone'></iframe>";
        let host = clinic(browser, frame)?;
        browser.set_clock(TODAY).await?;
        browser.client().goto(host.address()).await?;
        for frame in ["one", "two"] {
            wait_heard(browser, frame, "ready").await?;
        }
        browser.client().clone().enter_frame(0).await?;
        let quiz = browser.quiz();
        quiz.wait_screen("intro").await?;
        let text = quiz.text().await?;
        assert!(!text.contains("part of another page"), "nobody can read along: {text}");
        let given = "const names = document.querySelector('microneedling-quiz').getAttributeNames();
            return ['clinic', 'share-answers', 'onclick', 'standalone'].filter((name) => names.includes(name))";
        let given = browser.script(given, vec![]).await?;
        assert_eq!(given, json!(["clinic", "share-answers"]));
        // As high as the quiz: nothing has to be scrolled.
        let fits = "const { height } = document.querySelector('microneedling-quiz').getBoundingClientRect();
            return Math.abs(height - innerHeight) <= 1";
        until("a frame as high as its quiz", async || {
            Ok((browser.script(fits, vec![]).await? == true).then_some(()))
        })
        .await?;
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        browser.client().clone().enter_parent_frame().await?;
        wait_heard(browser, "one", "step").await?;
        let step = json!({ "version": 1, "step": 1 });
        assert_eq!(heard(browser, "one", "step").await?, [step]);
        assert!(heard(browser, "two", "step").await?.is_empty(), "the other frame said something");
        Ok(())
    })
}

/// A page that does without the helper: the frame scrolls, and its messages say the same.
#[test]
fn messages_tell_the_events_and_nothing_before_the_visitor_agrees() -> Outcome {
    Setup::default().run(async |browser| {
        let frame = "<iframe width=380 height=800
            src='QUIZ/frame.html?origin=HERE&lang=en&share-answers&instance=a'></iframe>";
        let host = clinic(browser, frame)?;
        browser.set_clock(TODAY).await?;
        browser.client().goto(host.address()).await?;
        browser.client().clone().enter_frame(0).await?;
        browser.quiz().walk(&healthy(), "recommendation").await?;
        browser.client().clone().enter_parent_frame().await?;
        let nothing = json!({ "version": 1, "shared": false });
        let outcomes = "return messages.filter(({ type }) => type === 'mnq-outcome').map(({ detail }) => detail)";
        until("the outcome", async || {
            let told = browser.script(outcomes, vec![]).await?;
            Ok((told == json!([nothing])).then_some(()))
        })
        .await?;
        let said = browser.script("return JSON.stringify(messages)", vec![]).await?;
        let said = said.as_str().unwrap_or_default();
        assert!(!said.contains("suitable") && !said.contains("answers\""), "{said}");
        let strange = "return messages.filter(({ source, version, instance, type, detail }) =>
            source !== 'microneedling-quiz' || version !== 1 || instance !== 'a' || !type.startsWith('mnq-') || !detail)";
        assert_eq!(browser.script(strange, vec![]).await?, json!([]));

        browser.client().clone().enter_frame(0).await?;
        browser.quiz().press("agree").await?;
        browser.client().clone().enter_parent_frame().await?;
        let told = until("what was agreed to", async || {
            let told = browser.script(outcomes, vec![]).await?;
            Ok(told.get(1).cloned())
        })
        .await?;
        assert_eq!(told.pointer("/outcome/verdict"), Some(&json!("suitable")));
        assert_eq!(told.pointer("/outcome/answers/age"), Some(&json!(34)));
        Ok(())
    })
}

/// Whoever can send messages to the page, or can name another origin, gets nothing by it.
#[test]
fn messages_of_others_do_not_count() -> Outcome {
    Setup::default().run(async |browser| {
        let frame = "<iframe data-microneedling-quiz id=one width=390 height=200
            src='QUIZ/frame.html?origin=HERE&lang=en&instance=a'></iframe>
            <iframe data-microneedling-quiz id=other width=390 height=200
            src='QUIZ/frame.html?origin=https://elsewhere.example&lang=en&share-answers'></iframe>";
        let host = clinic(browser, frame)?;
        browser.client().goto(host.address()).await?;
        wait_heard(browser, "one", "ready").await?;
        until("the height of the frame", async || {
            let high = browser.script("return one.style.height.endsWith('px')", vec![]).await?;
            Ok((high == true).then_some(()))
        })
        .await?;
        let forged = "const count = heard.length;
            const message = { source: 'microneedling-quiz', version: 1, instance: 'a' };
            const send = (type, detail) => postMessage({ ...message, type, detail }, '*');
            send('mnq-resize', { height: 7 });
            send('mnq-outcome', { version: 1, shared: true });
            await new Promise((done) => addEventListener('message', ({ data }) => data === 'last' && done())
              ?? postMessage('last', '*'));
            return [one.style.height, heard.length - count]";
        let found = browser.script(forged, vec![]).await?;
        assert!(found.get(0) != Some(&json!("7px")) && found.get(1) == Some(&json!(0)), "{found}");

        // A frame that was made for another page tells this one nothing. Where browsers tell whose page it
        // is, it offers nothing to agree to either.
        browser.client().clone().enter_frame(1).await?;
        browser.quiz().wait_screen("intro").await?;
        let offered = "return document.querySelector('microneedling-quiz').hasAttribute('share-answers')
            === !location.ancestorOrigins";
        let offered = browser.script(offered, vec![]).await?;
        browser.client().clone().enter_parent_frame().await?;
        let told = browser
            .script("return [heard.filter(([id]) => id === 'other').length, other.style.height]", vec![])
            .await?;
        assert_eq!((offered, told), (json!(true), json!([0, ""])));
        Ok(())
    })
}

#[test]
fn a_frame_without_an_origin_tells_nobody_and_takes_no_options() -> Outcome {
    Setup::default().run(async |browser| {
        for origin in ["", "origin=*&", "origin=null&", "origin=HERE/&"] {
            let frame = format!(
                "<iframe data-microneedling-quiz id=one width=390 height=900
                src='QUIZ/frame.html?{origin}share-answers&clinic=Ours'></iframe>"
            );
            let host = clinic(browser, &frame)?;
            browser.client().goto(host.address()).await?;
            browser.client().clone().enter_frame(0).await?;
            browser.quiz().wait_screen("intro").await?;
            let names =
                "return document.querySelector('microneedling-quiz').getAttributeNames().sort()";
            let names = browser.script(names, vec![]).await?;
            assert_eq!(
                names,
                json!(["data-mounted", "framed", "link-base"]),
                "{origin}"
            );
            browser.client().clone().enter_parent_frame().await?;
            let told = browser.script("return messages", vec![]).await?;
            assert_eq!(told, json!([]), "{origin}");
        }
        Ok(())
    })
}

#[test]
fn the_page_for_frames_alone_leads_to_the_stand_alone_page() -> Outcome {
    Setup::default().run(async |browser| {
        browser
            .open("frame.html?clinic=Evil&booking=https://evil.example")
            .await?;
        until("the stand-alone page", async || {
            let url = browser.client().current_url().await?;
            Ok((url.path() == "/" && url.query().is_none()).then_some(()))
        })
        .await?;
        browser.quiz().wait_screen("intro").await
    })
}

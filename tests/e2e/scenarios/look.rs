//! A clinic's colours and fonts: used, and corrected where they could not be read.

use e2e::{Browser, Outcome, Setup};
use serde_json::{Value, json};
use xtask::site::Reply;

use crate::visitor::{TODAY, healthy};

/// A clinic's page with these styles, and with these options in its element.
fn clinic(css: &str, options: &str) -> Setup {
    let host = format!(
        "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <style>body {{ font-family: 'Clinic Sans', cursive }} {css}</style>
        <script>window.told = [];
          addEventListener('mnq-error', ({{ detail }}) => told.push(detail))</script>
        <script type=module src=./embed.js></script>
        <microneedling-quiz><script type=application/json>{options}</script></microneedling-quiz>"
    );
    let policy = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; \
        style-src 'unsafe-inline'; connect-src 'self'; img-src data:";
    Setup::default().site(move |site| {
        site.policy(policy)
            .instead(move |path| (path == "/clinic").then(|| Reply::page(host.as_str())))
    })
}

/// Some computed styles of the first element that each selector finds.
const STYLES: &str = "const { shadowRoot } = document.querySelector('microneedling-quiz');
    return [...arguments].map(([selector, name]) =>
      getComputedStyle(shadowRoot.querySelector(selector)).getPropertyValue(name))";

async fn styles(browser: &Browser, asked: &[(&str, &str)]) -> Outcome<Vec<String>> {
    let asked = asked.iter().map(|pair| json!(pair)).collect();
    let found = browser.script(STYLES, asked);
    Ok(serde_json::from_value(found.await?)?)
}

async fn told(browser: &Browser) -> Outcome<Vec<Value>> {
    let told = browser.script("return told", vec![]).await?;
    Ok(told.as_array().cloned().unwrap_or_default())
}

#[test]
fn what_a_clinic_asks_for_is_what_it_gets() -> Outcome {
    let css = "microneedling-quiz { --mnq-accent: rgb(90 20 70); --mnq-width: 300px }
        microneedling-quiz::part(title) { text-transform: uppercase }
        microneedling-quiz::part(option) { border-style: dashed }";
    let options = r#"{ "theme": { "accent": "rgb(1 2 3)", "radius": "3px", "background": "rgb(250 250 255)" },
        "font": "inherit", "density": "roomy", "scheme": "light" }"#;
    clinic(css, options).run(async |browser| {
        browser.set_clock(TODAY).await?;
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        quiz.wait_screen("intro").await?;
        // The page's own style sheet wins over the options.
        let found = styles(
            browser,
            &[
                (".button", "background-color"),
                (".quiz", "background-color"),
                (".quiz", "font-size"),
                (".quiz", "max-width"),
                ("h1", "text-transform"),
            ],
        )
        .await?;
        assert_eq!(found, ["rgb(90, 20, 70)", "rgb(250, 250, 255)", "19px", "300px", "uppercase"]);
        for selector in [".quiz", "h1"] {
            let font = styles(browser, &[(selector, "font-family")]).await?.concat();
            assert!(font.contains("Clinic Sans"), "{selector}: {font}");
        }
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        let found = styles(browser, &[(".choice", "border-top-style")]).await?;
        assert_eq!(found, ["dashed"]);
        assert_eq!(told(browser).await?, Vec::<Value>::new());
        quiz.walk(&healthy(), "recommendation").await?;
        let parts = "const { shadowRoot } = document.querySelector('microneedling-quiz');
            return [...new Set([...shadowRoot.querySelectorAll('[part]')].map((found) => found.part.value))].sort()";
        let parts = browser.script(parts, vec![]).await?;
        for part in ["title", "heading", "card", "button", "verdict", "finding", "foot"] {
            assert!(parts.as_array().is_some_and(|all| all.contains(&json!(part))), "{part}: {parts}");
        }
        Ok(())
    })
}

/// How well each text and each edge can be seen, by the colours that the browser paints with.
const FAINT: &str = "const { shadowRoot } = document.querySelector('microneedling-quiz');
    const read = (text) => {
      const parts = text.match(/[\\d.]+(e-?\\d+)?/g).map(Number);
      const whole = text.startsWith('color') ? 1 : 255;
      return [parts.slice(0, 3).map((part) => part / whole), parts[3] ?? 1];
    };
    const light = (rgb) => rgb.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const ratio = (one, other) => {
      const [dark, bright] = [light(read(one)[0]), light(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    };
    const ground = (element) => {
      if (!element) return [1, 1, 1];
      const [rgb, share] = read(getComputedStyle(element).backgroundColor);
      if (share === 1) return rgb;
      const below = ground(element.parentElement);
      return rgb.map((part, place) => part * share + below[place] * (1 - share));
    };
    const faint = [];
    for (const element of shadowRoot.querySelectorAll('.quiz *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own || !element.getClientRects().length) continue;
      const found = ratio(getComputedStyle(element).color, ground(element));
      if (found < 4.5) faint.push(`${element.className} ${element.localName}: ${found.toFixed(2)}`);
    }
    for (const element of shadowRoot.querySelectorAll('.choice input:not(:checked)')) {
      const found = ratio(getComputedStyle(element).borderTopColor, ground(element));
      if (found < 3) faint.push(`edge of a choice: ${found.toFixed(2)}`);
    }
    return faint";

#[test]
fn colours_that_cannot_be_read_are_corrected_and_told() -> Outcome {
    let cases = [
        // Nearly white on white; a pale button; an edge that nobody sees.
        (
            "microneedling-quiz { --mnq-ink: #fafafa; --mnq-control: #fff }",
            r##"{ "theme": { "accent": "#ffe08a", "background": "#fff", "focus": "#fffffe", "line": "nonsense" } }"##,
            vec![
                ("contrast", "theme.accent", "#ffe08a"),
                ("contrast", "--mnq-ink", "#fafafa"),
                ("contrast", "--mnq-control", "#fff"),
                ("contrast", "theme.focus", "#fffffe"),
                ("option", "theme.line", "nonsense"),
            ],
        ),
        // A dark ground alone: the rest is taken from our dark palette, and there is nothing to tell.
        (
            "microneedling-quiz { --mnq-background: #1b1020; --mnq-surface: #2a1a30 }",
            "{}",
            vec![],
        ),
        // A white ground alone, whatever the visitor's device prefers.
        (
            "microneedling-quiz { --mnq-background: white; --mnq-surface: white }",
            "{}",
            vec![],
        ),
        // No text can be read on both.
        (
            "microneedling-quiz { --mnq-background: white; --mnq-surface: black }",
            "{}",
            vec![("contrast", "--mnq-surface", "black")],
        ),
        // No colour at all.
        (
            "microneedling-quiz { --mnq-ink: 12px }",
            r#"{ "scheme": "sepia", "density": "huge", "theme": { "colour": "red" } }"#,
            vec![
                ("option", "--mnq-ink", "12px"),
                ("option", "density", "huge"),
                ("option", "scheme", "sepia"),
                ("option", "theme.colour", "red"),
            ],
        ),
    ];
    for (css, options, expected) in cases {
        clinic(css, options).run(async |browser| {
            browser.set_clock(TODAY).await?;
            browser.open("clinic").await?;
            let quiz = browser.quiz();
            quiz.wait_screen("intro").await?;
            let none: Value = json!([]);
            assert_eq!(browser.script(FAINT, vec![]).await?, none, "{css}");
            quiz.press("start").await?;
            quiz.wait_screen("question").await?;
            assert_eq!(browser.script(FAINT, vec![]).await?, none, "{css}");
            quiz.walk(&healthy(), "recommendation").await?;
            assert_eq!(browser.script(FAINT, vec![]).await?, none, "{css}");
            let mut found = Vec::new();
            for event in told(browser).await? {
                let part = |name: &str| {
                    event
                        .get(name)
                        .and_then(Value::as_str)
                        .unwrap_or("")
                        .to_owned()
                };
                assert!(!part("allowed").is_empty(), "{event}");
                found.push((part("code"), part("path"), part("found")));
            }
            found.sort();
            let mut expected: Vec<_> = expected
                .into_iter()
                .map(|(code, path, value)| (code.to_owned(), path.to_owned(), value.to_owned()))
                .collect();
            expected.sort();
            assert_eq!(found, expected, "{css} {options}");
            Ok(())
        })?;
    }
    Ok(())
}

//! What a clinic says in the element's attributes.

use e2e::{Outcome, Setup};
use serde_json::json;
use xtask::site::Reply;

use crate::visitor::{TODAY, healthy};

/// A clinic's page with these attributes.
fn clinic(attributes: &'static str) -> Setup {
    let host = format!(
        "<!doctype html><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script>
        <microneedling-quiz {attributes}></microneedling-quiz><main></main>"
    );
    Setup::default().site(move |site| {
        site.instead(move |path| (path == "/clinic").then(|| Reply::page(host.as_str())))
    })
}

#[test]
fn a_price_for_each_session_gives_a_range() -> Outcome {
    clinic("price=120.50 currency=EUR").run(async |browser| {
        browser.set_clock(TODAY).await?;
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        quiz.walk(&healthy(), "recommendation").await?;
        let cost = quiz.part_texts("[data-cost]").await?.concat();
        for sum in ["361.50", "482", "723", "120.50"] {
            assert!(cost.contains(sum), "no {sum} in “{cost}”");
        }
        assert!(cost.contains('€') || cost.contains("EUR"), "{cost}");
        Ok(())
    })
}

#[test]
fn a_price_that_cannot_be_read_is_left_out_and_told() -> Outcome {
    clinic("").run(async |browser| {
        browser.set_clock(TODAY).await?;
        browser.open("clinic").await?;
        let script = "const done = arguments[arguments.length - 1];
            document.addEventListener('mnq-error', ({ detail }) => done(detail), { once: true });
            document.querySelector('microneedling-quiz').remove();
            const quiz = document.createElement('microneedling-quiz');
            quiz.setAttribute('price', '120,50');
            quiz.setAttribute('currency', 'EUR');
            document.querySelector('main').append(quiz)";
        let detail = browser.client().execute_async(script, vec![]).await?;
        assert_eq!(
            detail,
            json!({
                "version": 1,
                "code": "option",
                "path": "price",
                "found": "120,50",
                "allowed": "the price of one session, above 0 and below 1000000, like 120 or 120.50",
            })
        );
        let quiz = browser.quiz();
        quiz.walk(&healthy(), "recommendation").await?;
        assert_eq!(quiz.verdict().await?, "suitable", "the quiz itself goes on");
        assert!(quiz.part_texts("[data-cost]").await?.is_empty());
        // The warning is meant, and it is all that is told.
        let told = browser.complaints().await?;
        assert!(
            told.iter().all(|line| line.contains("120,50") && line.contains("is left out")),
            "{told:?}"
        );
        Ok(())
    })
}

/// All options are read anew, the language among them; an attribute that the page has set wins.
#[test]
fn beginning_anew_reads_the_language_anew() -> Outcome {
    clinic(r#"options='{ "language": "es" }'"#).run(async |browser| {
        browser.open("clinic").await?;
        let quiz = browser.quiz();
        quiz.wait_language("es").await?;
        for (change, tag) in [
            (
                r#"quiz.setAttribute('options', '{ "language": "de" }')"#,
                "de",
            ),
            ("quiz.removeAttribute('options')", "en"),
            (
                r#"quiz.setAttribute('options', '{ "language": "de" }'); quiz.lang = 'fr'"#,
                "fr",
            ),
        ] {
            let anew = format!(
                "const quiz = document.querySelector('microneedling-quiz'); {change}; quiz.reset()"
            );
            browser.script(&anew, vec![]).await?;
            quiz.wait_language(tag).await?;
        }
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

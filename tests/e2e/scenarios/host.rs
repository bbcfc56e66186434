//! What a clinic's page says in the quiz, and what it is told.

use e2e::{Browser, Outcome, Setup};
use serde_json::{Value, json};
use xtask::site::Reply;

use crate::visitor::{TODAY, healthy};

/// Notes every event of the quizzes, from before the script runs.
const LISTEN: &str = "window.heard = [];
    for (const name of ['ready', 'step', 'outcome', 'exit', 'error']) {
      addEventListener(`mnq-${name}`, ({ detail }) => heard.push([name, detail])) }";

const STRICT: &str = r#"<microneedling-quiz share-answers>
    <script type="application/json">{
      "name": "Skin Clinic", "contact": "tel:+15550100", "booking": "javascript:alert(1)", "nonsense": 1,
      "overlay": {
        "add": [
          { "id": "patch", "effect": "review", "when": "always", "text": "We try a small spot first." },
          { "id": "sure", "effect": "note", "when": "always", "text": "It is GUARANTEED." }
        ],
        "hide": { "areas": ["eyelids"] }
      }
    }</script></microneedling-quiz>"#;

/// What was told by events of this name, in order.
async fn heard(browser: &Browser, name: &str) -> Outcome<Vec<Value>> {
    let script =
        "return heard.filter(([name]) => name === arguments[0]).map(([, detail]) => detail)";
    let heard = browser.script(script, vec![name.into()]).await?;
    Ok(heard.as_array().cloned().unwrap_or_default())
}

fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    value.pointer(path).unwrap_or(&Value::Null)
}

#[test]
fn options_rules_events_and_what_is_agreed() -> Outcome {
    let host = format!(
        "<!doctype html><html lang=en><title>Clinic</title><link rel=icon href=data:,>
        <script type=module src=./embed.js></script>{STRICT}"
    );
    Setup::default()
        .site(move |site| {
            site.instead(move |path| (path == "/clinic").then(|| Reply::page(host.as_str())))
        })
        .run(async |browser| {
            browser.set_clock(TODAY).await?;
            browser.prepare(LISTEN).await?;
            browser.open("clinic").await?;
            let quiz = browser.quiz();
            quiz.walk(&healthy(), "recommendation").await?;
            assert_eq!(quiz.verdict().await?, "review");
            let added = quiz
                .part_texts("[data-rule='clinic:patch']")
                .await?
                .concat();
            let label = "This clinic added: We try a small spot first.";
            assert!(added.contains(label), "{added}");
            let name = quiz.part_texts("[data-clinic]").await?.concat();
            assert!(name.contains("Skin Clinic"), "{name}");

            // Mistakes are told, each with its path.
            let errors = heard(browser, "error").await?;
            let told: Vec<_> = errors
                .iter()
                .map(|error| (at(error, "/code").clone(), at(error, "/path").clone()))
                .collect();
            let expected = ["booking", "overlay.add.1.text", "nonsense"];
            assert_eq!(told, expected.map(|path| (json!("option"), json!(path))));

            // Steps are numbers; the outcome says nothing before the visitor agrees.
            let steps = heard(browser, "step").await?;
            assert!(steps.len() > 5, "{steps:?}");
            for step in &steps {
                assert_eq!(
                    step.as_object().map(serde_json::Map::len),
                    Some(2),
                    "{step}"
                );
                assert!(at(step, "/step").is_u64(), "{step}");
            }
            let nothing = json!({ "version": 1, "shared": false });
            let before = heard(browser, "outcome").await?;
            quiz.press("agree").await?;
            let outcome = heard(browser, "outcome").await?.pop().unwrap_or_default();
            assert_eq!(at(&outcome, "/shared"), true);
            assert_eq!(at(&outcome, "/outcome/verdict"), "review");
            assert_eq!(at(&outcome, "/outcome/answers/age"), 34);
            quiz.press("disagree").await?;
            let outcomes = heard(browser, "outcome").await?;
            assert_eq!(before, outcomes.get(..1).unwrap_or_default());
            assert_eq!(outcomes, [nothing.clone(), outcome, nothing]);

            // Beginning anew forgets, and says that the quiz was left.
            let reset = "document.querySelector('microneedling-quiz').reset()";
            browser.script(reset, vec![]).await?;
            quiz.wait_screen("intro").await?;
            let exits = heard(browser, "exit").await?;
            let reasons: Vec<_> = exits.iter().map(|exit| at(exit, "/reason")).collect();
            assert_eq!(reasons, ["reset"]);
            let destroy = "document.querySelector('microneedling-quiz').destroy();
                return document.querySelector('microneedling-quiz')";
            assert_eq!(browser.script(destroy, vec![]).await?, Value::Null);
            Ok(())
        })
}

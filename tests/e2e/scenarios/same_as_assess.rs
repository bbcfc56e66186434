//! The screens show what `assess` prints: every vignette, through the browser.

mod shown;

use e2e::{Browser, Case, Outcome, Setup, cases};
use microneedling_quiz::{
    jsonl, protocol,
    quiz::{Place, Quiz, save},
};
use serde_json::Value;

use shown::{expected, shown};

/// The text in which the stand-alone page would keep this person at the end.
fn saved(case: &Case) -> Outcome<String> {
    let complete =
        jsonl::read(protocol(), &case.line()).map_err(|error| format!("{}: {error}", case.name))?;
    let quiz = Quiz {
        answers: complete.answers().clone(),
        place: Place::Recommendation { partial: false },
        ..Quiz::default()
    };
    Ok(save(protocol(), &quiz))
}

/// Restores each case on its own day and compares. `open` opens the page; what is there when this begins
/// shares its storage, and leaves it alone.
pub(crate) async fn compare(
    browser: &Browser,
    cases: &[Case],
    open: impl AsyncFn() -> Outcome,
) -> Outcome<Vec<String>> {
    let mut different = Vec::new();
    let mut clock = None;
    for case in cases {
        if clock != Some(&case.today) {
            browser.stop_preparing();
            browser.set_clock(&case.today).await?;
            clock = Some(&case.today);
        }
        let keep = "sessionStorage.setItem('microneedling-quiz', arguments[0])";
        browser.script(keep, vec![saved(case)?.into()]).await?;
        open().await?;
        let quiz = browser.quiz();
        let found = match quiz.wait_screen("recommendation").await {
            Ok(()) => shown(&quiz).await?,
            Err(error) => Value::String(error.to_string()),
        };
        let output = serde_json::from_str(&jsonl::line(protocol(), &case.line()))?;
        let wanted = expected(&output);
        if found != wanted {
            different.push(format!(
                "{}\n  wanted {wanted}\n  found  {found}",
                case.name
            ));
        }
    }
    Ok(different)
}

/// Two browsers share the cases.
fn compare_part(part: usize) -> Outcome {
    let all = cases()?;
    assert!(all.len() >= 200, "only {} cases", all.len());
    let (first, second) = all.split_at(all.len() / 2);
    let cases = if part == 0 { first } else { second };
    Setup::default().run(async |browser| {
        // A quiz that is still coming would forget what is put into its storage.
        browser.open("protocol.html").await?;
        let different = compare(browser, cases, async || browser.open("").await).await?;
        let (wrong, of) = (different.len(), cases.len());
        assert!(
            wrong == 0,
            "{wrong} of {of} differ:\n{}",
            different.join("\n")
        );
        Ok(())
    })
}

#[test]
fn the_first_half_of_the_vignettes_is_shown_as_assessed() -> Outcome {
    compare_part(0)
}

#[test]
fn the_second_half_of_the_vignettes_is_shown_as_assessed() -> Outcome {
    compare_part(1)
}

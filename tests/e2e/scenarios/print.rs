//! The result on paper, as the browser prints it.

use e2e::{Engine, Outcome, Setup};
use fantoccini::wd::{PrintConfiguration, PrintSize};
use lopdf::Document;
use microneedling_quiz::key;

use crate::visitor::{arrive, healthy_but, words};

/// Somebody with eight reasons, the most that have to fit.
const EIGHT: [(&str, &str); 10] = [
    ("medicines", "blood-thinning"),
    ("medicines.blood-thinning.who", "prescribed"),
    ("recent", "botox"),
    ("recent.botox.when", "2026-11-20"),
    ("sun", "deeper-tone"),
    ("health", "heart"),
    ("health", "diabetes"),
    ("health.diabetes.control", "good"),
    ("allergies", "nickel"),
    ("allergies", "skincare"),
];

/// Text without what lines and fonts do to it.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn eight_reasons_fit_on_three_sheets() -> Outcome {
    let because = "only its driver prints without a window";
    let setup = Setup::default().only(&[Engine::Chromium], because);
    setup.run(async |browser| {
        let quiz = arrive(browser).await?;
        quiz.walk(&healthy_but(&EIGHT), "recommendation").await?;
        let findings = quiz.findings().await?;
        assert_eq!(findings.len(), 8, "{findings:?}");
        for (size, name) in [(PrintSize::A4, "A4"), (PrintSize::US_LETTER, "Letter")] {
            let settings = PrintConfiguration::builder().size(size).build();
            let settings = settings.map_err(|error| format!("{error:?}"))?;
            let bytes = browser.client().print(settings).await?;
            let pdf = Document::load_mem(&bytes)?;
            let sheets: Vec<_> = pdf.get_pages().into_keys().collect();
            assert!(
                (2..=3).contains(&sheets.len()),
                "{} sheets of {name}",
                sheets.len()
            );
            let text = squeezed(&pdf.extract_text(&sheets)?);
            let titles = quiz.part_texts(".finding h3").await?;
            for told in [quiz.heading().await?].iter().chain(&titles) {
                assert!(text.contains(&squeezed(told)), "“{told}” is not on {name}");
            }
            for word in [key::DISCLAIMER, key::EMERGENCY, key::QR_HINT] {
                // Fonts join letters such as “fi”, which first sentences do without.
                let first = words(word).split('.').next().unwrap_or_default();
                assert!(
                    text.contains(&squeezed(first)),
                    "“{first}” is not on {name}"
                );
            }
            for word in [key::COPY, key::START_OVER, key::STRENGTH_OPINION] {
                assert!(!text.contains(&squeezed(words(word))), "“{}”", words(word));
            }
        }
        Ok(())
    })
}

//! Everyone: every screen with the keyboard alone, in a narrow window, with text set apart, in light,
//! dark and forced colours, on its side, without motion, and what axe-core finds in it.

mod checks;

use std::collections::BTreeSet;

use e2e::{Axe, Browser, Engine, Language, Look, Outcome, Setup, missed, tour};
use serde_json::json;

use checks::Checks;

fn everyone(scenario: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let because = "only Chromium can be told to show forced colours and another scheme";
    Setup::default()
        .only(&[Engine::Chromium], because)
        .run(scenario)
}

#[test]
fn everyone_can_use_every_screen_in_english() -> Outcome {
    everyone(async |browser| {
        let mut checks = Checks::new(browser)?;
        let seen = tour(browser, &Language::english(), async |stop, _| {
            checks.everything(stop, &Look::ALL).await
        })
        .await?;
        assert_eq!(missed(&seen), Vec::<String>::new());
        checks.assert_nothing_found();
        Ok(())
    })
}

#[test]
fn everyone_can_use_every_screen_in_german_and_spanish() -> Outcome {
    in_other_languages(&["de", "es"])
}

#[test]
fn everyone_can_use_every_screen_in_french_and_portuguese() -> Outcome {
    in_other_languages(&["fr", "pt-BR"])
}

#[test]
fn everyone_can_use_every_screen_in_arabic() -> Outcome {
    in_other_languages(&["ar"])
}

/// Two browsers at a time share the languages; none may be forgotten.
#[test]
fn every_language_is_looked_at() -> Outcome {
    let tags: BTreeSet<String> = Language::all()?.into_iter().map(|one| one.tag).collect();
    let looked_at = ["en", "de", "es", "fr", "pt-BR", "ar"].map(str::to_owned);
    assert_eq!(tags, BTreeSet::from(looked_at));
    Ok(())
}

fn in_other_languages(tags: &[&str]) -> Outcome {
    let all = Language::all()?;
    everyone(async |browser| {
        let mut checks = Checks::new(browser)?;
        for language in all.iter().filter(|one| tags.contains(&&*one.tag)) {
            let seen = tour(browser, language, async |stop, quiz| {
                assert_eq!(quiz.language().await?.as_deref(), Some(&*language.tag));
                checks.language(language, stop).await
            })
            .await?;
            assert_eq!(missed(&seen), Vec::<String>::new(), "{}", language.tag);
        }
        checks.assert_nothing_found();
        Ok(())
    })
}

#[test]
fn everyone_can_read_the_protocol() -> Outcome {
    everyone(async |browser| {
        let axe = Axe::ready()?;
        for look in Look::ALL {
            browser.look(look).await?;
            browser.open("protocol.html").await?;
            let seen = axe.look(browser).await?;
            assert_eq!(seen.violations, Vec::<String>::new(), "{}", look.name());
        }
        Ok(())
    })
}

/// A check that finds nothing has to be one that could.
#[test]
fn axe_finds_what_is_wrong_inside_the_quiz() -> Outcome {
    everyone(async |browser| {
        browser.open("").await?;
        let quiz = browser.quiz();
        quiz.wait_screen("intro").await?;
        let axe = Axe::ready()?;
        let kept = axe.look(browser).await?.kept;
        let kept: BTreeSet<&str> = kept.iter().map(String::as_str).collect();
        for rule in ["button-name", "color-contrast", "list", "target-size"] {
            assert!(kept.contains(rule), "{rule} was not asked: {kept:?}");
        }
        let wrong = "const { shadowRoot } = document.querySelector('microneedling-quiz');
            const root = shadowRoot.querySelector('[data-screen]');
            const input = document.createElement('input');
            const pale = document.createElement('p');
            pale.textContent = 'Hardly to be seen';
            pale.style.color = '#ddd';
            root.append(input, pale)";
        browser.script(wrong, vec![]).await?;
        let found = axe.look(browser).await?.violations.join("\n");
        assert!(found.contains("label at"), "{found}");
        assert!(found.contains("color-contrast at"), "{found}");
        Ok(())
    })
}

/// The same for what does not fit.
#[test]
fn what_does_not_fit_is_found() -> Outcome {
    everyone(async |browser| {
        browser.open("").await?;
        browser.quiz().wait_screen("intro").await?;
        let wide = "const { shadowRoot } = document.querySelector('microneedling-quiz');
            const root = shadowRoot.querySelector('[data-screen]');
            const wide = document.createElement('button');
            wide.textContent = 'wide';
            wide.style.width = '500px';
            wide.style.height = '20px';
            root.append(wide)";
        browser.resize((320, 256)).await?;
        browser.script(wide, vec![]).await?;
        let found = browser.script(checks::FIT, vec![json!(true)]).await?;
        let found = found.to_string();
        for wanted in ["scrolls sideways", "beyond the window", "is only 500 by 20"] {
            assert!(found.contains(wanted), "{wanted}: {found}");
        }
        Ok(())
    })
}

/// And for what moves.
#[test]
fn what_moves_is_found() -> Outcome {
    everyone(async |browser| {
        browser.open("").await?;
        browser.quiz().press("start").await?;
        browser.quiz().wait_screen("question").await?;
        let found = browser.script(checks::MOTION, vec![]).await?;
        assert!(found.to_string().contains("glides"), "{found}");
        Ok(())
    })
}

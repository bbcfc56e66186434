//! A tour through every screen of the quiz: each question with its follow-ups, what is said when an
//! answer is missing, the interruption, the answers, and each verdict.

mod guests;
mod language;

use std::collections::BTreeSet;

use microneedling_quiz::protocol;

use self::guests::{DAY, Way, guests};
pub use self::language::Language;
use crate::{Browser, Outcome, Quiz, until};

/// A screen at which the tour stops.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// What kind of screen it is: `intro`, `question`, …
    pub screen: String,
    /// What is asked on it.
    pub questions: Vec<String>,
    /// The verdict that it tells.
    pub verdict: String,
    /// Whether answers are missing.
    pub refused: bool,
    /// Whether it says what has happened, such as that answers were restored.
    pub told: bool,
}

impl Stop {
    async fn here(quiz: &Quiz<'_>) -> Outcome<Self> {
        let screen = until("a screen", async || quiz.screen().await).await?;
        let verdict = if screen == "recommendation" {
            quiz.verdict().await?
        } else {
            String::new()
        };
        Ok(Self {
            questions: quiz.questions().await?,
            verdict,
            refused: !quiz.wrong().await?.is_empty(),
            told: !quiz.status().await?.trim().is_empty(),
            screen,
        })
    }

    /// What can be seen for the first time on it.
    fn parts(&self) -> impl Iterator<Item = String> {
        let kind = format!("{} {} {}", self.screen, self.refused, self.told);
        let verdict = format!("verdict {}", self.verdict);
        let asked = self.questions.clone();
        asked.into_iter().chain([kind, verdict])
    }

    /// Its name, for messages and files.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = self.screen.clone();
        let questions = self.questions.iter().map(String::as_str);
        for part in questions.chain(Some(self.verdict.as_str())) {
            if !part.is_empty() {
                name = format!("{name} {part}");
            }
        }
        if self.refused {
            name.push_str(" (refused)");
        }
        if self.told {
            name.push_str(" (told)");
        }
        name
    }
}

/// Takes the tour in a language. `look` is given each stop that shows something new. Returns them.
pub async fn tour(
    browser: &Browser,
    language: &Language,
    mut look: impl AsyncFnMut(&Stop, &Quiz<'_>) -> Outcome,
) -> Outcome<BTreeSet<Stop>> {
    browser.set_clock(DAY).await?;
    // A quiz that is still coming would forget what is put into its storage.
    browser.open("protocol.html").await?;
    let mut seen = BTreeSet::new();
    let mut parts = BTreeSet::new();
    for guest in guests()? {
        let keep = "sessionStorage.setItem('microneedling-quiz', arguments[0])";
        browser.script(keep, vec![guest.saved.into()]).await?;
        browser.open(&language.page()).await?;
        let quiz = browser.quiz();
        quiz.wait_screen(guest.screen).await?;
        loop {
            let stop = Stop::here(&quiz).await?;
            let new = stop.parts().filter(|part| parts.insert(part.clone()));
            if new.count() > 0 {
                look(&stop, &quiz).await?;
                seen.insert(stop.clone());
            }
            let goes_on = go_on(&quiz, &stop, guest.way)
                .await
                .map_err(|error| format!("{}: {error}", stop.name()))?;
            if !goes_on {
                break;
            }
        }
    }
    Ok(seen)
}

/// Goes to the next screen, unless this is where the guest wanted to go.
async fn go_on(quiz: &Quiz<'_>, stop: &Stop, way: Way) -> Outcome<bool> {
    if way == Way::Looks || stop.refused {
        return Ok(false);
    }
    match stop.screen.as_str() {
        "intro" => {
            quiz.press("start").await?;
            quiz.wait_screen("question").await?;
        }
        "question" if way == Way::Refused => {
            quiz.press("continue").await?;
            until("what is missing", async || {
                Ok((!quiz.wrong().await?.is_empty()).then_some(()))
            })
            .await?;
        }
        "interruption" if way == Way::Hurried => {
            quiz.press("see-now").await?;
            quiz.wait_screen("recommendation").await?;
        }
        "question" | "interruption" | "review" => drop(quiz.advance().await?),
        _ => return Ok(false),
    }
    Ok(true)
}

/// What a tour has to meet, and has not.
#[must_use]
pub fn missed(seen: &BTreeSet<Stop>) -> Vec<String> {
    let screens = [
        "intro",
        "question",
        "interruption",
        "review",
        "recommendation",
    ];
    let verdicts = [
        "suitable",
        "review",
        "defer",
        "not-indicated",
        "exclude",
        "out-of-scope",
    ];
    let ids = protocol().question_ids();
    let questions = ids.map(|id| protocol().question(id).id);
    let asked = |id: &str| {
        seen.iter()
            .any(|stop| stop.questions.iter().any(|asked| asked == id))
    };
    let screen = |name: &str| seen.iter().any(|stop| stop.screen == name);
    let verdict = |name: &str| seen.iter().any(|stop| stop.verdict == name);
    let missed = screens.into_iter().filter(|name| !screen(name));
    missed
        .chain(verdicts.into_iter().filter(|name| !verdict(name)))
        .chain(questions.filter(|id| !asked(id)))
        .map(str::to_owned)
        .collect()
}

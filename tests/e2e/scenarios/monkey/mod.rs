//! A monkey: thousands of random answers, presses, backs, forwards, reloads, changes of language and
//! size, and moves of the element. Whatever it does, the quiz stays in order, shows what was saved, and
//! judges complete answers only. The same seed does the same.

use std::env;

use e2e::{Browser, Engine, Outcome, Quiz, Setup, until};
use microneedling_quiz::{
    protocol,
    protocol::Date,
    quiz::{Place, Screen, load},
    text::Locale,
};
use serde::Deserialize;
use serde_json::json;

use crate::visitor::TODAY;

const MONKEY: &str = include_str!("monkey.js");

/// The variable that asks for more runs than usual.
const RUNS: &str = "MNQ_MONKEY";

/// Things done at random before a run is led to its end.
const DONE: u32 = 120;

/// What a run did.
#[derive(Debug, Deserialize)]
struct Run {
    did: usize,
    /// What it did last, to be read where something is wrong.
    #[expect(dead_code, reason = "messages show it")]
    last: Vec<String>,
    wrong: Vec<String>,
    arrived: bool,
}

/// Another quiz on the same page, with one answer in it.
const BESIDE: &str = "const beside = document.createElement('microneedling-quiz');
    beside.id = 'beside';
    beside.lang = 'en';
    document.querySelector('main').append(beside);
    // It is too far below to come by itself.
    await customElements.whenDefined('microneedling-quiz');
    beside.load();";

/// A quiz under a monkey's hands.
struct Monkey<'a> {
    browser: &'a Browser,
    quiz: Quiz<'a>,
    today: Date,
}

impl<'a> Monkey<'a> {
    async fn arrive(browser: &'a Browser) -> Outcome<Self> {
        browser.set_clock(TODAY).await?;
        browser.open("").await?;
        let monkey = Self {
            browser,
            quiz: browser.quiz_at("[standalone]"),
            today: Date::parse(TODAY).ok_or("No day")?,
        };
        monkey.settle_beside().await?;
        Ok(monkey)
    }

    /// Puts the other quiz there.
    async fn settle_beside(&self) -> Outcome {
        self.browser.script(BESIDE, vec![]).await?;
        let beside = self.browser.quiz_at("#beside");
        beside.press("start").await?;
        beside.wait_question("age").await?;
        beside.fill("age", "51").await
    }

    async fn run(&self, seed: u32) -> Outcome<Run> {
        let tags: Vec<&str> = Locale::all().iter().map(|locale| locale.tag).collect();
        let arguments = vec![json!(seed), json!(DONE), json!(tags)];
        let told = self.browser.script(MONKEY, arguments).await?;
        Ok(serde_json::from_value(told)?)
    }

    /// The screen shows what the page has kept, and a verdict only on what is complete.
    async fn assert_in_order(&self) -> Outcome {
        let kept = "return sessionStorage.getItem('microneedling-quiz')";
        let kept = self.browser.script(kept, vec![]).await?;
        let kept = kept.as_str().ok_or("Nothing was kept")?;
        let quiz = load(protocol(), kept).ok_or("What was kept cannot be read")?;
        let shown = until("a screen", async || self.quiz.screen().await).await?;
        match quiz.screen(protocol(), self.today) {
            Screen::Recommendation(assessment) => {
                assert_eq!(shown, "recommendation");
                let verdict = assessment.verdict.id();
                assert_eq!(self.quiz.verdict().await?, verdict);
                let complete = quiz.answers.complete(protocol(), self.today);
                let partial = quiz.place == Place::Recommendation { partial: true };
                assert!(
                    complete.is_ok() || (partial && verdict == "exclude"),
                    "{verdict} on answers that are not complete: {complete:?}"
                );
            }
            Screen::Intro => assert_eq!(shown, "intro"),
            Screen::Question { .. } => assert_eq!(shown, "question"),
            Screen::Interruption(_) => assert_eq!(shown, "interruption"),
            Screen::Review(_) => assert_eq!(shown, "review"),
        }
        Ok(())
    }

    /// A reload, in a window of another size, changes nothing but the notice.
    async fn reload(&self, seed: u32) -> Outcome {
        let before = self.quiz.screen().await?;
        let sizes = [(390, 844), (844, 390), (1280, 800)];
        let size = sizes.get(seed as usize % sizes.len()).copied();
        self.browser.resize(size.unwrap_or((390, 844))).await?;
        self.browser.client().refresh().await?;
        until("the same screen after a reload", async || {
            Ok((self.quiz.screen().await? == before).then_some(()))
        })
        .await?;
        self.settle_beside().await
    }
}

#[test]
fn whatever_a_monkey_does_the_quiz_stays_in_order() -> Outcome {
    Setup::default().run(async |browser| {
        // Where each step takes several times as long, there are fewer of them.
        let usual = match browser.engine() {
            Engine::Chromium => 60,
            Engine::Firefox | Engine::WebKit => 25,
        };
        let wanted = env::var(RUNS).ok().and_then(|runs| runs.parse().ok());
        let runs = wanted.unwrap_or(usual);
        let monkey = Monkey::arrive(browser).await?;
        let (mut did, mut arrived) = (0, 0);
        for seed in 0..runs {
            let run = monkey
                .run(seed)
                .await
                .map_err(|error| format!("seed {seed}: {error}"))?;
            assert!(run.wrong.is_empty(), "seed {seed}: {run:#?}");
            let complaints = browser.complaints().await?;
            assert!(
                complaints.is_empty(),
                "seed {seed}: {complaints:#?}\n{run:#?}"
            );
            monkey
                .assert_in_order()
                .await
                .map_err(|error| format!("seed {seed}: {error}\n{run:#?}"))?;
            did += run.did;
            arrived += u32::from(run.arrived);
            monkey.reload(seed).await?;
        }
        println!("{did} things done in {runs} runs, {arrived} of which reached a recommendation");
        assert!(arrived * 2 >= runs, "only {arrived} of {runs} arrived");
        Ok(())
    })
}

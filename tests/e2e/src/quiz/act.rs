//! What a visitor does.

use fantoccini::elements::Element;

use super::{PRELUDE, Quiz};
use crate::{Engine, Outcome, until};

/// More screens than any visitor sees.
const MANY: usize = 60;

impl Quiz<'_> {
    /// Presses a button: `start`, `continue`, `back`, `change`, `restart`, …
    pub async fn press(&self, action: &str) -> Outcome {
        self.press_in("", action).await
    }

    /// Presses a button inside a part of the screen that a selector finds, where several are alike.
    pub async fn press_in(&self, part: &str, action: &str) -> Outcome {
        let script = "const [part, action] = words;
            return all(`${part} [data-action=\"${CSS.escape(action)}\"]`)
                .find((button) => !button.disabled)";
        until(
            &format!("a button for “{action}” to press"),
            async || {
                self.find(script, &[part, action]).await?.click().await?;
                Ok(Some(()))
            },
        )
        .await
    }

    /// Asks for a language at the switch, and does not wait for it.
    pub async fn ask_for_language(&self, tag: &str) -> Outcome {
        let switch = "const folded = all('.languages')[0];
            return folded?.open ? folded.querySelector(`[data-for=\"${words[0]}\"]`)
                : folded?.querySelector('summary')";
        until(
            &format!("the language “{tag}” at the switch"),
            async || {
                let found = self.find(switch, &[tag]).await?;
                let asked = found.tag_name().await? == "button";
                found.click().await?;
                Ok(asked.then_some(()))
            },
        )
        .await
    }

    /// Goes on in another language.
    pub async fn speak(&self, tag: &str) -> Outcome {
        self.ask_for_language(tag).await?;
        self.wait_language(tag).await
    }

    /// Asks to change an answer, from the check-your-answers screen.
    pub async fn change(&self, question: &str) -> Outcome {
        let row = format!(":has(> [data-for=\"{question}\"])");
        self.press_in(&row, "change").await?;
        self.wait_question(question).await
    }

    /// Presses “continue” and waits until the screen changes; returns its new name.
    pub async fn advance(&self) -> Outcome<String> {
        self.press_and_move("continue").await
    }

    /// Presses “back” and waits until the screen changes; returns its new name.
    pub async fn go_back(&self) -> Outcome<String> {
        self.press_and_move("back").await
    }

    /// Chooses an option, unless it is chosen already.
    pub async fn choose(&self, question: &str, option: &str) -> Outcome {
        self.tick(question, option, true).await
    }

    /// Takes a choice back, where several may be chosen.
    pub async fn unchoose(&self, question: &str, option: &str) -> Outcome {
        self.tick(question, option, false).await
    }

    /// Types into a question's field, in place of what is there.
    pub async fn fill(&self, question: &str, text: &str) -> Outcome {
        let field = self.field(question).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        self.wait_answer(question, text, true).await
    }

    /// Sets a question's date, such as `2026-03-14`; of a month, such as `2026-03`, its first day,
    /// and that only the month is known.
    ///
    /// Where the driver types into it as a visitor would, that is in the order of the browser's own
    /// language, American English.
    pub async fn set_date(&self, question: &str, date: &str) -> Outcome {
        let (year, month, day) = match date.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] => (*year, *month, Some(*day)),
            [year, month] => (*year, *month, None),
            _ => return Err(format!("“{date}” is neither a date nor a month").into()),
        };
        let first = day.unwrap_or("01");
        let field = self.field(question).await?;
        let value = format!("{year}-{month}-{first}");
        let typed = match self.browser.engine() {
            Engine::Chromium => format!("{month}{first}{year}"),
            Engine::WebKit => format!("{month}-{first}-{year}"),
            Engine::Firefox => value.clone(),
        };
        field.send_keys(&typed).await?;
        self.wait_answer(question, &value, true).await?;
        match day {
            Some(_) => Ok(()),
            None => self.choose(question, "only-month").await,
        }
    }

    /// Answers a question in the way that its field asks for.
    pub async fn give(&self, question: &str, value: &str) -> Outcome {
        let script = "return fields(words[0])[0]?.type";
        let kind = until(&format!("a field of “{question}”"), async || {
            Ok(self
                .read(script, &[question])
                .await?
                .as_str()
                .map(str::to_owned))
        })
        .await?;
        match kind.as_str() {
            "checkbox" | "radio" | "select-one" => self.choose(question, value).await,
            "date" if is_date(value) => self.set_date(question, value).await,
            "date" => self.choose(question, value).await,
            _ => self.fill(question, value).await,
        }
    }

    /// Walks from wherever the quiz is to a screen, giving the answers that are asked for. A
    /// question with several answers is there several times, one that stays empty has the answer ``; a
    /// question that is not there is an error.
    pub async fn walk(&self, answers: &[(&str, &str)], to: &str) -> Outcome {
        for _ in 0..MANY {
            let screen = until("a screen", async || self.screen().await).await?;
            if screen == to {
                return Ok(());
            }
            match screen.as_str() {
                "intro" => drop(self.press_and_move("start").await?),
                "question" => {
                    self.give_all(answers).await?;
                    self.advance().await?;
                }
                "review" | "interruption" => drop(self.advance().await?),
                _ => return Err(format!("The quiz stopped at “{screen}”, before “{to}”").into()),
            }
        }
        Err(format!("The quiz did not come to “{to}” in {MANY} screens").into())
    }

    /// Answers every question on the screen, also those that an answer brings up.
    pub async fn give_all(&self, answers: &[(&str, &str)]) -> Outcome {
        let mut given = Vec::new();
        while let Some(question) = self
            .questions()
            .await?
            .into_iter()
            .find(|id| !given.contains(id))
        {
            let mut values = answers.iter().filter(|(id, _)| *id == question).peekable();
            if values.peek().is_none() {
                return Err(format!("The scenario has no answer to “{question}”").into());
            }
            for (_, value) in values.filter(|(_, value)| !value.is_empty()) {
                self.give(&question, value).await?;
            }
            given.push(question);
        }
        Ok(())
    }

    async fn press_and_move(&self, action: &str) -> Outcome<String> {
        let before = (self.screen().await?, self.questions().await?);
        self.press(action).await?;
        until(
            &format!("another screen after “{action}”"),
            async || {
                let screen = self.screen().await?;
                let moved = (screen.clone(), self.questions().await?) != before;
                Ok(screen.filter(|_| moved))
            },
        )
        .await
    }

    async fn tick(&self, question: &str, option: &str, on: bool) -> Outcome {
        let script = "const [question, value] = words;
            const field = fields(question).find((field) => !isOption(field) || field.value === value);
            return field?.closest('label') ?? field?.labels?.[0] ?? field";
        until(
            &format!("the option “{option}” of “{question}”"),
            async || {
                let chosen = self
                    .answer(question)
                    .await?
                    .iter()
                    .any(|value| value == option);
                if chosen != on {
                    let target = self.find(script, &[question, option]).await?;
                    if target.tag_name().await? == "select" {
                        target.select_by_value(option).await?;
                    } else {
                        target.click().await?;
                    }
                }
                Ok(Some(()))
            },
        )
        .await?;
        self.wait_answer(question, option, on).await
    }

    async fn wait_answer(&self, question: &str, value: &str, on: bool) -> Outcome {
        let what = if on { "to be" } else { "not to be" };
        until(
            &format!("the answer to “{question}” {what} “{value}”"),
            async || {
                let answer = self.answer(question).await?;
                if answer.iter().any(|given| given == value) == on {
                    return Ok(Some(()));
                }
                Err(format!("it is {answer:?}").into())
            },
        )
        .await
    }

    async fn field(&self, question: &str) -> Outcome<Element> {
        until(&format!("a field of “{question}”"), async || {
            self.find("return fields(words[0])[0]", &[question])
                .await
                .map(Some)
        })
        .await
    }

    /// Finds something and scrolls it to where nothing lies over it, as a visitor would.
    async fn find(&self, script: &str, words: &[&str]) -> Outcome<Element> {
        let script = format!(
            "const find = function () {{ {PRELUDE}{script} }};
            const found = find.apply(null, arguments);
            found?.scrollIntoView({{ block: 'center' }});
            return found"
        );
        let found = self.browser.element(&script, self.arguments(words)).await?;
        found.ok_or_else(|| "it is not on the screen".into())
    }
}

/// Whether an answer to a question about a date is one, and not an option.
fn is_date(value: &str) -> bool {
    value.len() >= 7 && value.chars().all(|c| c.is_ascii_digit() || c == '-')
}

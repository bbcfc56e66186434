//! The quiz as a visitor meets it: where it is and what it says.

mod act;
mod recommendation;

use serde_json::Value;

pub use recommendation::{Estimate, Finding};

use crate::{Browser, Outcome, until};

/// One quiz on the page, found by the public hooks in its shadow DOM.
///
/// Actions wait until their target is there, and until an answer shows as taken.
pub struct Quiz<'a> {
    browser: &'a Browser,
    host: String,
}

/// What every script about the quiz starts with. `root` is the part that a whole screen is in; the
/// script's first argument is the selector of the element, the others are its own.
const PRELUDE: &str = "
    const [selector, ...words] = arguments;
    const host = document.querySelector(selector);
    const shadow = host?.shadowRoot;
    const root = shadow?.querySelector('[data-screen]:not([data-state])');
    const all = (selector) => [...root?.querySelectorAll(selector) ?? []];
    const fields = (question) => all(`[name=\"${CSS.escape(question)}\"]`);
    const isOption = (field) => ['checkbox', 'radio'].includes(field.type);
    ";

impl<'a> Quiz<'a> {
    pub(crate) fn new(browser: &'a Browser, host: &str) -> Self {
        Self {
            browser,
            host: host.to_owned(),
        }
    }

    /// The screen that is shown: `intro`, `question`, `review`, `interruption`, `recommendation` or
    /// `failure`. None while the quiz is not mounted.
    pub async fn screen(&self) -> Outcome<Option<String>> {
        Ok(self
            .read("return root?.dataset.screen", &[])
            .await?
            .as_str()
            .map(str::to_owned))
    }

    /// Waits for a screen.
    pub async fn wait_screen(&self, name: &str) -> Outcome {
        until(&format!("the screen “{name}”"), async || {
            match self.screen().await? {
                Some(screen) if screen == name => Ok(Some(())),
                Some(screen) => Err(format!("the quiz shows “{screen}”").into()),
                None if self.attribute("data-failed").await?.is_some() => {
                    Err(format!("loading failed: {:?}", self.browser.complaints().await?).into())
                }
                None => Err("the quiz is not mounted".into()),
            }
        })
        .await
    }

    /// The language that the quiz is in.
    pub async fn language(&self) -> Outcome<Option<String>> {
        let tag = self.read("return root?.lang", &[]).await?;
        Ok(tag.as_str().map(str::to_owned))
    }

    /// Waits until the quiz is in a language.
    pub async fn wait_language(&self, tag: &str) -> Outcome {
        until(&format!("the language “{tag}”"), async || {
            let language = self.language().await?;
            if language.as_deref() == Some(tag) {
                return Ok(Some(()));
            }
            Err(format!("it is {language:?}").into())
        })
        .await
    }

    /// The ids of the questions on the screen, in order.
    pub async fn questions(&self) -> Outcome<Vec<String>> {
        self.texts(
            "return all('[data-question]').map((set) => set.dataset.question)",
            &[],
        )
        .await
    }

    /// Waits until a question is on the screen.
    pub async fn wait_question(&self, id: &str) -> Outcome {
        until(&format!("the question “{id}”"), async || {
            let questions = self.questions().await?;
            if questions.iter().any(|question| question == id) {
                return Ok(Some(()));
            }
            Err(format!("the screen asks {questions:?}").into())
        })
        .await
    }

    /// The ids of a question's options, in order.
    pub async fn options(&self, question: &str) -> Outcome<Vec<String>> {
        let script = "return fields(words[0])
            .flatMap((field) => [...field.options ?? [field]])
            .map((option) => option.value)
            .filter(Boolean)";
        self.texts(script, &[question]).await
    }

    /// What is chosen or typed in a question's fields.
    pub async fn answer(&self, question: &str) -> Outcome<Vec<String>> {
        let script = "return fields(words[0])
            .filter((field) => !isOption(field) || field.checked)
            .map((field) => field.value)
            .filter(Boolean)";
        self.texts(script, &[question]).await
    }

    /// The actions that can be pressed, in order.
    pub async fn actions(&self) -> Outcome<Vec<String>> {
        let script = "return all('[data-action]')
            .filter((button) => !button.disabled)
            .map((button) => button.dataset.action)";
        self.texts(script, &[]).await
    }

    /// The heading of the screen.
    pub async fn heading(&self) -> Outcome<String> {
        let texts = self.part_texts("h1").await?;
        Ok(texts.concat())
    }

    /// What the region for announcements says.
    pub async fn status(&self) -> Outcome<String> {
        Ok(self.part_texts("[role=status]").await?.concat())
    }

    /// The questions whose answers are marked as wrong, each with the sentence that describes it.
    pub async fn wrong(&self) -> Outcome<Vec<(String, String)>> {
        let marked = "return all('[data-question][data-wrong]')";
        let ids = format!("{marked}.map((set) => set.dataset.question)");
        let told = format!(
            "{marked}.map((set) => set.getAttribute('aria-describedby')?.split(' ')
                .map((id) => shadow.getElementById(id)?.innerText.trim()).at(-1) ?? '')"
        );
        let told = self.texts(&told, &[]).await?;
        Ok(self.texts(&ids, &[]).await?.into_iter().zip(told).collect())
    }

    /// The texts of the parts that a selector finds.
    pub async fn part_texts(&self, part: &str) -> Outcome<Vec<String>> {
        self.texts(
            "return all(words[0]).map((part) => part.innerText.trim())",
            &[part],
        )
        .await
    }

    /// The text that can be read on the screen.
    pub async fn text(&self) -> Outcome<String> {
        Ok(self
            .read("return root?.innerText.trim()", &[])
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// What has the focus inside the quiz: an action, a field as `name=value`, or a tag.
    pub async fn focus(&self) -> Outcome<Option<String>> {
        let script = "const focused = shadow?.activeElement;
            return focused && (focused.dataset.action
                ?? (focused.name ? `${focused.name}=${focused.value}` : focused.localName))";
        Ok(self.read(script, &[]).await?.as_str().map(str::to_owned))
    }

    /// Waits until something has the focus; [`Quiz::focus`] says how it is named.
    pub async fn wait_focus(&self, on: &str) -> Outcome {
        until(&format!("the focus on “{on}”"), async || {
            let focus = self.focus().await?;
            if focus.as_deref() == Some(on) {
                return Ok(Some(()));
            }
            Err(format!("it is on {focus:?}").into())
        })
        .await
    }

    /// An attribute of the element itself.
    pub async fn attribute(&self, name: &str) -> Outcome<Option<String>> {
        let value = self
            .read("return host?.getAttribute(words[0])", &[name])
            .await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Waits until the element itself has an attribute.
    pub async fn wait_attribute(&self, name: &str) -> Outcome {
        until(&format!("the attribute {name}"), async || {
            self.attribute(name).await
        })
        .await
        .map(drop)
    }

    /// Runs a script about the quiz; [`PRELUDE`] says what it may use.
    async fn read(&self, script: &str, words: &[&str]) -> Outcome<Value> {
        self.browser
            .script(&format!("{PRELUDE}{script}"), self.arguments(words))
            .await
    }

    async fn texts(&self, script: &str, words: &[&str]) -> Outcome<Vec<String>> {
        let found = self.read(script, words).await?;
        let texts = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        Ok(texts.map(str::to_owned).collect())
    }

    fn arguments(&self, words: &[&str]) -> Vec<Value> {
        [self.host.as_str()]
            .iter()
            .chain(words)
            .map(|&word| word.into())
            .collect()
    }
}

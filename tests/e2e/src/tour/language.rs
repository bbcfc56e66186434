//! The languages of the tour.

use serde::Deserialize;
use xtask::project;

use crate::Outcome;

/// A language in which pages are looked at.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Language {
    /// As in the web's `lang`.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// `rtl` if it is written from right to left.
    #[serde(default)]
    pub dir: String,
}

#[derive(Deserialize)]
struct Languages {
    language: Vec<Language>,
}

impl Language {
    /// English, which everything starts from.
    #[must_use]
    pub fn english() -> Self {
        Self {
            tag: "en".to_owned(),
            name: "English".to_owned(),
            dir: String::new(),
        }
    }

    /// Every language that the quiz speaks.
    pub fn all() -> Outcome<Vec<Self>> {
        let file = project::root().join("protocol/words/languages.toml");
        let file = project::read(&file).map_err(|error| xtask::process::explain(&error))?;
        let languages: Languages = toml::from_str(&file)?;
        Ok(languages.language)
    }

    /// Those whose every screen is looked at: English, and what is read from right to left.
    pub fn looked_at_closely() -> Outcome<Vec<Self>> {
        let closely = |language: &Self| language.tag == "en" || language.dir == "rtl";
        Ok(Self::all()?.into_iter().filter(closely).collect())
    }

    /// The page of the site that is in this language.
    pub(crate) fn page(&self) -> String {
        if self.tag == "en" {
            String::new()
        } else {
            format!("{}/", self.tag)
        }
    }
}

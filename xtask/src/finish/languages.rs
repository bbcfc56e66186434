//! The languages: files with their words, and a page for each.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use super::{
    assets,
    page::{self, Links},
};
use crate::project;

/// A language, with the files that hold its words.
pub(super) struct Language {
    tag: String,
    /// What the first screen needs. English has no such file: the code carries it.
    first: Option<String>,
    later: String,
    /// Its direction and title, and its first paint, as the `page` program wrote them.
    page: String,
}

impl Language {
    pub(super) fn is_original(&self) -> bool {
        self.first.is_none()
    }

    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    /// Its direction and title, and its first paint.
    fn parts(&self) -> Result<((&str, &str), &str)> {
        split(&self.page).with_context(|| format!("{}.page lacks a line", self.tag))
    }

    /// `ltr` or `rtl`.
    pub(super) fn dir(&self) -> Result<&str> {
        Ok(self.parts()?.0.0)
    }

    /// What the quiz is called in it, and its first paint.
    pub(super) fn drawn(&self) -> Result<(&str, &str)> {
        let ((_, title), intro) = self.parts()?;
        Ok((title, intro))
    }
}

/// Gives the words of each language names by their content; English first.
pub(super) fn words(folder: &Path, drawn: &Path) -> Result<Vec<Language>> {
    let tags = project::read(&drawn.join("languages"))?;
    let languages = tags.lines().enumerate().map(|(index, tag)| {
        let first = drawn.join(format!("{tag}.bin"));
        let first = (index > 0).then(|| assets::table(folder, &first));
        Ok(Language {
            tag: tag.to_owned(),
            first: first.transpose()?,
            later: assets::table(folder, &drawn.join(format!("{tag}-later.bin")))?,
            page: project::read(&drawn.join(format!("{tag}.page")))?,
        })
    });
    languages.collect()
}

/// The names of the files as a script reads them.
pub(super) fn listed(languages: &[Language]) -> String {
    let files = languages.iter().map(|language| {
        let Language {
            tag, first, later, ..
        } = language;
        let first = first.as_deref().unwrap_or_default();
        format!("[\"{tag}\",\"{first}\",\"{later}\"]")
    });
    let files: Vec<String> = files.collect();
    format!("[{}]", files.join(","))
}

/// Writes the page of each language: `frame` with what is drawn in it. English has the site's own.
pub(super) fn pages(
    folder: &Path,
    languages: &[Language],
    frame: &str,
    links: &Links<'_>,
) -> Result<()> {
    for language in languages {
        let tag = &language.tag;
        let (head, intro) = language.parts()?;
        let frame = framed(frame, tag, head)?;
        let (top, place) = if language.is_original() {
            ("./", folder.to_owned())
        } else {
            ("../", folder.join(tag))
        };
        let words = language.first.as_deref();
        let page = page::fill(
            &frame,
            &Links {
                top,
                words,
                ..*links
            },
            intro,
        )?;
        fs::create_dir_all(&place).context("There is no folder for a language's page")?;
        project::write(&place.join("index.html"), page)?;
    }
    Ok(())
}

/// A page's direction and title, and its first paint.
fn split(page: &str) -> Option<((&str, &str), &str)> {
    let (dir, rest) = page.split_once('\n')?;
    let (title, intro) = rest.split_once('\n')?;
    Some(((dir, title), intro.trim()))
}

/// The frame of the page in a language.
fn framed(frame: &str, tag: &str, (dir, title): (&str, &str)) -> Result<String> {
    const ROOT: &str = "<html lang=\"en\">";
    let parts = frame
        .split_once("<title>")
        .and_then(|(before, rest)| Some((before, rest.split_once("</title>")?.1)));
    let (Some((before, behind)), true) = (parts, frame.matches(ROOT).count() == 1) else {
        bail!("index.html should have a title, and {ROOT} exactly once");
    };
    let root = if tag == "en" {
        ROOT.to_owned()
    } else {
        format!("<html lang=\"{tag}\" dir=\"{dir}\">")
    };
    let before = before.replacen(ROOT, &root, 1);
    Ok(format!("{before}<title>{title}</title>{behind}"))
}

#[cfg(test)]
mod tests {
    use super::framed;

    const FRAME: &str = "<html lang=\"en\"><title>Hello</title><p>";

    #[test]
    fn a_page_says_which_language_it_is_in() -> anyhow::Result<()> {
        assert_eq!(framed(FRAME, "en", ("ltr", "Hello"))?, FRAME);
        assert_eq!(
            framed(FRAME, "ar", ("rtl", "سلام"))?,
            "<html lang=\"ar\" dir=\"rtl\"><title>سلام</title><p>"
        );
        assert!(framed("<title></title>", "ar", ("rtl", "")).is_err());
        Ok(())
    }
}

//! The page: its links, and what it shows before any script has run.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use super::{
    icons::{COLOUR, DARK},
    offline::MANIFEST,
};
use crate::{process, project, site::POLICY};

const ASSETS: &str = "<!-- assets -->";
const INTRO: &str = "<!-- intro -->";

/// What a page names in its head, so that it loads at the same time.
pub(super) struct Links<'a> {
    /// The folder of the files, from the page: `./` or `../`.
    pub(super) top: &'a str,
    pub(super) styles: &'a str,
    pub(super) script: &'a str,
    /// What tells where the script does not run.
    pub(super) guard: &'a str,
    pub(super) modules: &'a [&'a str],
    pub(super) wasm: &'a str,
    /// The words of the page's language, if they are a file.
    pub(super) words: Option<&'a str>,
}

impl Links<'_> {
    fn html(&self) -> String {
        let Self {
            top,
            styles,
            script,
            guard,
            wasm,
            ..
        } = self;
        let modules = self
            .modules
            .iter()
            .map(|name| format!("<link rel=\"modulepreload\" href=\"{top}{name}\">\n"));
        let modules: String = modules.collect();
        let words = self.words.map(|name| {
            format!("<link rel=\"preload\" href=\"{top}{name}\" as=\"fetch\" crossorigin>\n")
        });
        let words = words.unwrap_or_default();
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}; base-uri 'none'; \
             form-action 'none'\">\n\
             <link rel=\"manifest\" href=\"./{MANIFEST}\">\n\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{DARK}\">\n\
             <meta name=\"theme-color\" content=\"{COLOUR}\">\n\
             <link rel=\"stylesheet\" href=\"{top}{styles}\">\n\
             <link rel=\"preload\" href=\"{top}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
             {words}{modules}\
             <script defer src=\"{top}{guard}\"></script>\n\
             <script type=\"module\" src=\"{top}{script}\"></script>"
        )
    }
}

/// Has the views draw the intro as plain HTML and write the tables that are fetched while it shows;
/// returns the folder that holds them.
pub(super) fn draw() -> Result<PathBuf> {
    let folder = project::root().join("target").join("page");
    fs::create_dir_all(&folder).context("There is no folder for the first paint")?;
    let mut cargo = process::cargo();
    cargo
        .args([
            "run",
            "--quiet",
            "--features",
            "page",
            "--bin",
            "page",
            "--",
        ])
        .arg(&folder);
    process::capture(&mut cargo, "").context("The first paint could not be drawn")?;
    Ok(folder)
}

/// The page with its two placeholders filled.
pub(super) fn fill(page: &str, links: &Links<'_>, intro: &str) -> Result<String> {
    let page = placed(page, &links.html(), intro)?;
    if let Some(inline) = inline_code(&page) {
        bail!(
            "The page contains {inline}. A strict content security policy forbids code inside the \
             page: move it to a file."
        );
    }
    Ok(page)
}

/// The page with something at the end of its head, and with what the element holds at first.
pub(super) fn placed(page: &str, head: &str, intro: &str) -> Result<String> {
    for placeholder in [ASSETS, INTRO] {
        if page.matches(placeholder).count() != 1 {
            bail!("index.html should contain {placeholder} exactly once");
        }
    }
    Ok(page.replacen(ASSETS, head, 1).replacen(INTRO, intro, 1))
}

/// What a strict content security policy would block, if there is any.
fn inline_code(page: &str) -> Option<&'static str> {
    let page = page.to_ascii_lowercase();
    let tags = || {
        page.split('<')
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
    };
    let has = |tag: &str, attribute: &str| {
        tag.split_whitespace()
            .skip(1)
            .any(|word| word.starts_with(attribute))
    };
    if tags().any(|tag| tag.starts_with("script") && !has(tag, "src=")) {
        return Some("an inline script");
    }
    if tags().any(|tag| tag.starts_with("style")) {
        return Some("a <style> element");
    }
    if tags().any(|tag| has(tag, "style=")) {
        return Some("a style attribute");
    }
    let handler = |word: &str| word.starts_with("on") && word.contains('=');
    tags()
        .any(|tag| tag.split_whitespace().skip(1).any(handler))
        .then_some("an event handler attribute")
}

#[cfg(test)]
mod tests {
    use super::{Links, fill, inline_code};

    const LINKS: Links<'_> = Links {
        top: "../",
        styles: "a.css",
        script: "b.js",
        guard: "g.js",
        modules: &["c.js"],
        wasm: "d.wasm",
        words: Some("de.bin"),
    };

    #[test]
    fn the_placeholders_are_filled() -> anyhow::Result<()> {
        let page = fill(
            "<head><!-- assets --></head><p><!-- intro --></p>",
            &LINKS,
            "Hello",
        )?;
        assert!(page.ends_with("</head><p>Hello</p>"), "{page}");
        for file in ["a.css", "b.js", "c.js", "d.wasm", "de.bin", "g.js"] {
            assert!(page.contains(&format!("=\"../{file}\"")), "{file}: {page}");
        }
        Ok(())
    }

    #[test]
    fn a_missing_placeholder_is_named() {
        let error = fill("<!-- assets -->", &LINKS, "").map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err("index.html should contain <!-- intro --> exactly once".to_owned())
        );
    }

    #[test]
    fn inline_code_is_found() {
        assert_eq!(inline_code("<script>1</script>"), Some("an inline script"));
        assert_eq!(inline_code("<STYLE>p{}</STYLE>"), Some("a <style> element"));
        assert_eq!(
            inline_code("<p class=a style='b'>"),
            Some("a style attribute")
        );
        assert_eq!(
            inline_code("<a onclick=b>"),
            Some("an event handler attribute")
        );
        assert_eq!(
            inline_code("<script src=a></script><p title='not on'>style=1</p>"),
            None
        );
        assert_eq!(inline_code("<link rel=stylesheet href=a>"), None);
    }
}

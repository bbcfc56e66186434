//! The whole quiz as one page that needs no server: it opens from a disk and asks nobody for anything.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::{is_for_hosts, is_for_readers, languages::Language, page};
use crate::{process, project, tools::Tools};

/// What the file is called.
pub const NAME: &str = "microneedling-quiz.html";

/// What a page of the web does to get at its files, and what this one does instead.
const INSTEAD: [(&str, &str); 3] = [
    ("import.meta.url", "held_at"),
    ("import(", "brought("),
    ("fetch(", "held("),
];

/// Scripts that have no work here, or another.
const GONE: [&str; 4] = ["embed.", "fallback.", "offline.", "sw."];

/// Writes the page, and its SHA-256 beside it, from the finished files in the folder. `script` is the
/// element's, `styles` those of the page.
pub(super) fn publish(
    folder: &Path,
    frame: &str,
    languages: &[Language],
    [script, styles]: [&str; 2],
    tools: &Tools,
) -> Result<()> {
    let mut modules = Vec::new();
    let mut held = Vec::new();
    for path in project::files(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if is_for_readers(&name) || is_for_hosts(&name) => {}
            _ if GONE.iter().any(|start| name.starts_with(start)) => {}
            Some("js") => modules.push(name.into_owned()),
            Some("wasm" | "bin" | "css") => held.push(name.into_owned()),
            _ => {}
        }
    }
    let code = bundle(folder, &modules, script, tools)?;
    let styles = project::read(&folder.join(styles))?;
    let archive = STANDARD.encode(archive(folder, &held)?);
    let page = assembled(frame, &leaflets(languages)?, &styles, &code, &archive)?;
    let digest = hexadecimal(&Sha256::digest(&page));
    println!("{NAME} has the SHA-256 {digest}");
    project::write(&folder.join(NAME), page)?;
    let line = format!("{digest}  {NAME}\n");
    project::write(&folder.join(format!("{NAME}.sha256")), line)
}

/// All scripts as one that is no module.
fn bundle(folder: &Path, modules: &[String], script: &str, tools: &Tools) -> Result<String> {
    let place = project::root().join("target").join("single");
    fs::create_dir_all(&place).context("There is no folder for the one file's scripts")?;
    for name in modules.iter().map(String::as_str).chain([script]) {
        let mut source = project::read(&folder.join(name))?;
        for (usual, here) in INSTEAD {
            source = replace_word(&source, usual, here);
        }
        project::write(&place.join(name), source)?;
    }
    let imports = modules.iter().enumerate();
    let imports = imports.map(|(index, name)| format!("import * as m{index} from \"./{name}\";"));
    let imports: Vec<String> = imports.collect();
    let names = modules.iter().enumerate();
    let names = names.map(|(index, name)| format!("\"{name}\": m{index}"));
    let names: Vec<String> = names.collect();
    let source = project::read(&project::root().join("src/element/single.js"))?
        .replacen("__IMPORTS__", &imports.join("\n"), 1)
        .replacen("__MODULES__", &format!("{{ {} }}", names.join(", ")), 1);
    project::write(&place.join("single.js"), source)?;
    let mut esbuild = tools.command("esbuild");
    esbuild
        .arg(place.join(script))
        .arg(format!("--inject:{}", place.join("single.js").display()))
        .args(["--bundle", "--minify", "--format=iife"])
        .args(["--legal-comments=none", "--log-level=warning"]);
    let code = process::capture(&mut esbuild, "").context("The scripts do not fit into one")?;
    for (usual, _) in INSTEAD {
        if code != replace_word(&code, usual, "") {
            bail!("The one file's script still says {usual}");
        }
    }
    if code.to_ascii_lowercase().contains("</script") {
        bail!("The one file's script would end its own element");
    }
    Ok(code)
}

/// The text with a word replaced wherever no longer word ends with it.
fn replace_word(text: &str, word: &str, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    for (index, part) in text.split(word).enumerate() {
        if index > 0 {
            let inside = replaced.ends_with(|before: char| {
                before.is_alphanumeric() || matches!(before, '_' | '$' | '.')
            });
            replaced.push_str(if inside { word } else { by });
        }
        replaced.push_str(part);
    }
    replaced
}

/// Files behind a line for each, its name and its length, and an empty line; with gzip.
fn archive(folder: &Path, names: &[String]) -> Result<Vec<u8>> {
    let mut head = String::new();
    let mut contents = Vec::new();
    for name in names {
        let content =
            fs::read(folder.join(name)).with_context(|| format!("{name} is unreadable"))?;
        head.push_str(&format!("{name} {}\n", content.len()));
        contents.extend(content);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let whole = [head.as_bytes(), b"\n", &contents].concat();
    encoder
        .write_all(&whole)
        .and_then(|()| encoder.finish())
        .context("gzip failed")
}

/// The first paint in English; behind it that of each other language, folded, under its title.
fn leaflets(languages: &[Language]) -> Result<String> {
    let mut all = String::new();
    for language in languages {
        let (title, intro) = language.drawn()?;
        let intro = without_links(intro)?;
        if language.is_original() {
            all.push_str(&intro);
        } else {
            let tag = language.tag();
            all.push_str(&format!(
                "<details lang=\"{tag}\"><summary>{title}</summary>{intro}</details>"
            ));
        }
    }
    Ok(all)
}

/// The first paint without links to other languages' pages: there are none beside this one.
fn without_links(intro: &str) -> Result<String> {
    let parts = intro.split_once("<noscript>").and_then(|(before, rest)| {
        let (inside, behind) = rest.split_once("</noscript>")?;
        let (text, _) = inside.split_once("<ul")?;
        Some([before, "<noscript>", text, "</noscript>", behind].concat())
    });
    parts.context("The first paint should have links for whoever has no scripts")
}

fn assembled(frame: &str, intro: &str, styles: &str, code: &str, archive: &str) -> Result<String> {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    // It can ask nobody for anything, even if it wanted to.
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} \
         'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <style>{styles}</style>",
        hash(code),
        hash(styles),
    );
    let end = format!(
        "<script type=\"text/plain\" id=\"archive\">{archive}</script>\n\
         <script>{code}</script>\n</body>"
    );
    let filled = page::placed(frame, &head, intro)?;
    let parts = (
        filled.split_once("<html lang=\"en\">"),
        filled.matches("</body>").count(),
    );
    let (Some((before, behind)), 1) = parts else {
        bail!("index.html should have <html lang=\"en\"> and </body> once");
    };
    // It has no page for each language, so the browser's language decides.
    Ok([before, "<html>", &behind.replacen("</body>", &end, 1)].concat())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{assembled, replace_word, without_links};

    #[test]
    fn only_whole_words_are_replaced() {
        let replaced = replace_word(
            "fetch(a);prefetch(b);x.fetch(c)=>fetch(d)",
            "fetch(",
            "held(",
        );
        assert_eq!(replaced, "held(a);prefetch(b);x.fetch(c)=>held(d)");
    }

    #[test]
    fn links_to_pages_that_are_not_there_are_left_out() -> anyhow::Result<()> {
        let intro = "<p>a<noscript><p>b</p><ul><li><a href=\"./de/\">c</a></li></ul></noscript>d";
        assert_eq!(without_links(intro)?, "<p>a<noscript><p>b</p></noscript>d");
        assert!(without_links("<p>").is_err());
        Ok(())
    }

    #[test]
    fn the_page_allows_its_own_script_and_nothing_else() -> anyhow::Result<()> {
        let frame = "<html lang=\"en\"><!-- assets --><!-- intro --></body>";
        let page = assembled(frame, "Hello", "p{}", "1", "QQ==")?;
        // The SHA-256 of “1” in base64.
        let hash = "script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='";
        assert!(page.contains(hash), "{page}");
        assert!(page.contains("<script>1</script>\n</body>"), "{page}");
        assert!(!page.contains("connect-src") && page.contains("default-src 'none'"));
        assert!(assembled("<html>", "", "", "", "").is_err());
        Ok(())
    }
}

//! The folder with the pictures, and the page that shows them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use e2e::Outcome;
use xtask::process;

/// Pictures in a folder. They are listed by chapter and title, one line for all kinds of a title.
pub(super) struct Album {
    folder: PathBuf,
    chapters: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Whether a program that turns paper into pictures is there.
    paper: bool,
}

/// What a picture shows.
pub(super) struct Picture<'a> {
    pub(super) chapter: &'a str,
    pub(super) title: &'a str,
    pub(super) kind: &'a str,
}

impl Album {
    /// An empty folder.
    pub(super) fn new(folder: PathBuf) -> Outcome<Self> {
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Self {
            folder,
            chapters: BTreeMap::new(),
            paper: process::works("pdftoppm", &["-v"]),
        })
    }

    pub(super) fn add(&mut self, picture: &Picture<'_>, image: &[u8]) -> Outcome {
        let name = self.list(picture, "png")?;
        Ok(fs::write(self.folder.join(name), image)?)
    }

    /// Keeps what a printer would get, and draws its pages where that is possible.
    pub(super) fn print(&mut self, chapter: &str, title: &str, paper: &[u8]) -> Outcome {
        let kind = "print";
        let whole = Picture {
            chapter,
            title,
            kind,
        };
        let name = self.list(&whole, "pdf")?;
        let file = self.folder.join(name);
        fs::write(&file, paper)?;
        if !self.paper {
            return Ok(());
        }
        let mut draw = Command::new("pdftoppm");
        draw.args(["-png", "-r", "60"])
            .arg(&file)
            .arg(file.with_extension(""));
        process::capture(&mut draw, "").map_err(|error| process::explain(&error))?;
        let stem = file.file_stem().and_then(|stem| stem.to_str());
        let (Some(stem), Some(beside)) = (stem, file.parent()) else {
            return Ok(());
        };
        let mut pages = Vec::new();
        for entry in fs::read_dir(beside)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(&format!("{stem}-")) && name.ends_with(".png") {
                pages.push(format!("{}/{name}", slug(chapter)));
            }
        }
        pages.sort();
        self.line(chapter, title).extend(pages);
        Ok(())
    }

    /// Writes the page and returns where it is.
    pub(super) fn close(self) -> Outcome<PathBuf> {
        let mut page = String::from(TOP);
        for (chapter, titles) in &self.chapters {
            page.push_str(&format!("<h2>{chapter}</h2>\n"));
            for (title, files) in titles {
                page.push_str(&format!("<h3>{title}</h3>\n<div>\n"));
                files.iter().for_each(|file| page.push_str(&shown(file)));
                page.push_str("</div>\n");
            }
        }
        let file = self.folder.join("index.html");
        fs::write(&file, page)?;
        Ok(file)
    }

    fn list(&mut self, picture: &Picture<'_>, ending: &str) -> Outcome<String> {
        let chapter = slug(picture.chapter);
        fs::create_dir_all(self.folder.join(&chapter))?;
        let name = format!(
            "{chapter}/{}-{}.{ending}",
            slug(picture.title),
            picture.kind
        );
        self.line(picture.chapter, picture.title).push(name.clone());
        Ok(name)
    }

    fn line(&mut self, chapter: &str, title: &str) -> &mut Vec<String> {
        let titles = self.chapters.entry(chapter.to_owned()).or_default();
        titles.entry(title.to_owned()).or_default()
    }
}

const TOP: &str = "<!doctype html><html lang=en><meta charset=utf-8>
<meta name=viewport content='width=device-width'><title>Every screen of the quiz</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; background: #e8e8e8; color: #222 }
div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
img { width: 20rem; height: auto; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 0.3) }
img[src*=desktop] { width: 40rem }
h3 { font-weight: 500; margin-bottom: 0.5rem }
</style>
<h1>Every screen of the quiz</h1>
";

fn shown(file: &str) -> String {
    let name = Path::new(file).file_stem().unwrap_or_default();
    let name = name.to_string_lossy();
    if file.ends_with(".pdf") {
        format!("<a href='{file}'>as a printer gets it</a>\n")
    } else {
        format!("<a href='{file}'><img loading=lazy src='{file}' alt='{name}'></a>\n")
    }
}

/// Letters and digits, so that every system takes it as a file's name; not too long for any.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase().chars().take(80).collect()
}

//! What the stand-alone page needs to work without a network and to be installed: its service worker,
//! and a manifest for each language.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{
    assets, icons, is_for_hosts, is_for_readers,
    languages::Language,
    minify::{Kind, minify},
    names, screenshots, single,
};
use crate::{project, tools::Tools};

/// The worker's name. It stays, as browsers look for a newer one under it.
pub const WORKER: &str = "sw.js";
/// The manifest's name, beside each page.
pub(super) const MANIFEST: &str = "site.webmanifest";

/// Writes a manifest beside the page of each language, and the icons.
pub(super) fn manifests(folder: &Path, languages: &[Language]) -> Result<()> {
    let icons = icons::publish(folder)?;
    let shots = screenshots::publish(folder)?;
    for language in languages {
        let (title, _) = language.drawn()?;
        let (top, place) = if language.is_original() {
            ("./", folder.to_owned())
        } else {
            ("../", folder.join(language.tag()))
        };
        let icons = icons.iter().map(|(size, name)| {
            format!(
                "{{\"src\":\"{top}{name}\",\"sizes\":\"{size}x{size}\",\"type\":\"image/png\",\
                 \"purpose\":\"any maskable\"}}"
            )
        });
        let icons: Vec<String> = icons.collect();
        let shots = shots.iter().map(|(shot, name)| {
            format!(
                "{{\"src\":\"{top}{name}\",\"sizes\":\"{}x{}\",\"type\":\"image/png\",\
                 \"form_factor\":\"{}\"}}",
                shot.width, shot.height, shot.form
            )
        });
        let shots: Vec<String> = shots.collect();
        let manifest = format!(
            "{{\"name\":\"{title}\",\"short_name\":\"Microneedling\",\"lang\":\"{}\",\"dir\":\"{}\",\
             \"start_url\":\"./\",\"scope\":\"{top}\",\"display\":\"standalone\",\
             \"theme_color\":\"{}\",\"background_color\":\"#fbf8f4\",\"icons\":[{}],\
             \"screenshots\":[{}]}}\n",
            language.tag(),
            language.dir()?,
            icons::COLOUR,
            icons.join(","),
            shots.join(",")
        );
        fs::create_dir_all(&place).context("There is no folder for a manifest")?;
        project::write(&place.join(MANIFEST), manifest)?;
    }
    Ok(())
}

/// Writes the worker, which keeps every file of the stand-alone pages that is in the folder by now.
pub(super) fn worker(folder: &Path, tools: &Tools) -> Result<()> {
    let mut kept = Vec::new();
    for path in project::files(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        // The one file is a version of its own, and others' pages load embed.js.
        // What is shown before installing is of no use without a network.
        let other = is_for_readers(&name)
            || is_for_hosts(&name)
            || name.starts_with(single::NAME)
            || name.starts_with(screenshots::START)
            || name == "embed.js";
        if !other {
            let content =
                fs::read(&path).with_context(|| format!("{} is unreadable", path.display()))?;
            kept.push(listed(&name, &content));
        }
    }
    let files = format!("[{}]", kept.join(","));
    let version = names::start(files.as_bytes());
    let filled = [("__FILES__", &*files), ("__VERSION__", &version)];
    let worker = assets::filled("sw", &filled)?;
    let worker = minify(tools, Kind::Script, &worker)?;
    project::write(&folder.join(WORKER), worker)
}

/// A file as the worker knows it: its address from the site's, and the start of its SHA-256.
fn listed(name: &str, content: &[u8]) -> String {
    let path = match name.strip_suffix("index.html") {
        Some("") => "./",
        Some(folder) => folder,
        None => name,
    };
    format!("[\"{path}\",\"{}\"]", digest(content))
}

/// The first 16 hexadecimal digits of a file's SHA-256, as the worker compares them.
#[must_use]
pub fn digest(content: &[u8]) -> String {
    names::start(content)
}

/// Whether a published file is there for browsers that install the page or keep it, and not for the
/// quiz.
#[must_use]
pub fn is_for_offline(name: &str) -> bool {
    name == WORKER
        || name.ends_with(MANIFEST)
        || name.ends_with(".png")
        || name.starts_with("offline.")
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn pages_are_known_by_their_folders() {
        let known = ["index.html", "de/index.html", "a.css"].map(|name| listed(name, b"abc"));
        let digest = "ba7816bf8f01cfea";
        assert_eq!(
            known,
            ["./", "de/", "a.css"].map(|path| format!("[\"{path}\",\"{digest}\"]"))
        );
    }
}

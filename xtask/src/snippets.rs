//! The lines of HTML that put this very build into a page of somebody else.

use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::project;

/// Where `docs/embedding.md` says that the files are.
const ADDRESS: &str = "https://quiz.example/";

/// Both forms: under the name that stays, and under the one that never changes its content, with its
/// integrity.
pub fn both(dist: &Path) -> Result<String> {
    let script = project::read(&dist.join("embed.js"))?;
    let name = immutable(dist, &script)?;
    let integrity = integrity(script.as_bytes());
    Ok(format!(
        "Put this into a page, with the address of your copy of dist/ for {ADDRESS}:\n\n\
         always the newest build:\n\n  \
         <script type=\"module\" src=\"{ADDRESS}embed.js\"></script>\n  \
         <microneedling-quiz></microneedling-quiz>\n\n\
         exactly this build:\n\n  \
         <script type=\"module\" src=\"{ADDRESS}{name}\"\n    \
         integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>\n  \
         <microneedling-quiz></microneedling-quiz>\n"
    ))
}

/// What the attribute `integrity` says of a script.
#[must_use]
pub fn integrity(script: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script)))
}

/// The name by content of the script that is also `embed.js`. Those of earlier builds may lie beside it.
fn immutable(dist: &Path, script: &str) -> Result<String> {
    for path in project::files(dist)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let known = name.starts_with("embed.") && name.ends_with(".js") && name != "embed.js";
        if known && project::read(&path)? == script {
            return Ok(name.into_owned());
        }
    }
    bail!("No embed.<hash>.js is the same as embed.js. Please build again: cargo xtask dist")
}

/// The HTML of both forms, for whoever tries them.
pub fn html(dist: &Path) -> Result<Vec<String>> {
    let text = both(dist)?;
    let parts = text.split("build:\n\n").skip(1);
    let html = parts.map(|part| part.split("\n\n").next().map(str::to_owned));
    html.collect::<Option<_>>()
        .context("The snippets have no end")
}

#[cfg(test)]
mod tests {
    use super::integrity;

    /// The example of the specification of Subresource Integrity.
    #[test]
    fn integrity_is_that_of_the_specification() {
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }
}

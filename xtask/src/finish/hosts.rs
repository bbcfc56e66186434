//! What other people's pages need beside the element's script: the page for frames with its helper, and
//! files for editors and compilers.

use std::path::Path;

use anyhow::Result;

use super::{
    assets,
    minify::{Kind, minify},
};
use crate::{project, tools::Tools};

/// The page that frames show.
const FRAME: &str = "frame.html";
/// The script for pages around a frame. Its name stays.
pub const HELPER: &str = "resize.js";

/// For editors and compilers, as they are in `src/element/tools/`.
const FOR_TOOLS: [&str; 3] = [
    "custom-elements.json",
    "microneedling-quiz.d.ts",
    "options.schema.json",
];

/// Writes all of it. `styles` are those of our own pages, `embed` is the element's script.
pub(super) fn publish(folder: &Path, styles: &str, embed: &str, tools: &Tools) -> Result<()> {
    let script = assets::script(folder, "frame", &[], tools)?;
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>Microneedling quiz</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"./{styles}\">\n\
         <script type=\"module\" src=\"./{embed}\"></script>\n\
         <script type=\"module\" src=\"./{script}\"></script>\n\
         </head>\n<body><main></main></body>\n</html>\n"
    );
    project::write(&folder.join(FRAME), page)?;
    let elements = project::root().join("src/element");
    let helper = project::read(&elements.join(HELPER))?;
    let helper = minify(tools, Kind::Script, &helper)?;
    project::write(&folder.join(HELPER), helper)?;
    for name in FOR_TOOLS {
        let content = project::read(&elements.join("tools").join(name))?;
        project::write(&folder.join(name), content)?;
    }
    Ok(())
}

/// Whether a published file is there for other people's pages and tools, and not for our own pages.
#[must_use]
pub fn is_for_hosts(name: &str) -> bool {
    name == FRAME || name == HELPER || name.starts_with("frame.") || FOR_TOOLS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::is_for_hosts;

    #[test]
    fn our_own_pages_load_nothing_of_it() {
        assert!(is_for_hosts("frame.html") && is_for_hosts("frame.12.js"));
        assert!(is_for_hosts("resize.js") && is_for_hosts("custom-elements.json"));
        assert!(!is_for_hosts("embed.js") && !is_for_hosts("microneedling-quiz.html"));
    }
}

//! Style sheets that pages of clinics are often made with. The browser tests put the quiz into such
//! pages; they are never part of the quiz.

use anyhow::{Context, Result};

use super::{Registry, Tool, Version};

/// A package with what it is called in the tests, and its sheets, in the order in which pages have them.
struct Sheets {
    name: &'static str,
    tool: Tool,
    files: &'static [&'static str],
}

const fn package(package: &'static str, version: &'static str, registry: Registry) -> Tool {
    Tool {
        program: package,
        package,
        version: Version::Is(version),
        registry,
        takes: "a few seconds",
    }
}

/// Bootstrap, the base styles of Tailwind, and what WordPress sends with the pages of block themes.
const SHEETS: [Sheets; 3] = [
    Sheets {
        name: "bootstrap",
        tool: package("bootstrap", "5.3.8", Registry::Npm),
        files: &["dist/css/bootstrap.min.css"],
    },
    Sheets {
        name: "tailwindcss",
        tool: package("tailwindcss", "4.1.17", Registry::Npm),
        files: &["preflight.css"],
    },
    Sheets {
        name: "wordpress",
        tool: package("@wordpress/block-library", "11.1.0", Registry::NpmAlone),
        files: &[
            "build-style/reset.css",
            "build-style/common.css",
            "build-style/style.css",
            "build-style/theme.css",
            "build-style/elements.css",
        ],
    },
];

/// Each name with its styles.
pub fn host_styles() -> Result<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    for Sheets { name, tool, files } in SHEETS {
        let mut styles = String::new();
        for file in files {
            let path = tool.file(file)?;
            let sheet = std::fs::read_to_string(&path);
            styles += &sheet.with_context(|| format!("{} is unreadable", path.display()))?;
            styles.push('\n');
        }
        found.push((name, styles));
    }
    Ok(found)
}

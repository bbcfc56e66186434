//! Style sheets that pages of clinics are often made with. The browser tests put the quiz into such
//! pages; they are never part of the quiz.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{Registry, Tool, Version, cache, install};

/// Bootstrap, and the base styles of Tailwind.
const SHEETS: [(Tool, &str); 2] = [
    (
        Tool {
            program: "dist/css/bootstrap.min.css",
            package: "bootstrap",
            version: Version::Is("5.3.8"),
            registry: Registry::Npm,
            takes: "a few seconds",
        },
        "5.3.8",
    ),
    (
        Tool {
            program: "preflight.css",
            package: "tailwindcss",
            version: Version::Is("4.1.17"),
            registry: Registry::Npm,
            takes: "a few seconds",
        },
        "4.1.17",
    ),
];

/// The style sheets by name, installed into the user's cache if they are not there yet.
pub fn host_styles() -> Result<Vec<(&'static str, PathBuf)>> {
    let mut found = Vec::new();
    for (tool, version) in SHEETS {
        let home = cache()?.join(format!("{}-{version}", tool.package));
        let sheet = home
            .join("node_modules")
            .join(tool.package)
            .join(tool.program);
        if !sheet.is_file() {
            install::install(&tool, version, &home)?;
        }
        if !sheet.is_file() {
            bail!(
                "{} {version} was installed, but {} is not there. Please remove {} and try again.",
                tool.package,
                sheet.display(),
                home.display()
            );
        }
        found.push((tool.package, sheet));
    }
    Ok(found)
}

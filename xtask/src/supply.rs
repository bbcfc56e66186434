//! `cargo xtask deny`: whether everything that is compiled may be, by `deny.toml`.

use anyhow::{Context, Result};

use crate::{process, project, tools};

/// Checks licences, sources and doubles of every dependency, without the network. What is known to be
/// vulnerable is asked of a list on the network, which `cargo deny check advisories` does.
pub fn check() -> Result<()> {
    let mut deny = tools::supply_chain()?;
    // It looks at what is compiled for any system, which nobody may have fetched yet.
    let mut fetch = process::cargo();
    fetch
        .current_dir(project::root())
        .args(["fetch", "--locked"]);
    process::run(&mut fetch).context("The dependencies could not be fetched")?;
    deny.args(["--offline", "--workspace", "--all-features", "check"]);
    deny.args(["-D", "warnings", "bans", "licenses", "sources"]);
    process::run(&mut deny).context("Something may not come in; deny.toml says what may")
}

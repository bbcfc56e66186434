//! `cargo xtask bench`: how long the quiz's own work takes on this computer, without a browser.

use anyhow::Result;

use crate::process;

/// Runs the benchmarks, or those whose name contains the filter.
pub fn run(filter: Option<&str>) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args([
        "bench",
        "--package",
        "microneedling-quiz",
        "--bench",
        "quiz",
        "--",
    ]);
    cargo.args(filter);
    process::run(&mut cargo)
}

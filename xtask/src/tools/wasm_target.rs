//! Rust's standard library for WebAssembly.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};

use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target through rustup unless the compiler has it.
pub(super) fn ensure() -> Result<()> {
    if installed() {
        return Ok(());
    }
    println!("Adding Rust's {TARGET} target (once, a few seconds)…");
    process::run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!(
            "Rust's {TARGET} target could not be added. With rustup from https://rustup.rs, \
             “rustup target add {TARGET}” installs it; without rustup, your system's packages may \
             have it (Debian: libstd-rust-dev-wasm32)."
        )
    })
}

fn installed() -> bool {
    process::capture(
        Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]),
        "",
    )
    .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

//! Compressed copies, so that a web server need not compress anything itself.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result};
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use flate2::{Compression, write::GzEncoder};

use crate::project;

/// Whether compressing a file of this name is worth it.
#[must_use]
pub fn is_compressible(path: &Path) -> bool {
    const EXTENSIONS: [&str; 11] = [
        "bin",
        "css",
        "html",
        "ics",
        "js",
        "json",
        "svg",
        "ts",
        "txt",
        "wasm",
        "webmanifest",
    ];
    path.extension()
        .is_some_and(|actual| EXTENSIONS.iter().any(|known| actual == *known))
}

/// Writes `.br` and `.gz` beside every compressible file in a folder and those inside it.
pub(super) fn all(folder: &Path) -> Result<()> {
    for path in project::files(folder)?
        .iter()
        .filter(|path| is_compressible(path))
    {
        let content =
            fs::read(path).with_context(|| format!("{} is unreadable", path.display()))?;
        let name = path.display();
        project::write(format!("{name}.br").as_ref(), with_brotli(&content)?)?;
        project::write(format!("{name}.gz").as_ref(), with_gzip(&content)?)?;
    }
    Ok(())
}

/// The size limits count in Brotli at its highest level, which is what a good server sends.
fn with_brotli(content: &[u8]) -> Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    BrotliCompress(&mut &*content, &mut compressed, &settings).context("Brotli failed")?;
    Ok(compressed)
}

fn with_gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(content)
        .and_then(|()| encoder.finish())
        .context("gzip failed")
}

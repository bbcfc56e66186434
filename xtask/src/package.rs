//! Everything to hand over, in one zip: the one file, the site, and a short read-me.

use std::{
    fs::File,
    io::{Seek, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{finish, project};

const READ_ME: &str = include_str!("package/read-me.txt");

/// Packs `dist/` into a zip in `target/`, and returns where it is.
pub fn pack() -> Result<PathBuf> {
    let place = project::root()
        .join("target")
        .join("microneedling-quiz.zip");
    let zip = File::create(&place)
        .with_context(|| format!("{} could not be written", place.display()))?;
    pack_into(zip, &project::dist())?;
    Ok(place)
}

fn pack_into(zip: impl Write + Seek, dist: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(zip);
    // Without times of files: the same build makes the same zip.
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut add = |name: &str, content: &[u8]| -> Result<()> {
        let added = zip.start_file(name, packed);
        added.with_context(|| format!("{name} cannot be packed"))?;
        zip.write_all(content)
            .with_context(|| format!("{name} was not packed"))
    };
    add("READ-ME.txt", READ_ME.as_bytes())?;
    for path in project::files(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy();
        let content =
            std::fs::read(&path).with_context(|| format!("{} is unreadable", path.display()))?;
        if name == finish::SINGLE {
            add(&name, &content)?;
        } else if name.starts_with(finish::SINGLE) && name.ends_with(".sha256") {
            add("SHA256SUMS", &content)?;
        }
        add(&format!("site/{}", name.replace('\\', "/")), &content)?;
    }
    zip.finish().context("The zip could not be finished")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Cursor, io::Read};

    use anyhow::Result;
    use zip::ZipArchive;

    use super::{READ_ME, pack_into};
    use crate::project;

    #[test]
    fn the_zip_holds_the_one_file_and_the_site() -> Result<()> {
        let folder = project::root().join("target").join("package-test");
        fs::create_dir_all(folder.join("de"))?;
        for (name, content) in [
            ("microneedling-quiz.html", "one"),
            ("microneedling-quiz.html.sha256", "sum"),
            ("de/index.html", "deutsch"),
        ] {
            fs::write(folder.join(name), content)?;
        }
        let mut packed = Cursor::new(Vec::new());
        pack_into(&mut packed, &folder)?;
        let mut zip = ZipArchive::new(packed)?;
        for (name, content) in [
            ("READ-ME.txt", READ_ME),
            ("microneedling-quiz.html", "one"),
            ("SHA256SUMS", "sum"),
            ("site/microneedling-quiz.html", "one"),
            ("site/de/index.html", "deutsch"),
        ] {
            let mut found = String::new();
            zip.by_name(name)?.read_to_string(&mut found)?;
            assert_eq!(found, content, "{name}");
        }
        Ok(())
    }
}

//! Writes the protocol for its readers into the folder named: as a page, as JSON and as the schema
//! of that JSON. It reads the same files as the build of the quiz.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::path::{Path, PathBuf};
    use std::{env, fs, io};

    use microneedling_quiz::protocol::source::{compile, files};
    use microneedling_quiz::publication::{self, SCRIPT, SCRIPT_NAME};
    use microneedling_quiz::text::Locale;

    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("name the folder to write into"))?;
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("protocol");
    let files = files(|name| fs::read_to_string(source.join(name)).ok());
    let compiled = compile(&files).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        io::Error::other(lines.join("\n"))
    })?;
    let locale = Locale::english();
    let document = publication::document(&compiled, locale);
    let write = |name: &str, text: String| fs::write(folder.join(name), text);
    write("protocol.html", publication::html(&document, locale))?;
    write("protocol.json", publication::json(&document)?)?;
    write("protocol.schema.json", publication::schema()?)?;
    write(SCRIPT_NAME, SCRIPT.to_owned())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

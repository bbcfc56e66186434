//! Writes what the stand-alone page needs beside its code, into the folder named: `intro.html`, the
//! first paint as static HTML, and the tables that are fetched while it shows.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::{env, fs, io, path::PathBuf};

    use microneedling_quiz::protocol::Writer;
    use microneedling_quiz::text::Locale;
    use microneedling_quiz::ui::{StaticIntro, StaticIntroProps};
    use microneedling_quiz::{LATER, evidence};

    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("name the folder to write into"))?;
    let props = || StaticIntroProps {
        locale: Locale::english(),
    };
    let renderer = yew::ServerRenderer::<StaticIntro>::with_props(props).hydratable(false);
    let html = futures::executor::block_on(renderer.render());
    fs::write(folder.join("intro.html"), html)?;
    let [(_, english), _] = LATER;
    fs::write(folder.join("en.bin"), english)?;
    let shown = Writer::bytes_of(&evidence().shown());
    fs::write(folder.join("evidence.bin"), shown)
}

#[cfg(target_arch = "wasm32")]
fn main() {}

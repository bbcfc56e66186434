//! Writes what the stand-alone pages need beside their code, into the folder named: for each language
//! `<tag>.page`, its first paint as static HTML behind two lines with its direction and its title, and
//! the tables of words and of evidence; and what is said when the quiz
//! breaks off or has a newer version.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::{collections::BTreeMap, env, fs, io, path::PathBuf};

    use microneedling_quiz::protocol::Writer;
    use microneedling_quiz::text::Locale;
    use microneedling_quiz::ui::{StaticIntro, StaticIntroProps};
    use microneedling_quiz::{GUARD, LATER, TRANSLATIONS, evidence, key};

    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("name the folder to write into"))?;
    for locale in Locale::all() {
        let props = move || StaticIntroProps { locale };
        let renderer = yew::ServerRenderer::<StaticIntro>::with_props(props).hydratable(false);
        let html = futures::executor::block_on(renderer.render());
        let title = locale.text(key::INTRO_TITLE);
        let page = [locale.dir(), title, &html].join("\n");
        fs::write(folder.join(locale.tag).with_extension("page"), page)?;
    }
    let [(_, english), _] = LATER;
    fs::write(folder.join("en-later.bin"), english)?;
    let shown = Writer::bytes_of(&evidence().shown());
    fs::write(folder.join("evidence.bin"), shown)?;
    for (language, first, later) in TRANSLATIONS {
        fs::write(folder.join([language.tag, ".bin"].concat()), first)?;
        fs::write(folder.join([language.tag, "-later.bin"].concat()), later)?;
    }
    fs::write(folder.join("guard"), GUARD)?;
    // In the order of the switch.
    let failure: Vec<_> = Locale::all()
        .iter()
        .map(|locale| {
            let words = [key::FAILURE_TITLE, key::FAILURE_TEXT, key::START_OVER];
            let [title, text, again] = words.map(|word| locale.text(word));
            [locale.dir(), title, text, again]
        })
        .collect();
    fs::write(
        folder.join("failure.json"),
        serde_json::to_string(&failure)?,
    )?;
    let update: BTreeMap<_, _> = Locale::all()
        .iter()
        .map(|locale| {
            (
                locale.tag,
                [key::UPDATE, key::UPDATE_NOW].map(|word| locale.text(word)),
            )
        })
        .collect();
    fs::write(folder.join("update.json"), serde_json::to_string(&update)?)?;
    let tags: Vec<_> = Locale::all().iter().map(|locale| locale.tag).collect();
    fs::write(folder.join("languages"), tags.join("\n"))
}

#[cfg(target_arch = "wasm32")]
fn main() {}

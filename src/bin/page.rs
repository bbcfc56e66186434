//! Writes what the stand-alone pages need beside their code, into the folder named: for each language
//! `<tag>.page`, its first paint as static HTML behind two lines with its direction and its title, and
//! the tables of words and of evidence; and what is said when the quiz
//! breaks off, has a newer version, or is shared by strangers.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use std::{collections::BTreeMap, env, fs, io, path::PathBuf};

    use microneedling_quiz::protocol::Writer;
    use microneedling_quiz::text::Locale;
    use microneedling_quiz::ui::{StaticIntro, StaticIntroProps};
    use microneedling_quiz::{GUARD, evidence, key};

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
    for locale in Locale::all() {
        let [first, later] = locale.files();
        fs::write(folder.join([locale.tag, "-later.bin"].concat()), later)?;
        if !locale.is_original() {
            fs::write(folder.join([locale.tag, ".bin"].concat()), first)?;
        }
    }
    let shown = Writer::bytes_of(&evidence().shown());
    fs::write(folder.join("evidence.bin"), shown)?;
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
    let kiosk: BTreeMap<_, _> = Locale::all()
        .iter()
        .map(|locale| {
            let words = [
                ("dir", locale.dir()),
                ("name", locale.language.name),
                ("title", locale.text(key::INTRO_TITLE)),
                ("lead", locale.text(key::INTRO_LEAD)),
                ("touch", locale.text(key::KIOSK_TOUCH)),
                ("private", locale.text(key::KIOSK_PRIVATE)),
                ("stillTitle", locale.text(key::KIOSK_STILL_TITLE)),
                ("still", locale.text(key::KIOSK_STILL)),
                ("stay", locale.text(key::KIOSK_STAY)),
                ("staff", locale.text(key::KIOSK_STAFF)),
                ("pin", locale.text(key::KIOSK_PIN)),
                ("open", locale.text(key::KIOSK_OPEN)),
                ("wrong", locale.text(key::KIOSK_WRONG)),
                ("back", locale.text(key::BACK)),
            ];
            (locale.tag, BTreeMap::from(words))
        })
        .collect();
    fs::write(folder.join("kiosk.json"), serde_json::to_string(&kiosk)?)?;
    let leaflet: BTreeMap<_, _> = Locale::all()
        .iter()
        .map(|locale| (locale.tag, leaflet(*locale)))
        .collect();
    fs::write(
        folder.join("leaflet.json"),
        serde_json::to_string(&leaflet)?,
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

/// What a quiz on somebody else's page shows when it cannot be loaded.
#[cfg(not(target_arch = "wasm32"))]
fn leaflet(locale: microneedling_quiz::text::Locale) -> serde_json::Value {
    use microneedling_quiz::{key, ui};

    let list = |title, lines: Vec<&'static str>| [vec![locale.text(title)], lines].concat();
    serde_json::json!({
        "dir": locale.dir(),
        "failed": locale.text(key::FAILED),
        "lists": [
            list(key::NOT_FOR_TITLE, locale.lines(key::NOT_FOR).collect()),
            list(key::ASK_TITLE, ui::questions_to_ask(locale)),
        ],
        "emergency": locale.text(key::EMERGENCY),
        "call": locale.text(key::CLINIC_CONTACT),
    })
}

#[cfg(target_arch = "wasm32")]
fn main() {}

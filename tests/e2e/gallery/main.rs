//! `cargo xtask gallery`: a picture of every screen and every verdict, on a phone and a desktop, in
//! light and dark and in several languages, and what comes out of a printer. For people to look at;
//! nothing is compared.

mod album;
mod installed;

use std::process::ExitCode;

use e2e::{Browser, Language, Look, Outcome, Setup, Stop, tour};
use microneedling_quiz::text::Locale;
use xtask::{project, site::Reply};

use album::{Album, Picture};

/// A phone and a desktop, by name, width and height.
const WINDOWS: [(&str, u32, u32); 2] = [("phone", 390, 844), ("desktop", 1280, 800)];

const LOOKS: [Look; 2] = [Look::Light, Look::Dark];

/// Whatever is folded is shown.
const OPEN: &str = "const { shadowRoot } = document.querySelector('microneedling-quiz');
    shadowRoot?.querySelectorAll('details').forEach((folded) => { folded.open = true; })";

fn main() -> ExitCode {
    match draw() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn draw() -> Outcome {
    let mut album = Album::new(project::root().join("target/gallery"))?;
    Setup::default().run(async |browser| {
        for language in Language::looked_at_closely()? {
            println!("Drawing the screens in {}…", language.name);
            let mut count = 0;
            tour(browser, &language, async |stop, _| {
                count += 1;
                let title = format!("{count:02} {}", stop.name());
                if language.tag == "en" {
                    installed::keep(browser, stop).await?;
                }
                screen(browser, &mut album, &language.tag, &title, stop).await
            })
            .await?;
        }
        browser.stop_preparing();
        browser.open("protocol.html").await?;
        pictures(browser, &mut album, "other pages", "the protocol").await
    })?;
    stretched(&mut album)?;
    let broken = |path: &str| path.ends_with(".wasm").then(|| Reply::refusal(404));
    Setup::default()
        .site(|site| site.instead(broken))
        .run(async |browser| {
            browser.open("").await?;
            browser.quiz().wait_attribute("data-failed").await?;
            pictures(browser, &mut album, "other pages", "loading failed").await
        })?;
    kiosk(&mut album)?;
    println!("{}", album.close()?.display());
    Ok(())
}

/// What only a screen that strangers share shows.
fn kiosk(album: &mut Album) -> Outcome {
    println!("Drawing the screens of a kiosk…");
    // Staff, and a visitor who has been quiet for more than a minute.
    let clock = "const { now } = Date;
        let ahead = 0;
        Date.now = () => now() + ahead;
        globalThis.later = (seconds) => { ahead += seconds * 1000 };";
    Setup::default().run(async |browser| {
        browser.prepare(clock).await?;
        browser.open("#kiosk=4711").await?;
        let quiz = browser.quiz();
        quiz.wait_screen("attract").await?;
        pictures(browser, album, "kiosk", "nobody is there").await?;
        quiz.press("staff").await?;
        quiz.wait_screen("staff").await?;
        pictures(browser, album, "kiosk", "staff").await?;
        quiz.press("home").await?;
        quiz.press("begin").await?;
        browser.script("later(61)", vec![]).await?;
        quiz.wait_screen("countdown").await?;
        pictures(browser, album, "kiosk", "nobody has touched it").await
    })
}

/// Stretched English, in the place of the words of another language: what is narrow shows here first.
fn stretched(album: &mut Album) -> Outcome {
    let all = Language::all()?;
    let Some(place) = all
        .iter()
        .find(|language| language.tag != "en" && language.dir != "rtl")
    else {
        return Ok(());
    };
    println!("Drawing the screens in stretched English…");
    let start = format!("/{}", place.tag);
    let words = move |path: &str| {
        let [first, others] = Locale::pseudo().files();
        let name = path.strip_prefix(&start)?;
        let body = match name.ends_with(".bin") {
            true if name.starts_with('.') => first,
            true if name.starts_with("-later.") => others,
            _ => return None,
        };
        Some(Reply {
            status: 200,
            content_type: "application/octet-stream",
            body,
        })
    };
    Setup::default()
        .site(|site| site.instead(words))
        .run(async |browser| {
            let mut count = 0;
            tour(browser, place, async |stop, _| {
                count += 1;
                let title = format!("{count:02} {}", stop.name());
                screen(browser, album, "en-XA", &title, stop).await
            })
            .await?;
            Ok(())
        })
}

async fn screen(
    browser: &Browser,
    album: &mut Album,
    chapter: &str,
    title: &str,
    stop: &Stop,
) -> Outcome {
    browser.script(OPEN, vec![]).await?;
    pictures(browser, album, chapter, title).await?;
    if stop.screen == "recommendation" {
        let paper = browser.client().print(Default::default()).await?;
        album.print(chapter, title, &paper)?;
    }
    Ok(())
}

/// The page as a whole, in every window and look.
async fn pictures(browser: &Browser, album: &mut Album, chapter: &str, title: &str) -> Outcome {
    for (window, width, height) in WINDOWS {
        browser.resize((width, height)).await?;
        let tall = "return document.documentElement.scrollHeight";
        let tall = browser.script(tall, vec![]).await?;
        let tall = tall.as_u64().and_then(|tall| u32::try_from(tall).ok());
        // As high as the page, so that one picture holds all of it.
        browser
            .resize((width, tall.unwrap_or(height).clamp(height, MOST)))
            .await?;
        for look in LOOKS {
            browser.look(look).await?;
            let picture = Picture {
                chapter,
                title,
                kind: &format!("{window}-{}", look.name()),
            };
            album.add(&picture, &browser.client().screenshot().await?)?;
        }
    }
    let (_, width, height) = WINDOWS[0];
    browser.resize((width, height)).await?;
    browser.look(Look::Light).await
}

/// Browsers draw no higher pictures.
const MOST: u32 = 16_000;

//! A new build is put on the server while somebody is there.

use std::{collections::BTreeSet, fs, path::Path};

use e2e::{Outcome, Setup, until};
use microneedling_quiz::{key, text::Locale};
use xtask::{project, site::Settings};

use crate::{
    offline::copy,
    servers::is_hashed,
    visitor::{TODAY, healthy, words},
};

/// The part of a name that changes with the content.
fn hash(name: &str) -> Option<&str> {
    is_hashed(name).then(|| name.rsplit('.').nth(1)).flatten()
}

/// Puts a build in place of another: every name with a hash is a new one, in names and in what names
/// them, and the old ones are gone. Returns the old hashes.
fn deploy(site: &Path) -> Outcome<BTreeSet<String>> {
    let files = project::files(site)?;
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let old: BTreeSet<String> = names
        .filter_map(|name| Some(hash(name)?.to_owned()))
        .collect();
    assert!(old.len() > 30, "only {} names with a hash", old.len());
    let renewed = |text: &str| {
        let mut text = text.to_owned();
        for hash in &old {
            text = text.replace(hash, &hash.chars().rev().collect::<String>());
        }
        text
    };
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str());
        let name = name.ok_or("a strange name")?;
        let place = file.with_file_name(renewed(name));
        if name.ends_with(".br") || name.ends_with(".gz") {
            fs::remove_file(&file)?;
            continue;
        }
        let content = fs::read(&file)?;
        fs::remove_file(&file)?;
        match String::from_utf8(content) {
            Ok(text) if !name.ends_with(".bin") => fs::write(place, renewed(&text))?,
            Ok(text) => fs::write(place, text)?,
            Err(bytes) => fs::write(place, bytes.into_bytes())?,
        }
    }
    Ok(old)
}

#[test]
fn a_deploy_in_the_middle_of_a_quiz_loses_no_answer_and_mixes_no_versions() -> Outcome {
    let site = tempfile::tempdir()?;
    copy(&project::dist(), site.path())?;
    let folder = site.path().to_owned();
    Setup::default()
        .site(move |_| Settings::new(folder).without_worker())
        .run(async |browser| {
            browser.set_clock(TODAY).await?;
            browser.open("").await?;
            let quiz = browser.quiz();
            quiz.press("start").await?;
            quiz.wait_question("age").await?;
            quiz.give_all(&healthy()).await?;
            quiz.advance().await?;
            let old = deploy(site.path())?;

            // What is there suffices to the end. What is not there any more is said, and loses nothing.
            let questions = quiz.questions().await?;
            quiz.ask_for_language("ar").await?;
            until("the notice", async || {
                let text = quiz.text().await?;
                let said = text.contains(words(key::NOTICE_LANGUAGE_MISSING));
                Ok(said.then_some(()))
            })
            .await?;
            assert_eq!(quiz.questions().await?, questions);
            quiz.walk(&healthy(), "recommendation").await?;
            assert_eq!(quiz.verdict().await?, "suitable");

            // A reload brings the new build, whole, and the answers are still there.
            let before = browser.site().requests().len();
            browser.client().refresh().await?;
            quiz.wait_screen("recommendation").await?;
            assert_eq!(quiz.verdict().await?, "suitable");
            quiz.speak("ar").await?;
            let requests = browser.site().requests();
            let since = requests.get(before..).unwrap_or_default();
            let mixed = since
                .iter()
                .filter(|path| hash(path).is_some_and(|hash| old.contains(hash)));
            assert_eq!(mixed.count(), 0, "{since:?}");
            assert!(
                since.iter().any(|path| path.ends_with(".wasm")),
                "{since:?}"
            );
            Ok(())
        })
}

/// The browser has kept a page whose files are gone.
#[test]
fn a_page_whose_files_are_gone_still_helps() -> Outcome {
    let site = tempfile::tempdir()?;
    copy(&project::dist(), site.path())?;
    let folder = site.path().to_owned();
    let page = fs::read(site.path().join("index.html"))?;
    let styles = |name: &str| name.ends_with(".css");
    for keeps_styles in [true, false] {
        let page = page.clone();
        let folder = folder.clone();
        Setup::default()
            .site(move |_| {
                Settings::new(folder).without_worker().instead(move |path| {
                    if path == "/" {
                        return Some(xtask::site::Reply::page(page.clone()));
                    }
                    let gone = hash(path).is_some() && !(keeps_styles && styles(path));
                    gone.then(|| xtask::site::Reply::refusal(404))
                })
            })
            .run(async |browser| {
                browser.open("").await?;
                // Time alone tells, where no script does.
                let text = "document.getAnimations().forEach((one) => one.finish());
                    return document.querySelector('microneedling-quiz').innerText";
                let text = browser.script(text, vec![]).await?;
                let text = text.as_str().unwrap_or_default();
                let english = Locale::english();
                for word in [key::NOT_FOR, key::EMERGENCY, key::FAILED, key::ASK_TITLE] {
                    for line in english.text(word).lines() {
                        assert!(text.contains(line), "“{line}” is not in “{text}”");
                    }
                }
                let waits = text.contains(words(key::STARTING));
                assert!(!(waits && keeps_styles), "it waits: “{text}”");
                Ok(())
            })?;
    }
    Ok(())
}

//! Languages: who chooses, switching, what cannot be had, and a page for each.

mod pages;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use e2e::{Browser, Outcome, Quiz, Setup, until};
use microneedling_quiz::{key, protocol::Word, text::Locale};
use serde_json::json;
use xtask::site::Reply;

use crate::visitor::{arrive, healthy, healthy_but};

/// Every language but English.
fn others() -> Vec<Locale> {
    Locale::all().into_iter().skip(1).collect()
}

fn locale(tag: &str) -> Outcome<Locale> {
    Locale::of(tag).ok_or_else(|| format!("There is no language {tag}").into())
}

/// Some language that is read in this direction.
fn read_from(rtl: bool) -> Outcome<Locale> {
    let mut others = others().into_iter();
    let found = others.find(|locale| locale.language.rtl == rtl);
    found.ok_or_else(|| "There is no such language".into())
}

/// Pages of someone else, by path: the page's language, the language around the element, and the
/// element's own.
const HOSTS: [(&str, &str, &str, &str); 8] = [
    ("/browser", "", "", ""),
    ("/page", "lang=es", "", ""),
    ("/around", "lang=en", "lang=es", ""),
    ("/own", "lang=en", "lang=en", "lang=es"),
    ("/wider", "lang=es-MX", "", ""),
    ("/unknown", "lang=es", "", "lang=xx"),
    ("/broken", "lang=es", "", "lang=e_s"),
    ("/foreign", "lang=it", "", ""),
];

/// Serves [`HOSTS`] to a browser that speaks this language.
fn hosts(browser: &str) -> Setup {
    Setup::default().language(browser).site(|site| {
        site.instead(|path| {
            let found = HOSTS.iter().find(|(known, ..)| *known == path);
            found.map(|(_, page, around, own)| {
                Reply::page(format!(
                    "<!doctype html><html {page}><title>Clinic</title><link rel=icon href=data:,>
                    <script type=module src=./embed.js></script>
                    <div {around}><microneedling-quiz {own}></microneedling-quiz></div>"
                ))
            })
        })
    })
}

#[test]
fn the_attribute_the_page_and_the_browser_choose_in_this_order() -> Outcome {
    hosts("es-ES").run(async |browser| {
        for (path, tag) in [
            ("browser", "es"),
            ("page", "es"),
            ("around", "es"),
            ("own", "es"),
            ("wider", "es"),
            ("unknown", "es"),
            ("broken", "es"),
            ("foreign", "es"),
        ] {
            browser.open(path).await?;
            browser
                .quiz()
                .wait_language(tag)
                .await
                .map_err(|error| format!("{path}: {error}"))?;
            let told = browser.complaints().await?;
            let wanted = match path {
                "unknown" => "xx",
                "broken" => "e_s",
                "foreign" => "has no it",
                _ => "",
            };
            let told: Vec<&String> = told.iter().filter(|line| line.contains("lang")).collect();
            assert_eq!(
                told.len(),
                usize::from(!wanted.is_empty()),
                "{path}: {told:?}"
            );
            assert!(
                told.iter().all(|line| line.contains(wanted)),
                "{path}: {told:?}"
            );
        }
        // The page around the quiz stays as it is.
        let page =
            "return [document.documentElement.lang, document.documentElement.dir, document.title]";
        assert_eq!(
            browser.script(page, vec![]).await?,
            json!(["it", "", "Clinic"])
        );
        Ok(())
    })
}

#[test]
fn an_attribute_changes_the_language_and_a_bad_one_is_told() -> Outcome {
    hosts("en-US").run(async |browser| {
        browser.open("own").await?;
        let quiz = browser.quiz();
        quiz.wait_language("es").await?;
        let set = "const [tag] = arguments;
            document.querySelector('microneedling-quiz').lang = tag";
        browser.script(set, vec!["en-GB".into()]).await?;
        quiz.wait_language("en").await?;
        let focus = quiz.focus().await?;
        assert_eq!(focus, None, "nobody has asked for the focus");
        browser.script(set, vec!["es".into()]).await?;
        quiz.wait_language("es").await?;
        let bad = "const done = arguments[arguments.length - 1];
            document.addEventListener('mnq-error', ({ detail }) => done(detail), { once: true });
            document.querySelector('microneedling-quiz').lang = 'tlh'";
        let detail = browser.client().execute_async(bad, vec![]).await?;
        let tags: Vec<&str> = Locale::all().iter().map(|locale| locale.tag).collect();
        let expected = json!({ "version": 1, "code": "option", "path": "lang",
            "found": "tlh", "allowed": tags.join(", ") });
        assert_eq!(detail, expected);
        // The next source is the page around it, which is in English.
        quiz.wait_language("en").await
    })
}

/// Everything that a switch must not change.
async fn standing(quiz: &Quiz<'_>) -> Outcome<Vec<Vec<String>>> {
    let mut found = vec![
        vec![quiz.screen().await?.unwrap_or_default()],
        quiz.questions().await?,
    ];
    for question in quiz.questions().await? {
        found.push(quiz.answer(&question).await?);
    }
    Ok(found)
}

/// What the stand-alone page says that it is.
async fn page(browser: &Browser) -> Outcome<(String, String, String)> {
    let script = "return [document.documentElement.lang, document.documentElement.dir,
        document.title]";
    Ok(serde_json::from_value(
        browser.script(script, vec![]).await?,
    )?)
}

async fn assert_told(quiz: &Quiz<'_>, locale: Locale) -> Outcome {
    let told = locale.text(key::NOTICE_LANGUAGE);
    until("the notice of the language", async || {
        Ok((quiz.status().await? == told).then_some(()))
    })
    .await
}

/// Nothing has to be scrolled for sideways.
async fn assert_fits(browser: &Browser) -> Outcome {
    for width in [320, 390] {
        browser.resize((width, 844)).await?;
        let wide = "return document.documentElement.scrollWidth - innerWidth";
        let wide = browser.script(wide, vec![]).await?;
        assert!(
            wide.as_i64().is_some_and(|wide| wide <= 0),
            "at {width}: {wide}"
        );
    }
    Ok(())
}

#[test]
fn switching_on_the_way_loses_nothing() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = arrive(browser).await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        quiz.give_all(&healthy()).await?;
        quiz.advance().await?;
        quiz.choose("areas-head", "face").await?;
        let before = standing(&quiz).await?;
        for locale in others() {
            quiz.speak(locale.tag).await?;
            assert_eq!(standing(&quiz).await?, before, "{}", locale.tag);
            assert_told(&quiz, locale).await?;
            quiz.wait_focus("summary").await?;
            let (lang, dir, title) = page(browser).await?;
            assert_eq!((&*lang, &*dir), (locale.tag, locale.dir()));
            assert!(title.ends_with(locale.text(key::INTRO_TITLE)), "{title}");
            let heading = quiz.heading().await?;
            assert!(title.starts_with(&heading), "{title}");
            assert_fits(browser).await?;
        }
        // It is told once.
        quiz.choose("areas-head", "neck").await?;
        assert_eq!(quiz.status().await?, "");
        // What was chosen holds after a reload.
        let last = others().pop().ok_or("There is no other language")?;
        browser.client().refresh().await?;
        quiz.wait_language(last.tag).await?;
        quiz.wait_question("areas-head").await?;
        assert_eq!(quiz.answer("areas-head").await?, ["face", "neck"]);
        assert_eq!(quiz.status().await?, last.text(key::NOTICE_RESTORED));
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_recommendation_is_the_same_in_each_language() -> Outcome {
    Setup::default().run(async |browser| {
        let quiz = arrive(browser).await?;
        let answers = healthy_but(&[("recent", "botox"), ("recent.botox.when", "2026-11-20")]);
        quiz.walk(&answers, "recommendation").await?;
        let (verdict, findings, estimate) = (
            quiz.verdict().await?,
            quiz.findings().await?,
            quiz.estimate().await?,
        );
        let english = quiz.text().await?;
        for locale in others() {
            quiz.speak(locale.tag).await?;
            assert_eq!(quiz.verdict().await?, verdict);
            assert_eq!(quiz.findings().await?, findings);
            assert_eq!(quiz.estimate().await?, estimate);
            assert_told(&quiz, locale).await?;
            let text = quiz.text().await?;
            assert_ne!(text, english);
            for word in [
                key::EMERGENCY,
                key::DISCLAIMER,
                key::RESULT_FOOTER,
                key::TRANSLATION_UNREVIEWED,
            ] {
                assert!(text.contains(locale.text(word)), "{}: {text}", locale.tag);
            }
            assert_fits(browser).await?;
        }
        quiz.speak("en").await?;
        let again = quiz.text().await?;
        let notice = words_of("en", key::NOTICE_LANGUAGE)?;
        assert_eq!(again.replace(notice, "").trim(), english.trim());
        Ok(())
    })
}

fn words_of(tag: &str, word: Word) -> Outcome<&'static str> {
    Ok(locale(tag)?.text(word))
}

#[test]
fn a_language_that_cannot_be_fetched_leaves_the_other_one() -> Outcome {
    let other = read_from(false)?;
    let start = format!("/{}", other.tag);
    let mended = Arc::new(AtomicBool::new(false));
    let again = mended.clone();
    let refused = move |path: &str| {
        let words = path.starts_with(&start) && path.ends_with(".bin");
        (words && !again.load(Ordering::Relaxed)).then(|| Reply::refusal(503))
    };
    Setup::default()
        .site(|site| site.instead(refused))
        .run(async |browser| {
            let quiz = arrive(browser).await?;
            quiz.walk(&healthy(), "review").await?;
            quiz.ask_for_language(other.tag).await?;
            let told = words_of("en", key::NOTICE_LANGUAGE_MISSING)?;
            until("the notice", async || {
                Ok((quiz.status().await? == told).then_some(()))
            })
            .await?;
            assert_eq!(quiz.language().await?.as_deref(), Some("en"));
            assert_eq!(quiz.screen().await?.as_deref(), Some("review"));
            let beside = quiz.part_texts(".languages > p").await?;
            assert_eq!(beside, [told], "it is told at the switch, too");

            // A page that begins in it begins in English instead, and says so.
            browser.open(&format!("{}/", other.tag)).await?;
            quiz.wait_language("en").await?;
            until("the notice", async || {
                Ok((quiz.status().await? == told).then_some(()))
            })
            .await?;

            // It may be tried again.
            mended.store(true, Ordering::Relaxed);
            quiz.speak(other.tag).await
        })
}

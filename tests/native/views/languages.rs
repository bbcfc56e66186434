//! Every language on every screen: nothing is missing, nothing is left in English, and nothing is left
//! unfilled. The pseudo-locale is 40 % longer, and holds for languages that are still to come.

use std::collections::BTreeSet;

use microneedling_quiz::WORDS;
use microneedling_quiz::protocol::Word;
use microneedling_quiz::quiz::{Msg, Notice, Quiz};
use microneedling_quiz::takeaway::Taken;
use microneedling_quiz::text::{Locale, icu};
use microneedling_quiz::ui::{AppProps, taken};
use microneedling_quiz::{LANGUAGES, key};
use serde_json::json;

use super::{journey, page_in};
use crate::support::{Node, Visitor, healthy, people, protocol, today};

/// Every language but English, and the pseudo-locale.
fn locales() -> Vec<Locale> {
    let others = Locale::all().into_iter().skip(1);
    others.chain([Locale::pseudo()]).collect()
}

/// Every line of every text.
fn lines(locale: Locale) -> BTreeSet<&'static str> {
    let [_, first, later] = WORDS;
    let first = (0..first).map(|place| Word(place as u16));
    let later = (0..later).map(|place| Word(Word::LATER | place as u16));
    let texts = first.chain(later).map(|word| locale.text(word));
    texts.flat_map(str::lines).collect()
}

/// The texts of the elements that hold nothing but text.
fn pieces(page: &Node) -> Vec<String> {
    let own = |node: &&Node| node.children.iter().all(|child| child.tag.is_empty());
    let texts = page.all().into_iter().filter(own);
    let texts = texts.map(|node| node.text().trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

/// What is wrong with a page in a language.
fn wrong(page: &Node, english: &BTreeSet<&str>, own: &BTreeSet<&str>) -> Vec<String> {
    let mut wrong = Vec::new();
    for piece in pieces(page) {
        if english.contains(piece.as_str()) && !own.contains(piece.as_str()) {
            wrong.push(format!("left in English: {piece}"));
        }
        if piece.contains(['{', '}']) {
            wrong.push(format!("left unfilled: {piece}"));
        }
    }
    let texts = [
        "h1", "h2", "h3", "p", "li", "button", "label", "legend", "summary", "th", "dt",
    ];
    for node in page.all() {
        let drawing = !node.tagged("svg").is_empty() || node.attribute("aria-label").is_some();
        if texts.contains(&node.tag.as_str()) && node.text().trim().is_empty() && !drawing {
            wrong.push(format!("without words: {}", node.pretty()));
        }
    }
    wrong
}

#[test]
fn every_screen_is_whole_in_each_language() {
    let english = lines(Locale::english());
    let mut seen = 0;
    let people: Vec<_> = people(3_101, 60)
        .filter(|person| person.today == today())
        .take(6)
        .collect();
    let quizzes: Vec<Quiz> = people
        .iter()
        .flat_map(journey)
        .map(|(quiz, _)| quiz)
        .collect();
    for locale in locales() {
        let own = lines(locale);
        for quiz in &quizzes {
            let page = page_in(quiz, today, locale);
            let wrong = wrong(&page, &english, &own);
            assert!(wrong.is_empty(), "{}: {}", locale.tag, wrong.join("\n"));
            let root = &page.with("data-screen")[0];
            assert_eq!(root.attribute("lang"), Some(locale.tag));
            assert_eq!(root.attribute("dir"), Some(locale.dir()));
            let text = page.text();
            assert!(
                text.contains(locale.text(key::TRANSLATION_UNREVIEWED)),
                "{text}"
            );
            assert!(text.contains(locale.text(key::EMERGENCY)), "{text}");
            seen += 1;
        }
    }
    assert!(seen >= 60, "only {seen} screens");
}

/// The same check finds English words, and a placeholder, where they are.
#[test]
fn what_is_left_in_english_is_found() {
    let page = page_in(&Quiz::default(), today, Locale::english());
    let (english, own) = (lines(Locale::english()), lines(Locale::pseudo()));
    assert!(!wrong(&page, &english, &own).is_empty());
    assert!(wrong(&page, &english, &english).is_empty());
    let unfilled = crate::support::parse("<div><p>Nobody wrote {this}.</p><p></p></div>");
    assert_eq!(wrong(&unfilled, &english, &own).len(), 2);
}

#[test]
fn the_pseudo_locale_is_longer_by_two_fifths() {
    let (english, pseudo) = (Locale::english(), Locale::pseudo());
    for word in [key::INTRO_LEAD, key::DISCLAIMER, key::EMERGENCY, key::START] {
        let [short, long] = [english, pseudo].map(|locale| locale.text(word).chars().count());
        assert!(long * 10 >= short * 14, "{short} became {long}");
    }
}

/// Told once, and in the words of the language that it is about.
#[test]
fn a_change_of_language_is_announced_in_it() {
    for locale in locales() {
        let quiz = Quiz::default().update(protocol(), today(), Msg::Told(Notice::Language));
        let page = page_in(&quiz, today, locale);
        let status = page.one("role", "status").text();
        assert_eq!(status, locale.text(key::NOTICE_LANGUAGE));
        let next = quiz.update(protocol(), today(), Msg::Started);
        let page = page_in(&next, today, locale);
        assert_eq!(page.one("role", "status").text(), "", "it is told once");
    }
}

/// Each language in its own name, marked as what it is; the one in use is told apart. Where there is
/// one language, nothing can be switched.
#[test]
fn the_switch_lists_every_language_in_its_own_name() {
    let mut visitor = Visitor::new(today());
    visitor.go_to_result(&healthy(json!({})));
    for quiz in [Quiz::default(), visitor.quiz] {
        for locale in Locale::all() {
            let page = page_in(&quiz, today, locale);
            let switch: Vec<_> = page
                .with("data-action")
                .into_iter()
                .filter(|button| button.attribute("data-action") == Some("language"))
                .collect();
            let shown: Vec<_> = switch
                .iter()
                .map(|button| (button.attribute("lang"), button.text()))
                .collect();
            let listed: Vec<_> = LANGUAGES
                .iter()
                .map(|language| (Some(language.tag), language.name.to_owned()))
                .collect();
            let expected = if LANGUAGES.len() > 1 {
                listed
            } else {
                Vec::new()
            };
            assert_eq!(shown, expected);
            let current: Vec<_> = switch
                .iter()
                .filter(|button| button.attribute("aria-current") == Some("true"))
                .filter_map(|button| button.attribute("lang"))
                .collect();
            assert_eq!(
                current,
                if LANGUAGES.len() > 1 {
                    vec![locale.tag]
                } else {
                    vec![]
                }
            );
        }
    }
}

/// What leaves the quiz is in the language that was read.
#[test]
fn what_is_taken_along_is_in_the_language() {
    let mut visitor = Visitor::new(today());
    visitor.go_to_result(&healthy(json!({ "health": ["heart"] })));
    for locale in locales() {
        let props = yew::props!(AppProps {
            protocol: protocol(),
            locale,
            evidence: microneedling_quiz::evidence(),
            clock: today as fn() -> _,
            start: visitor.quiz.clone(),
        });
        let Some(Taken::Copy(text)) = taken(&props, "copy") else {
            panic!("text to copy")
        };
        assert!(text.starts_with(locale.text(key::BRAND)), "{text}");
        for word in [key::DISCLAIMER, key::RESULT_FOOTER] {
            assert!(text.contains(locale.text(word)), "{}: {text}", locale.tag);
        }
        assert!(
            !text.contains(Locale::english().text(key::DISCLAIMER)),
            "{text}"
        );
        let file = taken(&props, "fhir").expect("a file");
        let file: serde_json::Value = serde_json::from_str(file.content()).expect("JSON");
        let languages = file
            .to_string()
            .matches(&format!("\"language\":\"{}\"", locale.tag))
            .count();
        assert!(languages > 0, "{file}");
    }
}

/// A number or a name in Latin letters keeps its direction within a line from right to left.
#[test]
fn values_are_set_apart_where_lines_run_to_the_left() {
    let right = Locale::all().into_iter().find(|locale| locale.language.rtl);
    let values = [("version", "1.2"), ("released", "a"), ("review", "b")];
    let english = Locale::english().fill(key::VERSION, &values);
    assert!(!english.contains('\u{2068}'), "{english}");
    if let Some(locale) = right {
        let text = locale.fill(key::VERSION, &values);
        assert!(text.contains("\u{2068}1.2\u{2069}"), "{text}");
    }
}

/// A language's two files make the same words as when the project was built; less is refused.
#[test]
fn files_that_were_cut_are_refused() {
    for (place, (language, first, later)) in microneedling_quiz::TRANSLATIONS.iter().enumerate() {
        let known = Locale::first(place + 1, icu);
        assert_eq!(known.tag, language.tag);
        assert!(!known.fits(false), "nothing is there yet");
        let known = Locale::read(language, first, icu);
        assert!(known.fits(false) && !known.is_whole());
        let whole = known.with(later);
        assert!(whole.fits(true));
        // What scripts say stands behind what the quiz shows, and is in no file of it.
        let [again, shown] = whole.files();
        assert_eq!(again, *first);
        assert!(later.starts_with(&shown) && shown.len() < later.len());
        assert!(!known.with(&later[..later.len() / 2]).fits(true));
        assert!(!Locale::read(language, &first[..first.len() / 2], icu).fits(false));
        assert!(!Locale::read(language, b"<!doctype html>", icu).fits(false));
    }
}

//! `cargo xtask bench` in a browser: how fast the page comes and answers on a slow phone with a slow
//! network, and what it keeps in memory. Measured with Chromium's own instruments, beside the page
//! without its scripts. Nothing is held to the bars here: a busy machine measures itself.

mod page;
mod table;

use std::{fs, process::ExitCode};

use e2e::{Outcome, Setup, healthy};
use xtask::{project, site::Reply};

use page::{BLANK, Page};
use table::{Row, median, most, percentile};

/// How often each page is loaded; the median counts.
const LOADS: usize = 7;
/// How many whole quizzes memory is looked at for.
const QUIZZES: usize = 50;
/// Where the page without scripts lies.
const STATIC: &str = "static.html";

fn main() -> ExitCode {
    match measure() {
        Ok(table) => {
            println!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Outcome<String> {
    let index = fs::read_to_string(project::dist().join("index.html"))?;
    let plain = table::without_scripts(&index);
    let served = move |path: &str| match path.trim_start_matches('/') {
        STATIC => Some(Reply::page(plain.as_bytes())),
        BLANK => Some(Reply::page("<!doctype html><link rel=icon href=data:,>")),
        _ => None,
    };
    let mut rows = Vec::new();
    Setup::default()
        .site(|site| site.instead(served))
        .run(async |browser| {
            let page = Page::new(browser).await?;
            page.slow(true).await?;
            loads(&page, &mut rows).await?;
            presses(&page, &mut rows).await?;
            page.slow(false).await?;
            memory(&page, &mut rows).await
        })?;
    Ok(table::markdown(&rows))
}

/// First paint, ready to answer, and what moves meanwhile.
async fn loads(page: &Page<'_>, rows: &mut Vec<Row>) -> Outcome {
    let (mut plain, mut painted, mut ready, mut moved) = (vec![], vec![], vec![], vec![]);
    for _ in 0..LOADS {
        page.open(STATIC).await?;
        plain.push(page.first_paint().await?);
        page.open("").await?;
        ready.push(page.first_question().await?);
        painted.push(page.first_paint().await?);
        moved.push(page.shift().await?);
    }
    let plain = median(&mut plain);
    rows.push(Row::new(
        "first paint of the same page without scripts",
        plain,
        "ms",
        None,
    ));
    rows.push(Row::new(
        "first paint",
        median(&mut painted),
        "ms",
        Some(plain * 1.1),
    ));
    rows.push(Row::new(
        "first question, if Start is pressed at once",
        median(&mut ready),
        "ms",
        Some(1_700.0),
    ));
    rows.push(Row::new("layout shift", most(&moved), "", Some(0.0)));
    Ok(())
}

/// From a press to the next paint, over a whole quiz.
async fn presses(page: &Page<'_>, rows: &mut Vec<Row>) -> Outcome {
    page.open("").await?;
    let quiz = page.quiz();
    quiz.walk(&healthy(), "recommendation").await?;
    let mut presses = page.presses().await?;
    let count = presses.len();
    rows.push(Row::new(
        &format!("press to next paint, 95th percentile of {count} presses"),
        percentile(&mut presses, 0.95),
        "ms",
        Some(50.0),
    ));
    rows.push(Row::new(
        "press to next paint, the longest",
        most(&presses),
        "ms",
        None,
    ));
    rows.push(Row::new(
        "layout shift in a whole quiz",
        page.shift().await?,
        "",
        Some(0.0),
    ));
    Ok(())
}

/// What is held after many quizzes, beside what is held after one. The driver holds on to every element that it was
/// ever given, and these to their screens: the scenario `leaks` looks at nodes without it.
async fn memory(page: &Page<'_>, rows: &mut Vec<Row>) -> Outcome {
    page.open(STATIC).await?;
    let plain = page.memory().await?;
    page.open("").await?;
    let quiz = page.quiz();
    for number in 1..=QUIZZES {
        quiz.walk(&healthy(), "recommendation").await?;
        if number == 1 || number == QUIZZES {
            let held = page.memory().await?;
            let name = |what: &str| match number {
                1 => format!("{what} after one quiz"),
                _ => format!("{what} after {number} quizzes"),
            };
            let script = (held.script - plain.script) / 1024.0;
            rows.push(Row::new(
                &name("memory of scripts, more than the page without"),
                script,
                "KB",
                None,
            ));
            rows.push(Row::new(
                &name("memory of wasm"),
                held.wasm / 1024.0,
                "KB",
                None,
            ));
        }
        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
    }
    Ok(())
}

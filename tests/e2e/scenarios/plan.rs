//! The plan: a start that is picked, days kept free, and a calendar file that another program reads.

use std::fs;

use e2e::{Engine, Outcome, Quiz, Setup, until};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use microneedling_quiz::key;
use microneedling_quiz::protocol::Date;
use microneedling_quiz::text::Locale;
use serde_json::json;

use crate::visitor::{arrive, assert_says, healthy, visit};

/// Waits until the plan says so, from the first session to the last.
async fn wait_plan(quiz: &Quiz<'_>, from: &str, to: &str) -> Outcome {
    let words = Locale::english();
    let day = |text: &str| {
        Date::parse(text)
            .map(|day| words.date(day))
            .unwrap_or_default()
    };
    let (from, to) = (day(from), day(to));
    let values = [("n", "6"), ("from", from.as_str()), ("to", &to)];
    let sentence = words.fill(key::DATES_TOLD, &values);
    until(&format!("“{sentence}”"), async || {
        let said = quiz.part_texts("[role=status]").await?.concat();
        if said.contains(&sentence) {
            return Ok(Some(()));
        }
        Err(format!("it says “{said}”").into())
    })
    .await
}

#[test]
fn a_start_is_picked_and_days_are_kept_free() -> Outcome {
    visit(async |browser, quiz| {
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.set_date("plan-start", "2026-12-01").await?;
        wait_plan(&quiz, "2026-12-01", "2027-04-20").await?;

        // Sessions too near to a big day move behind it.
        quiz.press("keep-event").await?;
        quiz.wait_focus("plan-from-0=").await?;
        quiz.set_date("plan-from-0", "2027-01-10").await?;
        wait_plan(&quiz, "2026-12-01", "2027-05-03").await?;

        // Wishes survive a reload.
        browser.client().refresh().await?;
        quiz.wait_screen("recommendation").await?;
        wait_plan(&quiz, "2026-12-01", "2027-05-03").await?;
        assert_eq!(quiz.answer("plan-from-0").await?, ["2027-01-10"]);

        // An impossible start is told, and no dates are given.
        quiz.set_date("plan-start", "2026-11-01").await?;
        assert_says(&quiz, key::DATES_PAST).await?;
        let steps = quiz.part_texts(".step").await?;
        assert!(steps.is_empty(), "dates in spite of it: {steps:?}");
        quiz.set_date("plan-start", "2026-12-01").await?;

        quiz.press("give-up").await?;
        quiz.wait_focus("plan-start=2026-12-01").await?;
        wait_plan(&quiz, "2026-12-01", "2027-04-20").await
    })
}

/// Giving up the first of two leaves the second with its own days.
#[test]
fn the_days_that_stay_are_the_right_ones() -> Outcome {
    visit(async |_, quiz| {
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.press("keep-event").await?;
        quiz.set_date("plan-from-0", "2027-01-10").await?;
        quiz.press("keep-event").await?;
        quiz.wait_focus("plan-from-1=").await?;
        quiz.set_date("plan-from-1", "2027-06-20").await?;
        quiz.press_in(".kept:first-of-type", "give-up").await?;
        until("one big day that is left", async || {
            let days = quiz.answer("plan-from-0").await?;
            Ok((days == ["2027-06-20"]).then_some(()))
        })
        .await?;
        assert_eq!(quiz.answer("plan-from-1").await?, [] as [&str; 0]);
        Ok(())
    })
}

#[test]
fn a_calendar_program_reads_the_dates_of_the_page() -> Outcome {
    let because = "only its driver says where downloads go";
    let setup = Setup::default().only(&[Engine::Chromium], because);
    setup.run(async |browser| {
        let folder = tempfile::tempdir()?;
        let quiz = arrive(browser).await?;
        let path = folder.path().to_string_lossy().into_owned();
        let allow = json!({ "behavior": "allow", "downloadPath": path });
        browser
            .devtools("Browser.setDownloadBehavior", allow)
            .await?;
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.set_date("plan-start", "2026-12-01").await?;
        wait_plan(&quiz, "2026-12-01", "2027-04-20").await?;
        quiz.press("calendar").await?;
        let file = folder.path().join("appointments.ics");
        let text = until("the downloaded file", async || {
            let read = fs::read_to_string(&file).unwrap_or_default();
            Ok(read.ends_with("END:VCALENDAR\r\n").then_some(read))
        })
        .await?;

        let calendar: Calendar = text.parse()?;
        let days: Vec<_> = calendar
            .components
            .iter()
            .filter_map(CalendarComponent::as_event)
            .filter_map(|event| match event.get_start()? {
                DatePerhapsTime::Date(day) => Date::parse(&day.to_string()),
                DatePerhapsTime::DateTime(_) => None,
            })
            .collect();
        let shown = quiz.part_texts(".step > summary").await?;
        assert_eq!((days.len(), shown.len()), (6, 6), "{text}\n{shown:?}");
        for (day, shown) in days.into_iter().zip(shown) {
            let day = Locale::english().date(day);
            assert!(shown.contains(&day), "{day} is not in “{shown}”");
        }
        assert!(!text.to_lowercase().contains("needling"), "{text}");
        Ok(())
    })
}

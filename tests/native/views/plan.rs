//! The plan on the page: the dates of the pure plan and no others, each problem at its field.

use microneedling_quiz::assess::schedule::{Kept, Plan, Reason, Wishes, course};
use microneedling_quiz::assess::{Assessment, Verdict};
use microneedling_quiz::key;
use microneedling_quiz::quiz::{Msg, Quiz};
use microneedling_quiz::takeaway::NO_OVERLAY;
use microneedling_quiz::takeaway::link::{fragment, open};
use microneedling_quiz::text::Locale;
use serde_json::{Value, json};

use super::golden::same_as_file;
use super::{page, page_on, results, too_early};
use crate::support::{Node, Visitor, date, healthy, people, protocol, today};

fn classed<'a>(page: &'a Node, class: &str) -> Vec<&'a Node> {
    let all = page.all().into_iter();
    all.filter(|node| node.has_class(class)).collect()
}

/// The result of somebody with these wishes.
fn wishing(changes: Value, messages: &[Msg]) -> (Quiz, Node) {
    let mut visitor = Visitor::new(today());
    visitor.go_to_result(&healthy(changes));
    for message in messages {
        visitor.send(*message);
    }
    let page = page(&visitor.quiz);
    (visitor.quiz, page)
}

fn start(day: &str) -> Msg {
    Msg::StartPicked(Some(date(day)))
}

const SUN: [Msg; 1] = [Msg::KeptFree(Reason::Sun)];

#[test]
fn a_plan_with_kept_days() {
    let kept = [
        start("2026-12-01"),
        Msg::KeptFree(Reason::Event),
        Msg::KeptFrom(0, Some(date("2027-01-10"))),
    ];
    same_as_file("plan-dated", &wishing(json!({}), &kept).1);
    let wrong = [
        start("2026-11-01"),
        SUN[0],
        Msg::KeptFrom(0, Some(date("2027-01-10"))),
        Msg::KeptTo(0, Some(date("2027-01-01"))),
        SUN[0],
        Msg::KeptFrom(1, Some(date("2027-02-10"))),
    ];
    same_as_file("plan-impossible", &wishing(json!({}), &wrong).1);
}

/// The days of the table are those of the plan, in the same order.
#[test]
fn the_table_shows_the_days_of_the_plan() {
    let words = Locale::english();
    let mut seen = 0;
    for (person, assessment, _) in results(people(4_101, 4_200)) {
        let mut visitor = Visitor::new(person.today);
        visitor.go_to_result(&crate::support::sheet_of(&person.answers));
        let answers = &visitor.quiz.answers;
        let Some(course) = course(protocol(), answers, person.today, &assessment) else {
            assert!(visitor.quiz.wishes == Wishes::default());
            assert_no_plan(&page(&visitor.quiz), &assessment);
            continue;
        };
        let from = course.earliest.unwrap_or(person.today).max(person.today);
        visitor.send(Msg::StartPicked(Some(from)));
        let plan = course.plan(protocol(), person.today, &visitor.quiz.wishes);
        let Plan::Dated(schedule) = plan else {
            panic!("no dates from {from}: {plan:?}")
        };
        seen += 1;
        let page = page(&visitor.quiz);
        let shown: Vec<_> = page.tagged("td").iter().map(|cell| cell.text()).collect();
        let days: Vec<_> = schedule
            .sessions
            .iter()
            .map(|one| words.date(one.day))
            .collect();
        assert_eq!(shown[..days.len()], days, "{}", person.line());
        let steps = classed(&page, "step").len();
        assert_eq!(steps, schedule.sessions.len(), "{}", person.line());
        let full = words.date(schedule.usual.full.0);
        assert!(
            shown.iter().any(|cell| cell.contains(&full)),
            "{full} is not in {shown:?}"
        );
    }
    assert!(seen > 40, "only {seen} plans");
}

#[track_caller]
fn assert_no_plan(page: &Node, assessment: &Assessment) {
    let fields = page.values("name");
    let dated = fields.iter().any(|name| name.starts_with("plan-"));
    assert!(!dated, "{:?} has fields for dates", assessment.verdict);
    assert!(
        classed(page, "timeline").is_empty(),
        "a plan without a number"
    );
}

/// Where a clinician has to agree first, or a wait to end, the dates say so.
#[test]
fn conditional_dates_say_so() {
    let says = |changes: Value, verdict: Verdict, word| {
        let (quiz, page) = wishing(changes, &[]);
        let screen = quiz.screen(protocol(), today());
        let microneedling_quiz::quiz::Screen::Recommendation(found) = screen else {
            panic!("no recommendation")
        };
        assert_eq!(found.verdict, verdict);
        let text = page.text();
        for other in [
            key::DATES_IF_AGREED,
            key::DATES_IF_SETTLED,
            key::DATES_IF_OVER,
        ] {
            let said = text.contains(Locale::english().text(other));
            assert_eq!(
                said,
                Some(other) == word,
                "{}",
                Locale::english().text(other)
            );
        }
    };
    says(json!({}), Verdict::Suitable, None);
    let cold_sores = json!({ "conditions": ["cold-sores"] });
    says(cold_sores, Verdict::Review, Some(key::DATES_IF_AGREED));
    let feeding = json!({ "breastfeeding": "yes" });
    says(feeding, Verdict::Defer, Some(key::DATES_IF_SETTLED));
    let botox = json!({ "recent": ["botox"], "recent.botox.when": "2026-11-20" });
    says(botox, Verdict::Defer, Some(key::DATES_IF_OVER));
}

#[test]
fn a_clock_behind_offers_no_dates() {
    let mut visitor = Visitor::new(too_early());
    visitor.go_to_result(&healthy(json!({})));
    let page = page_on(&visitor.quiz, too_early);
    assert!(
        !page
            .values("name")
            .iter()
            .any(|name| name.starts_with("plan-"))
    );
    assert!(
        !classed(&page, "timeline").is_empty(),
        "the course is shown without dates"
    );
}

/// Each problem stands at its field, and the field points to it.
#[test]
fn a_problem_stands_at_its_field() {
    let sentences = Locale::english();
    let kept = |from: Option<&str>, to: Option<&str>| Kept {
        reason: Reason::Sun,
        from: from.map(date),
        to: to.map(date),
    };
    for (start, range, field, word) in [
        (
            "2026-11-01",
            kept(None, None),
            "plan-start",
            key::DATES_PAST,
        ),
        (
            "2027-12-24",
            kept(None, None),
            "plan-start",
            key::DATES_TOO_FAR,
        ),
        (
            "2026-12-01",
            kept(Some("2027-01-02"), None),
            "plan-from-0",
            key::DATES_MISSING,
        ),
        (
            "2026-12-01",
            kept(Some("2027-01-02"), Some("2027-01-01")),
            "plan-to-0",
            key::DATES_END_FIRST,
        ),
        (
            "2026-12-01",
            kept(Some("2027-01-02"), Some("2028-01-02")),
            "plan-from-0",
            key::DATES_TOO_LONG,
        ),
    ] {
        let messages = [
            Msg::StartPicked(Some(date(start))),
            Msg::KeptFree(Reason::Sun),
            Msg::KeptFrom(0, range.from),
            Msg::KeptTo(0, range.to),
        ];
        let (_, page) = wishing(json!({}), &messages);
        let described = page
            .one("name", field)
            .attribute("aria-describedby")
            .map(str::to_owned);
        let id = described.unwrap_or_else(|| panic!("{field} does not say what is wrong"));
        assert_eq!(page.one("id", &id).text(), sentences.text(word), "{field}");
        assert!(
            classed(&page, "step").is_empty(),
            "dates in spite of a problem"
        );
    }
}

/// An event before any change: said at the field, and the dates stay.
#[test]
fn a_big_day_too_soon_is_said_beside_the_dates() {
    let messages = [
        start("2026-12-01"),
        Msg::KeptFree(Reason::Event),
        Msg::KeptFrom(0, Some(date("2027-01-20"))),
    ];
    let (_, page) = wishing(json!({}), &messages);
    let said = page.one("id", "error-plan-from-0").text();
    assert!(said.contains("26 January 2027"), "{said}");
    assert!(!classed(&page, "step").is_empty());
}

/// A result from a link is of the day on which it was made; what is planned begins on the visitor's own.
#[test]
fn a_plan_from_an_old_link_begins_no_earlier_than_today() {
    let mut visitor = Visitor::new(today());
    let assessment = visitor.go_to_result(&healthy(json!({})));
    let answers = &visitor.quiz.answers;
    let link = fragment(protocol(), NO_OVERLAY, today(), answers, &assessment);
    let later = || date("2027-02-01");
    let quiz = open(protocol(), NO_OVERLAY, later(), &link).expect("a link");
    let begins = |quiz: &Quiz| {
        let page = page_on(quiz, later);
        let field = page.one("name", "plan-start");
        field.attribute("min").map(str::to_owned)
    };
    assert_eq!(begins(&quiz).as_deref(), Some("2027-02-01"));
    let past = quiz.update(protocol(), later(), start("2026-12-01"));
    let text = page_on(&past, later).text();
    let over = Locale::english().text(key::DATES_PAST);
    assert!(text.contains(over), "{text}");
}

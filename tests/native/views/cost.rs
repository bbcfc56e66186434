//! What it may cost, where the clinic gave a price.

use microneedling_quiz::options::{Clinic, Problem, read};
use microneedling_quiz::text::Locale;
use microneedling_quiz::ui::{App, AppProps};
use serde_json::json;
use yew::LocalServerRenderer;

use super::answer::section;
use super::block_on;
use crate::support::{Node, Visitor, healthy, parse, protocol, today};

fn said(price: &str, currency: &str) -> (Clinic, Vec<Problem>) {
    let lines = format!("price\t{price}\ncurrency\t{currency}");
    read(protocol(), &lines, &|_, _| String::new())
}

fn priced(price: &'static str, changes: serde_json::Value) -> Node {
    let mut visitor = Visitor::new(today());
    visitor.go_to_result(&healthy(changes));
    let props = yew::props!(AppProps {
        protocol: protocol(),
        locale: Locale::english(),
        evidence: microneedling_quiz::evidence(),
        clock: today as super::Clock,
        start: visitor.quiz.clone(),
        clinic: std::rc::Rc::new(said(price, "EUR").0),
    });
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    parse(&block_on(renderer.render()))
}

#[test]
fn a_price_is_multiplied_by_the_sessions_of_the_plan() {
    let page = priced("120.50", json!({}));
    let cost = section(&page, "What it may cost").expect("a price").text();
    let sessions = ["low", "most", "high"].map(|end| {
        page.values(&format!("data-sessions-{end}"))[0]
            .parse::<u32>()
            .unwrap()
    });
    let [low, most, high] = sessions.map(|number| Locale::english().money(12_050 * number, "EUR"));
    assert!(
        cost.contains(&format!("{low} to {high} in all, and {most} for")),
        "{cost}"
    );
    assert!(cost.contains("€120.50 for each session"), "{cost}");
}

#[test]
fn no_price_and_no_plan_mean_no_cost() {
    for page in [
        priced(" ", json!({})),
        priced("-5", json!({})),
        priced("120", json!({ "pregnancy": "yes" })),
        priced("120", json!({ "treatment": "rf" })),
    ] {
        assert!(section(&page, "What it may cost").is_none());
        assert!(page.with("data-cost").is_empty());
    }
}

#[test]
fn prices_that_can_be_read() {
    for (text, hundredths) in [
        ("1", 100),
        ("120", 12_000),
        ("120.5", 12_050),
        ("999999.99", 99_999_999),
        (" 0.05 ", 5),
    ] {
        let price = said(text, " EUR").0.price.unwrap();
        assert_eq!(
            (price.hundredths, &*price.currency),
            (hundredths, "EUR"),
            "{text}"
        );
    }
    assert_eq!(said("", " "), (Clinic::default(), Vec::new()));
}

#[test]
fn prices_that_cannot_be_read() {
    const PRICE: &str = "the price of one session, above 0 and below 1000000, like 120 or 120.50";
    const CURRENCY: &str = "three capital letters, like EUR, together with a price";
    for (price, currency, attribute, found, allowed) in [
        ("-5", "EUR", "price", "-5", PRICE),
        ("0", "EUR", "price", "0", PRICE),
        ("120,50", "EUR", "price", "120,50", PRICE),
        ("1e3", "EUR", "price", "1e3", PRICE),
        ("1000000", "EUR", "price", "1000000", PRICE),
        ("120.505", "EUR", "price", "120.505", PRICE),
        ("120.", "EUR", "price", "120.", PRICE),
        ("€ 120", "EUR", "price", "€ 120", PRICE),
        ("", "EUR", "price", "", PRICE),
        ("120", "", "currency", "", CURRENCY),
        ("120", "eur", "currency", "eur", CURRENCY),
        ("120", "€", "currency", "€", CURRENCY),
        ("120", "EURO", "currency", "EURO", CURRENCY),
    ] {
        let (clinic, problems) = said(price, currency);
        assert_eq!(clinic.price, None);
        let problem = Problem {
            path: attribute.to_owned(),
            found: found.to_owned(),
            allowed: allowed.to_owned(),
        };
        assert_eq!(problems, [problem]);
    }
}

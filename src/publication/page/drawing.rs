//! The drawing of the flow: one picture for each screen that everybody sees and for what it opens,
//! so that none is cut when printed. They join into one line.

use maud::{Markup, html};

use super::Page;
use super::flow::{for_everybody, questions};
use crate::publication::document::{Question, Screen, Test};

const WIDTH: usize = 360;
const TRUNK: usize = 9;
const LINE: usize = 15;
const PAD: usize = 8;
const GAP: usize = 14;
const LANE: usize = 9;
const LANES: usize = 4;
/// Where the first lane is, beside the cards.
const ASIDE: usize = 10;
/// A cautious width of one letter in tenths, so that no line leaves its card.
const LETTER: usize = 66;

/// A question, or several that ask for an area, in one row.
struct Row {
    ids: Vec<&'static str>,
    lines: Vec<String>,
    /// The questions whose answers open it.
    openers: Vec<&'static str>,
    top: usize,
}

impl Row {
    fn middle(&self) -> usize {
        self.top + self.lines.len() * LINE / 2
    }
}

/// A screen as a card.
struct Card<'a> {
    number: usize,
    title: &'a str,
    everybody: bool,
    rows: Vec<Row>,
    top: usize,
    height: usize,
}

/// A line from a question down to those that it opens.
struct Bus {
    from: usize,
    to: Vec<usize>,
    lane: usize,
}

pub(super) fn chapter(page: &Page<'_>, screens: &[(usize, &Screen)]) -> Markup {
    let right = WIDTH - ASIDE - LANES * LANE;
    let mut top = GAP / 2;
    let mut cards = Vec::new();
    for (number, screen) in screens {
        let card = card(page, *number, screen, right, top);
        top += card.height + GAP;
        cards.push(card);
    }
    let height = top - GAP / 2;
    let name = screens.first().map_or("", |(_, screen)| screen.title);
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } width=(WIDTH) height=(height) role="img"
            aria-label={ "“" (name) "” and what it opens; in words in the list" } {
            path.trunk d={ "M" (TRUNK) " 0V" (height) } fill="none" stroke="currentColor" {}
            @for card in &cards { (drawn(card, right)) }
            @for bus in buses(&cards) { (bus_drawn(&bus, right)) }
        }
    }
}

fn card<'a>(
    page: &Page<'_>,
    number: usize,
    screen: &'a Screen,
    right: usize,
    top: usize,
) -> Card<'a> {
    let everybody = for_everybody(page, screen);
    let letters = (right - left(everybody) - 2 * PAD) * 10 / LETTER;
    let mut rows: Vec<Row> = Vec::new();
    let mut next = top + PAD + 2 * LINE;
    for row in rows_of(page, screen, letters) {
        let height = row.lines.len() * LINE;
        rows.push(Row { top: next, ..row });
        next += height + PAD;
    }
    Card {
        number,
        title: screen.title,
        everybody,
        rows,
        top,
        height: next - top,
    }
}

const fn left(everybody: bool) -> usize {
    if everybody { 22 } else { 34 }
}

fn rows_of(page: &Page<'_>, screen: &Screen, letters: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut wheres: Vec<(&'static str, Vec<&Question>)> = Vec::new();
    for question in questions(page, screen) {
        match about_place(page, question) {
            Some(of) => match wheres.iter_mut().find(|(known, _)| *known == of) {
                Some((_, same)) => same.push(question),
                None => wheres.push((of, vec![question])),
            },
            None => rows.push(Row {
                ids: vec![question.id],
                lines: wrapped(&question.title, letters),
                openers: openers(question),
                top: 0,
            }),
        }
    }
    for (of, questions) in wheres {
        let of_title = page
            .document
            .question(of)
            .map_or(of, |of| of.title.as_str());
        let count = questions.len();
        let text = format!("In which area? (one each for {count} answers to “{of_title}”)");
        rows.push(Row {
            ids: questions.iter().map(|question| question.id).collect(),
            lines: wrapped(&text, letters),
            openers: vec![of],
            top: 0,
        });
    }
    rows
}

/// The question that this one asks a place for.
fn about_place(page: &Page<'_>, question: &Question) -> Option<&'static str> {
    let about = question.about.as_ref()?;
    let options = &page.document.question(about.question)?.options;
    let places = options
        .iter()
        .any(|option| option.place == Some(question.id));
    places.then_some(about.question)
}

fn openers(question: &Question) -> Vec<&'static str> {
    let mut found = Vec::new();
    named(&question.asked.test, true, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

/// The questions that speak for a condition.
fn named(test: &Test, yes: bool, found: &mut Vec<&'static str>) {
    match test {
        Test::All { of } | Test::Any { of } => of.iter().for_each(|part| named(part, yes, found)),
        Test::Not { of } => named(of, !yes, found),
        Test::Chosen { question, .. }
        | Test::Number { question, .. }
        | Test::Since { question, .. }
            if yes =>
        {
            found.push(question);
        }
        _ => {}
    }
}

/// Breaks a text into lines of at most so many letters.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// One line for each row that opens others, in the first lane that is free.
fn buses(cards: &[Card<'_>]) -> Vec<Bus> {
    let rows = || cards.iter().flat_map(|card| &card.rows);
    let mut buses: Vec<Bus> = Vec::new();
    for row in rows() {
        let opened = rows().filter(|other| {
            let mut openers = other.openers.iter();
            openers.any(|opener| row.ids.contains(opener))
        });
        let to: Vec<_> = opened.map(Row::middle).collect();
        let Some(_) = to.first() else { continue };
        let from = row.middle();
        let busy = |lane| {
            let mut others = buses.iter().filter(|bus: &&Bus| bus.lane == lane);
            others.any(|bus| bus.to.iter().any(|end| *end > from))
        };
        let lane = (0..LANES).find(|lane| !busy(*lane)).unwrap_or(LANES - 1);
        buses.push(Bus { from, to, lane });
    }
    buses
}

fn drawn(card: &Card<'_>, right: usize) -> Markup {
    let left = left(card.everybody);
    let title = card.top + PAD + LINE - 3;
    html! {
        circle.point data-everybody[card.everybody] cx=(TRUNK) cy=(title - 4) r="4.5"
            fill=(if card.everybody { "currentColor" } else { "none" }) stroke="currentColor" {}
        rect.screen data-everybody[card.everybody] x=(left) y=(card.top) width=(right - left)
            height=(card.height) rx="8" fill="none" stroke="currentColor" {}
        text.screen-title x=(left + PAD) y=(title) fill="currentColor" {
            (card.number) ". " (card.title)
        }
        @for row in &card.rows {
            @for (index, line) in row.lines.iter().enumerate() {
                text.row x=(left + PAD) y=(row.top + index * LINE + 11) fill="currentColor" { (line) }
            }
        }
    }
}

fn bus_drawn(bus: &Bus, right: usize) -> Markup {
    let x = right + ASIDE + bus.lane * LANE;
    let end = bus.to.iter().max().copied().unwrap_or(bus.from);
    // Lines that leave a card start a little lower than those that enter it end.
    let from = bus.from + 3;
    html! {
        g.bus data-lane=(bus.lane) fill="none" stroke="currentColor" {
            path d={ "M" (right) " " (from) "H" (x) "V" (end) } {}
            circle.knot cx=(right) cy=(from) r="2.5" fill="currentColor" {}
            @for y in &bus.to {
                path d={ "M" (x) " " (y) "H" (right + 1) } {}
                path.tip d={ "M" (right + 5) " " (y - 3) "L" (right + 1) " " (y) "L" (right + 5) " " (y + 3) } {}
            }
        }
    }
}

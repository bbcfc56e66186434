//! Options side by side: each in equal detail, and none where needling is ruled out.

use std::collections::BTreeSet;

use microneedling_quiz::assess::Verdict;
use microneedling_quiz::protocol::Fit;
use microneedling_quiz::text::Locale;

use super::answer::section;
use super::results;
use crate::support::{Node, people, protocol};

/// The cells of a row, as text.
fn rows(table: &Node) -> Vec<(String, Vec<String>)> {
    let rows = table.with("role").into_iter();
    let rows = rows.filter(|node| node.attribute("role") == Some("row"));
    rows.skip(1)
        .map(|row| {
            let title = row.tagged("th")[0].text();
            let cells = row.tagged("td");
            let text = |cell: &&Node| {
                let lines = cell.tagged("p");
                let lines: Vec<_> = lines.iter().map(|line| line.text()).collect();
                lines.join("\n")
            };
            (title, cells.iter().map(text).collect())
        })
        .collect()
}

/// The longest cell of a row has at most so many times the letters of the shortest.
const RATIO: usize = 4;

/// Every goal alone, and every row: each way has a text, and none is told at length beside one that
/// is brushed aside.
#[test]
fn each_way_is_told_in_equal_detail() {
    let mut seen = BTreeSet::new();
    for (person, assessment, page) in results(people(4_043, 2_500)) {
        let Some(table) = section(&page, "Options side by side") else {
            continue;
        };
        let rows = rows(table);
        let titles: Vec<_> = rows.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "What it is",
                "What it may do",
                "How often",
                "Time to heal",
                "Main risks",
                "How sure it is",
                "Where to ask"
            ]
        );
        let open = assessment
            .areas
            .iter()
            .filter(|part| part.recommendation.verdict() <= Verdict::NotIndicated);
        let goals: BTreeSet<_> = open.flat_map(|part| part.goals.iter()).collect();
        for (title, cells) in &rows {
            assert_eq!(cells.len(), 3, "{title}");
            let letters = cells.iter().map(|cell| cell.chars().count());
            let (least, most) = (letters.clone().min().unwrap(), letters.max().unwrap());
            assert!(least > 0, "{title} leaves a cell empty\n{}", person.line());
            if goals.len() == 1 {
                assert!(
                    most <= RATIO * least,
                    "{title}: {least} and {most} letters\n{cells:?}"
                );
            }
        }
        let lines = rows[1].1.iter().map(|cell| cell.lines().count());
        let lines: BTreeSet<_> = lines.collect();
        assert_eq!(
            lines,
            BTreeSet::from([goals.len()]),
            "one line for each goal"
        );
        if goals.len() == 1 {
            seen.extend(goals);
        }
    }
    // The next test looks at those that random people rarely have alone.
    assert!(seen.len() > 8, "only {} goals alone", seen.len());
}

/// All goals, without waiting for chance: no text of a goal is much longer than its neighbours.
#[test]
fn each_goal_has_short_and_equal_lines() {
    let words = Locale::english();
    let others = microneedling_quiz::evidence().alternatives;
    assert_eq!(others.len(), protocol().goals.len());
    let key_other = words.text(microneedling_quiz::key::ALT_MAY_OTHER);
    let key_nothing = words.text(microneedling_quiz::key::ALT_MAY_NOTHING);
    for other in others {
        let or = |text: &'static str, fallback| if text.is_empty() { fallback } else { text };
        let cells = [
            words.text(other.needling),
            or(words.text(other.other), key_other),
            or(words.text(other.nothing), key_nothing),
        ];
        let letters = cells.map(|text| text.chars().count());
        let (least, most) = (letters.iter().min().unwrap(), letters.iter().max().unwrap());
        let goal = protocol().goal(other.goal).id;
        assert!(*least > 0 && *most <= RATIO * least, "{goal}: {letters:?}");
        let what = [
            words.text(microneedling_quiz::key::ALT_WHAT_NEEDLING),
            words.text(other.instead),
            words.text(microneedling_quiz::key::ALT_WHAT_NOTHING),
        ];
        let letters = what.map(|text| text.chars().count());
        let (least, most) = (letters.iter().min().unwrap(), letters.iter().max().unwrap());
        assert!(*least > 0 && *most <= RATIO * least, "{goal}: {letters:?}");
    }
}

/// Who is told not to have it is not told here what to have instead.
#[test]
fn nothing_is_compared_where_needling_is_ruled_out() {
    for (person, assessment, page) in results(people(4_044, 900)) {
        let open = assessment
            .areas
            .iter()
            .any(|part| part.recommendation.verdict() <= Verdict::NotIndicated);
        let shown = section(&page, "Options side by side").is_some();
        assert_eq!(shown, open, "{}", person.line());
    }
}

/// A poor goal is told by the comparison, too: needling does little for it, and a clinician's goal
/// is a clinician's there as well.
#[test]
fn the_comparison_promises_no_more_than_the_goal() {
    let words = Locale::english();
    for other in microneedling_quiz::evidence().alternatives {
        let goal = protocol().goal(other.goal);
        let told = words.text(other.needling);
        let starts: &[&str] = match goal.fit {
            Fit::Poor => &["Little", "It can spread", "Nothing", "Unknown"],
            Fit::Ask => &["A clinician decides."],
            Fit::Indicated => continue,
        };
        assert!(starts.iter().any(|start| told.starts_with(start)), "{told}");
    }
}

//! What is drawn, as plain text: for the clipboard and for sharing. It is read off the drawn page, so
//! that it can say neither more nor less than the page.

use yew::Html;
use yew::virtual_dom::{VNode, VTag};

use super::markup::attribute;

/// What makes no sense on paper, by its tag.
const TAGS: [&str; 6] = ["button", "svg", "input", "select", "textarea", "summary"];
/// What is left out by its class: sources, and what did not matter, would be longer than everything
/// else, and the ways to take this along are no part of it.
const CLASSES: [&str; 7] = [
    "sources",
    "considered",
    "take",
    "bar",
    "wishes",
    "steps",
    "choice",
];

/// The text: a line for each paragraph, `- ` before each item of a list, an empty line before each
/// heading.
pub(super) fn plain(drawn: &Html) -> String {
    let mut text = String::new();
    write(drawn, &mut text);
    text.truncate(text.trim_end().len());
    text
}

fn write(node: &Html, text: &mut String) {
    match node {
        VNode::VText(words) => {
            // Words that begin a line do so without the space that would set them off.
            let words = if text.ends_with('\n') {
                words.text.trim_start()
            } else {
                &words.text
            };
            text.push_str(words);
        }
        VNode::VList(list) => list.iter().for_each(|child| write(child, text)),
        VNode::VTag(tag) => write_tag(tag, text),
        _ => {}
    }
}

fn write_tag(tag: &VTag, text: &mut String) {
    let class = attribute(tag, "class").unwrap_or_default();
    let left_out = TAGS.contains(&tag.tag())
        || attribute(tag, "aria-hidden").is_some()
        || class.split(' ').any(|class| CLASSES.contains(&class));
    if left_out {
        return;
    }
    let inline = match tag.tag() {
        "h1" | "h2" | "h3" | "table" => {
            start_line(text);
            text.push('\n');
            false
        }
        "li" => {
            start_line(text);
            text.push_str("- ");
            false
        }
        "td" | "th" | "dd" => {
            if !text.is_empty() && !text.ends_with(['\n', ' ']) {
                text.push_str(": ");
            }
            true
        }
        "b" | "strong" | "em" | "i" | "span" | "small" | "a" | "time" | "abbr" | "bdi" => true,
        _ => {
            start_line(text);
            false
        }
    };
    if let Some(children) = tag.children() {
        write(children, text);
    }
    if !inline {
        start_line(text);
    }
}

fn start_line(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

//! The pseudo-locale: every text 40 % longer, with accents, in brackets. What is cut off on a page
//! lacks a bracket, and what has no accents does not come from a locale's words.

/// A text, stretched. Placeholders and line breaks stay as they are.
pub fn stretched(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut accented = String::from("[");
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        accented.extend(before.chars().map(accent));
        accented.extend(["{", name, "}"]);
        rest = behind;
    }
    accented.extend(rest.chars().map(accent));
    // Added as words of their own, so that lines break as they would in a longer language.
    let missing = text.chars().count() * 2 / 5;
    for index in 0..missing {
        accented.push(if index % 6 == 0 { ' ' } else { '~' });
    }
    accented.push(']');
    accented
}

fn accent(c: char) -> char {
    const PLAIN: &str = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ";
    const ACCENTED: &str = "áçéĝĥîĵķļñöŕšťûŵýžÁÇÉĜĤÎĴĶĻÑÖŔŠŤÛŴÝŽ";
    let place = PLAIN.chars().position(|plain| plain == c);
    place
        .and_then(|place| ACCENTED.chars().nth(place))
        .unwrap_or(c)
}

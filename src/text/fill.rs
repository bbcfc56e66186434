//! Templates: "Not before {date}."

/// Around a value whose direction is its own, whatever surrounds it (Unicode's first strong isolate).
const APART: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The template with its placeholders filled in. One without a value stays as it stands, and so does
/// a brace without its pair. `apart` keeps the direction of values from mixing with the text's: a
/// number or a name in Latin letters, say, within a line that is read from right to left.
pub fn fill(template: &str, values: &[(&str, &str)], apart: bool) -> String {
    let [start, end] = APART;
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        match value {
            Some((value, behind)) => {
                if apart {
                    filled.push(start);
                }
                filled.push_str(value);
                if apart {
                    filled.push(end);
                }
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

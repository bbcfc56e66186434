//! What a result in a link and what the tab's storage may hold: anything. Neither may be stumbled
//! over; what is taken is answers that could be given; and written again, it means the same.
//!
//! Sums are put right first, as otherwise nothing but the sum would be tried.

use microneedling_quiz::assess::assess;
use microneedling_quiz::protocol;
use microneedling_quiz::quiz::{Place, Quiz, load, save};
use microneedling_quiz::takeaway::NO_OVERLAY;
use microneedling_quiz::takeaway::link::{MARK, fragment, open};

/// Reads a link or a saved quiz: the first byte chooses.
pub(crate) fn read(data: &[u8]) {
    match data.split_first() {
        Some((b's', text)) => saved(&String::from_utf8_lossy(text)),
        Some((b't', text)) => link(&String::from_utf8_lossy(text)),
        Some((_, content)) => link(&signed(content)),
        None => {}
    }
}

fn link(text: &str) {
    let protocol = protocol();
    let today = protocol.released;
    let Ok(quiz) = open(protocol, NO_OVERLAY, today, text) else {
        return;
    };
    could_be(&quiz);
    let on = quiz.today(today);
    if quiz.place != (Place::Recommendation { partial: false }) {
        return;
    }
    let complete = quiz.answers.complete(protocol, on);
    let complete = complete.unwrap_or_else(|why| panic!("a result without answers: {why:?}"));
    let assessment = assess(protocol, &complete);
    let again = fragment(protocol, NO_OVERLAY, on, &quiz.answers, &assessment);
    let again = open(protocol, NO_OVERLAY, on, &again);
    let again = again.unwrap_or_else(|why| panic!("what was written is not read: {why:?}"));
    let complete = again.answers.complete(protocol, on).ok();
    let same = complete.map(|complete| assess(protocol, &complete));
    assert_eq!(same, Some(assessment), "another result");
}

fn saved(body: &str) {
    let protocol = protocol();
    let version = protocol.version;
    let body = format!("{version}{body}");
    let sum = body.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let Some(quiz) = load(protocol, &format!("{body} {sum}")) else {
        return;
    };
    could_be(&quiz);
    let again = load(protocol, &save(protocol, &quiz));
    assert_eq!(again, Some(quiz), "another quiz");
}

/// Every screen of it can be told.
fn could_be(quiz: &Quiz) {
    let protocol = protocol();
    let today = quiz.today(protocol.released);
    drop(quiz.screen(protocol, today));
    quiz.step(protocol, today);
}

/// A link with a sum that fits, reckoned here: CRC-32 by polynomial division, the slow way.
pub(crate) fn signed(content: &[u8]) -> String {
    let mut sum = !0_u32;
    for byte in content {
        for bit in 0..8 {
            let odd = (sum ^ u32::from(byte >> bit)) & 1 == 1;
            sum = sum >> 1 ^ if odd { 0xEDB8_8320 } else { 0 };
        }
    }
    let mut bytes = content.to_vec();
    bytes.extend((!sum).to_be_bytes());
    let mut letters = String::new();
    for group in bytes.chunks(3) {
        let value = group
            .iter()
            .fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
        let value = value << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let six = (value >> (18 - 6 * place) & 63) as u8;
            letters.push(char::from(match six {
                0..=25 => b'A' + six,
                26..=51 => b'a' + six - 26,
                52..=61 => b'0' + six - 52,
                62 => b'-',
                _ => b'_',
            }));
        }
    }
    [MARK, &letters, "z"].concat()
}

//! The code on the page, read by a decoder that was not written here.

use microneedling_quiz::takeaway::qr::{Qr, qr};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use rqrr::{Grid, SimpleGrid};

use super::link::link_of;
use crate::support::people;

/// What the path covers, row by row, with its border.
fn painted(code: &Qr) -> Vec<Vec<bool>> {
    let size = code.size;
    let mut rows = vec![vec![false; size]; size];
    for line in code.path.split('M').skip(1) {
        let (at, length) = line.split_once('h').expect("a length");
        let (x, y) = at.split_once(' ').expect("a place");
        let row = y.strip_suffix(".5").expect("the middle of a row");
        let (x, y): (usize, usize) = (x.parse().unwrap(), row.parse().unwrap());
        let length: usize = length.parse().unwrap();
        rows[y][x..x + length].fill(true);
    }
    rows
}

fn decoded(code: &Qr) -> String {
    let rows = painted(code);
    let size = rows.len() - 8;
    let grid = SimpleGrid::from_func(size, |x, y| rows[y + 4][x + 4]);
    let (_, text) = Grid::new(grid).decode().expect("a code");
    text
}

#[test]
fn a_decoder_reads_the_link_back() {
    for person in people(8_301, 60) {
        let link = format!("https://clinic.example/quiz/#{}", link_of(&person));
        let code = qr(&link).expect("it fits");
        assert_eq!(decoded(&code), link);
    }
}

#[test]
fn four_modules_around_the_code_are_light() {
    let rows = painted(&qr("https://clinic.example/").expect("it fits"));
    let size = rows.len();
    for (y, row) in rows.iter().enumerate() {
        for (x, dark) in row.iter().enumerate() {
            let border = x < 4 || y < 4 || x >= size - 4 || y >= size - 4;
            assert!(!(border && *dark), "{x}, {y}");
        }
    }
    assert!(rows[4][4], "the corner of the first finder");
}

#[test]
fn what_is_too_long_has_no_code() {
    assert_eq!(qr(&"a".repeat(3_000)), None);
}

/// Every version that is drawn, module by module, against an encoder that was not written here.
#[test]
fn another_encoder_draws_the_same_modules() {
    let mut sizes = std::collections::BTreeSet::new();
    for length in (0..1_360).step_by(7) {
        let text: String = ('!'..='~').cycle().take(length).collect();
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let (ecc, mask) = (QrCodeEcc::Medium, Some(Mask::new(0)));
        let (first, last) = (Version::MIN, Version::new(30));
        let other = QrCode::encode_segments_advanced(&segments, ecc, first, last, mask, false);
        let (Ok(other), Some(code)) = (other, qr(&text)) else {
            assert!(length > 1_300, "{length} letters have no code");
            continue;
        };
        sizes.insert(code.size);
        let rows = painted(&code);
        assert_eq!(rows.len() as i32, other.size() + 8, "{length} letters");
        for (y, row) in rows.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                let there = other.get_module(x as i32 - 4, y as i32 - 4);
                assert_eq!(*dark, there, "{length} letters at {x}, {y}");
            }
        }
    }
    assert!(sizes.len() >= 29, "{sizes:?}");
}

//! What the fuzzers started from and what they found, as ordinary tests.

#[path = "../fuzz/read/links.rs"]
pub(crate) mod links;
#[path = "../fuzz/read/options.rs"]
pub(crate) mod options;
#[path = "../fuzz/read/people.rs"]
mod people;
#[path = "../fuzz/read/protocol.rs"]
mod protocol;

use std::fs;
use std::path::Path;

/// Reads every file of a target's corpus.
#[track_caller]
fn each(target: &str, least: usize, read: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut count = 0;
    for entry in fs::read_dir(folder.join(target)).unwrap() {
        read(&fs::read(entry.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count >= least, "only {count} of {target}");
}

#[test]
fn the_corpus_of_links_is_read() {
    each("links", 40, links::read);
}

#[test]
fn the_corpus_of_options_is_read() {
    each("options", 30, options::read);
}

#[test]
fn the_corpus_of_people_is_read() {
    each("people", 30, people::read);
}

#[test]
fn the_corpus_of_the_protocol_is_read() {
    each("protocol", 20, protocol::read);
}

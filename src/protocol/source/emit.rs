//! What `build.rs` writes: the protocol and the English words as bytes, and the interface's words as
//! constants.

use std::fmt::Write;

use super::Compiled;
use crate::protocol::Code;

/// The protocol as bytes.
pub fn protocol_bytes(compiled: &Compiled) -> Vec<u8> {
    let mut bytes = Vec::new();
    compiled.protocol.write(&mut bytes);
    bytes
}

/// One locale's words as bytes.
pub fn word_bytes(compiled: &Compiled) -> Vec<u8> {
    let words: Vec<&'static str> =
        compiled.words.iter().map(|text| &*text.clone().leak()).collect();
    let words: &'static [&'static str] = words.leak();
    let mut bytes = Vec::new();
    words.write(&mut bytes);
    bytes
}

/// Rust source of the module `key`: a constant for each of the interface's own words.
pub fn keys(compiled: &Compiled) -> String {
    let mut out = String::from("use crate::protocol::Word;\n");
    for (name, word) in &compiled.ui {
        let text = compiled.words.get(word.index()).map_or("", String::as_str).replace('\n', " ");
        let name = name.to_uppercase().replace('-', "_");
        let _ = writeln!(out, "/// {text}\npub const {name}: Word = Word({});", word.0);
    }
    out
}

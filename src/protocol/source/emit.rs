//! What `build.rs` writes: the protocol and the English words as bytes, and the interface's words as
//! constants.

use std::fmt::Write;

use super::{Compiled, LanguageEntry};
use crate::protocol::{Word, Writer};

/// The protocol as bytes.
pub fn protocol_bytes(compiled: &Compiled) -> Vec<u8> {
    Writer::bytes_of(&compiled.protocol)
}

/// Where everything comes from, as bytes.
pub fn evidence_bytes(compiled: &Compiled) -> Vec<u8> {
    Writer::bytes_of(&compiled.evidence)
}

/// One table of words as bytes.
pub fn table_bytes(words: &[String]) -> Vec<u8> {
    let words: Vec<&'static str> = words.iter().map(|text| &*text.clone().leak()).collect();
    let words: &'static [&'static str] = words.leak();
    Writer::bytes_of(&words)
}

/// Rust source of the list of languages, and natively of every translation's tables.
pub fn languages(languages: &[LanguageEntry]) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "/// Every language, English first.\npub static LANGUAGES: [text::Language; {}] = [",
        languages.len()
    );
    for language in languages {
        let _ = writeln!(
            out,
            "text::Language {{ tag: {:?}, name: {:?}, rtl: {}, formats: {:?} }},",
            language.tag,
            language.name,
            language.rtl(),
            language.formats()
        );
    }
    let _ = writeln!(
        out,
        "];\n/// The words of each translation: those that verdicts and findings need, and the others.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub static TRANSLATIONS: [(&text::Language, &[u8], &[u8]); {}] = [",
        languages.len().saturating_sub(1)
    );
    for (index, LanguageEntry { tag, .. }) in languages.iter().enumerate().skip(1) {
        let _ = writeln!(
            out,
            "(&LANGUAGES[{index}], built!(\"{tag}.bin\"), built!(\"{tag}-later.bin\")),"
        );
    }
    out.push_str("];\n");
    out
}

/// Rust source of the module `key`: a constant for each of the interface's own words.
pub fn keys(compiled: &Compiled) -> String {
    let mut out = String::from("use crate::protocol::Word;\n");
    for (name, word) in &compiled.ui {
        let words = if word.table() == Word::LATER {
            &compiled.words.later
        } else {
            &compiled.words.first
        };
        let text = words
            .get(word.place())
            .map_or("", String::as_str)
            .replace('\n', " ");
        let name = name.to_uppercase().replace('-', "_");
        let _ = writeln!(
            out,
            "/// {text}\npub const {name}: Word = Word({});",
            word.0
        );
    }
    out
}

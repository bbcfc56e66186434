//! What `build.rs` writes: the protocol and the English words as bytes, and the interface's words as
//! constants.

use std::fmt::Write;

use super::{Compiled, LanguageEntry, Tables};
use crate::protocol::{Word, Writer};

/// The protocol as bytes.
pub fn protocol_bytes(compiled: &Compiled) -> Vec<u8> {
    Writer::bytes_of(&compiled.protocol)
}

/// Where everything comes from, as bytes.
pub fn evidence_bytes(compiled: &Compiled) -> Vec<u8> {
    Writer::bytes_of(&compiled.evidence)
}

/// One table of words as bytes: texts with a NUL between them, which compress better than texts
/// behind their lengths.
fn table_bytes(words: &[String]) -> Vec<u8> {
    words.join("\0").into_bytes()
}

/// The two files of a language. The first holds what the first screen needs, the other one all else.
pub fn translation_bytes(compiled: &Compiled, words: &Tables) -> [Vec<u8>; 2] {
    let (screens, reasons) = words
        .first
        .split_at(compiled.screens.min(words.first.len()));
    [
        table_bytes(screens),
        table_bytes(&[reasons, &words.later].concat()),
    ]
}

/// Rust source of the list of languages, of how many words each has, and natively of every
/// translation's tables.
pub fn languages(compiled: &Compiled) -> String {
    let languages: &[LanguageEntry] = &compiled.languages;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "/// How many words a language has: those that the first screen needs, with those of reasons behind\n\
         /// them, and the others.\n\
         pub static WORDS: [usize; 3] =\n\
         [{}, {}, if cfg!(target_arch = \"wasm32\") {{ SHOWN }} else {{ {} }}];\n\
         /// How many of the others the quiz itself shows. Behind them stands what its pages and scripts say.\n\
         pub const SHOWN: usize = {};",
        compiled.screens,
        compiled.words.first.len(),
        compiled.words.later.len(),
        compiled.shown
    );
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
        "];\n/// The two files of words of each translation.\n\
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

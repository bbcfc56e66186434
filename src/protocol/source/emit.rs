//! Writes a compiled protocol as Rust source: static tables for the wasm.

use std::fmt::Write;

use databake::Bake;

use super::Compiled;

/// Rust source that defines `PROTOCOL`, `ENGLISH` and the module `key`, for `include!`.
pub fn emit(compiled: &Compiled) -> String {
    let env = databake::CrateEnv::default();
    let mut out = String::new();
    let _ = writeln!(out, "/// The protocol of this build.");
    let _ = writeln!(
        out,
        "pub static PROTOCOL: crate::protocol::Protocol = {};",
        compiled.protocol.bake(&env)
    );
    let _ = writeln!(out, "/// The English words.");
    let _ = writeln!(out, "pub static ENGLISH: &[&str] = &{:?};", compiled.words);
    let _ = writeln!(out, "/// The interface's own words.");
    let _ = writeln!(out, "pub mod key {{\n    use crate::protocol::Word;");
    for (name, word) in &compiled.ui {
        let text = compiled
            .words
            .get(word.index())
            .map_or("", String::as_str)
            .replace('\n', " ");
        let _ = writeln!(out, "    /// {text}");
        let name = name.to_uppercase().replace('-', "_");
        let _ = writeln!(out, "    pub const {name}: Word = Word({});", word.0);
    }
    let _ = writeln!(out, "}}");
    out
}

//! Reads the clinician's files in `protocol/`, and writes them as compact tables. A mistake in them
//! stops the build.

use std::path::Path;
use std::{env, fs, process};

#[path = "src/protocol/mod.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build reads only a part of the room"
)]
mod protocol;

use protocol::source::{
    Compiled, Problem, compile, evidence_bytes, files, guard_lines, keys, languages,
    protocol_bytes, translation_bytes, translations,
};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/protocol");
    println!("cargo::rerun-if-changed=protocol");
    let files = files(|name| fs::read_to_string(Path::new("protocol").join(name)).ok());
    let compiled = compile(&files).unwrap_or_else(|problems| refuse(&problems));
    let translated = translations(&files, &compiled).unwrap_or_else(|problems| refuse(&problems));
    write_english(&compiled);
    write("guard.txt", guard_lines(&files, &compiled).as_bytes());
    for translation in &translated {
        let tag = &translation.language.tag;
        let [first, later] = translation_bytes(&compiled, &translation.words);
        write(&format!("{tag}.bin"), &first);
        write(&format!("{tag}-later.bin"), &later);
    }
}

fn refuse<T>(problems: &[Problem]) -> T {
    for problem in problems {
        println!("cargo::error={problem}");
    }
    process::exit(1)
}

fn write_english(compiled: &Compiled) {
    write("keys.rs", keys(compiled).as_bytes());
    write("languages.rs", languages(compiled).as_bytes());
    write("protocol.bin", &protocol_bytes(compiled));
    let [first, later] = translation_bytes(compiled, &compiled.words);
    write("en.bin", &first);
    write("en-later.bin", &later);
    write("evidence.bin", &evidence_bytes(compiled));
}

fn write(name: &str, bytes: &[u8]) {
    let Some(folder) = env::var_os("OUT_DIR") else {
        return;
    };
    if let Err(error) = fs::write(Path::new(&folder).join(name), bytes) {
        println!("cargo::error=cannot write `{name}`: {error}");
        process::exit(1);
    }
}

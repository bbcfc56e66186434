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

use protocol::source::{FILES, Files, compile, evidence_bytes, keys, protocol_bytes, table_bytes};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/protocol");
    println!("cargo::rerun-if-changed=protocol");
    let mut files = Files::new();
    for name in FILES {
        if let Ok(text) = fs::read_to_string(Path::new("protocol").join(name)) {
            files.insert(name.to_owned(), text);
        }
    }
    match compile(&files) {
        Ok(compiled) => {
            write("keys.rs", keys(&compiled).as_bytes());
            write("protocol.bin", &protocol_bytes(&compiled));
            write("en.bin", &table_bytes(&compiled.words.first));
            write("en-later.bin", &table_bytes(&compiled.words.later));
            write("evidence.bin", &evidence_bytes(&compiled));
        }
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            process::exit(1);
        }
    }
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

//! Reads the clinician's files in `protocol/`, and writes them as static tables. A mistake in them
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

use protocol::source::{FILES, Files, compile, emit};

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
        Ok(compiled) => write(&emit(&compiled)),
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            process::exit(1);
        }
    }
}

fn write(source: &str) {
    let Some(folder) = env::var_os("OUT_DIR") else {
        return;
    };
    if let Err(error) = fs::write(Path::new(&folder).join("protocol.rs"), source) {
        println!("cargo::error=cannot write the protocol's tables: {error}");
        process::exit(1);
    }
}

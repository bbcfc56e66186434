//! The quiz as WebAssembly. It is a program of its own because Cargo optimises across crates only
//! for programs: as a library it would be 50 KB larger. What the browser calls is in
//! `src/element/`; natively there is nothing to run.

#![cfg_attr(target_arch = "wasm32", no_main)]

use microneedling_quiz as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The quiz runs in a browser: cargo xtask serve");
}

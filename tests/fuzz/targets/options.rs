//! A clinic's options.

#![no_main]

#[path = "../read/options.rs"]
mod options;

libfuzzer_sys::fuzz_target!(|data: &[u8]| options::read(data));

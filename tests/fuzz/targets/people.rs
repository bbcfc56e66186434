//! A line of input for the core.

#![no_main]

#[path = "../read/people.rs"]
mod people;

libfuzzer_sys::fuzz_target!(|data: &[u8]| people::read(data));

//! A result in a link, or what the tab kept of a quiz.

#![no_main]

#[path = "../read/links.rs"]
mod links;

libfuzzer_sys::fuzz_target!(|data: &[u8]| links::read(data));

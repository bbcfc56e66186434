//! The clinician's files.

#![no_main]

#[path = "../read/protocol.rs"]
mod protocol;

libfuzzer_sys::fuzz_target!(|data: &[u8]| protocol::read(data));

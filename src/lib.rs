//! The microneedling candidacy quiz.

pub mod assess;
#[cfg(target_arch = "wasm32")]
pub mod element;
#[cfg(not(target_arch = "wasm32"))]
pub mod jsonl;
pub mod protocol;
pub mod quiz;
pub mod text;
pub mod ui;

use protocol::{Code, Protocol, Reader};

/// The interface's own words, as positions in a locale's table.
pub mod key {
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

thread_local! {
    static PROTOCOL: &'static Protocol = {
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/protocol.bin"));
        Box::leak(Box::new(Protocol::read(&mut Reader::new(bytes))))
    };
    static ENGLISH: &'static [&'static str] = {
        Code::read(&mut Reader::new(include_bytes!(concat!(env!("OUT_DIR"), "/en.bin"))))
    };
}

/// The protocol of this build, read once.
pub fn protocol() -> &'static Protocol {
    PROTOCOL.with(|protocol| *protocol)
}

/// The English words, which every build carries.
pub(crate) fn english() -> &'static [&'static str] {
    ENGLISH.with(|words| *words)
}

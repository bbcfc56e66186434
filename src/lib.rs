//! The microneedling candidacy quiz.

pub mod assess;
#[cfg(target_arch = "wasm32")]
pub mod element;
#[cfg(not(target_arch = "wasm32"))]
pub mod jsonl;
pub mod options;
pub mod protocol;
#[cfg(not(target_arch = "wasm32"))]
pub mod publication;
pub mod quiz;
pub mod takeaway;
pub mod text;
pub mod ui;

use protocol::{Code, Protocol, Reader};

/// The interface's own words, as positions in a locale's table.
pub mod key {
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

macro_rules! built {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What only later screens need: the words of questions, and the evidence. In the wasm these are
/// fetched while the intro shows.
#[cfg(not(target_arch = "wasm32"))]
pub static LATER: [(&str, &[u8]); 2] = [
    ("en-later", built!("en-later.bin")),
    ("evidence", built!("evidence.bin")),
];

/// The words that the wording guard looks for in a clinic's texts: a line for each language, with its
/// tag and its words.
#[cfg(not(target_arch = "wasm32"))]
pub static GUARD: &str = include_str!(concat!(env!("OUT_DIR"), "/guard.txt"));

thread_local! {
    static PROTOCOL: &'static Protocol =
        Box::leak(Box::new(Protocol::read(&mut Reader::new(built!("protocol.bin")))));
    static ENGLISH: text::Table = text::table(built!("en.bin"));
}

/// The protocol of this build, read once.
pub fn protocol() -> &'static Protocol {
    PROTOCOL.with(|protocol| *protocol)
}

/// Where everything in this build's protocol comes from.
#[cfg(not(target_arch = "wasm32"))]
pub fn evidence() -> protocol::Evidence {
    let [_, (_, bytes)] = LATER;
    Code::read(&mut Reader::new(bytes))
}

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

include!(concat!(env!("OUT_DIR"), "/protocol.rs"));

//! The microneedling candidacy quiz.

#[cfg(target_arch = "wasm32")]
pub mod element;

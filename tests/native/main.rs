//! The core without a browser: vignettes, laws, a second implementation, the files, the dates, bad
//! input, the conversation, the views and the architecture.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that cannot go on has failed, and its names are its documentation"
)]

mod architecture;
mod calendar;
mod contrast;
mod dates;
mod direction;
mod fuzzed;
mod input;
mod items;
mod laws;
mod mutants;
mod options;
mod overlay;
mod proofs;
mod protocol;
mod publication;
mod quiz;
mod reading;
mod reference;
mod schedule;
mod support;
mod surface;
mod takeaway;
mod translations;
mod views;
mod vignettes;
mod ways;

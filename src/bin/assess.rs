//! The core without a browser.
fn main() {}

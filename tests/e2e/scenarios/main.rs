//! The built quiz in a real browser. `cargo xtask test` builds it and runs this.

mod embed;
mod first_load;

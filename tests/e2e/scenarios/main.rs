//! The built quiz in a real browser. `cargo xtask test` builds it and runs this.

mod clinic;
mod deploy;
mod embed;
mod everyone;
mod failing;
mod first_load;
mod host;
mod hosts;
mod input;
mod keeping;
mod keyboard;
mod kiosk;
mod languages;
mod monkey;
mod moving;
mod offline;
mod plan;
mod print;
mod privacy;
mod recommendation;
mod same_as_assess;
mod servers;
mod single;
mod take;
mod visitor;

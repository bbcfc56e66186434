//! A clinic's stricter rules: nothing about them can be milder.

mod change;
mod laws;
mod random;
mod single;
mod stricter;
mod waits;

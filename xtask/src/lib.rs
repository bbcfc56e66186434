//! The project's tasks: set up, build, serve, measure and test.
//!
//! This is a library as well as a program because the browser tests use its static server, its
//! browser search and its idea of where things are.

pub mod bench;
pub mod browser;
pub mod dist;
pub mod finish;
pub mod gallery;
pub mod notes;
pub mod package;
pub mod process;
pub mod project;
pub mod reproduce;
pub mod serve;
pub mod servers;
pub mod site;
pub mod size;
pub mod snippets;
pub mod suite;
pub mod supply;
pub mod tools;

//! Tools for testing the built quiz in a real browser.
//!
//! A scenario is an async closure that gets a [`Browser`] with a fresh profile and a server of its
//! own. It speaks to the quiz through [`Quiz`], which knows nothing but the public hooks in the
//! shadow DOM; clicks and keys are real ones, and scripts only read.
//!
//! ```no_run
//! # use e2e::{Outcome, Setup};
//! # fn a_visitor_can_start() -> Outcome {
//! Setup::default().run(async |browser| {
//!     browser.open("").await?;
//!     let quiz = browser.quiz();
//!     quiz.press("start").await?;
//!     quiz.wait_screen("question").await
//! })
//! # }
//! ```

mod axe;
mod browser;
mod cases;
mod driver;
mod healthy;
mod look;
mod quiz;
mod setup;
mod tour;
mod wait;

pub use axe::{Axe, Seen};
pub use browser::Browser;
pub use cases::{Case, cases};
pub use fantoccini::key::Key;
pub use healthy::healthy;
pub use look::Look;
pub use quiz::{Estimate, Finding, Quiz};
pub use setup::Setup;
pub use tour::{Language, Stop, missed, tour};
pub use wait::until;
pub use xtask::browser::Engine;

/// What a scenario returns, so that `?` takes the place of unwrapping.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

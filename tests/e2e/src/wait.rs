//! Waiting for a state of the page instead of for an amount of time.

use std::time::{Duration, Instant};

use crate::Outcome;

const PATIENCE: Duration = Duration::from_secs(30);
const INTERVAL: Duration = Duration::from_millis(15);

/// Asks until there is an answer. `what` completes the sentence “Waited in vain for …”.
///
/// An error counts as no answer, since elements come and go while a page changes; the last one is
/// told when patience ends.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let answer = ask().await;
        if let Ok(Some(found)) = answer {
            return Ok(found);
        }
        if Instant::now() > deadline {
            return Err(match answer {
                Err(error) => format!("Waited in vain for {what}: {error}").into(),
                Ok(_) => format!("Waited in vain for {what}").into(),
            });
        }
        tokio::time::sleep(INTERVAL).await;
    }
}

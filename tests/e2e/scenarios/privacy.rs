//! Nothing leaves the device.

use e2e::Outcome;
use serde_json::json;

use crate::visitor::{healthy, visit};

#[test]
fn a_whole_quiz_asks_the_server_for_nothing() -> Outcome {
    visit(async |browser, quiz| {
        quiz.press("start").await?;
        quiz.wait_screen("question").await?;
        let before = browser.site().requests();
        for later in ["/en-later.", "/evidence."] {
            assert!(
                before.iter().any(|path| path.starts_with(later)),
                "{before:?}"
            );
        }
        quiz.walk(&healthy(), "recommendation").await?;
        quiz.press("restart").await?;
        quiz.wait_screen("intro").await?;
        assert_eq!(browser.site().requests(), before);
        let elsewhere = "return performance.getEntriesByType('resource')
            .map(({ name }) => name).filter((name) => !name.startsWith(location.origin))";
        assert_eq!(browser.script(elsewhere, vec![]).await?, json!([]));
        let left = "return [document.cookie, localStorage.length, (await caches.keys()).length]";
        assert_eq!(browser.script(left, vec![]).await?, json!(["", 0, 0]));
        // The policy forbids other servers: whoever asked one would be complained about.
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

//! The pictures that browsers show of the page before it is installed. They are part of the checkout, since
//! a build has no browser.

use std::fs;

use e2e::{Browser, Look, Outcome, Stop};
use xtask::finish::{SCREENSHOTS, screenshot};

/// Keeps a picture of the screens that are shown.
pub(super) async fn keep(browser: &Browser, stop: &Stop) -> Outcome {
    let wanted = match (stop.screen.as_str(), stop.verdict.as_str()) {
        ("intro", _) if !stop.told => "intro",
        ("recommendation", "suitable") if !stop.told => "result",
        _ => return Ok(()),
    };
    // Guests whose answers are there already are told so, which is no first sight.
    let told = "return Boolean(document.querySelector('microneedling-quiz').shadowRoot
        .querySelector('.notice'))";
    if browser.script(told, vec![]).await? == true {
        return Ok(());
    }
    let hidden = serde_json::json!({ "hidden": true });
    browser
        .devtools("Emulation.setScrollbarsHidden", hidden)
        .await?;
    for shot in SCREENSHOTS.iter().filter(|shot| shot.screen == wanted) {
        browser.look(Look::Light).await?;
        browser.resize((shot.width, shot.height)).await?;
        browser.script("scrollTo(0, 0)", vec![]).await?;
        let place = screenshot(shot);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(place, browser.client().screenshot().await?)?;
    }
    Ok(())
}

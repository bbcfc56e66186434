//! Prints the first paint of the stand-alone page: the intro, as static HTML.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use microneedling_quiz::text::Locale;
    use microneedling_quiz::ui::{Intro, IntroProps};
    use std::io::Write;

    let props = || IntroProps {
        context: None,
        locale: Locale::ENGLISH,
    };
    let renderer = yew::ServerRenderer::<Intro>::with_props(props).hydratable(false);
    let html = futures::executor::block_on(renderer.render());
    let tag = Locale::ENGLISH.tag;
    let _ = write!(
        std::io::stdout(),
        "<div class=\"quiz\" lang=\"{tag}\">{html}</div>"
    );
}

#[cfg(target_arch = "wasm32")]
fn main() {}

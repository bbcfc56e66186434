//! Prints the first paint of the stand-alone page: the intro, as static HTML.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use microneedling_quiz::text::Locale;
    use microneedling_quiz::ui::{StaticIntro, StaticIntroProps};
    use std::io::Write;

    let props = || StaticIntroProps { locale: Locale::english() };
    let renderer = yew::ServerRenderer::<StaticIntro>::with_props(props).hydratable(false);
    let html = futures::executor::block_on(renderer.render());
    let _ = write!(std::io::stdout(), "{html}");
}

#[cfg(target_arch = "wasm32")]
fn main() {}

//! The browser boundary: the only home of `wasm-bindgen`, `web-sys`, `js-sys` and `gloo`.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[component]
fn Hello() -> Html {
    html! { <div data-screen="intro"><button data-action="start">{ "Start" }</button></div> }
}

/// Mounts one quiz into `root`, a fresh element inside the shadow root of `host`.
#[wasm_bindgen]
pub fn mount(_host: web_sys::HtmlElement, root: web_sys::Element) {
    yew::Renderer::<Hello>::with_root(root).render();
}

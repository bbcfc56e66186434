//! The style sheet of the shadow root, in layer order.

use wasm_bindgen::prelude::*;

macro_rules! sheets {
    ($($name:literal)*) => {
        concat!($(include_str!(concat!("../../styles/", $name, ".css")),)*)
    };
}

/// The whole style sheet, for `adoptedStyleSheets`.
#[wasm_bindgen]
pub fn styles() -> String {
    sheets!(
        "layers" "tokens" "base"
        "components/answers" "components/bar" "components/button" "components/choice"
        "components/finding" "components/foot" "components/intro" "components/points"
        "components/problems" "components/question" "components/range" "components/verdict"
        "print"
    )
    .to_owned()
}

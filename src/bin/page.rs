//! Prints the static first paint.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("<p>Could microneedling suit you?</p>");
}
#[cfg(target_arch = "wasm32")]
fn main() {}

//! Scripts that tests have every page run before its own, in whatever browser: the server names them
//! in the page.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, header},
    response::Response,
};

/// Where the scripts are found.
pub(super) const PATH: &str = "/prelude.js";

/// More than any page has.
const MOST: usize = 16 << 20;

/// Scripts, in the order in which they run.
#[derive(Clone, Debug, Default)]
pub(super) struct Prelude(Arc<Mutex<Vec<String>>>);

impl Prelude {
    pub(super) fn add(&self, script: &str) {
        self.scripts().push(script.to_owned());
    }

    pub(super) fn clear(&self) {
        self.scripts().clear();
    }

    /// All scripts, each in a scope of its own.
    pub(super) fn text(&self) -> String {
        let scripts = self.scripts();
        let apart = scripts.iter().map(|script| format!("{{\n{script}\n}}\n"));
        apart.collect()
    }

    /// The same as a file.
    pub(super) fn script(&self) -> Response {
        let mut response = Response::new(Body::from(self.text()));
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/javascript; charset=utf-8"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// A compressed page could not be changed.
    pub(super) fn ask_plainly(&self, request: &mut Request) {
        if !self.scripts().is_empty() {
            request.headers_mut().remove(header::ACCEPT_ENCODING);
            request.headers_mut().remove(header::IF_MODIFIED_SINCE);
        }
    }

    /// The answer; a page names the scripts before everything else.
    pub(super) async fn named_in(&self, response: Response) -> Response {
        let kind = response.headers().get(header::CONTENT_TYPE);
        let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if !is_page || self.scripts().is_empty() {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        let page = to_bytes(body, MOST).await.unwrap_or_default();
        let script = format!("<script src=\"{PATH}\"></script>");
        let page = with_script(&String::from_utf8_lossy(&page), &script);
        parts.headers.remove(header::CONTENT_LENGTH);
        Response::from_parts(parts, Body::from(page))
    }

    fn scripts(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page with an element before everything else in its head.
pub(super) fn with_script(page: &str, script: &str) -> String {
    let behind = ["<head>", "<!doctype html>"]
        .into_iter()
        .find_map(|start| Some(page.find(start)? + start.len()));
    let (before, after) = page.split_at(behind.unwrap_or_default());
    [before, script, after].concat()
}

#[cfg(test)]
mod tests {
    use super::with_script;

    #[test]
    fn the_scripts_come_first() {
        let named = "<script src=\"/prelude.js\"></script>";
        for (before, after) in [
            ("<!doctype html><html><head>", "<title>a</title>"),
            ("<!doctype html>", "<title>a</title>"),
            ("", "<p>a</p>"),
        ] {
            assert_eq!(
                with_script(&[before, after].concat(), named),
                [before, named, after].concat()
            );
        }
    }
}

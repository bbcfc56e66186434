//! A static web server for `dist/`: for trying the quiz, and for the browser tests.
//!
//! It sends the strict content security policy under which the quiz promises to work, so that
//! whatever breaks the promise is seen while developing.

mod prelude;
mod settings;

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::Response,
};
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::finish;
use prelude::Prelude;
use settings::Instead;
pub use settings::{POLICY, Reply, Settings};

/// A running server. Dropping it stops it.
pub struct Site {
    address: String,
    requests: Requests,
    prelude: Prelude,
    running: Mutex<Option<(oneshot::Sender<()>, JoinHandle<()>)>>,
}

type Requests = Arc<Mutex<Vec<String>>>;

impl Site {
    /// Serves on a free port of this computer.
    pub fn on_free_port(settings: Settings) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("No port is free")?;
        Self::start(listener, settings)
    }

    /// Serves on a listener, from a thread of its own.
    pub fn start(listener: TcpListener, settings: Settings) -> Result<Self> {
        let address = format!(
            "http://{}/",
            listener.local_addr().context("No local address")?
        );
        listener
            .set_nonblocking(true)
            .context("The port cannot be used")?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()
            .context("The server could not be started")?;
        let requests = Requests::default();
        let prelude = Prelude::default();
        let router = router(settings, Arc::clone(&requests), prelude.clone())?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            let served = runtime.block_on(async {
                tokio::select! {
                    served = serve(listener, router) => served,
                    _ = stopped => Ok(()),
                }
            });
            if let Err(error) = served {
                eprintln!("The server stopped: {error}");
            }
        });
        Ok(Self {
            address,
            requests,
            prelude,
            running: Mutex::new(Some((stop, thread))),
        })
    }

    /// The address of the site, with a slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The paths that were asked for so far, in order, but for an idle worker's: browsers ask for it
    /// whenever they like.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Has every page run a script before its own, from the next load on.
    pub fn prepare(&self, script: &str) {
        self.prelude.add(script);
    }

    /// Takes every script of [`Site::prepare`] back.
    pub fn stop_preparing(&self) {
        self.prelude.clear();
    }

    /// A page with every script of [`Site::prepare`] inside it: for pages that come from elsewhere.
    #[must_use]
    pub fn prepared(&self, page: &str) -> String {
        let script = format!("<script>{}</script>", self.prelude.text());
        prelude::with_script(page, &script)
    }

    /// Serves until the program is stopped from outside.
    pub fn wait(self) {
        if let Some((_stop, thread)) = self.take() {
            // A panic in there has been printed already.
            let _ = thread.join();
        }
    }

    /// Stops: from now on nobody answers.
    pub fn stop(&self) {
        if let Some((stop, thread)) = self.take() {
            drop(stop);
            let _ = thread.join();
        }
    }

    fn take(&self) -> Option<(oneshot::Sender<()>, JoinHandle<()>)> {
        let mut running = self.running.lock();
        running.as_mut().map_or(None, |running| running.take())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await
}

/// What every answer needs to know.
#[derive(Clone)]
struct Desk {
    instead: Arc<Instead>,
    worker: bool,
    plain: bool,
    requests: Requests,
    prelude: Prelude,
    headers: HeaderMap,
}

fn router(settings: Settings, requests: Requests, prelude: Prelude) -> Result<Router> {
    let policy = HeaderValue::try_from(settings.policy).context("This policy cannot be sent")?;
    let headers = HeaderMap::from_iter([
        (header::CONTENT_SECURITY_POLICY, policy),
        // Other sites may embed the quiz, and browsers ask for this where scripts are modules.
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ),
        // Most names carry a hash, but a browser that looks again never shows an old build.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ]);
    let headers = if settings.plain {
        HeaderMap::new()
    } else {
        headers
    };
    let mut files = ServeDir::new(settings.folder);
    if !settings.plain {
        files = files.precompressed_br().precompressed_gzip();
    }
    let desk = Desk {
        instead: settings.instead,
        worker: settings.worker,
        plain: settings.plain,
        requests,
        prelude,
        headers,
    };
    Ok(Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(desk, answer)))
}

async fn answer(State(desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == prelude::PATH {
        return desk.prelude.script();
    }
    desk.prelude.ask_plainly(&mut request);
    let idle = !desk.worker && path.ends_with(finish::WORKER);
    if !idle {
        desk.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.clone());
    }
    let mut response = match (desk.instead)(&path) {
        Some(reply) => send(reply),
        None if idle => send(Reply::script("")),
        None => next.run(request).await,
    };
    response.headers_mut().extend(desk.headers);
    if desk.plain && path.ends_with(".wasm") {
        let unknown = HeaderValue::from_static("application/octet-stream");
        response.headers_mut().insert(header::CONTENT_TYPE, unknown);
    }
    desk.prelude.named_in(response).await
}

fn send(reply: Reply) -> Response {
    let mut response = Response::new(Body::from(reply.body));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or_default();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(reply.content_type),
    );
    response
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    use super::{Settings, Site};
    use crate::finish::WORKER;

    fn ask(site: &Site, path: &str) -> std::io::Result<String> {
        let host = site
            .address()
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let mut answer = String::new();
        let mut stream = TcpStream::connect(host)?;
        write!(
            stream,
            "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )?;
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn an_idle_worker_is_answered_and_not_listed() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let idle = Site::on_free_port(Settings::new(folder.path()).without_worker())?;
        assert!(ask(&idle, WORKER)?.starts_with("HTTP/1.1 200"));
        ask(&idle, "page")?;
        assert_eq!(idle.requests(), ["/page"]);
        let real = Site::on_free_port(Settings::new(folder.path()))?;
        assert!(ask(&real, WORKER)?.starts_with("HTTP/1.1 404"));
        assert_eq!(real.requests(), [format!("/{WORKER}")]);
        Ok(())
    }
}

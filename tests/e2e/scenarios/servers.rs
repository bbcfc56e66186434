//! The built quiz on ordinary web servers, with the configurations of `docs/servers/`.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
};

use e2e::{Outcome, Setup, until};
use xtask::{
    process, project,
    servers::{self, Running, Server},
    site::{POLICY, Settings},
};

use crate::{
    offline::{copy, visited},
    visitor::healthy,
};

/// An answer: its status, its headers with small letters, and its content as it came.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// Asks as a browser would that knows these encodings. Version 1.0, so that the content comes as it is.
fn get(server: &Running, path: &str, encodings: &str) -> Outcome<Answer> {
    let host = server.address().trim_start_matches("http://");
    let host = host.trim_end_matches('/');
    let mut stream = TcpStream::connect(host)?;
    write!(
        stream,
        "GET {path} HTTP/1.0\r\nHost: {host}\r\nAccept-Encoding: {encodings}\r\n\
         Origin: https://clinic.example\r\n\r\n"
    )?;
    let mut told = Vec::new();
    stream.read_to_end(&mut told)?;
    let end = told.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.ok_or("no end of the headers")?;
    let (head, body) = told.split_at(end);
    let head = String::from_utf8_lossy(head).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap_or_default();
    let status = status.split(' ').nth(1).unwrap_or_default().parse()?;
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    Ok(Answer {
        status,
        headers: headers.collect(),
        body: body.get(4..).unwrap_or_default().to_owned(),
    })
}

/// A server, unless it cannot be had here, which the test runner has told.
fn started(server: Server) -> Outcome<Option<Running>> {
    let explain = |error| process::explain(&error);
    match servers::find(server) {
        Ok(_) => Ok(Some(
            servers::start(server, &project::dist()).map_err(explain)?,
        )),
        Err(error) if std::env::var_os("CI").is_some() => Err(explain(error).into()),
        Err(error) => {
            println!("Left out: {}", explain(error));
            Ok(None)
        }
    }
}

/// Whether a name changes with the content: `quiz.0123456789abcdef.wasm`.
pub(crate) fn is_hashed(name: &str) -> bool {
    let mut parts = name.rsplit('.');
    parts.next().is_some()
        && parts.next().is_some_and(|hash| {
            hash.len() == 16 && hash.chars().all(|digit| digit.is_ascii_hexdigit())
        })
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("bin") => "application/octet-stream",
        _ => "",
    }
}

/// Every published file, asked for with Brotli, with gzip and with neither.
fn every_file_comes_as_it_should(server: Server) -> Outcome {
    let Some(running) = started(server)? else {
        return Ok(());
    };
    let dist = project::dist();
    let (mut compressed, mut kept) = (0, 0);
    for file in project::files(&dist)? {
        let name = file.strip_prefix(&dist)?.to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let path = format!("/{}", name.strip_suffix("index.html").unwrap_or(&name));
        for (encodings, encoding, ending) in [
            ("gzip, deflate, br", "br", ".br"),
            ("gzip", "gzip", ".gz"),
            ("identity", "", ""),
        ] {
            let answer = get(&running, &path, encodings)?;
            assert_eq!(answer.status, 200, "{path}");
            let copy = dist.join(format!("{name}{ending}"));
            let (wanted, encoding) = match fs::read(copy) {
                Ok(copy) => (copy, encoding),
                Err(_) => (fs::read(&file)?, ""),
            };
            assert_eq!(answer.header("content-encoding"), encoding, "{path}");
            assert!(answer.body == wanted, "{path} came as something else");
            if !encoding.is_empty() {
                compressed += 1;
                assert_eq!(answer.header("vary"), "Accept-Encoding", "{path}");
            }
            let cache = if is_hashed(&name) {
                kept += 1;
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            };
            assert_eq!(answer.header("cache-control"), cache, "{path}");
            let told = answer.header("content-type");
            assert!(told.starts_with(kind(&file)), "{path} is {told}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            let policy = answer.header("content-security-policy");
            if name == "microneedling-quiz.html" {
                assert_eq!(policy, "", "it has one of its own");
            } else {
                assert!(policy.starts_with(POLICY), "{path}: {policy}");
            }
        }
    }
    assert!(compressed > 60 && kept > 60, "{compressed} and {kept}");

    // What is not there is not kept, and folders are not listed.
    let missing = get(&running, "/quiz.0123456789abcdef.wasm", "br")?;
    assert_eq!(missing.status, 404);
    assert!(!missing.header("cache-control").contains("immutable"));
    let folder = get(&running, "/de", "br")?;
    assert!([301, 308].contains(&folder.status), "{}", folder.status);
    assert_eq!(folder.header("location"), "/de/");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/.git/config"] {
        let outside = get(&running, path, "br")?;
        assert!(outside.status >= 400, "{path}: {}", outside.status);
    }
    Ok(())
}

/// No folder without a page, such as one that somebody adds.
fn folders_are_not_listed(server: Server) -> Outcome {
    if started(server)?.is_none() {
        return Ok(());
    }
    let site = tempfile::tempdir()?;
    fs::create_dir(site.path().join("private"))?;
    fs::write(site.path().join("private/notes.txt"), "secret name")?;
    let running = servers::start(server, site.path()).map_err(|error| process::explain(&error))?;
    for path in ["/", "/private/"] {
        let answer = get(&running, path, "br")?;
        assert!([403, 404].contains(&answer.status), "{}", answer.status);
        let told = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(
            !told.contains("notes") && !told.contains("private"),
            "{told}"
        );
    }
    assert_eq!(get(&running, "/private/notes.txt", "br")?.status, 200);
    Ok(())
}

/// From the first screen to the result, also for a page in another language and the one file.
fn a_whole_quiz(server: Server) -> Outcome {
    let Some(running) = started(server)? else {
        return Ok(());
    };
    Setup::default().run(async |browser| {
        let quiz = browser.quiz();
        for page in ["", "de/"] {
            let address = format!("{}{page}", running.address());
            browser.client().goto(&address).await?;
            quiz.walk(&healthy(), "recommendation").await?;
            quiz.press("restart").await?;
            quiz.wait_screen("intro").await?;
        }
        let file = format!("{}microneedling-quiz.html", running.address());
        browser.client().goto(&file).await?;
        quiz.press("start").await?;
        quiz.wait_question("age").await?;
        assert_eq!(browser.site().requests(), Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn below_another_site_on_a_server_that_knows_nothing_but_files() -> Outcome {
    let site = tempfile::tempdir()?;
    copy(&project::dist(), &site.path().join("clinic/quiz"))?;
    fs::write(site.path().join("index.html"), "<p>Somebody else's")?;
    Setup::default()
        .with_worker(site.path())
        .site(Settings::plain)
        .run(async |browser| {
            visited(browser, "clinic/quiz/").await?;
            let quiz = browser.quiz();
            quiz.walk(&healthy(), "recommendation").await?;
            let elsewhere = |path: &String| !path.starts_with("/clinic/quiz/");
            let requests = browser.site().requests();
            // Browsers ask by themselves for a site's icon.
            let strange: Vec<_> = requests
                .iter()
                .filter(|path| elsewhere(path) && *path != "/favicon.ico")
                .collect();
            assert_eq!(strange, Vec::<&String>::new());
            browser.open("clinic/quiz/de/").await?;
            quiz.wait_language("de").await?;
            // The worker keeps to its own part of the site, and goes on without the server.
            browser.open("").await?;
            until("the other page", async || {
                let there = browser.client().source().await?;
                Ok(there.contains("Somebody else").then_some(()))
            })
            .await?;
            browser.site().stop();
            browser.open("clinic/quiz/").await?;
            quiz.wait_screen("recommendation").await
        })
}

#[test]
fn nginx_sends_every_file_as_documented() -> Outcome {
    every_file_comes_as_it_should(Server::Nginx)
}

#[test]
fn caddy_sends_every_file_as_documented() -> Outcome {
    every_file_comes_as_it_should(Server::Caddy)
}

#[test]
fn neither_server_lists_folders() -> Outcome {
    Server::ALL.into_iter().try_for_each(folders_are_not_listed)
}

#[test]
fn a_whole_quiz_from_nginx() -> Outcome {
    a_whole_quiz(Server::Nginx)
}

#[test]
fn a_whole_quiz_from_caddy() -> Outcome {
    a_whole_quiz(Server::Caddy)
}

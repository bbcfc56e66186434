//! The driver: the program through which tests steer the browser.

use std::{
    io::{BufRead, BufReader, Lines},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use xtask::browser::{self, Engine};

use crate::{Outcome, until};

/// A running driver. Dropping it ends the driver, and with it the browser that it started.
pub(crate) struct Driver {
    address: String,
    _driver: Kept,
    // Windows are shown until the driver has ended.
    _screen: Option<Kept>,
}

impl Driver {
    /// Starts the driver on a free port; it may leave things in `temporary`. The browser speaks
    /// `language`, such as `en-US`.
    pub(crate) async fn start(
        program: &browser::Browser,
        temporary: &Path,
        language: &str,
    ) -> Outcome<Self> {
        let screen = program.screen.as_deref().map(screen).transpose()?;
        let mut command = Kept::command(&program.driver);
        command
            .env("TMPDIR", temporary)
            .env("LANGUAGE", language)
            .env("LANG", format!("{}.UTF-8", language.replace('-', "_")));
        if let Some((_, display)) = &screen {
            command.env("DISPLAY", display);
        }
        if program.engine == Engine::WebKit {
            // Without a graphics card WebKit draws through Mesa, in which its pages crash now and then.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
        let (driver, port) = match program.engine {
            Engine::Chromium => Self::telling(command, "--port=0", "successfully on port ")?,
            Engine::Firefox => Self::telling(command, "--port=0", "Listening on 127.0.0.1:")?,
            Engine::WebKit => Self::told(command).await?,
        };
        Ok(Self {
            address: format!("http://127.0.0.1:{port}"),
            _driver: driver,
            _screen: screen.map(|(screen, _)| screen),
        })
    }

    /// Where the driver listens.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// A driver that chooses a port, and tells it behind `before`.
    fn telling(mut command: Command, free: &str, before: &str) -> Outcome<(Kept, u16)> {
        let (driver, mut lines) = Kept::start(command.arg(free))?;
        let port = lines
            .find_map(|line| port(&line.ok()?, before))
            .ok_or("The driver ended without naming its port")?;
        // Read on, so that the driver never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Ok((driver, port))
    }

    /// A driver that has to be told a port.
    async fn told(mut command: Command) -> Outcome<(Kept, u16)> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let (driver, lines) = Kept::start(command.arg(format!("--port={port}")))?;
        std::thread::spawn(move || lines.for_each(drop));
        until("the driver to listen", async || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
            Ok(Some(()))
        })
        .await?;
        Ok((driver, port))
    }
}

/// A screen that nobody sees, and its name.
fn screen(program: &Path) -> Outcome<(Kept, String)> {
    let mut command = Kept::command(program);
    command.args(["-displayfd", "1", "-nolisten", "tcp"]);
    command.args(["-screen", "0", "1600x1200x24"]);
    let (screen, mut lines) = Kept::start(&mut command)?;
    let number = lines.next().ok_or("The screen has no number")??;
    Ok((screen, format!(":{}", number.trim())))
}

/// A program that ends when this is dropped, and when the tests are killed.
struct Kept(Child);

/// Runs a program until standard input ends.
const KEEPER: &str = r#""$0" "$@" & exec >&-; read -r _; kill $!; wait"#;

impl Kept {
    fn command(program: &Path) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER]).arg(program);
        command
    }

    fn start(command: &mut Command) -> Outcome<(Self, Lines<BufReader<ChildStdout>>)> {
        let mut keeper = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = keeper.stdout.take().ok_or("The program has no output")?;
        Ok((Self(keeper), BufReader::new(output).lines()))
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // This fails only when it has already ended.
        let _ = self.0.wait();
    }
}

/// Reads the port behind some words: “… successfully on port 41233.”
fn port(line: &str, before: &str) -> Option<u16> {
    let (_, rest) = line.split_once(before)?;
    rest.trim_end_matches('.').parse().ok()
}

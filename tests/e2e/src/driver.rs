//! The driver: the program through which tests steer the browser.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::Outcome;

/// A running driver. Dropping it ends the driver, and with it the browser that it started.
pub(crate) struct Driver {
    keeper: Child,
    address: String,
}

/// Runs the driver until standard input ends. So the driver ends even when the tests are killed.
const KEEPER: &str = r#""$0" --port=0 & exec >&-; read -r _; kill $!; wait"#;

impl Driver {
    /// Starts the driver on a port that it chooses itself; it may leave things in `temporary`.
    pub(crate) fn start(program: &Path, temporary: &Path) -> Outcome<Self> {
        let keeper = Command::new("sh")
            .args(["-c", KEEPER])
            .arg(program)
            .env("TMPDIR", temporary)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{} could not be started: {error}", program.display()))?;
        let mut driver = Self {
            keeper,
            address: String::new(),
        };
        let output = driver
            .keeper
            .stdout
            .take()
            .ok_or("The driver has no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines
            .find_map(|line| port(&line))
            .ok_or("The driver ended without naming its port")?;
        // Read on, so that the driver never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// Where the driver listens.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // This fails only when it has already ended.
        let _ = self.keeper.wait();
    }
}

/// Reads “ChromeDriver was started successfully on port 41233.”
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

//! `cargo xtask serve`: builds the quiz and serves it on this computer.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::{
    dist, project,
    site::{Settings, Site},
    tools,
};

/// The port that is tried first.
pub const DEFAULT_PORT: u16 = 8080;

/// Builds the bundle and serves it until the program is stopped.
pub fn run(port: u16) -> Result<()> {
    dist::build(&tools::ready()?)?;
    let site = Site::start(
        listen(port)?,
        Settings::new(project::dist()).without_worker(),
    )?;
    println!("\nThe quiz is at {}\nCtrl+C stops it.", site.address());
    site.wait();
    Ok(())
}

/// A listener on this port, or on the next free one, that only this computer reaches.
fn listen(port: u16) -> Result<TcpListener> {
    (port..=port.saturating_add(20))
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| {
            format!("Port {port} and the 20 after it are taken. Please choose one with --port.")
        })
}

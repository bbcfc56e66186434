//! `cargo xtask <task>`: sets up, builds, serves, measures and tests the project.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::{
    bench, dist, finish, gallery, process, reproduce, serve, servers, size, suite, supply, tools,
};

const HELP: &str = "\
Usage: cargo xtask <task>

  serve [--port N]  build the quiz and serve it on this computer
  test [filter]     run every test; with a filter, those whose name contains it
  dist              build the quiz into dist/
  bench [filter]    time the quiz's own work on this computer, and the page in Chromium (“browser”)
  gallery           draw every screen into target/gallery/, to be looked at
  size [--keep]     measure dist/ and hold it to its limits; keep the sizes in docs/size.txt
  reproduce         build twice, in two folders, and compare every byte
  deny              check licences and sources of everything that is compiled
  setup             install what the other tasks need (they also do this themselves)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", process::explain(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let mut arguments = arguments.iter().map(String::as_str);
    let task = arguments.next();
    let rest: Vec<&str> = arguments.collect();
    match (task, rest.as_slice()) {
        (Some("setup"), []) => {
            tools::ready()?;
            for server in servers::Server::ALL {
                if let Err(error) = servers::ready(server) {
                    println!("{}", process::explain(&error));
                }
            }
            println!("Everything is set up.");
        }
        (Some("dist"), []) => dist::build(&tools::ready()?)?,
        (Some("gallery"), []) => gallery::run()?,
        (Some("size"), []) => size::check()?,
        (Some("size"), ["--keep"]) => size::keep()?,
        (Some("bench"), []) => bench::run(None)?,
        (Some("bench"), [filter]) => bench::run(Some(filter))?,
        (Some("reproduce"), []) => reproduce::run()?,
        (Some("deny"), []) => supply::check()?,
        (Some("finish"), []) => finish::run()?,
        (Some("serve"), []) => serve::run(serve::DEFAULT_PORT)?,
        (Some("serve"), ["--port", port]) => {
            let number = port.parse().ok().with_context(|| {
                format!("“{port}” is not a port. Give a number between 1 and 65535.")
            })?;
            serve::run(number)?;
        }
        (Some("test"), []) => return Ok(suite::run(None)),
        (Some("test"), [filter]) => return Ok(suite::run(Some(filter))),
        (None | Some("help" | "--help" | "-h"), _) => print!("{HELP}"),
        (Some(task), rest) => {
            let words: Vec<&str> = [task].iter().chain(rest).copied().collect();
            bail!("“{}” is not a task.\n\n{HELP}", words.join(" "));
        }
    }
    Ok(ExitCode::SUCCESS)
}

//! `cargo xtask test`: every test, and one line at the end that counts them.

use std::{
    fmt,
    io::{BufRead, BufReader},
    ops::AddAssign,
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, Result};

use crate::{
    browser::{self, ENGINE, Engine},
    dist, process,
    servers::{self, Server},
    size, tools,
};

/// Everything that needs neither a browser nor a build. All of the workspace is named in both, so that
/// both need the same features of what they depend on, and nothing is compiled twice.
const NATIVE: [&str; 3] = ["--workspace", "--features", "microneedling-quiz/page"];
/// What needs both.
const BROWSER: [&str; 5] = [
    "--workspace",
    "--features",
    "microneedling-quiz/page,e2e/browser",
    "--test",
    "scenarios",
];

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Sets up, then runs the native tests, the build with its size limits, and the browser tests.
///
/// A part that fails does not keep the others from running, unless they need it.
pub fn run(filter: Option<&str>) -> ExitCode {
    let tools = tools::ready();
    let mut count = Count::default();

    println!("Native tests");
    count += tests(&NATIVE, filter, &[]);

    println!("\nThe bundle and its size");
    let built = check(tools.and_then(|tools| dist::build(&tools)));
    count += built;
    if built.failed > 0 {
        println!("The browser tests were left out, as there is no bundle to test.");
    } else {
        count += check(size::limits());
        count += servers();
        count += in_browsers(filter);
    }

    println!("\n{count}");
    if count.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Gets the web servers that the browser tests serve the bundle with. One that is missing is told, and
/// where all are promised (`CI`), it is a failure.
fn servers() -> Count {
    let mut count = Count::default();
    let strict = std::env::var_os("CI").is_some();
    for server in Server::ALL {
        match servers::ready(server) {
            Ok(_) => {}
            Err(error) if strict => count += check(Err(error)),
            Err(error) => println!("Left out. {}", process::explain(&error)),
        }
    }
    count
}

/// The browser tests, in every engine that is installed or can be installed. One that is missing is
/// told; where all of them are promised (`CI`), and where none is there, it is a failure.
fn in_browsers(filter: Option<&str>) -> Count {
    let mut count = Count::default();
    let mut used = Vec::new();
    let strict = std::env::var_os("CI").is_some();
    for engine in Engine::ALL {
        println!("\nBrowser tests in {}", engine.name());
        match browser::ready(engine) {
            Ok(_) => {
                count += tests(&BROWSER, filter, &[(ENGINE, engine.name())]);
                used.push(engine.name());
            }
            Err(error) if strict => count += check(Err(error)),
            Err(error) => println!("Left out. {}", process::explain(&error)),
        }
    }
    if used.is_empty() && !strict {
        count.failed += 1;
    }
    println!("\nBrowsers used: {}", used.join(", "));
    count
}

/// A step that counts as one test.
fn check(outcome: Result<()>) -> Count {
    match outcome {
        Ok(()) => Count {
            passed: 1,
            failed: 0,
        },
        Err(error) => {
            eprintln!("{}", process::explain(&error));
            Count {
                passed: 0,
                failed: 1,
            }
        }
    }
}

/// Runs `cargo test`, passing its output on while counting.
fn tests(arguments: &[&str], filter: Option<&str>, settings: &[(&str, &str)]) -> Count {
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--no-fail-fast"])
        .args(arguments)
        .args(filter)
        .envs(settings.iter().copied());
    follow(&mut cargo).unwrap_or_else(|error| check(Err(error)))
}

fn follow(cargo: &mut Command) -> Result<Count> {
    let mut child = cargo
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let mut count = Count::default();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
    {
        let line = line.context("cargo's output is not text")?;
        println!("{line}");
        count += result(&line).unwrap_or_default();
    }
    let status = child.wait().context("cargo could not be waited for")?;
    if !status.success() && count.failed == 0 {
        // The tests did not compile, or one of the programs broke off.
        count.failed = 1;
    }
    Ok(count)
}

/// Reads libtest's `test result: ok. 3 passed; 0 failed; …`.
fn result(line: &str) -> Option<Count> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |what: &str| {
        counts
            .split("; ")
            .find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok())
    };
    Some(Count {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, result};

    #[test]
    fn the_result_line_of_libtest_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 4 filtered \
                    out; finished in 0.01s";
        assert_eq!(
            result(line),
            Some(Count {
                passed: 12,
                failed: 3
            })
        );
        assert_eq!(result("test a_test ... ok"), None);
    }

    #[test]
    fn counts_are_told_in_one_line() {
        assert_eq!(
            Count {
                passed: 2,
                failed: 0
            }
            .to_string(),
            "2 passed, 0 failed"
        );
    }
}

//! Running other programs.

use std::{
    ffi::OsStr,
    io::Write,
    process::{Command, Stdio},
};

use anyhow::{Context, Error, Result, bail};

/// An error and what led to it, a line each.
#[must_use]
pub fn explain(error: &Error) -> String {
    error
        .chain()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The cargo that runs this task.
#[must_use]
pub fn cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(crate::project::root());
    command
}

/// Runs a program and lets its output through; an error says that it failed.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().with_context(|| cannot_start(&name))?;
    if !status.success() {
        bail!("{name} failed ({status}); what it said is above");
    }
    Ok(())
}

/// Runs a program, feeding it `input`, and returns its standard output.
pub fn capture(command: &mut Command, input: &str) -> Result<String> {
    let name = name(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(&name))?;
    if let Some(mut stdin) = child.stdin.take() {
        let input = input.to_owned();
        // On a thread of its own, so that neither side waits for the other on a full pipe. A
        // program that stops reading says why on its standard error.
        std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    }
    let output = child
        .wait_with_output()
        .with_context(|| cannot_start(&name))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{name} failed ({}):\n{}", output.status, said.trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("{name} did not write text"))
}

/// Whether a program can be started on this computer and ends well.
#[must_use]
pub fn works(program: impl AsRef<OsStr>, arguments: &[&str]) -> bool {
    capture(Command::new(program).args(arguments), "").is_ok()
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn cannot_start(name: &str) -> String {
    format!("{name} could not be started; is it installed?")
}

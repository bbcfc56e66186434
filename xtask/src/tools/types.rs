//! TypeScript's compiler, which reads the published declarations as a clinic's developers do. It is never
//! part of the quiz.

use std::process::Command;

use anyhow::Result;

use super::{Registry, Tool, Version};

const TYPESCRIPT: Tool = Tool {
    program: "tsc",
    package: "typescript",
    version: Version::Is("5.9.3"),
    registry: Registry::Npm,
    takes: "a few seconds",
};

/// A command that only checks programs, strictly; the compiler is installed if it is missing.
pub fn type_checker() -> Result<Command> {
    let mut command = Command::new("node");
    command.arg(TYPESCRIPT.file("bin/tsc")?);
    command.args(["--noEmit", "--strict", "--target", "es2022"]);
    Ok(command)
}

//! How many bytes each function of the wasm takes, noted while they still have names.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::project;

/// A function of the published code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The file that it is in: `quiz`, `later` or `clinic`.
    pub part: String,
    /// Its bytes, as they are.
    pub bytes: u64,
    /// Its name, as the compiler wrote it.
    pub name: String,
}

fn notes() -> PathBuf {
    project::root().join("target/functions.tsv")
}

/// Notes the functions of a module with a name section. `gone` tells which are in other files.
pub(super) fn note(wasm: &[u8], gone: [(&str, &Vec<String>); 2]) -> Result<()> {
    let mut lines = String::new();
    for (name, bytes) in functions(wasm).context("The wasm could not be read")? {
        let part = gone.iter().find(|(_, names)| names.contains(&name));
        let part = part.map_or("quiz", |(part, _)| part);
        lines += &format!("{part}\t{bytes}\t{name}\n");
    }
    project::write(&notes(), lines)
}

/// What the last build noted.
pub fn weighed() -> Result<Vec<Function>> {
    let lines = project::read(&notes())?;
    let function = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        Some(Function {
            part: parts.next()?.to_owned(),
            bytes: parts.next()?.parse().ok()?,
            name: parts.next()?.to_owned(),
        })
    };
    Ok(lines.lines().filter_map(function).collect())
}

fn functions(wasm: &[u8]) -> Result<Vec<(String, u64)>> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().end - body.range().start),
            Payload::CustomSection(custom) => {
                let KnownCustom::Name(sections) = custom.as_known() else {
                    continue;
                };
                for section in sections {
                    let Name::Function(map) = section? else {
                        continue;
                    };
                    for naming in map {
                        let naming = naming?;
                        names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    let numbered = (imported..).zip(bodies);
    let named = numbered.map(|(index, bytes)| (names.remove(&index).unwrap_or_default(), bytes));
    Ok(named.collect())
}

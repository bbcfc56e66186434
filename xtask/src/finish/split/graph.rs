//! Which function calls which, and what follows from taking some of them out.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use wasmparser::{
    ElementItems, ElementKind, ExternalKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// What matters of a module here. Functions are numbered as in the module: imports first.
#[derive(Default)]
pub(in crate::finish) struct Graph {
    pub(super) names: BTreeMap<u32, String>,
    /// The type of each function.
    pub(super) types: Vec<u32>,
    pub(super) imported: u32,
    /// The size of the table of functions.
    pub(super) table: u64,
    calls: BTreeMap<u32, BTreeSet<u32>>,
    roots: BTreeSet<u32>,
}

/// What goes where.
pub(super) struct Plan {
    /// Functions that go, in their order.
    pub(super) gone: Vec<u32>,
    /// Those of them that the first module calls: each gets a stub and a place in the table.
    pub(super) stubs: Vec<u32>,
    /// Functions that stay or are imported, and that those which go call.
    pub(super) shared: Vec<u32>,
}

impl Graph {
    pub(in crate::finish) fn read(wasm: &[u8]) -> Result<Graph> {
        let mut graph = Graph::default();
        let mut body = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        match import?.ty {
                            TypeRef::Func(ty) => graph.types.push(ty),
                            other => bail!("an import that is no function: {other:?}"),
                        }
                    }
                    graph.imported = graph.types.len() as u32;
                    body = graph.imported;
                }
                Payload::FunctionSection(types) => {
                    for ty in types {
                        graph.types.push(ty?);
                    }
                }
                Payload::TableSection(tables) => {
                    let first = tables.into_iter().next().transpose()?;
                    graph.table = first.map_or(0, |table| table.ty.initial);
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            graph.roots.insert(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => {
                    graph.roots.insert(func);
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        let ElementItems::Functions(functions) = element.items else {
                            bail!("a table that is filled with expressions");
                        };
                        if !matches!(element.kind, ElementKind::Active { .. }) {
                            bail!("a table that is not filled at the start");
                        }
                        for function in functions {
                            graph.roots.insert(function?);
                        }
                    }
                }
                Payload::CodeSectionEntry(code) => {
                    let mut calls = BTreeSet::new();
                    for operator in code.get_operators_reader()? {
                        if let Operator::Call { function_index }
                        | Operator::ReturnCall { function_index }
                        | Operator::RefFunc { function_index } = operator?
                        {
                            calls.insert(function_index);
                        }
                    }
                    graph.calls.insert(body, calls);
                    body += 1;
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(functions) = name? {
                                for naming in functions {
                                    let naming = naming?;
                                    graph.names.insert(naming.index, naming.name.to_owned());
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(graph)
    }

    /// Functions that something else than a call can reach stay, whatever their name.
    pub(super) fn plan(&self, goes: impl Fn(&str) -> bool) -> Plan {
        let chosen = self.names.iter().filter(|(_, name)| goes(name));
        let chosen: BTreeSet<u32> = chosen
            .map(|(function, _)| *function)
            .filter(|function| *function >= self.imported && !self.roots.contains(function))
            .collect();
        let mut stays = self.roots.clone();
        let mut open: Vec<u32> = stays.iter().copied().collect();
        while let Some(function) = open.pop() {
            for called in self.calls.get(&function).into_iter().flatten() {
                if !chosen.contains(called) && stays.insert(*called) {
                    open.push(*called);
                }
            }
        }
        let all = self.imported..self.types.len() as u32;
        let (stay, gone): (Vec<u32>, Vec<u32>) = all.partition(|function| stays.contains(function));
        let called_by = |callers: &[u32]| -> BTreeSet<u32> {
            let called = callers.iter().filter_map(|caller| self.calls.get(caller));
            called.flatten().copied().collect()
        };
        let leaves = |function: &u32| gone.binary_search(function).is_ok();
        let stubs = called_by(&stay).into_iter().filter(leaves).collect();
        let shared = called_by(&gone).into_iter();
        let shared = shared.filter(|function| !leaves(function)).collect();
        Plan {
            gone,
            stubs,
            shared,
        }
    }
}

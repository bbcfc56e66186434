//! Writes the two modules.

use std::{collections::BTreeMap, convert::Infallible};

use anyhow::{Context, Result};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalType, ImportSection, Module, NameMap, NameSection, RefType,
    TableSection, TableType, TypeSection, ValType,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{Parser, Payload};

use super::{
    Halves,
    graph::{Graph, Plan},
};
use crate::finish::imports::letters;

/// The module under which the later wasm knows the first one.
const FIRST: &str = "a";

pub(super) fn halves(wasm: &[u8], graph: &Graph, plan: &Plan, mark: &str) -> Result<Halves> {
    let mut first = First::new(graph, plan, mark);
    let mut module = Module::new();
    first
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("The first half could not be written")?;
    if !mark.is_empty() {
        module.section(&first.names());
    }
    Ok(Halves {
        first: module.finish(),
        later: later(wasm, graph, plan, mark).context("The later half could not be written")?,
        gone: Vec::new(),
    })
}

type Done = std::result::Result<(), Error<Infallible>>;

/// What stays, with stubs for what goes.
struct First<'a> {
    graph: &'a Graph,
    plan: &'a Plan,
    /// New numbers of the functions that stay, and of the stubs.
    numbers: BTreeMap<u32, u32>,
    signatures: BTreeMap<u32, u32>,
    body: u32,
    mark: &'a str,
}

impl<'a> First<'a> {
    fn new(graph: &'a Graph, plan: &'a Plan, mark: &'a str) -> First<'a> {
        let all = 0..graph.types.len() as u32;
        let stays = all.filter(|function| plan.gone.binary_search(function).is_err());
        let kept = stays.chain(plan.stubs.iter().copied());
        First {
            graph,
            plan,
            numbers: kept.zip(0..).collect(),
            signatures: BTreeMap::new(),
            body: graph.imported,
            mark,
        }
    }

    /// The names of what stays. Stubs get none: what they stand for has gone.
    fn names(&self) -> NameSection {
        let mut names = NameMap::new();
        let mut named = BTreeMap::new();
        for (function, number) in &self.numbers {
            if let Some(name) = self.graph.names.get(function)
                && self.plan.stubs.binary_search(function).is_err()
            {
                named.insert(*number, name);
            }
        }
        for (number, name) in named {
            names.append(number, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        section
    }

    fn type_of(&self, function: u32) -> u32 {
        self.graph
            .types
            .get(function as usize)
            .copied()
            .unwrap_or_default()
    }
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Infallible>> {
        Ok(self.numbers.get(&function).copied().unwrap_or_default())
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: wasmparser::TypeSectionReader<'_>,
    ) -> Done {
        for (ty, number) in section.clone().into_iter_err_on_gc_types().zip(0..) {
            self.signatures.insert(number, ty?.params().len() as u32);
        }
        utils::parse_type_section(self, types, section)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: wasmparser::FunctionSectionReader<'_>,
    ) -> Done {
        let defined = self
            .numbers
            .iter()
            .filter(|(function, _)| **function >= self.graph.imported);
        let mut defined: Vec<_> = defined
            .map(|(function, number)| (*number, *function))
            .collect();
        defined.sort_unstable();
        for (_, function) in defined {
            functions.function(self.type_of(function));
        }
        Ok(())
    }

    fn parse_table(&mut self, tables: &mut TableSection, table: wasmparser::Table<'_>) -> Done {
        // The first table holds functions: it gets a place for each stub.
        let more = if tables.is_empty() {
            self.plan.stubs.len() as u64
        } else {
            0
        };
        let element_type = self.ref_type(table.ty.element_type)?;
        tables.table(TableType {
            element_type,
            table64: table.ty.table64,
            minimum: table.ty.initial + more,
            maximum: table.ty.maximum.map(|maximum| maximum + more),
            shared: table.ty.shared,
        });
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Done {
        utils::parse_export_section(self, exports, section)?;
        for (name, kind, index) in bridge(self.plan, self.mark) {
            let index = if kind == ExportKind::Func {
                self.function_index(index)?
            } else {
                index
            };
            exports.export(&name, kind, index);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: wasmparser::CodeSectionReader<'_>,
    ) -> Done {
        utils::parse_code_section(self, code, section)?;
        for (function, place) in self.plan.stubs.iter().zip(0..) {
            let ty = self.type_of(*function);
            let mut stub = Function::new([]);
            let mut instructions = stub.instructions();
            for parameter in 0..self.signatures.get(&ty).copied().unwrap_or_default() {
                instructions.local_get(parameter);
            }
            instructions.i32_const(self.graph.table as i32 + place);
            instructions.call_indirect(0, ty);
            instructions.end();
            code.function(&stub);
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: wasmparser::FunctionBody<'_>,
    ) -> Done {
        let function = self.body;
        self.body += 1;
        if self.plan.gone.binary_search(&function).is_ok() {
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }

    /// Names have done their work, or are written anew.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: wasmparser::CustomSectionReader<'_>,
    ) -> Done {
        Ok(())
    }
}

/// What the later half takes from the first, under short names that no export of wasm-bindgen has.
fn bridge(plan: &Plan, mark: &str) -> Vec<(String, ExportKind, u32)> {
    let fixed = [
        (ExportKind::Memory, 0),
        (ExportKind::Table, 0),
        (ExportKind::Global, 0),
    ];
    let functions = plan
        .shared
        .iter()
        .map(|function| (ExportKind::Func, *function));
    let all = fixed.into_iter().chain(functions);
    all.zip(0..)
        .map(|((kind, index), place)| (format!("{mark}{}", letters(place)), kind, index))
        .collect()
}

/// What goes.
struct Later {
    numbers: BTreeMap<u32, u32>,
}

impl Reencode for Later {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Infallible>> {
        Ok(self.numbers.get(&function).copied().unwrap_or_default())
    }
}

fn later(wasm: &[u8], graph: &Graph, plan: &Plan, mark: &str) -> Result<Vec<u8>> {
    let kept = plan.shared.iter().chain(&plan.gone).copied();
    let mut later = Later {
        numbers: kept.zip(0..).collect(),
    };
    let type_of = |function: u32| {
        graph
            .types
            .get(function as usize)
            .copied()
            .unwrap_or_default()
    };
    let mut types = TypeSection::new();
    let mut code = CodeSection::new();
    let mut body = graph.imported;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => later.parse_type_section(&mut types, section)?,
            Payload::CodeSectionEntry(entry) => {
                if plan.gone.binary_search(&body).is_ok() {
                    later.parse_function_body(&mut code, entry)?;
                }
                body += 1;
            }
            _ => {}
        }
    }
    let mut imports = ImportSection::new();
    for (name, kind, index) in bridge(plan, mark) {
        let entity = match kind {
            ExportKind::Func => EntityType::Function(type_of(index)),
            ExportKind::Memory => EntityType::Memory(wasm_encoder::MemoryType {
                minimum: 1,
                maximum: None,
                memory64: false,
                shared: false,
                page_size_log2: None,
            }),
            ExportKind::Table => EntityType::Table(TableType {
                element_type: RefType::FUNCREF,
                table64: false,
                minimum: graph.table + plan.stubs.len() as u64,
                maximum: None,
                shared: false,
            }),
            // The stack's pointer.
            _ => EntityType::Global(GlobalType {
                val_type: ValType::I32,
                mutable: true,
                shared: false,
            }),
        };
        imports.import(FIRST, &name, entity);
    }
    let mut functions = FunctionSection::new();
    for function in &plan.gone {
        functions.function(type_of(*function));
    }
    let mut places = Vec::new();
    for stub in &plan.stubs {
        places.push(later.function_index(*stub)?);
    }
    let mut elements = ElementSection::new();
    elements.active(
        None,
        &ConstExpr::i32_const(graph.table as i32),
        Elements::Functions(places.into()),
    );
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&elements)
        .section(&code);
    Ok(module.finish())
}

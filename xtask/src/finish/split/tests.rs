//! On a small module: `main` calls `later::open`, which calls `later_only` and `shared`.

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, MemorySection, MemoryType, Module, NameMap,
    NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{Parser, Payload};

use super::{Graph, split};

/// Each function takes a number and calls the functions listed.
const FUNCTIONS: [(&str, &[u32]); 4] = [
    ("main", &[1, 3]),
    ("later::open", &[2, 3]),
    ("later_only", &[]),
    ("shared", &[]),
];

fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let mut names = NameMap::new();
    for ((name, calls), number) in FUNCTIONS.iter().zip(0..) {
        functions.function(0);
        names.append(number, name);
        let mut body = Function::new([]);
        let mut instructions = body.instructions();
        instructions.local_get(0);
        for called in *calls {
            instructions.call(*called);
        }
        instructions.end();
        code.function(&body);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 2,
        maximum: Some(2),
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    let stack = GlobalType {
        val_type: ValType::I32,
        mutable: true,
        shared: false,
    };
    globals.global(stack, &ConstExpr::i32_const(1024));
    let mut exports = ExportSection::new();
    exports.export("main", ExportKind::Func, 0);
    let mut elements = ElementSection::new();
    elements.active(
        None,
        &ConstExpr::i32_const(1),
        Elements::Functions([3].as_slice().into()),
    );
    let mut section = NameSection::new();
    section.functions(&names);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&globals)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&section);
    module.finish()
}

fn bodies(wasm: &[u8]) -> usize {
    let payloads = Parser::new(0).parse_all(wasm);
    let code = payloads.filter(|payload| matches!(payload, Ok(Payload::CodeSectionEntry(_))));
    code.count()
}

#[test]
fn what_only_the_later_half_calls_goes_with_it() {
    let graph = Graph::read(&module()).expect("a sound module");
    let plan = graph.plan(|name| name.starts_with("later::"));
    assert_eq!(
        (plan.gone, plan.stubs, plan.shared),
        (vec![1, 2], vec![1], vec![3])
    );
}

/// Both halves are validated by `split` itself.
#[test]
fn a_stub_takes_the_place_of_what_goes() {
    let halves = split(&module(), &["later::"], "").expect("it can be split");
    assert_eq!(bodies(&halves.first), 3, "main, shared and the stub");
    assert_eq!(bodies(&halves.later), 2);
    let graph = Graph::read(&halves.first).expect("a sound module");
    assert_eq!(graph.table, 3, "one more place in the table");
}

#[test]
fn a_name_that_is_not_there_is_told() {
    let error = split(&module(), &["gone::"], "")
        .err()
        .expect("nothing has this name");
    assert!(error.to_string().contains("gone::"), "{error}");
}

/// Something in the table can be called from anywhere, so it stays.
#[test]
fn what_the_table_holds_stays() {
    let graph = Graph::read(&module()).expect("a sound module");
    let plan = graph.plan(|name| name == "shared");
    assert_eq!(plan.gone, Vec::<u32>::new());
}

/// What only clinics need is split off first.
#[test]
fn the_first_half_can_be_split_again() {
    let halves = split(&module(), &["later::"], "C").expect("it can be split");
    let graph = Graph::read(&halves.first).expect("a sound module");
    assert_eq!(graph.names.len(), 2, "the stub has no name");
    let again = split(&halves.first, &["shared"], "").expect("it can be split again");
    assert!(
        Graph::read(&again.first)
            .expect("a sound module")
            .names
            .is_empty()
    );
}

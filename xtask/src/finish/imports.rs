//! Short names between the wasm and its script. wasm-bindgen names each import after what it does,
//! followed by a hash, in both files; nobody reads them, and they cost 2 KB of the first load.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use wasm_encoder::{
    ImportSection, Imports, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{Import, Parser};

/// The wasm and its minified script, with short names for the same things.
pub(super) fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut shortener = Shortener {
        script,
        modules: BTreeMap::new(),
        fields: BTreeMap::new(),
        unclear: None,
    };
    let mut module = Module::new();
    shortener
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("The wasm could not be read")?;
    if let Some(name) = shortener.unclear {
        bail!("wasm-bindgen's script should name the import {name} exactly once");
    }
    let mut short = script.to_owned();
    for (name, field) in &shortener.fields {
        short = short.replace(name, field);
    }
    for (name, module) in &shortener.modules {
        short = short.replace(&format!("\"{name}\""), module);
    }
    Ok((module.finish(), short))
}

struct Shortener<'a> {
    script: &'a str,
    modules: BTreeMap<String, String>,
    fields: BTreeMap<String, String>,
    unclear: Option<String>,
}

impl Reencode for Shortener<'_> {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let wasmparser::Imports::Single(_, Import { module, name, ty }) = imports else {
            return wasm_encoder::reencode::utils::parse_imports(self, section, imports);
        };
        let ty = self.entity_type(ty)?;
        if self.script.matches(name).count() != 1 {
            self.unclear = Some(name.to_owned());
        }
        let place = self.modules.len();
        let module = self.modules.entry(module.to_owned());
        let module = module.or_insert_with(|| letters(place)).clone();
        let place = self.fields.len();
        let field = self.fields.entry(name.to_owned());
        let field = field.or_insert_with(|| letters(place)).clone();
        section.imports(Imports::Single(wasm_encoder::Import {
            module: &module,
            name: &field,
            ty,
        }));
        Ok(())
    }
}

/// a, b, … z, ba, bb, …
pub(super) fn letters(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => letters(more) + &letter.to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{letters, shorten};

    /// A module that imports and exports one function.
    const WASM: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0e\x01\x06./g.js\x03__w\0\0\x07\x05\x01\x01e\0\0";

    #[test]
    fn both_sides_use_the_same_short_names() {
        let script = r#"const i={"./g.js":{__w:()=>{}}};"#;
        let (wasm, script) = shorten(WASM, script).expect("a sound module");
        assert_eq!(script, "const i={a:{a:()=>{}}};");
        let same =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01a\x01a\0\0\x07\x05\x01\x01e\0\0";
        assert_eq!(wasm, same);
    }

    #[test]
    fn a_name_that_the_script_does_not_have_is_told() {
        let error = shorten(WASM, "const i={};").expect_err("the script lacks the import");
        assert!(error.to_string().contains("__w"), "{error}");
    }

    #[test]
    fn letters_go_on_behind_z() {
        assert_eq!(
            [0, 25, 26, 27, 52].map(letters),
            ["a", "z", "ba", "bb", "ca"]
        );
    }
}

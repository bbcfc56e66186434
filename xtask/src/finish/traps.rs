//! Noticing that the wasm broke. Nothing in there is put in order after an error, so nothing of it may
//! be called any more: the script that wasm-bindgen wrote is made to see to that, and to tell.

use anyhow::{Result, bail};

/// What takes the place of the wasm's exports for the script.
const WATCHED: &str = "
let broken;
export const whenBroken = (tell) => { broken = tell; };
const watched = (exports) => {
    const all = { ...exports };
    let over = false;
    for (const name in all) {
        const call = all[name];
        if (typeof call === 'function') all[name] = (...given) => {
            // What is under way gets something to take apart.
            if (over) return [];
            try {
                return call(...given);
            } catch (error) {
                over = true;
                broken?.();
                throw error;
            }
        };
    }
    return all;
};
";

/// The script with every call into the wasm watched, apart from those between its two halves.
pub(super) fn watch(script: &str) -> Result<String> {
    const TAKEN: &str = "wasm = instance.exports;";
    const GIVEN: &str = "wasm.__wbindgen_start();\n    return wasm;";
    for known in [TAKEN, GIVEN] {
        if script.matches(known).count() != 1 {
            bail!("wasm-bindgen's script should say exactly once: {known}");
        }
    }
    let script = script
        .replacen(TAKEN, "wasm = watched(instance.exports);", 1)
        .replacen(
            GIVEN,
            "wasm.__wbindgen_start();\n    return instance.exports;",
            1,
        );
    Ok([&script, WATCHED].concat())
}

#[cfg(test)]
mod tests {
    use super::watch;

    #[test]
    fn what_the_script_calls_is_watched_and_the_later_half_gets_the_wasm_itself()
    -> anyhow::Result<()> {
        let script =
            "    wasm = instance.exports;\n    wasm.__wbindgen_start();\n    return wasm;\n";
        let watched = watch(script)?;
        assert!(watched.contains("wasm = watched(instance.exports);"));
        assert!(watched.contains("return instance.exports;"));
        assert!(watch("wasm = instance;").is_err());
        Ok(())
    }
}

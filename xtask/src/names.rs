//! Takes the names out of the built wasm: wasm-bindgen adds some that only debuggers read, 1 kB of the first load.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Takes the names out of every wasm file of the folder.
pub(crate) fn drop_from(dist: &Path) -> Result<()> {
    for file in fs::read_dir(dist)? {
        let path = file?.path();
        if path.extension().is_some_and(|end| end == "wasm") {
            let wasm = fs::read(&path)?;
            fs::write(&path, without_names(&wasm).with_context(|| format!("reading {}", path.display()))?)?;
        }
    }
    Ok(())
}

/// The same module without its custom section `name`; nothing if this is no module.
fn without_names(wasm: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(8).filter(|(head, _)| head.starts_with(b"\0asm"))?;
    let mut kept = head.to_vec();
    while let Some(id) = rest.first() {
        let (size, begun) = number(rest.get(1..)?)?;
        let (section, after) = rest.split_at_checked(1 + begun + size)?;
        // A custom section has the id 0, then the length of its name and the name.
        let is_names = *id == 0 && section.get(1 + begun..)?.starts_with(b"\x04name");
        if !is_names {
            kept.extend(section);
        }
        rest = after;
    }
    Some(kept)
}

/// A number as wasm writes it (LEB128), and how many bytes it takes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 127) << (7 * at);
        if byte & 128 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_everything_else_stays() {
        let module = |sections: &[&[u8]]| [b"\0asm\x01\0\0\0".as_slice(), &sections.concat()].concat();
        let (code, names, other) =
            (b"\x0a\x02ab".as_slice(), b"\0\x07\x04namexy".as_slice(), b"\0\x05\x04nama".as_slice());
        assert_eq!(without_names(&module(&[code, names, other])), Some(module(&[code, other])));
        assert_eq!(without_names(&module(&[names])), Some(module(&[])));
        assert_eq!(without_names(b"<!DOCTYPE html>"), None);
        assert_eq!(without_names(&module(&[b"\x0a\x7fab"])), None, "cut short");
    }
}

//! Takes out of a WASM file what only tools read: names of functions, the compiler's name, the list of features. The
//! optimiser does it too, but not every part goes through it (`client::WORTH_OPTIMISING`), and in a part of a kilobyte the
//! names are most of it.

use anyhow::Result;
use wasmparser::{Parser, Payload};

/// `wasm` without its custom sections.
pub fn strip(wasm: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    let mut out = wasm.get(..HEADER).unwrap_or(wasm).to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section()
            && let Some(content) = wasm.get(usize::try_from(range.start)?..usize::try_from(range.end)?)
        {
            out.push(id);
            leb128(&mut out, content.len());
            out.extend_from_slice(content);
        }
    }
    Ok(out)
}

/// An unsigned number as WASM writes it: seven bits a byte, the lowest first.
fn leb128(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    /// A module with one type, and a section of `size` bytes that is called `x`.
    fn module(size: usize) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0]);
        wasm.push(0);
        leb128(&mut wasm, size + 2);
        wasm.extend([1, b'x']);
        wasm.extend(std::iter::repeat_n(7, size));
        wasm
    }

    #[test]
    fn what_only_tools_read_goes_and_the_rest_stays() {
        let kept = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        for size in [0, 5, 200, 20_000] {
            assert_eq!(strip(&module(size)).unwrap(), kept);
        }
        assert_eq!(strip(&kept).unwrap(), kept);
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        assert!(strip(b"something else").is_err());
    }
}

//! Whatever bytes a file has, it opens or is refused; and what opens goes out and comes back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan_ouvert::bundle::{self, Made, Opened};
use plan_ouvert::plan::IdMaker;
use plan_ouvert::sync::Copies;

/// What a text holds; nothing where it is refused.
fn open(text: &str) -> Option<Opened> {
    let mut next = 0_u32;
    let mut counting = || {
        next += 1;
        let mut bytes = *b"zzzzzzzzzz";
        for (byte, digit) in bytes.iter_mut().zip(next.to_le_bytes()) {
            *byte = digit;
        }
        bytes
    };
    bundle::open(text, IdMaker::new(&mut counting)).ok()
}

fuzz_target!(|bytes: &[u8]| {
    // As browsers read a file.
    let text = String::from_utf8_lossy(bytes);
    let _ = bundle::embedded(&text);
    let Some(opened) = open(&text) else { return };
    let exported = bundle::export_copy(&opened.plan, &opened.state, &[], &Made::default(), &opened.unknown);
    let again = open(&exported).expect("what the app writes, it opens");
    assert_eq!(again.plan, opened.plan);
    assert_eq!(again.unknown, opened.unknown);
    let mut copies = Copies::new(opened.state.clone(), Vec::new());
    copies.effects(&again.state);
    copies.take_in(&again.state);
    copies.differences();
});

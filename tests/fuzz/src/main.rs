//! Whatever bytes a file has, it opens or is refused; and what opens goes out and comes back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan_ouvert::bundle::{self, Made, Opened};
use plan_ouvert::plan::record::Record;
use plan_ouvert::plan::{IdMaker, Plan};
use plan_ouvert::sync::{Copies, State};
use serde_json::Value;

/// What a file holds; nothing where it is refused.
fn open(bytes: &[u8]) -> Option<Opened> {
    let mut next = 0_u32;
    let mut counting = || {
        next += 1;
        let mut bytes = *b"zzzzzzzzzz";
        for (byte, digit) in bytes.iter_mut().zip(next.to_le_bytes()) {
            *byte = digit;
        }
        bytes
    };
    bundle::open_bytes(bytes, IdMaker::new(&mut counting)).ok()
}

/// What a plan says, its rows in the order of their ids: where versions give rows no places, files may show them in
/// another order.
fn said(plan: &Plan) -> Value {
    let record: &dyn Record = plan;
    let mut said = record.to_json().unwrap_or_default();
    put_in_order(&mut said);
    said
}

fn put_in_order(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(put_in_order);
            items.sort_by_key(|item| item.get("id").map(Value::to_string));
        }
        Value::Object(members) => members.values_mut().for_each(put_in_order),
        _ => {}
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = bundle::embedded(&String::from_utf8_lossy(bytes));
    let Some(opened) = open(bytes) else { return };
    let exported = bundle::export_copy(&opened.plan, &opened.state, &[], &Made::default(), &opened.unknown);
    let exported = bundle::with_files(&exported, &opened.files);
    let again = open(exported.as_bytes()).expect("what the app writes, it opens");
    // Versions that contradict the plan or each other, as no app writes them, may show otherwise the second time.
    let record: &dyn Record = &opened.plan;
    if opened.state == State::plain(&record.to_json().unwrap_or_default()) {
        assert_eq!(said(&again.plan), said(&opened.plan));
    }
    assert_eq!(again.unknown, opened.unknown);
    // What was only in a row that was taken out does not go out.
    assert!(again.files.iter().all(|file| opened.files.contains(file)));
    let mut copies = Copies::new(opened.state.clone(), Vec::new());
    copies.effects(&again.state);
    copies.take_in(&again.state);
    copies.differences();
});

//! The one door to the browser: time, chance, storage, files, locks. Nothing else names web-sys or gloo.

pub mod bin;
pub mod blobs;
pub mod copies;
pub mod drafts;
pub mod files;
pub mod launched;
pub mod lock;
mod named;
pub mod newer;
pub mod offline;
pub mod page;
pub mod room;
pub mod unsent;
pub mod versions;
pub mod who;

use std::pin::Pin;

use chrono::NaiveDate;
use wasm_bindgen::JsValue;

use crate::plan::{Day, IdMaker, Normalise};

/// The browser's own Unicode normalisation.
pub const NORMALISE: Normalise = Normalise {
    nfc: |text| normal("NFC", text),
    nfd: |text| normal("NFD", text),
    lower: |text| js_sys::JsString::from(text).to_lower_case().into(),
};

fn normal(form: &str, text: &str) -> String {
    js_sys::JsString::from(text).normalize(form).into()
}

/// Does something that waits for the browser. One function for all such work, which keeps the wasm small.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(work));
}

fn spawn_boxed(work: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Waits for some work, but no longer than so many milliseconds: a browser that never answers must not keep anybody from
/// their drafts.
pub async fn within(milliseconds: i32, work: impl Future<Output = ()> + 'static) {
    let mut work = Some(work);
    let first = js_sys::Promise::new(&mut |resolve, _| {
        let done = resolve.clone();
        page::later(milliseconds, move || drop(done.call0(&JsValue::UNDEFINED)));
        if let Some(work) = work.take() {
            spawn(async move {
                work.await;
                drop(resolve.call0(&JsValue::UNDEFINED));
            });
        }
    });
    drop(wasm_bindgen_futures::JsFuture::from(first).await);
}

/// Milliseconds since 1970, by the computer's clock.
pub fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a clock's milliseconds fit i64 for ages")]
    let now = js_sys::Date::now() as i64;
    now
}

/// The local calendar day.
pub fn today() -> NaiveDate {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// The local time of day of a moment, as «12:04».
pub fn time_of_day(at: i64) -> String {
    let date = js_date(at);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The local calendar day of a moment.
pub fn day_of(at: i64) -> Day {
    let date = js_date(at);
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    Day(NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default())
}

/// The moment that a text names, as [`timestamp`] writes it or another way that the browser can read.
pub fn moment(text: &str) -> Option<i64> {
    let at = js_sys::Date::parse(text);
    #[expect(clippy::cast_possible_truncation, reason = "a date's milliseconds are whole, and fit i64")]
    let whole = at as i64;
    at.is_finite().then_some(whole)
}

/// A moment as the file writes it: `2026-03-04T10:12:00Z`.
pub fn timestamp(at: i64) -> String {
    let text: String = js_date(at).to_iso_string().into();
    match text.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => text,
    }
}

fn js_date(at: i64) -> js_sys::Date {
    #[expect(clippy::cast_precision_loss, reason = "moments lie far below 2^53 ms")]
    let at = at as f64;
    js_sys::Date::new(&at.into())
}

/// Lends a maker of new ids.
pub fn with_ids<T>(work: impl FnOnce(&mut IdMaker<'_>) -> T) -> T {
    work(&mut IdMaker::new(&mut random))
}

fn random() -> [u8; 10] {
    let mut bytes = [0; 10];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        for byte in &mut bytes {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number from 0 to 255"
            )]
            let number = (js_sys::Math::random() * 256.0) as u8;
            *byte = number;
        }
    }
    bytes
}

//! Files and texts in and out: download, open, drop, copy, share.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, File, FilePropertyBag, HtmlAnchorElement, Url};

use super::page::{document, later};

const JSON: &str = "application/json";
const ZIP: &str = "application/zip";
const BYTES: &str = "application/octet-stream";

/// What a file is to hold.
pub enum Content {
    /// A JSON text.
    Json(String),
    /// A zip.
    Zip(Vec<u8>),
}

impl Content {
    fn parts(&self) -> (JsValue, &'static str) {
        match self {
            Self::Json(text) => (text.into(), JSON),
            Self::Zip(bytes) => (Uint8Array::from(bytes.as_slice()).into(), ZIP),
        }
    }
}

/// Saves a file of this name, in the way the browser saves downloads.
pub fn save(name: &str, content: &Content) -> bool {
    let (content, kind) = content.parts();
    save_as(name, &content, kind)
}

/// Saves a JSON text as a file of this name.
pub fn download(name: &str, text: &str) -> bool {
    download_as(name, text, JSON)
}

/// Saves a text of this type as a file.
pub fn download_as(name: &str, text: &str, kind: &str) -> bool {
    save_as(name, &text.into(), kind)
}

/// Saves bytes as a file. They never open in the browser: there they would run as the app does.
pub fn download_bytes(name: &str, bytes: &[u8]) -> bool {
    save_as(name, &Uint8Array::from(bytes).into(), BYTES)
}

fn save_as(name: &str, content: &JsValue, kind: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(content);
    let url = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = document().and_then(|document| document.create_element("a").ok());
    let (Ok(url), Some(link)) = (url, link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())) else {
        return false;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the address after the click has been handled.
    later(60_000, move || drop(Url::revoke_object_url(&url)));
    true
}

/// A file somebody picked or dropped.
#[derive(Clone)]
pub struct Picked {
    file: File,
}

impl Picked {
    /// A file that came by another way.
    pub(super) fn of(file: File) -> Self {
        Self { file }
    }

    /// The files chosen in a file input.
    pub fn from_input(input: &web_sys::HtmlInputElement) -> Vec<Self> {
        input.files().map(|files| Self::list(&files)).unwrap_or_default()
    }

    /// The files that a drop or a paste carries.
    pub fn from_transfer(transfer: Option<DataTransfer>) -> Vec<Self> {
        transfer.and_then(|transfer| transfer.files()).map(|files| Self::list(&files)).unwrap_or_default()
    }

    /// Whether what is dragged over the page has files in it.
    pub fn is_dragged(event: &web_sys::Event) -> bool {
        let carried = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
        carried.is_some_and(|carried| carried.types().includes(&"Files".into(), 0))
    }

    /// The files that were dropped.
    pub fn dropped(event: &web_sys::Event) -> Vec<Self> {
        Self::from_transfer(event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer))
    }

    /// The files that were pasted. Office programs put a picture beside each text that is copied: that is a text.
    pub fn pasted(event: &web_sys::Event) -> Vec<Self> {
        let carried = event.dyn_ref::<web_sys::ClipboardEvent>();
        let carried = carried.and_then(web_sys::ClipboardEvent::clipboard_data);
        if pasted_text(carried.clone()).is_some() { Vec::new() } else { Self::from_transfer(carried) }
    }

    fn list(files: &web_sys::FileList) -> Vec<Self> {
        (0..files.length()).filter_map(|at| files.get(at)).map(|file| Self { file }).collect()
    }

    /// The file's name.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// The file's size, in bytes.
    pub fn size(&self) -> u64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is a whole number of at least 0"
        )]
        let size = self.file.size() as u64;
        size
    }

    /// The file's bytes.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.file.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// The text that a paste carries.
pub fn pasted_text(transfer: Option<DataTransfer>) -> Option<String> {
    transfer?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// Copies a text. `done` hears whether it worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = web_sys::window()
        .and_then(|window| Reflect::get(&window.navigator(), &"clipboard".into()).ok())
        .filter(JsValue::is_object);
    let Some(clipboard) = clipboard else { return done(false) };
    let promise = clipboard.unchecked_into::<web_sys::Clipboard>().write_text(text);
    super::spawn(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Whether the browser's share sheet takes such a file.
pub fn can_share(name: &str, content: &Content) -> bool {
    let Some((navigator, can_share)) = navigator_function("canShare") else { return false };
    let data = share_data(name, content);
    data.is_some_and(|data| can_share.call1(&navigator, &data).is_ok_and(|can| can.is_truthy()))
}

/// Opens the share sheet with the file. Only a click may. `done` hears whether somebody sent it; who closes the sheet does
/// not.
pub fn share(name: &str, content: &Content, done: impl FnOnce(bool) + 'static) {
    let (Some((navigator, share)), Some(data)) = (navigator_function("share"), share_data(name, content))
    else {
        return done(false);
    };
    let Ok(promise) = share.call1(&navigator, &data) else { return done(false) };
    let promise = promise.unchecked_into::<js_sys::Promise>();
    super::spawn(async move { done(JsFuture::from(promise).await.is_ok()) });
}

fn share_data(name: &str, content: &Content) -> Option<Object> {
    let (content, kind) = content.parts();
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&content), name, &options).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    Some(data)
}

fn navigator_function(name: &str) -> Option<(JsValue, Function)> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let function = Reflect::get(&navigator, &name.into()).ok()?.dyn_into().ok()?;
    Some((navigator, function))
}

//! What every page can ask for: the language, the route, a notice.

use std::cell::OnceCell;

use leptos::prelude::*;

use super::dom::on_window;
use super::notice::Notice;
use crate::browser::{self, drafts, page};
use crate::i18n::{Lang, Part, Texts, Ui, Words, file};
use crate::route::Route;

/// What is shared by the whole app.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    pub(super) lang: RwSignal<Lang>,
    /// Whether the handbook's texts are here in the language spoken, so that a draft can be shown.
    pub(super) has_handbook: RwSignal<bool>,
    pub(super) route: Memo<Route>,
    pub(super) notice: RwSignal<Option<Notice>, LocalStorage>,
}

thread_local! {
    static SHARED: OnceCell<Shared> = const { OnceCell::new() };
}

pub(super) fn shared() -> Shared {
    SHARED.with(|shared| {
        *shared.get_or_init(|| {
            let address = RwSignal::new(page::hash());
            on_window("hashchange", move |_| address.set(page::hash()));
            Shared {
                lang: RwSignal::new(first_language()),
                has_handbook: RwSignal::new(false),
                route: Memo::new(move |_| address.with(|hash| Route::parse(hash))),
                notice: RwSignal::new_local(None),
            }
        })
    })
}

/// The language chosen last, else the first one the browser asks for, else French.
fn first_language() -> Lang {
    let chosen = drafts::language().and_then(|code| Lang::from_code(&code));
    chosen.or_else(|| page::languages().iter().find_map(|code| Lang::from_code(code))).unwrap_or_default()
}

/// Brings a part of a language's texts, unless they are here. Says whether they are.
pub(super) async fn load(lang: Lang, part: Part) -> bool {
    if !lang.has(part) {
        let name = format!("texts/{}.{}.json?{}", lang.code(), part.name(), env!("CARGO_PKG_VERSION"));
        if let Some(json) = page::fetch_own(&name).await {
            file::take(lang, part, &json);
        }
    }
    lang.has(part)
}

/// Changes the language of the app, and remembers it.
pub(super) fn speak(lang: Lang) {
    let shared = shared();
    browser::spawn(async move {
        if load(lang, Part::App).await && load(lang, Part::Handbook).await {
            drafts::keep_language(lang.code());
            shared.lang.set(lang);
        } else {
            super::notice::say(ui().language_missing);
            // The list of languages shows again what is spoken.
            shared.lang.notify();
        }
    });
}

/// The texts of the language shown now. Pages are made anew when it changes.
pub(super) fn texts() -> &'static Texts {
    shared().lang.get_untracked().texts()
}

/// The app's own texts of the language shown now.
pub(super) fn ui() -> &'static Ui {
    &texts().ui
}

/// The app's own texts, heard anew when the language changes.
pub(super) fn ui_tracked() -> &'static Ui {
    &shared().lang.get().texts().ui
}

/// Values in words of the language shown now.
pub(super) fn words() -> Words {
    Words::of(shared().lang.get_untracked())
}

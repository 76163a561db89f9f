//! What every page can ask for: the language, the route, a notice.

use std::cell::OnceCell;

use super::dom::on_window;
use super::watched::Watched;
use crate::browser::{self, drafts, newer, offline, page, who};
use crate::i18n::{Lang, Part, Texts, Ui, Words, file};
use crate::plan::text;
use crate::route::Route;

/// What is shared by the whole app.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    pub(super) lang: Watched<Lang>,
    /// Whether all texts in the language spoken and all code are here, so that other pages than the start can be shown.
    pub(super) has_pages: Watched<bool>,
    pub(super) route: Watched<Route>,
    /// Who writes in this browser, by their own word: a label, and empty where they gave none.
    pub(super) who: Watched<String>,
    /// Whether a newer version of the app is at work in another tab: this one only reads from then on.
    pub(super) is_outdated: Watched<bool>,
    /// Whether a newer version of the app waits to be loaded.
    pub(super) has_update: Watched<bool>,
}

thread_local! {
    static SHARED: OnceCell<Shared> = const { OnceCell::new() };
}

pub(super) fn shared() -> Shared {
    SHARED.with(|shared| {
        *shared.get_or_init(|| {
            let route = Watched::new(Route::parse(&page::hash()));
            on_window("hashchange", move |_| {
                let now = Route::parse(&page::hash());
                if route.get_untracked() != now {
                    route.set(now);
                }
            });
            let label = || text::label(&who::who().unwrap_or_default());
            let who = Watched::new(label());
            // It is one for all tabs.
            on_window("storage", move |event| {
                if page::stored_key(&event) == Some(who::key()) {
                    who.set(label());
                }
            });
            let is_outdated = Watched::new(newer::is_met());
            newer::look_out(move || is_outdated.set(true));
            let has_update = Watched::new(offline::waits());
            on_window(offline::WAITS, move |_| has_update.set(true));
            on_window(offline::CAME, |_| newer::meet());
            let (lang, has_pages) = (Watched::new(first_language()), Watched::new(false));
            Shared { lang, has_pages, route, who, is_outdated, has_update }
        })
    })
}

/// Who writes in this browser, as it is now; empty where nobody said so.
pub(super) fn who() -> String {
    shared().who.get_untracked()
}

/// Takes what somebody typed as the label they go by, and remembers it.
pub(super) fn go_by(typed: &str) {
    let label = text::label(typed);
    if who() != label {
        who::keep_who(&label);
        shared().who.set(label);
    }
}

/// The language chosen last, else the first one the browser asks for, else French.
fn first_language() -> Lang {
    let chosen = drafts::language().and_then(|code| Lang::from_code(&code));
    chosen.or_else(|| page::languages().iter().find_map(|code| Lang::from_code(code))).unwrap_or_default()
}

/// Brings a part of a language's texts, unless they are here. Says whether they are.
pub(super) async fn load(lang: Lang, part: Part) -> bool {
    if !lang.has(part) {
        let name = format!("texts/{}.{}.txt?{}", lang.code(), part.name(), env!("CARGO_PKG_VERSION"));
        if let Some(json) = page::fetch_own(&name).await {
            file::take(lang, part, &json);
        }
    }
    lang.has(part)
}

/// Brings what all pages but the start need: the other texts of a language, and the rest of the code.
async fn load_pages(lang: Lang) -> bool {
    let rest = page::bring_rest();
    let has_texts = load(lang, Part::Pages).await;
    rest.await && has_texts
}

/// Brings what all pages but the start need, or says that it could not be brought.
pub(super) async fn bring_pages() {
    let shared = shared();
    let is_here = load_pages(shared.lang.get_untracked()).await;
    if !is_here {
        super::notice::say(ui().pages_missing);
    } else if !shared.has_pages.get_untracked() {
        shared.has_pages.set(true);
        super::rest::tidy();
    }
}

/// Whether all is here that other pages than the start need; what is missing is brought first.
pub(super) async fn has_pages() -> bool {
    if !shared().has_pages.get_untracked() {
        bring_pages().await;
    }
    shared().has_pages.get_untracked()
}

/// Goes to a page, before anything else that changes now is drawn.
pub(super) fn go(route: Route) {
    page::go(&route.to_string());
    shared().route.set(route);
}

/// Changes the language of the app, and remembers it.
pub(super) fn speak(lang: Lang) {
    let shared = shared();
    browser::spawn(async move {
        if load(lang, Part::Start).await && load_pages(lang).await {
            drafts::keep_language(lang.code());
            if !shared.has_pages.get_untracked() {
                shared.has_pages.set(true);
            }
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

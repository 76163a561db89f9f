//! The frame of every page: header, language, what is shown by the address, the notice line.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::context::{bring_pages, load, shared, speak, ui, ui_tracked};
use super::dom::{El, button, el, link, of_class, on_window, says};
use super::watched::Follows;
use super::{notice, page, rest};
use crate::browser::{self, drafts, page as window};
use crate::i18n::{Lang, Part};
use crate::route::Route;

/// Shows the app in an element of the page.
pub fn start(place: HtmlElement) {
    let root = place.clone();
    leptos::mount::mount_to(place, move || browser::spawn(begin(root, Owner::current()))).forget();
}

/// Brings what must be there before anything is shown: the language, and drafts that localStorage lost.
async fn begin(place: HtmlElement, owner: Option<Owner>) {
    let owner = owner.unwrap_or_default();
    let shared = owner.with(shared);
    if shared.route.get_untracked() != Route::Start {
        // Whoever comes to another page waits for it; it is awaited further down.
        drop(window::bring_rest());
    }
    let mut lang = shared.lang.get_untracked();
    if !load(lang, Part::Start).await {
        lang = Lang::default();
        shared.lang.set(lang);
        if !load(lang, Part::Start).await {
            // Without words there is nothing to show; the page says so itself.
            return window::show_failure();
        }
    }
    drafts::recover_within(2000).await;
    place.set_text_content(None);
    owner.with(|| all().into_iter().for_each(|part| part.put_into(&place)));
    bring_pages().await;
    // What could not be brought is tried again with every page that somebody asks for.
    owner.with(|| {
        on_window("hashchange", move |_| {
            if shared.route.get_untracked() != Route::Start && !shared.has_pages.get_untracked() {
                browser::spawn(bring_pages());
            }
        });
    });
    // The other languages follow, so that switching works without a network.
    for other in Lang::ALL {
        for part in Part::ALL {
            load(other, part).await;
        }
    }
}

fn all() -> [El; 5] {
    let shared = shared();
    // The draft alone: going from page to page of it makes nothing anew here.
    let draft = Follows::new(move || shared.route.get().draft().into_iter().collect::<Vec<_>>());
    on_window("beforeunload", |event| super::autosave::warn_of_loss(&event));
    [
        link("#main", "").attr("class", "skip").text_with(|| ui_tracked().skip.to_owned()).on(
            "click",
            |event| {
                event.prevent_default();
                window::focus("main");
            },
        ),
        header(),
        of_class("div", "shell").dynamic(move || match draft.get().first().copied() {
            Some(id) if shared.has_pages.get() => untrack(|| rest::frame(id)),
            Some(_) => untrack(|| vec![waiting()]),
            None => untrack(|| vec![plain()]),
        }),
        notice::lines(),
        of_class("footer", "site")
            .child(el("p").text_with(|| ui_tracked().footer.to_owned()))
            .child(el("p").child(link("#/about", "").text_with(|| ui_tracked().about_title.to_owned()))),
    ]
}

/// A page whose texts and code are not here yet.
fn waiting() -> El {
    page::main().attr("class", "plain").child(being_brought())
}

fn being_brought() -> El {
    let again = button("", ui().try_again, || browser::spawn(bring_pages()));
    of_class("div", "waiting").child(says("p", ui().loading).attr("role", "status")).child(again)
}

/// The pages without a draft.
fn plain() -> El {
    let shared = shared();
    page::main().attr("class", "plain").dynamic(move || {
        let (route, lang) = (shared.route.get(), shared.lang.get());
        let is_here = !matches!(route, Route::About | Route::Rules(_)) || shared.has_pages.get();
        let ui = &lang.texts().ui;
        untrack(|| match route {
            _ if !is_here => vec![being_brought()],
            Route::About => vec![page::shown("about", ui.about_title, rest::about())],
            Route::Rules(_) => vec![page::shown("rules", ui.rules_title, rest::rule_book())],
            _ => vec![page::shown("start", ui.app_name, page::start())],
        })
    })
}

fn header() -> El {
    let shared = shared();
    let choice = el("select").id("language");
    let select = choice.clone();
    let choice = choice
        .children(
            Lang::ALL
                .map(|lang| says("option", lang.name()).attr("value", lang.code()).attr("lang", lang.code())),
        )
        .value_with(move || shared.lang.get().code().to_owned())
        .on("change", move |_| {
            if let Some(lang) = Lang::from_code(&select.value()) {
                speak(lang);
            }
        });
    of_class("header", "site")
        .child(
            link("#/", "")
                .attr("class", "brand")
                .child(of_class("span", "mark").attr("aria-hidden", "true"))
                .child(el("span").text_with(|| ui_tracked().app_name.to_owned())),
        )
        .child(
            of_class("div", "language")
                .child(el("label").attr("for", "language").text_with(|| ui_tracked().language.to_owned()))
                .child(choice),
        )
}

//! The files of a plan on their way out: what they are, how they are sent, and the file that comes of it.

use std::sync::Arc;

use leptos::prelude::untrack;

use crate::browser::files::{self, Content};
use crate::browser::{self, blobs};
use crate::bundle::{self, MOST_FILE_BYTES};
use crate::enclosures::LARGE_MAIL_BYTES;
use crate::plan::Enclosure;
use crate::rules::Value;
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::notice::{say_while, warn};
use crate::ui::watched::{Follows, Watched};

/// How the files of a plan are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    /// Inside the bundle.
    #[default]
    Inside,
    /// Beside it in a zip.
    Zip,
    /// Not at all.
    Without,
}

impl Way {
    const ALL: [Self; 3] = [Self::Inside, Self::Zip, Self::Without];

    fn key(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Zip => "zip",
            Self::Without => "without",
        }
    }

    /// This way, or the next one by which the file can be opened again.
    pub(super) fn fitting(self, text: usize, files: &[Enclosure]) -> Self {
        let fits = |way: &Self| way.size(text, files) <= MOST_FILE_BYTES;
        let from = Self::ALL.into_iter().skip_while(|way| *way != self);
        from.into_iter().find(fits).unwrap_or(Self::Without)
    }

    /// What the file is called that goes so: no two ways give the same name.
    fn name(self, name: &str, files: &[Enclosure]) -> String {
        let stem = name.strip_suffix(".json").unwrap_or(name);
        match self {
            _ if files.is_empty() => name.to_owned(),
            Self::Inside => name.to_owned(),
            Self::Zip => format!("{stem}.zip"),
            Self::Without => format!("{stem}-{}.json", ui().file_without),
        }
    }

    /// What a bundle of this length weighs this way, in bytes.
    fn size(self, text: usize, files: &[Enclosure]) -> u64 {
        let here = files.iter().filter(|file| blobs::is_here(&file.sha256));
        let alone = bundle::size_with(text, std::iter::empty());
        match self {
            Self::Inside => bundle::size_with(text, here),
            Self::Zip => here.fold(alone, |size, file| size.saturating_add(file.size)),
            Self::Without => alone,
        }
    }
}

/// The files that go out with a draft.
pub(super) fn of_draft(draft: Draft) -> Vec<Enclosure> {
    draft.with(|plan| draft.copies.with_untracked(|copies| bundle::files_of(plan, Some(copies.joined()))))
}

/// A file that was made.
pub(super) struct Made {
    pub(super) name: String,
    pub(super) content: Content,
    /// The names of attachments that are to be in it, and are not in this browser.
    pub(super) lacking: Vec<String>,
}

/// Makes the file of a bundle, its files sent this way, and hands it to `done` with its name.
pub(super) fn make(
    (name, text): (String, String),
    files: Vec<Enclosure>,
    way: Way,
    done: impl FnOnce(Made) + 'static,
) {
    let name = way.name(&name, &files);
    // A download must come of the click itself where it can.
    if files.is_empty() || way == Way::Without {
        return done(Made { name, content: Content::Json(text), lacking: Vec::new() });
    }
    let said = words().named(ui().file_is_made, &name);
    browser::spawn(async move { done(say_while(said, with_attachments(name, text, files, way)).await) });
}

async fn with_attachments(name: String, text: String, files: Vec<Enclosure>, way: Way) -> Made {
    let bytes = blobs::all_of(&files).await;
    // The list may have said otherwise: what is kept can be damaged, and shows so only once it is read.
    let lacks = files.iter().filter(|file| bytes.iter().all(|of| of.sha256 != file.sha256));
    let lacking: Vec<String> = lacks.map(|file| file.name.clone()).collect();
    if !lacking.is_empty() {
        warn(words().named(ui().attachments_lacking, &lacking.join(", ")));
    }
    let content = match way {
        Way::Zip => Content::Zip(bundle::zip_of(&text, &files, &bytes)),
        _ => Content::Json(bundle::with_files(&text, &bytes)),
    };
    Made { name, content, lacking }
}

/// Makes the file of a bundle and saves it; `done` has it where that worked.
pub(super) fn save(
    file: (String, String),
    files: Vec<Enclosure>,
    way: Way,
    done: impl FnOnce(Option<Made>) + 'static,
) {
    make(file, files, way, move |made| {
        let is_saved = files::save(&made.name, &made.content);
        done(is_saved.then_some(made));
    });
}

/// The plan's files, and how they are to be sent; nothing where there are none. `text` is the bundle's length.
pub(super) fn choice(draft: Draft, way: Watched<Way>, text: Follows<usize>) -> El {
    // Made anew only where they are others, or come to be here; not with each key of the covering note.
    let known = Follows::new(move || {
        // Where some are not known to be here, they are looked for.
        let known = of_draft(draft).into_iter().map(|file| format!("{} {file:?}", draft.has_bytes(&file)));
        known.collect::<Vec<_>>().join("\n")
    });
    el("div").dynamic(move || {
        known.with(|_| ());
        let files = untrack(|| of_draft(draft));
        if files.is_empty() { Vec::new() } else { asked(way, &files, text) }
    })
}

fn asked(way: Watched<Way>, files: &[Enclosure], text: Follows<usize>) -> Vec<El> {
    let (ui, words) = (ui(), words());
    let line = |file: &Enclosure| {
        let mut said = words.enclosure(file);
        if !blobs::is_here(&file.sha256) {
            said = [&said, " – ", ui.attachment_not_here].concat();
        }
        says("li", &said).attr("data-sha256", &file.sha256)
    };
    let list = of_class("ul", "attachments").children(files.iter().map(line));
    let files: Arc<[Enclosure]> = files.into();
    let options = Way::ALL.map(|of| option(way, of, Arc::clone(&files), text));
    let options = of_class("fieldset", "question own")
        .child(of_class("legend", "label").text(ui.attachments_how))
        .children(options);
    let warned = Follows::new(move || {
        let size = way.get().fitting(text.get(), &files).size(text.get(), &files);
        let is_large = size >= LARGE_MAIL_BYTES;
        if is_large { super::super::context::words().size(size) } else { String::new() }
    });
    let warning = el("div").attr("role", "status").dynamic(move || {
        let said = |size| {
            let words = super::super::context::words();
            words.fill(super::super::context::ui().large_for_mail, &[("size", Value::Text(size))])
        };
        let banner = |size| of_class("p", "banner").attr("data-banner", "large").text(&said(size));
        Some(warned.get()).filter(|size| !size.is_empty()).map(banner).into_iter().collect()
    });
    vec![says("h2", ui.attachments), list, options, warning]
}

/// One way, with what the file weighs so. What nobody could open again is not offered.
fn option(way: Watched<Way>, of: Way, files: Arc<[Enclosure]>, text: Follows<usize>) -> El {
    let ui = ui();
    let label = match of {
        Way::Inside => ui.attachments_inside,
        Way::Zip => ui.attachments_zip,
        Way::Without => ui.attachments_without,
    };
    let id = format!("attachments-{}", of.key());
    let (chosen, weighed) = (Arc::clone(&files), Arc::clone(&files));
    let radio = el("input").attr("type", "radio").attr("name", "attachments").id(&id).attr("value", of.key());
    let radio = radio.checked_with(move || way.get().fitting(text.get(), &chosen) == of);
    let radio = radio.on("change", move |_| way.set(of));
    let size = move || format!(" – {}", words().size(of.size(text.get(), &weighed)));
    let said = says("label", label).attr("for", &id).child(el("span").text_with(size));
    let is_too_large = move || of.size(text.get(), &files) > MOST_FILE_BYTES;
    of_class("div", "option")
        .child(radio)
        .child(said)
        .attr_with("hidden", move || is_too_large().then(String::new))
}

/// The name of a bundle's file as it would be sent.
pub(super) fn name_of(draft: Draft, way: Way, text: usize, name: String) -> String {
    let files = of_draft(draft);
    way.fitting(text, &files).name(&name, &files)
}

/// What the bundle weighs as it would be sent, in bytes.
pub(super) fn size(draft: Draft, way: Way, text: usize) -> u64 {
    draft.attached.track();
    let files = of_draft(draft);
    way.fitting(text, &files).size(text, &files)
}

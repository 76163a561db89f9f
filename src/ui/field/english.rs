//! The English text beside an answer, where the working language is another (handbook 3.2).

use super::{Cell, control};
use crate::question::Place;
use crate::rules::english;
use crate::ui::context::ui;
use crate::ui::dom::{El, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::watched::Follows;

/// A box that opens below the answer; nothing where the plan needs none.
pub(super) fn beside(draft: Draft, place: Place) -> El {
    if !english::can_have_english(place) {
        return el("div");
    }
    el("div").when(move || draft.is_translated.get(), move || folded(draft, place.in_english()))
}

fn folded(draft: Draft, place: Place) -> El {
    let cell = Cell::new(draft, place, "");
    let is_empty = Follows::new(move || draft.with(|plan| !place.is_filled(plan)));
    let summary = says("summary", ui().in_english)
        .id(&format!("{place}-label"))
        .when(move || is_empty.get(), || of_class("span", "need").text(ui().nothing_yet));
    let controls = control::long(cell).into_iter().map(|control| {
        let named = format!("{}-label", place.in_working_language());
        control.attr("aria-labelledby", &format!("{named} {place}-label"))
    });
    of_class("details", "english").child(summary).children(controls).children(cell.messages())
}

//! Keeping the plan as it stood on a day: as it was submitted, as it was endorsed (3.3.1).

use crate::browser::page;
use crate::plan::{Day, Kept, Plan};
use crate::question::Question;
use crate::route::{AsOf, Page, Route};
use crate::ui::context::{ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::notice::{say, say_with_undo};
use crate::ui::watched::Follows;

/// A state that the plan keeps inside itself.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// As the page of changes names it.
    pub(super) as_of: AsOf,
    /// Where it stands in the plan.
    pub(super) of: fn(&mut Plan) -> &mut Kept,
    /// The id of the button that keeps it.
    pub(super) id: &'static str,
}

/// Whether the plan is kept as it was on this day, and the way to keep it so.
pub(super) fn kept(draft: Draft, state: State, day: Day, is_kept: bool) -> El {
    let (ui, words) = (ui(), words());
    let (keep, keeps) = match state.as_of {
        AsOf::Endorsed => (ui.endorsed_keep, ui.endorsed_kept),
        _ => (ui.mark_submitted, ui.marked),
    };
    let mark = move || {
        let mut before = Kept::default();
        let did = draft.tick(|plan, _| {
            let now = Kept::of(plan);
            before = std::mem::replace((state.of)(plan), now);
        });
        if !did {
            return;
        }
        if is_kept {
            say_with_undo(super::super::context::ui().marked_now.to_owned(), move || {
                let before = before.clone();
                draft.tick(|plan, _| *(state.of)(plan) = before)
            });
        } else {
            say(super::super::context::ui().marked_now);
        }
        page::focus_soon(state.id);
    };
    let off = move || !draft.can_write.get();
    if !is_kept {
        let label = words.on_day(keep, day);
        return el("p").child(button("primary", &label, mark).id(state.id).disabled_if(off));
    }
    let since = Page::Changes { from: Some(state.as_of), to: Some(AsOf::Now) };
    let since = link(&Route::Draft(draft.id, since).to_string(), ui.changed_since)
        .attr("data-since", &state.as_of.to_string());
    let again = button("quiet", ui.mark_again, mark).id(state.id).disabled_if(off);
    el("div")
        .child(says("p", &words.on_day(keeps, day)))
        .child(of_class("p", "kept-since").child(since))
        .child(again)
}

/// Below the day of the endorsement: the plan as it was endorsed then.
pub(super) fn endorsed(draft: Draft) -> El {
    let state = State { as_of: AsOf::Endorsed, of: |plan| &mut plan.as_endorsed, id: "keep-endorsed" };
    let told = Follows::new(move || {
        draft.with(|plan| format!("{:?} {}", plan.vision.endorsed.value(), plan.as_endorsed().is_some()))
    });
    of_class("div", "kept").attr("data-panel", Question::Endorsed.number()).dynamic(move || {
        told.with(|_| ());
        let (day, is_kept) =
            draft.with_untracked(|plan| (plan.vision.endorsed.value(), plan.as_endorsed().is_some()));
        let Some(day) = day else { return Vec::new() };
        let hint = (!is_kept).then(|| of_class("p", "hint").text(ui().endorsed_hint));
        hint.into_iter().chain([kept(draft, state, day, is_kept)]).collect()
    })
}

//! Beside an answer: what cannot be read in the app's own questions, what the app can offer, what helps to answer.

use crate::browser;
use crate::question::{Place, Question};
use crate::rules::own::{self, Unreadable};
use crate::rules::{Check, Value};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::watched::Follows;

/// The place's messages with what the app itself has to say there, and what it can offer.
pub(super) fn offer(messages: El, draft: Draft, place: Place) -> Vec<El> {
    if !matches!(
        place.question,
        Question::Start
            | Question::Joined
            | Question::Submitted
            | Question::Done
            | Question::PointOfContact
            | Question::PlanEnd
            | Question::Site
    ) {
        return vec![messages];
    }
    let unreadable = Follows::new(move || {
        let fault = draft.with(|plan| own::unreadable(plan, place, browser::NORMALISE));
        fault.filter(|_| draft.is_left(place)).map(said_of).unwrap_or_default()
    });
    let suggestion = Follows::new(move || {
        draft.with(|plan| own::suggestion(plan, place, browser::NORMALISE)).unwrap_or_default()
    });
    let told = move || {
        let template = unreadable.get();
        let typed = draft.with_untracked(|plan| place.shown(plan));
        let said = words().fill(&template, &[("typed", Value::Text(typed.trim_matches('/').to_owned()))]);
        let said = of_class("div", "message form").child(of_class("p", "wrong").text(&said));
        if template.is_empty() { Vec::new() } else { vec![said] }
    };
    let offered = move || {
        let answer = suggestion.get();
        if answer.is_empty() || !draft.can_write.get() {
            return Vec::new();
        }
        let named = words().named(ui().use_value, &words().stored_month(&answer));
        vec![button("offer", &named, move || draft.accept(place, &answer))]
    };
    vec![messages.dynamic(told), el("div").dynamic(offered)]
}

/// What is to be said of something that cannot be read, with room for what was typed.
fn said_of(fault: Unreadable) -> String {
    let rule = |check: Check| {
        let text = texts().rule(check);
        format!("{} {}", text.wrong, text.todo)
    };
    match fault {
        Unreadable::Month => rule(Check::Plan2Unreadable),
        Unreadable::Email => rule(Check::Com7),
        Unreadable::Day => ui().unreadable_day.to_owned(),
    }
}

/// The answers of the vision that a commitment's goal comes from (A2-10), to read beside the box.
pub(super) fn vision(draft: Draft) -> El {
    let answer = |question: Question| {
        let answer = draft.with_untracked(|plan| Place::plan(question).shown(plan));
        let label = format!("{} {}", question.printed_number(), texts().question(question).label);
        let said = if answer.trim().is_empty() { ui().no_answer } else { &answer };
        [says("dt", &label), of_class("dd", "written").attr("dir", "auto").text(said)]
    };
    let answers = [Question::LongTermVision, Question::MediumTermGoals].into_iter().flat_map(answer);
    of_class("details", "vision").child(says("summary", ui().your_vision)).child(el("dl").children(answers))
}

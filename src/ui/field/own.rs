//! Beside an answer: what cannot be read in the app's own questions, what the app can offer, what helps to answer.

use crate::browser::{self, page};
use crate::plan::Plan;
use crate::question::{Place, Question};
use crate::rules::own::{self, Unreadable};
use crate::rules::{Check, Value};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::watched::Follows;

/// The place's messages with what the app itself has to say there, and what it can offer.
pub(super) fn offer(messages: El, draft: Draft, place: Place) -> Vec<El> {
    let can_offer = matches!(
        place.question,
        Question::PlanEnd
            | Question::Site
            | Question::Start
            | Question::Website
            | Question::GroupCount
            | Question::MeetingCount
            | Question::Participants
    );
    if place.english || !(place.question.is_own() || can_offer) {
        return vec![messages];
    }
    let unreadable = Follows::new(move || {
        if draft.is_left(place) {
            draft.with(|plan| unreadable_at(plan, place)).unwrap_or_default()
        } else {
            String::new()
        }
    });
    let suggestion = Follows::new(move || {
        let suggest = |plan: &Plan| own::suggestion(plan, place, browser::today(), browser::NORMALISE);
        if draft.is_left(place) { draft.with(suggest).unwrap_or_default() } else { String::new() }
    });
    let told = move || {
        let said = unreadable.get();
        let grade = of_class("strong", "grade").text(ui().grade_form);
        let told = of_class("p", "wrong").child(grade).text(" ").text(&said);
        let told = of_class("div", "message form").child(told);
        if said.is_empty() { Vec::new() } else { vec![told] }
    };
    let offered = move || {
        let answer = suggestion.get();
        if answer.is_empty() || !draft.can_write.get() {
            return Vec::new();
        }
        let from_list =
            matches!(place.question, Question::Participants | Question::GroupCount | Question::MeetingCount);
        let label = if from_list { ui().use_listed } else { ui().use_value };
        let named = words().named(label, &words().stored_month(&answer));
        vec![button("offer", &named, move || {
            draft.accept(place, &answer);
            page::focus_soon(place.to_string());
        })]
    };
    vec![messages.dynamic(told), el("div").dynamic(offered)]
}

/// The value of `aria-invalid` where something in an own question cannot be read.
pub(super) fn is_unreadable(draft: Draft, place: Place) -> Option<String> {
    let is_own = place.question.is_own() && draft.is_left(place);
    let fault = is_own.then(|| draft.with(|plan| own::unreadable(plan, place, browser::NORMALISE)))?;
    fault.map(|_| "true".to_owned())
}

/// What is to be said of something at this place that cannot be read; nothing where there is no such thing.
pub(in crate::ui) fn unreadable_at(plan: &Plan, place: Place) -> Option<String> {
    let rule = |check: Check| {
        let text = texts().rule(check);
        format!("{} {}", text.wrong, text.todo)
    };
    let template = match own::unreadable(plan, place, browser::NORMALISE)? {
        Unreadable::Month => rule(Check::Plan2Unreadable),
        Unreadable::Email => rule(Check::Com7),
        Unreadable::Day => ui().unreadable_day.to_owned(),
        Unreadable::Count => ui().unreadable_count.to_owned(),
        Unreadable::Url => ui().unreadable_url.to_owned(),
    };
    let typed = place.shown(plan).trim_matches('/').to_owned();
    Some(words().fill(&template, &[("typed", Value::Text(typed))]))
}

/// The answers of the vision that a commitment's goal comes from (A2-10), to read beside the box. Nothing where a part of
/// a plan came without them.
pub(in crate::ui) fn vision(draft: Draft) -> Option<El> {
    let goals = [Question::LongTermVision, Question::MediumTermGoals];
    let is_there =
        |question: &Question| draft.with_untracked(|plan| Place::plan(*question).is_answered(plan));
    if draft.is_part && !goals.iter().any(is_there) {
        return None;
    }
    let answer = |question: Question| {
        let answer = draft.with_untracked(|plan| Place::plan(question).shown(plan));
        let label = format!("{} {}", question.printed_number(), texts().question(question).label);
        let said = if answer.trim().is_empty() { ui().no_answer } else { &answer };
        [says("dt", &label), of_class("dd", "written").attr("dir", "auto").text(said)]
    };
    let answers = el("dl").children(goals.into_iter().flat_map(answer));
    Some(of_class("details", "vision").child(says("summary", ui().your_vision)).child(answers))
}

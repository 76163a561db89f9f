//! Issues as lines: each leads to its answer, and can be left open with a reason where it is a requirement.

use leptos::prelude::untrack;

use crate::browser::{self, page};
use crate::i18n::Words;
use crate::plan::{Day, Plan};
use crate::question::Place;
use crate::route::{Page, Route};
use crate::rules::acknowledged::{self, Standing, standing};
use crate::rules::{At, Here, Issue, Value, after, judgement};
use crate::ui::answers;
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::message::{grade, place_name, wrong};
use crate::ui::notice::{say, say_with_undo};

use super::focus_answer;
use super::outline::numbered_title;

/// How lines of issues stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines {
    /// Each names its commitment: no heading above does.
    pub(super) name_commitments: bool,
    /// Requirements can be left open with a reason.
    pub(super) can_acknowledge: bool,
    /// The number of the first one on the page.
    pub(super) first: usize,
}

/// Issues as lines that lead to their answers. Many that say the same share one line: one for those left open with
/// one reason, one for those without.
pub(super) fn issue_list<'a>(draft: Draft, how: Lines, issues: impl IntoIterator<Item = &'a Issue>) -> El {
    let words = words();
    let mut lines = Vec::new();
    let mut alike: Vec<(Option<String>, Vec<&Issue>)> = vec![(None, Vec::new())];
    for issue in issues {
        if !issue.check.says_the_same_everywhere() {
            lines.push(vec![issue]);
            continue;
        }
        let reason =
            draft.with_untracked(|plan| acknowledged::reason(plan, issue).map(|given| given.reason.clone()));
        match alike.iter_mut().find(|(of, _)| *of == reason) {
            Some((_, issues)) => issues.push(issue),
            None => alike.push((reason, vec![issue])),
        }
    }
    lines.extend(alike.into_iter().map(|(_, issues)| issues));
    let lines = lines.iter().filter(|issues| !issues.is_empty()).zip(how.first..);
    of_class("ul", "issue-list")
        .children(lines.map(|(issues, number)| line(draft, how, &words, issues, number)))
}

/// What a line calls the place of its issue.
fn name(draft: Draft, how: Lines, issue: &Issue) -> String {
    untrack(|| {
        let name = place_name(texts(), draft, issue.at);
        match issue.at {
            At::Place(Place { commitment: Some(id), .. }) if how.name_commitments => {
                format!("{} – {name}", numbered_title(draft, id))
            }
            _ => name,
        }
    })
}

/// One issue, or several that say the same.
fn line(draft: Draft, how: Lines, words: &Words, issues: &[&Issue], number: usize) -> El {
    let (texts, Some(first)) = (texts(), issues.first()) else { return el("li") };
    let check = first.check;
    let all = draft.issues_now();
    let reason = draft.with_untracked(|plan| reason_given(plan, &all, words, first));
    let is_given = reason.as_ref().is_some_and(|(holds, _)| *holds);
    let (class, word) = match is_given {
        true => ("acknowledged", texts.ui.acknowledged),
        false => (check.grade().key(), grade(texts, check.grade())),
    };
    let id = format!("line-{number}");
    let to = |issue: &Issue| link_to(draft, issue.at, &name(draft, how, issue));
    let head = match issues {
        [one] => to(one),
        several => says("strong", &words.count(several.len(), texts.ui.several_alike)),
    };
    let links = issues.iter().map(|issue| el("li").attr("data-rule", issue.check.rule()).child(to(issue)));
    let places = (issues.len() > 1).then(|| {
        let list = of_class("ul", "alike").children(links);
        el("details").child(says("summary", texts.ui.show_open)).child(list)
    });
    let can_acknowledge = how.can_acknowledge && check.grade().keeps_from_ready() && !check.is_judgement();
    of_class("li", &format!("issue {class}"))
        .id(&id)
        .attr("tabindex", "-1")
        .attr("data-rule", check.rule())
        .child(of_class("span", "grade").text(word))
        .text(" ")
        .child(head)
        .child(says("p", &wrong(texts, words, first)))
        .children(places)
        .children(reason.map(|(_, said)| of_class("p", "reason").text(&said)))
        .children(check.is_judgement().then(|| look(draft, first, &id)))
        .children(can_acknowledge.then(|| acknowledge(draft, issues, &id)))
}

/// The reason given for an issue in words, and whether it still holds.
pub(in crate::ui) fn reason_given(
    plan: &Plan,
    issues: &[Issue],
    words: &Words,
    issue: &Issue,
) -> Option<(bool, String)> {
    let (holds, given) = match standing(plan, issues, issue) {
        Standing::Open => return None,
        Standing::Acknowledged(given) => (true, given),
        Standing::Lapsed(given) => (false, given),
    };
    let template = if holds { ui().acknowledged_why } else { ui().acknowledged_lapsed };
    let day = given.day.value().map(|day| words.day(day)).unwrap_or_default();
    let values = [("day", Value::Text(day)), ("name", Value::Text(given.reason.clone()))];
    Some((holds, words.fill(template, &values)))
}

/// A form to leave issues open with a reason. What is typed stays while the list is made anew.
fn acknowledge(draft: Draft, issues: &[&Issue], line: &str) -> El {
    let ui = ui();
    let issues: Vec<Issue> = issues.iter().copied().cloned().collect();
    let Some(first) = issues.first() else { return el("div") };
    let key = format!("{} {} {}", first.check.id(), first.at.path(), acknowledged::values(first));
    let all = draft.issues_now();
    let given = draft.with_untracked(|plan| match standing(plan, &all, first) {
        Standing::Acknowledged(given) | Standing::Lapsed(given) => given.reason.clone(),
        Standing::Open => String::new(),
    });
    let typed = draft
        .reasons
        .with_untracked(|reasons| reasons.iter().find(|(of, _)| *of == key).map(|(_, typed)| typed.clone()));
    let id = format!("{line}-reason");
    let reason = el("textarea").id(&id).attr("rows", "2").attr("aria-describedby", &format!("{id}-hint"));
    reason.set_value(typed.as_ref().unwrap_or(&given));
    let forget = {
        let key = key.clone();
        move || draft.reasons.change(|reasons| reasons.retain(|(of, _)| *of != key))
    };
    let note = forget.clone();
    let reason = reason.on_typed(move |text| {
        note();
        let key = key.clone();
        draft.reasons.change(|reasons| reasons.push((key, text)));
    });
    let written = reason.clone();
    let line = line.to_owned();
    let give = move |is_kept: bool| {
        let said = if is_kept { written.value() } else { String::new() };
        let today = Day(browser::today());
        forget();
        for issue in &issues {
            draft.tick(|plan, new| acknowledged::acknowledge(plan, &all, issue, &said, today, new));
        }
        focus_line(&line);
    };
    let withdraw = give.clone();
    let off = move || !draft.can_write.get();
    let summary = says("summary", ui.acknowledge);
    of_class("details", "acknowledge")
        .attr_if("open", typed.map(|_| ""))
        .child(summary)
        .child(says("label", ui.acknowledge_reason).attr("for", &id))
        .child(of_class("p", "hint").id(&format!("{id}-hint")).text(ui.acknowledge_hint))
        .child(reason)
        .child(
            button("", ui.acknowledge_keep, move || give(true))
                .attr("data-act", "acknowledge")
                .disabled_if(off),
        )
        .children((!given.is_empty()).then(|| {
            button("quiet", ui.acknowledge_withdraw, move || withdraw(false))
                .attr("data-act", "withdraw")
                .disabled_if(off)
        }))
}

/// Brings the focus to a line once the list is made anew: to the one that stands there then; to the list where it ends
/// before.
fn focus_line(line: &str) {
    page::focus_soon("review-list");
    page::focus_soon(line);
}

/// A button to say that somebody looked at what no rule can read.
fn look(draft: Draft, issue: &Issue, line: &str) -> El {
    let (issue, line) = (issue.clone(), line.to_owned());
    let looked = move || {
        let before = draft.with_untracked(|plan| judgement::looked(plan, &issue).cloned());
        let of = issue.clone();
        if draft.tick(|plan, new| judgement::look(plan, &issue, new)) {
            say_with_undo(ui().looked_noted.to_owned(), move || {
                draft.tick(|plan, _| judgement::take_back(plan, &of, before.clone()))
            });
        }
        focus_line(&line);
    };
    button("", ui().looked_at, looked).attr("data-act", "looked").disabled_if(move || !draft.can_write.get())
}

/// A line that leads to a place, under the word of a grade.
pub(super) fn line_to(draft: Draft, at: At, class: &str, grade: &str, name: &str) -> El {
    of_class("li", &format!("issue {class}"))
        .child(of_class("span", "grade").text(grade))
        .text(" ")
        .child(link_to(draft, at, name))
}

/// A link to a place.
pub(super) fn link_to(draft: Draft, at: At, name: &str) -> El {
    let href = address(draft, at);
    link(&href, name).on("click", move |_| {
        // A link to the place one is at already must still open it and bring the focus there.
        if page::hash() == href
            && let At::Place(place) = at
        {
            go_to(draft, place);
        }
    })
}

fn address(draft: Draft, at: At) -> String {
    match at {
        At::Place(place) => Route::to_place(draft.id, place).to_string(),
        At::Commitments => Route::Draft(draft.id, Page::Commitments).to_string(),
    }
}

/// Opens a place on the page that is shown, and brings the focus there.
fn go_to(draft: Draft, place: Place) {
    draft.point_at(place);
    page::soon(move || {
        focus_answer(&place.to_string());
    });
}

/// Takes a step back, or does it again, and goes to the answer that changed.
pub(super) fn go_a_step(draft: Draft, is_forth: bool) {
    let Some(paths) = draft.step(is_forth) else { return };
    let mut places = paths.iter().filter_map(|path| answers::answer(path)?.place);
    let at = draft.with_untracked(|plan| match places.next() {
        Some(place) if place.exists(plan) => At::Place(place),
        // Of a row that is gone, its question.
        Some(place) if place.commitment.is_none_or(|id| plan.commitment(id).is_some()) => {
            At::Place(place.whole_question())
        }
        _ => At::Commitments,
    });
    let template = if is_forth { ui().redone } else { ui().undone };
    say(words().named(template, &place_name(texts(), draft, at)));
    go_there(draft, at);
}

/// Goes to a place, also where one is there already.
fn go_there(draft: Draft, at: At) {
    let href = address(draft, at);
    match at {
        At::Place(place) if page::hash() == href => go_to(draft, place),
        _ => page::go(&href),
    }
}

/// Goes to the next place after where one is that something is to be said of, or to the one before; round and round.
pub(super) fn go_to_next(draft: Draft, here: Page, is_back: bool) {
    let issues = draft.issues();
    let filter = draft.filter.get_untracked();
    let mut places: Vec<At> = draft.with_untracked(|plan| {
        let is_told =
            |issue: &&Issue| !issue.check.is_told_twice() && acknowledged::reason(plan, issue).is_none();
        let told = || issues.iter().filter(is_told);
        // What the review shows alone is gone through alone.
        let wanted: Vec<At> =
            told().filter(|issue| filter.shows(plan, issue)).map(|issue| issue.at).collect();
        if wanted.is_empty() { told().map(|issue| issue.at).collect() } else { wanted }
    });
    places.dedup();
    let here = match here {
        Page::Section { section, commitment, at } => {
            // A link leads to a whole question, and the focus to its first control.
            let focused = page::focused_id().and_then(|id| Place::parse(&id, commitment));
            let focused = at.filter(|at| focused.is_none_or(|focused| at.holds(focused))).or(focused);
            let top =
                section.questions().next().map(|question| Place { commitment, ..Place::plan(question) });
            // From the heading, the first question itself comes next.
            match (focused, top) {
                (Some(place), _) => Here::Place(At::Place(place)),
                (None, Some(top)) => Here::Before(At::Place(top)),
                (None, None) => Here::Anywhere,
            }
        }
        Page::Commitments => Here::Place(At::Commitments),
        _ => Here::Anywhere,
    };
    let next = draft.with_untracked(|plan| after(plan, &places, here, is_back));
    if let Some(at) = next {
        go_there(draft, at);
    }
}

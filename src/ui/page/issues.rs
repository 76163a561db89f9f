//! Issues as lines: each leads to its answer, and can be left open with a reason where it is a requirement.

use crate::browser::{self, page};
use crate::i18n::Words;
use crate::plan::record::Answer as _;
use crate::plan::{Day, Plan};
use crate::question::Place;
use crate::route::{Page, Route};
use crate::rules::acknowledged::{self, Standing, standing};
use crate::rules::{At, Issue, Value, judgement};
use crate::ui::context::{texts, ui, words};
use crate::ui::dom::{El, button, el, link, of_class, says};
use crate::ui::draft::Draft;
use crate::ui::message::{grade, place_name, wrong};

use super::focus_answer;
use super::outline::numbered_title;

/// How lines of issues stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines {
    /// Each names its commitment: no heading above does.
    pub(super) name_commitments: bool,
    /// Requirements can be left open with a reason.
    pub(super) can_acknowledge: bool,
}

/// Issues as lines that lead to their answers. Many that say the same share one line.
pub(super) fn issue_list<'a>(draft: Draft, how: Lines, issues: impl IntoIterator<Item = &'a Issue>) -> El {
    let words = words();
    let mut lines = Vec::new();
    let mut alike: Vec<&Issue> = Vec::new();
    for issue in issues {
        // Texts without an English one are many, and all say the same.
        if issue.check.says_the_same_everywhere() {
            alike.push(issue);
        } else {
            lines.push(issue_line(draft, how, &words, issue));
        }
    }
    lines.extend(match alike.as_slice() {
        [] => None,
        [one] => Some(issue_line(draft, how, &words, one)),
        several => Some(shared_line(draft, how, &words, several)),
    });
    of_class("ul", "issue-list").children(lines)
}

/// What a line calls the place of its issue.
fn name(draft: Draft, how: Lines, issue: &Issue) -> String {
    let name = place_name(texts(), draft, issue.at);
    match issue.at {
        At::Place(Place { commitment: Some(id), .. }) if how.name_commitments => {
            format!("{} – {name}", numbered_title(draft, id))
        }
        _ => name,
    }
}

fn issue_line(draft: Draft, how: Lines, words: &Words, issue: &Issue) -> El {
    let (texts, check) = (texts(), issue.check);
    let said = says("p", &wrong(texts, words, issue));
    let name = name(draft, how, issue);
    if check.is_judgement() {
        let line = line_to(draft, issue.at, check.grade().key(), grade(texts, check.grade()), &name);
        return line.attr("data-rule", check.rule()).child(said).child(look(draft, issue));
    }
    let reason = draft.with_untracked(|plan| reason_given(plan, words, issue));
    let is_given = reason.as_ref().is_some_and(|(holds, _)| *holds);
    let (class, word) = match is_given {
        true => ("acknowledged", texts.ui.acknowledged),
        false => (check.grade().key(), grade(texts, check.grade())),
    };
    line_to(draft, issue.at, class, word, &name)
        .attr("data-rule", check.rule())
        .child(said)
        .children(reason.map(|(_, said)| of_class("p", "reason").text(&said)))
        .children(
            (how.can_acknowledge && check.grade().keeps_from_ready()).then(|| acknowledge(draft, issue)),
        )
}

/// Issues that say the same, as one line that opens.
fn shared_line(draft: Draft, how: Lines, words: &Words, issues: &[&Issue]) -> El {
    let (texts, Some(first)) = (texts(), issues.first()) else { return el("li") };
    let (ui, key) = (ui(), first.check.grade().key());
    let links = issues.iter().map(|issue| {
        let to = link_to(draft, issue.at, &name(draft, how, issue));
        el("li").attr("data-rule", issue.check.rule()).child(to)
    });
    of_class("li", &format!("issue {key}"))
        .child(of_class("span", "grade").text(grade(texts, first.check.grade())))
        .text(" ")
        .child(says("strong", &words.count(issues.len(), ui.several_alike)))
        .child(says("p", &wrong(texts, words, first)))
        .child(
            el("details").child(says("summary", ui.show_open)).child(of_class("ul", "alike").children(links)),
        )
}

/// The reason given for an issue in words, and whether it still holds.
pub(in crate::ui) fn reason_given(plan: &Plan, words: &Words, issue: &Issue) -> Option<(bool, String)> {
    let (holds, given) = match standing(plan, issue) {
        Standing::Open => return None,
        Standing::Acknowledged(given) => (true, given),
        Standing::Lapsed(given) => (false, given),
    };
    let template = if holds { ui().acknowledged_why } else { ui().acknowledged_lapsed };
    let values = [
        ("day", Value::Text(words.stored_day(&given.day.shown()))),
        ("name", Value::Text(given.reason.clone())),
    ];
    Some((holds, words.fill(template, &values)))
}

/// A form to leave an issue open with a reason.
fn acknowledge(draft: Draft, issue: &Issue) -> El {
    let ui = ui();
    let id = format!("reason-{}-{}", issue.check.id(), issue.at.path().replace(['/', '#'], "-"));
    let given = draft.with_untracked(|plan| match standing(plan, issue) {
        Standing::Acknowledged(given) | Standing::Lapsed(given) => given.reason.clone(),
        Standing::Open => String::new(),
    });
    let reason = el("textarea").id(&id).attr("rows", "2").attr("aria-describedby", &format!("{id}-hint"));
    reason.set_value(&given);
    let give = {
        let (reason, issue) = (reason.clone(), issue.clone());
        move |is_kept: bool| {
            let said = if is_kept { reason.value() } else { String::new() };
            let today = Day(browser::today());
            draft.tick(|plan, new| acknowledged::acknowledge(plan, &issue, &said, today, new));
            page::focus_soon("review-list");
        }
    };
    let withdraw = give.clone();
    let off = move || !draft.can_write.get();
    of_class("details", "acknowledge")
        .child(says("summary", ui.acknowledge))
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

/// A button to say that somebody looked at what no rule can read.
fn look(draft: Draft, issue: &Issue) -> El {
    let issue = issue.clone();
    let looked = move || {
        draft.tick(|plan, new| judgement::look(plan, &issue, new));
        page::focus_soon("review-list");
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
    let (href, place) = match at {
        At::Place(place) => (Route::to_place(draft.id, place), Some(place)),
        At::Commitments => (Route::Draft(draft.id, Page::Commitments), None),
    };
    let href = href.to_string();
    link(&href, name).on("click", move |_| {
        // A link to the place one is at already must still open it and bring the focus there.
        if page::hash() == href
            && let Some(place) = place
        {
            go_to(draft, place);
        }
    })
}

/// Opens a place on the page that is shown, and brings the focus there.
pub(super) fn go_to(draft: Draft, place: Place) {
    draft.point_at(place);
    page::soon(move || {
        focus_answer(&place.to_string());
    });
}

/// Goes to the next issue after where one is, or to the one before; round and round.
pub(super) fn go_to_next(draft: Draft, here: Page, is_back: bool) {
    let issues = draft.issues();
    let told = || issues.iter().filter(|issue| !issue.check.is_told_twice());
    let places: Vec<Place> = told()
        .filter_map(|issue| match issue.at {
            At::Place(place) => Some(place),
            At::Commitments => None,
        })
        .collect();
    let at = match here {
        Page::Section { section, commitment, at } => {
            let focused = page::focused_id().and_then(|id| Place::parse(&id, commitment)).or(at);
            let exactly = |place: &Place| focused.is_some_and(|focused| focused == *place);
            let in_section =
                |place: &Place| place.question.section() == section && place.commitment == commitment;
            let last = places.iter().rposition(exactly);
            // From the section's heading, its first issue is the next one.
            last.or_else(|| {
                places.iter().position(in_section).map(|at| at.wrapping_sub(usize::from(!is_back)))
            })
        }
        _ => None,
    };
    let count = places.len();
    let next = match at {
        _ if count == 0 => return,
        None => {
            if is_back {
                count - 1
            } else {
                0
            }
        }
        Some(at) if is_back => at.checked_sub(1).unwrap_or(count - 1),
        Some(at) => at.wrapping_add(1) % count,
    };
    if let Some(place) = places.get(next).copied() {
        let href = Route::to_place(draft.id, place).to_string();
        if page::hash() == href {
            go_to(draft, place);
        } else {
            page::go(&href);
        }
    }
}

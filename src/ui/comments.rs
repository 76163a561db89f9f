//! Comments beside a question: a quiet button that opens the thread, what was said in it, and a box to say something.
//!
//! Nothing here follows the plan as it is typed: the comments are read anew when one comes, closes or goes
//! ([`Draft::comment`]), and whoever opens them sees them as they are then.

use leptos::prelude::untrack;

use super::context::{shared, texts, ui, who, words};
use super::dom::{El, button, el, of_class, says, unseen};
use super::draft::Draft;
use super::field::{jurisdiction_title, row_title};
use super::message::question_name;
use super::notice::{say, say_with_undo};
use super::watched::{Follows, Watched};
use super::who as label;
use crate::browser::{self, page, unsent};
use crate::comments::{self, Said, Thread};
use crate::plan::{Comment, Plan, RowId};
use crate::question::{Kind, ListPlace, Place, Question};

impl Draft {
    /// Changes what people say about the answers. `work` gets an id for a new comment. Says whether it could be changed.
    pub(super) fn comment(&self, work: impl FnOnce(&mut Plan, RowId)) -> bool {
        let is_changed = self.tick(work);
        self.commented.update(|count| *count = count.wrapping_add(1));
        is_changed
    }

    /// Shows the comments on a question, or puts them away.
    pub(super) fn show_thread(&self, place: Place, is_open: bool) {
        self.threads.update(|threads| {
            threads.retain(|known| *known != place);
            if is_open {
                threads.push(place);
            }
        });
    }

    /// Whether somebody began a comment on a question, and did not add it.
    pub(super) fn has_unsent_comment(&self, place: Place) -> bool {
        !self.unsent(&box_key(place)).trim().is_empty()
    }

    /// What somebody typed here and has not kept.
    fn unsent(&self, key: &str) -> String {
        let typed = |(of, typed): &(String, String)| (of == key).then(|| typed.clone());
        let here = self.reasons.with_untracked(|all| all.iter().find_map(typed));
        here.unwrap_or_else(|| unsent::typed(self.id, key))
    }

    fn note_unsent(&self, key: &str, typed: &str) {
        self.reasons.change(|all| {
            all.retain(|(of, _)| of != key);
            if !typed.is_empty() {
                all.push((key.to_owned(), typed.to_owned()));
            }
        });
        // It outlives the page, if not the tab.
        unsent::keep(self.id, key, typed);
    }
}

/// The comments on a question, folded behind their button.
pub(super) fn beside(draft: Draft, place: Place) -> El {
    let is_open = Follows::new(move || draft.threads.with(|threads| threads.contains(&place)));
    let counted = Follows::new(move || {
        draft.commented.track();
        match draft.with_untracked(|plan| comments::count_at(plan, place)) {
            (0, 0) => String::new(),
            (0, closed) => words().count(closed, ui().comments_closed),
            (open, _) => words().count(open, ui().comments_count),
        }
    });
    let button_id = format!("{place}-comments");
    let toggle = move || {
        let opens = !is_open.get_untracked();
        draft.show_thread(place, opens);
        if opens {
            let is_empty = draft.with_untracked(|plan| comments::count_at(plan, place)) == (0, 0);
            page::focus_near_soon(&if is_empty { box_id(place) } else { thread_id(place) });
        }
    };
    let said = move || {
        counted.with(|counted| if counted.is_empty() { ui().comment.to_owned() } else { counted.clone() })
    };
    let of = question_name(texts(), place.question);
    let is_there = move || !counted.with(String::is_empty) || draft.can_write.get();
    of_class("div", "comments")
        .attr("data-thread", &place.to_string())
        .when(is_there, move || {
            button("quiet", "", toggle)
                .id(&button_id)
                .class_if("some", move || !counted.with(String::is_empty))
                .attr_with("aria-expanded", move || Some(is_open.get().to_string()))
                .text_with(said)
                .child(unseen(" – ").text(&of))
        })
        .when(move || is_open.get(), move || opened(draft, place))
}

fn thread_id(place: Place) -> String {
    format!("{place}-thread")
}

fn box_id(place: Place) -> String {
    format!("{place}-comment")
}

/// The open thread: what is open, what is closed behind a fold, and the box.
fn opened(draft: Draft, place: Place) -> El {
    let home = thread_id(place);
    let of = move |closed: bool| {
        draft.commented.track();
        let ids = |plan: &Plan| {
            let threads = comments::threads_at(plan, place).into_iter();
            threads.filter(|of| of.first.closed == closed).map(|of| of.first.id).collect::<Vec<_>>()
        };
        draft.with_untracked(ids)
    };
    let closed = Follows::new(move || of(true));
    let list = move |closed: bool, home: &str| {
        let home = home.to_owned();
        of_class("ol", "threads").each(move || of(closed), move |id| el("li").child(thread(draft, id, &home)))
    };
    let folded = {
        let home = home.clone();
        move || {
            let count = move || words().count(closed.with(Vec::len), ui().comments_closed);
            of_class("details", "folded").child(el("summary").text_with(count)).child(list(true, &home))
        }
    };
    let close = move || {
        draft.show_thread(place, false);
        page::focus_near_soon(&format!("{place}-comments"));
    };
    of_class("div", "thread")
        .id(&home)
        .attr("role", "group")
        .attr("aria-label", &words().named(ui().comments_named, &question_name(texts(), place.question)))
        .attr("tabindex", "-1")
        .child(list(false, &home))
        .when(move || !closed.with(Vec::is_empty), folded)
        .when(move || draft.can_write.get(), move || first_box(draft, place, close))
        .on("keydown", move |event| {
            if page::is_escape(&event) {
                event.stop_propagation();
                close();
            }
        })
}

/// What is typed in a question's box is known by.
fn box_key(place: Place) -> String {
    format!("comment {}", place.path())
}

/// The box for a new comment, on the question or one of its rows.
fn first_box(draft: Draft, place: Place, close: impl Fn() + Copy + 'static) -> El {
    let about = about_choice(draft, place);
    let chosen = about.clone();
    let send = move |said: Said| {
        let row = chosen.as_ref().and_then(|select| RowId::parse(&select.value()));
        let at = row.map_or(place, |row| place.row(row));
        let mut added = None;
        draft.comment(|plan, id| added = comments::add(plan, id, at, &said).then_some(id));
        // The next one is about the question again.
        added.inspect(|_| chosen.iter().for_each(|select| select.set_value("")))
    };
    let about = about.map(|select| {
        let id = format!("{}-about", box_id(place));
        let named = says("label", ui().comment_about).attr("for", &id);
        of_class("div", "about").child(named).child(select.id(&id))
    });
    let words = Words { label: ui().comment_text, hint: ui().comment_hint, keep: ui().comment_keep };
    let key = box_key(place);
    let away = button("quiet", ui().close, close).attr("data-act", "close-thread");
    written(draft, &box_id(place), key, words, about, away, send)
}

/// A choice of what a comment is about, where the question has rows to name.
fn about_choice(draft: Draft, place: Place) -> Option<El> {
    let list = ListPlace::Rows(place.commitment, place.question);
    let rows = draft.with_untracked(|plan| {
        let ids = list.rows(plan).map(|rows| rows.ids()).unwrap_or_default();
        let named = |id: RowId| (id, row_title(texts(), plan, place.row(id)));
        ids.into_iter().map(named).collect::<Vec<_>>()
    });
    let option = |(id, name): (RowId, String)| says("option", &name).attr("value", id.as_str());
    let all = says("option", ui().comment_about_all).attr("value", "");
    (place.question.kind().has_rows() && !rows.is_empty())
        .then(|| el("select").child(all).children(rows.into_iter().map(option)))
}

/// What a box says.
struct Words {
    label: &'static str,
    /// Empty in an answer's box, which stands inside the comment's.
    hint: &'static str,
    keep: &'static str,
}

/// A box to write in. What is typed stays while the draft is open, until it is sent.
fn written(
    draft: Draft,
    id: &str,
    key: String,
    words: Words,
    before: Option<El>,
    away: El,
    send: impl Fn(Said) -> Option<RowId> + 'static,
) -> El {
    let hint = format!("{id}-hint");
    let has_hint = !words.hint.is_empty();
    let area = el("textarea").id(id).attr("rows", "3").attr("dir", "auto");
    let area = area.attr_if("aria-describedby", has_hint.then_some(hint.as_str()));
    area.set_value(&draft.unsent(&key));
    let noted = key.clone();
    let area = area.on_typed(move |typed| draft.note_unsent(&noted, &typed));
    let sent = Watched::new(0_u32);
    let signed = {
        let id = format!("{id}-who");
        move || match who() {
            // Asked with the first comment; the field stays while somebody types in it.
            who if who.is_empty() => vec![of_class("div", "who-typed").children(label::field(&id))],
            _ if has_hint => vec![label::line(&id)],
            _ => Vec::new(),
        }
    };
    let (typed, own_id) = (area.clone(), id.to_owned());
    let keep = move || {
        let said = Said { by: who(), when: browser::timestamp(browser::now()), text: typed.value() };
        let is_empty = said.text.trim().is_empty();
        match draft.has_room().then(|| send(said)).flatten() {
            Some(new) => {
                typed.set_value("");
                draft.note_unsent(&key, "");
                if sent.is_kept() {
                    sent.update(|count| *count += 1);
                }
                page::focus_near_soon(&comment_id(new));
            }
            None if is_empty => page::focus_near_soon(&own_id),
            None => say(ui().list_is_full),
        }
    };
    of_class("div", "write")
        .child(of_class("label", "label").attr("for", id).text(words.label))
        .children(has_hint.then(|| of_class("p", "hint").id(&hint).text(words.hint)))
        .child(area)
        .children(before)
        .dynamic(move || {
            sent.track();
            untrack(&signed)
        })
        .child(
            of_class("div", "send-row")
                .child(button("", words.keep, keep).attr("data-act", "say"))
                .child(away),
        )
}

fn comment_id(id: RowId) -> String {
    format!("comment-{id}")
}

/// A thread: the comment that began it, its answers, and what can be done with it. Where it goes, the focus goes to the
/// element of the id `home`.
pub(super) fn thread(draft: Draft, first: RowId, home: &str) -> El {
    let reply_id = format!("reply-{first}");
    let key = reply_id.clone();
    let replying = Watched::new(!draft.unsent(&key).is_empty());
    let reply_button = format!("{reply_id}-open");
    let stop = {
        let reply_button = reply_button.clone();
        move || {
            replying.set(false);
            page::focus_near_soon(&reply_button);
        }
    };
    let home = home.to_owned();
    let shown = move || {
        draft.commented.track();
        shared().who.track();
        draft.can_write.track();
        untrack(|| {
            draft.with_untracked(|plan| {
                let thread = comments::thread(plan, first);
                thread.map(|of| said_in(draft, plan, &of, replying, &reply_button, &home)).unwrap_or_default()
            })
        })
    };
    let reply = move || {
        let send = move |said: Said| {
            let mut added = None;
            draft.comment(|plan, id| added = comments::answer(plan, id, first, &said).then_some(id));
            added.inspect(|_| replying.set(false))
        };
        let words = Words { label: ui().comment_reply_text, hint: "", keep: ui().comment_reply_keep };
        let stop = stop.clone();
        let away = button("quiet", ui().comment_cancel, stop.clone()).attr("data-act", "cancel");
        written(draft, &reply_id, key.clone(), words, None, away, send).on("keydown", move |event| {
            if page::is_escape(&event) {
                event.stop_propagation();
                stop();
            }
        })
    };
    of_class("div", "discussion").dynamic(shown).when(move || replying.get() && draft.can_write.get(), reply)
}

fn said_in(
    draft: Draft,
    plan: &Plan,
    thread: &Thread<'_>,
    replying: Watched<bool>,
    reply_button: &str,
    home: &str,
) -> Vec<El> {
    let (first, ui) = (thread.first, ui());
    let id = first.id;
    let by = signature(first);
    let can_write = draft.can_write.get_untracked();
    let removal = |comment: &Comment| {
        let is_own = can_write && comments::can_remove(plan, comment, &who());
        is_own.then(|| remove(draft, comment, home))
    };
    let answers = thread.answers.iter().map(|answer| {
        let removal = removal(answer).map(|remove| of_class("div", "row-actions").child(remove));
        el("li").child(message(answer, None)).children(removal)
    });
    let answers = (!thread.answers.is_empty()).then(|| of_class("ol", "answers").children(answers));
    let act = |name: &str, text: &str, act: Box<dyn Fn()>| {
        button("quiet", text, act).attr("data-act", name).child(unseen(" – ").text(&by))
    };
    let reply_id = format!("reply-{id}");
    let reply = act("reply", ui.comment_reply, {
        Box::new(move || {
            replying.set(true);
            page::focus_near_soon(&reply_id);
        })
    });
    let (name, text) = if first.closed { ("reopen", ui.comment_reopen) } else { ("close", ui.comment_close) };
    let (closes, home) = (!first.closed, home.to_owned());
    let settle = act(name, text, {
        Box::new(move || {
            draft.comment(|plan, _| comments::set_closed(plan, id, closes));
            if closes {
                say(super::context::ui().comment_closed);
                page::focus_near_soon(&home);
            } else {
                page::focus_near_soon(&comment_id(id));
            }
        })
    });
    let actions = can_write.then(|| {
        of_class("div", "row-actions").child(reply.id(reply_button)).child(settle).children(removal(first))
    });
    let head = message(first, about(plan, first));
    [Some(head), answers, actions].into_iter().flatten().collect()
}

/// A button that takes one's own comment out.
fn remove(draft: Draft, comment: &Comment, home: &str) -> El {
    let (id, by, home) = (comment.id, signature(comment), home.to_owned());
    let act = move || {
        let mut taken = None;
        draft.comment(|plan, _| taken = comments::remove(plan, id));
        if let Some(taken) = taken {
            say_with_undo(ui().comment_removed.to_owned(), move || {
                draft.comment(|plan, _| comments::put_back(plan, taken.clone()))
            });
        }
        page::focus_near_soon(&home);
    };
    button("quiet", ui().remove, act).attr("data-act", "remove").child(unseen(" – ").text(&by))
}

fn signature(comment: &Comment) -> String {
    let by = crate::plan::text::label(&comment.by);
    if by.is_empty() { ui().comment_unsigned.to_owned() } else { by }
}

/// A comment: who, when, about what of its question, and what it says.
fn message(comment: &Comment, about: Option<String>) -> El {
    let when = browser::moment(&comment.when).map(|at| {
        let words = words();
        let said = words.on_day(ui().comment_when, browser::day_of(at));
        says("time", &words.at_time(&said, &browser::time_of_day(at))).attr("datetime", &comment.when)
    });
    let by = of_class("p", "said-by").child(says("strong", &signature(comment)).attr("dir", "auto"));
    let by = [when, about.map(|about| says("span", &about))]
        .into_iter()
        .flatten()
        .fold(by, |by, part| by.text(" · ").child(part));
    of_class("div", "said")
        .id(&comment_id(comment.id))
        .attr("data-comment", comment.id.as_str())
        .attr("tabindex", "-1")
        .child(by)
        .child(of_class("p", "written").attr("dir", "auto").text(&comment.text))
}

/// Which row or cell of its question a comment is about; nothing where it is the question itself.
fn about(plan: &Plan, comment: &Comment) -> Option<String> {
    let place = comments::place(comment)?;
    let texts = texts();
    if !place.exists(plan) {
        return Some(texts.ui.comment_gone.to_owned());
    }
    let row = place.row.and_then(|row| match place.question {
        Question::MandateEnd => jurisdiction_title(texts, plan, row),
        _ => Some(row_title(texts, plan, Place { column: None, ..place })),
    });
    let is_list = matches!(place.question.kind(), Kind::List(_));
    let column = place.column.filter(|_| !is_list).map(|column| texts.column(column).label.to_owned());
    let parts: Vec<String> = row.into_iter().chain(column).collect();
    (!parts.is_empty()).then(|| parts.join(" – "))
}

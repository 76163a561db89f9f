//! Two texts as one, with what is gone struck through and what is new underlined: told apart without colour, and to
//! screen readers by words.

use super::context::ui;
use super::dom::{El, el, of_class, unseen};
use crate::compare::{Piece, pieces, shortened};

/// A text as it changed, word by word. Long passages that did not change can be left out on a screen: inside an element
/// of the class `brief` they are.
pub(super) fn marked(before: &str, after: &str) -> El {
    let parts = pieces(before, after).into_iter().map(|piece| match piece {
        Piece::Same(text) => same(text),
        Piece::Before(text) => gone(text),
        Piece::After(text) => new(text),
    });
    around().children(parts)
}

/// An answer that gave way to another as a whole.
pub(super) fn replaced(before: &str, after: &str) -> El {
    let parts = [(before, gone as fn(&str) -> El), (after, new)];
    let parts = parts.into_iter().filter(|(text, _)| !text.is_empty());
    let mut whole = around();
    for (at, (text, said)) in parts.enumerate() {
        if at > 0 {
            whole = whole.text(" ");
        }
        whole = whole.child(said(text));
    }
    whole
}

fn around() -> El {
    of_class("div", "marked").attr("dir", "auto")
}

fn gone(text: &str) -> El {
    said("del", ui().says_removed, text)
}

fn new(text: &str) -> El {
    said("ins", ui().says_added, text)
}

/// A text with its mark, and the blanks around it without; blanks alone have one.
fn said(tag: &str, how: &str, text: &str) -> El {
    let words = text.trim();
    let (before, after) = match text.split_once(words) {
        Some((before, after)) if !words.is_empty() => (before, after),
        _ => ("", ""),
    };
    let words = if words.is_empty() { text } else { words };
    let mark = el(tag).child(unseen(&format!("{how} "))).text(words).child(unseen("; "));
    el("span").text(before).child(mark).text(after)
}

fn same(text: &str) -> El {
    let whole = el("span");
    match shortened(text) {
        None => whole.text(text),
        Some([begin, middle, end]) => whole
            .text(begin)
            .child(of_class("span", "unchanged").text(middle))
            .child(of_class("span", "left-out").text(" […] "))
            .text(end),
    }
}

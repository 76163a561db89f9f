//! Answers of joined copies in words: what their paths are called, what a version says, and who says it.

use serde_json::Value;

use super::context::{shared, texts, ui, words};
use super::draft::Draft;
use super::message::place_name;
use super::page::numbered_title;
use crate::browser;
use crate::document;
use crate::plan::text;
use crate::question::{Kind, Place};
use crate::rules::{self, At};
use crate::sync::{Version, row_ids};

/// Where an answer of joined copies stands in the form.
pub(super) struct Answer {
    /// The place; of a commitment as a whole, none.
    pub(super) place: Option<Place>,
    /// The option, where each of several is an answer.
    option: Option<String>,
}

/// Where the answer of a path stands; nothing where the form does not ask for it.
pub(super) fn answer(path: &str) -> Option<Answer> {
    let path = path.trim_end_matches('/');
    let is_commitment = |rest: &str| !rest.contains('/');
    if path.strip_prefix("commitments/#").is_some_and(is_commitment) {
        return Some(Answer { place: None, option: None });
    }
    let (path, option) = match path.split_once("/=") {
        Some((path, option)) => (path, Some(option.to_owned())),
        None => (path, None),
    };
    let path = path.strip_suffix("/text").unwrap_or(path);
    Some(Answer { place: Some(Place::from_path(path)?), option })
}

/// What an answer is called.
pub(super) fn name(draft: Draft, path: &str) -> String {
    let Some(Answer { place, option }) = answer(path) else {
        return words().named(ui().differ_beside, path.trim_end_matches('/'));
    };
    let commitment =
        row_ids(path).next().filter(|id| draft.with_untracked(|plan| plan.commitment(*id).is_some()));
    let mut parts: Vec<String> = commitment.map(|id| numbered_title(draft, id)).into_iter().collect();
    if let Some(place) = place {
        parts.push(place_name(texts(), draft, At::Place(place)));
        parts.extend(place.english.then(|| ui().in_english.to_owned()));
    } else if parts.is_empty() {
        parts.push(ui().untitled_commitment.to_owned());
    }
    if let Some((option, Kind::Several(keys, _))) = option.zip(place.map(|place| place.question.kind())) {
        parts.push(texts().option_of(keys, &option).to_owned());
    }
    parts.join(" – ")
}

/// What a value says in words; nothing where it is cleared.
pub(super) fn said(draft: Draft, path: &str, value: &Value) -> Option<String> {
    let Some(Answer { place, option }) = answer(path) else {
        return match value {
            Value::Null => None,
            Value::Object(plan) if plan.contains_key("id") => Some(ui().differ_kept.to_owned()),
            other => Some(stored(other)),
        };
    };
    if option.is_some() {
        let is_on = *value == Value::Bool(true);
        return Some(if is_on { ui().option_on } else { ui().option_off }.to_owned());
    }
    let stored = stored(value);
    if !text::is_filled(&stored) {
        return None;
    }
    let lang = shared().lang.get_untracked();
    Some(match place {
        Some(place) => draft.with_untracked(|plan| document::value(plan, lang, place, &stored)),
        None => stored,
    })
}

/// A value as a control spells it.
fn stored(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(ticked) => if *ticked { "yes" } else { "" }.to_owned(),
        Value::Object(members) => members.get("typed").map(stored).unwrap_or_default(),
        other => other.to_string(),
    }
}

/// Whether an answer is a text of several lines, of which two can stand one after the other.
pub(super) fn is_text(path: &str) -> bool {
    answer(path).and_then(|answer| answer.place).is_some_and(|place| {
        let is_long = |kind| matches!(kind, Kind::Long);
        place.english || (is_long(place.question.kind()) && place.column.is_none()) || path.ends_with("/text")
    })
}

/// Who wrote a version, and when.
pub(super) fn signature(version: &Version) -> String {
    signed(&version.by, version.at)
}

/// Who wrote something, and when; 0 where nobody knows.
pub(super) fn signed(by: &str, at: i64) -> String {
    let by = text::label(by);
    if at == 0 {
        return if by.is_empty() { ui().differ_plain.to_owned() } else { by };
    }
    let name = if by.is_empty() { ui().comment_unsigned.to_owned() } else { by };
    let values = [
        ("name", rules::Value::Text(name)),
        ("day", rules::Value::Day(browser::day_of(at))),
        ("time", rules::Value::Text(browser::time_of_day(at))),
    ];
    words().fill(ui().differ_by, &values)
}

//! What holds for the wording of questions, cells, sections and options in every language.
//!
//! Most missing texts do not compile; these tests look for an empty one, a stray space and each language's typography.

use std::collections::BTreeSet;

use super::{Lang, Texts, Words};
use crate::plan::{
    ChangeKind, CoCreation, EvidenceKind, LetterPoint, MeetingKind, Mention, OgpValue, Options as _,
    PolicyArea, Practice, Requirement, Sector, Secured, Side, Status, Submitter, WebsitePoint,
    WorkingLanguage,
};
use crate::question::{Column, Kind, Question, Section};
use crate::rules::{CONTRADICTIONS, Check, SILENT};

/// One text with where it stands, for messages that lead there.
struct Said {
    at: String,
    text: &'static str,
    may_be_empty: bool,
}

fn lists(texts: &Texts) -> Vec<(&'static str, Vec<&'static str>)> {
    let lists: [(&str, &[&str]); 17] = [
        ("co-creations", CoCreation::KEYS),
        ("sides", Side::KEYS),
        ("letter points", LetterPoint::KEYS),
        ("meeting kinds", MeetingKind::KEYS),
        ("requirements", Requirement::KEYS),
        ("evidence kinds", EvidenceKind::KEYS),
        ("practices", Practice::KEYS),
        ("website points", WebsitePoint::KEYS),
        ("submitters", Submitter::KEYS),
        ("change kinds", ChangeKind::KEYS),
        ("policy areas", PolicyArea::KEYS),
        ("sectors", Sector::KEYS),
        ("values", OgpValue::KEYS),
        ("secured", Secured::KEYS),
        ("statuses", Status::KEYS),
        ("mentions", Mention::KEYS),
        ("languages", WorkingLanguage::KEYS),
    ];
    lists.map(|(name, keys)| (name, keys.iter().map(|key| texts.option_of(keys, key)).collect())).to_vec()
}

fn everything_said(lang: Lang) -> Vec<Said> {
    let texts = lang.texts();
    let mut said = Vec::new();
    let mut say = |at: String, text, may_be_empty| {
        said.push(Said { at: format!("{}: {at}", lang.code()), text, may_be_empty });
    };
    for question in Question::ALL {
        let text = texts.question(*question);
        say(format!("{} label", question.number()), text.label, false);
        say(format!("{} hint", question.number()), text.hint, !question.is_own());
    }
    for column in Column::ALL {
        let text = texts.column(column);
        say(format!("{column:?} label"), text.label, false);
        say(format!("{column:?} hint"), text.hint, true);
    }
    for section in Section::all() {
        let text = texts.section(section);
        say(format!("{section:?} title"), text.title, false);
        say(format!("{section:?} intro"), text.intro, false);
    }
    for (list, labels) in lists(texts) {
        for label in labels {
            say(format!("{list}: {label}"), label, false);
        }
    }
    for (at, silent) in SILENT.iter().enumerate() {
        say(silent.rule.to_owned(), texts.silent(at), false);
    }
    for contradiction in CONTRADICTIONS {
        for text in texts.contradiction(*contradiction) {
            say(format!("contradiction {}", contradiction.number), text, false);
        }
    }
    for month in (1..=12).map(|number| texts.month(number)) {
        say(format!("month: {month}"), month, false);
    }
    said
}

fn everywhere() -> impl Iterator<Item = Said> {
    Lang::ALL.into_iter().flat_map(everything_said)
}

/// The characters with what stands before and after each.
fn with_neighbours(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain([None]);
    before.zip(text.chars()).zip(after).map(|((before, it), after)| (before, it, after))
}

#[test]
fn nothing_is_empty_that_has_something_to_say() {
    for said in everywhere().filter(|said| !said.may_be_empty) {
        assert!(!said.text.trim().is_empty(), "{}", said.at);
    }
}

#[test]
fn there_are_no_stray_spaces() {
    for Said { at, text, .. } in everywhere() {
        assert_eq!(text.trim(), text, "{at}");
        let doubled = with_neighbours(text)
            .any(|(_, it, after)| it.is_whitespace() && after.is_some_and(char::is_whitespace));
        assert!(!doubled, "two spaces in {at}");
        assert!(!text.contains(['\n', '\t', '\u{202f}']), "{at}");
        assert!(![" .", " ,", " )", "( "].iter().any(|stray| text.contains(stray)), "{at}");
    }
}

#[test]
fn apostrophes_and_quotation_marks_are_the_languages_own() {
    for Said { at, text, .. } in everywhere() {
        assert!(!text.contains(['\'', '"']), "{at}");
        let foreign: &[char] = if at.starts_with("en") { &['«', '»'] } else { &['“', '”'] };
        assert!(!text.contains(foreign), "{at}");
        assert_eq!(text.matches('«').count(), text.matches('»').count(), "{at}");
        assert_eq!(text.matches('“').count(), text.matches('”').count(), "{at}");
    }
}

#[test]
fn french_has_its_no_break_spaces() {
    for Said { at, text, .. } in everything_said(Lang::Fr) {
        for (before, it, after) in with_neighbours(text) {
            let in_an_address = it == ':' && after == Some('/');
            if matches!(it, ';' | ':' | '?' | '!' | '»' | '%') && !in_an_address {
                assert_eq!(before, Some('\u{a0}'), "before {it} in {at}");
            }
            if it == '«' {
                assert_eq!(after, Some('\u{a0}'), "{at}");
            }
        }
    }
}

#[test]
fn english_and_spanish_have_no_space_before_their_marks() {
    for Said { at, text, .. } in [Lang::En, Lang::Es].into_iter().flat_map(everything_said) {
        for (before, it, after) in with_neighbours(text) {
            let spaced = |neighbour: Option<char>| neighbour.is_some_and(char::is_whitespace);
            assert!(!(matches!(it, ';' | ':' | '?' | '!' | '»') && spaced(before)), "{it} in {at}");
            assert!(!(matches!(it, '«' | '¿' | '¡') && spaced(after)), "{it} in {at}");
        }
    }
}

#[test]
fn spanish_questions_open_with_their_mark() {
    for Said { at, text, .. } in everything_said(Lang::Es) {
        for (open, close) in [('¿', '?'), ('¡', '!')] {
            assert_eq!(text.matches(open).count(), text.matches(close).count(), "{at}");
        }
        assert!(!(at.ends_with("label") && text.ends_with('?')) || text.starts_with('¿'), "{at}");
    }
}

#[test]
fn explanations_are_sentences() {
    for Said { at, text, .. } in
        everywhere().filter(|said| said.at.ends_with("intro") && !said.text.is_empty())
    {
        assert!(text.ends_with('.'), "{at}");
    }
    for Said { at, text, .. } in
        everywhere().filter(|said| said.at.contains("A1-") || said.at.contains("A2-"))
    {
        let ends_well = text.is_empty() || !at.ends_with("hint") || text.ends_with(['.', '?', ')']);
        assert!(ends_well, "{at}");
    }
}

#[test]
fn nothing_waits_to_be_filled_in() {
    for Said { at, text, .. } in everywhere() {
        assert!(!text.contains(['{', '}', '|', '~']), "{at}");
    }
}

#[test]
fn options_of_a_list_are_distinct() {
    for lang in Lang::ALL {
        for (list, labels) in lists(lang.texts()) {
            assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len(), "{}: {list}", lang.code());
        }
        assert_eq!((1..=12).map(|number| lang.texts().month(number)).collect::<BTreeSet<_>>().len(), 12);
    }
}

#[test]
fn every_option_of_a_question_has_a_label() {
    for question in Question::ALL {
        let (Kind::One(keys) | Kind::Several(keys, _)) = question.kind() else { continue };
        for (lang, key) in Lang::ALL.into_iter().flat_map(|lang| keys.iter().map(move |key| (lang, key))) {
            assert!(!lang.texts().option(key).is_empty(), "{}: {key} of {}", lang.code(), question.number());
        }
    }
}

#[test]
fn working_languages_are_named_as_the_reader_says_them() {
    for lang in Lang::ALL {
        let named = WorkingLanguage::KEYS.iter().zip(lists(lang.texts()).pop().unwrap().1);
        let own = named.filter(|(key, _)| **key == lang.code()).map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(own, [lang.name()]);
    }
}

#[test]
fn the_languages_do_not_share_their_words_by_mistake() {
    for question in Question::ALL {
        let hints = Lang::ALL.map(|lang| lang.texts().question(*question).hint);
        let said = hints.iter().filter(|hint| !hint.is_empty()).collect::<Vec<_>>();
        assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len(), "{}", question.number());
    }
}

/// A text is looked for by its place in a list, so a list in another order would say the wrong words.
#[test]
fn every_text_is_found_where_it_was_put() {
    let languages = [super::fr::words(), super::en::words(), super::es::words()];
    for (lang, words) in Lang::ALL.into_iter().zip(languages) {
        let texts = lang.texts();
        for question in Question::ALL.iter().copied() {
            let (said, put) = (texts.question(question), (words.question)(question));
            assert_eq!((said.label, said.hint), (put.label, put.hint), "{question:?}");
            if question.kind().has_rows() {
                assert_eq!(texts.row(question), (words.row)(question), "{question:?}");
                assert_eq!(texts.add_row(question), (words.add_row)(question), "{question:?}");
            }
        }
        for column in Column::ALL {
            let (said, put) = (texts.column(column), (words.column)(column));
            assert_eq!((said.label, said.hint), (put.label, put.hint), "{column:?}");
        }
        for section in Section::all() {
            let (said, put) = (texts.section(section), (words.section)(section));
            assert_eq!((said.title, said.intro), (put.title, put.intro), "{section:?}");
        }
        for check in Check::ALL.iter().copied() {
            let (said, put) = (texts.rule(check), (words.rule)(check));
            assert_eq!((said.wrong, said.why, said.todo), (put.wrong, put.why, put.todo), "{check:?}");
        }
        assert_eq!((1..=12).map(|number| texts.month(number)).collect::<Vec<_>>(), words.months);
    }
}

#[test]
fn a_key_of_several_lists_has_the_label_of_each() {
    let others = [PolicyArea::KEYS, Sector::KEYS, WorkingLanguage::KEYS]
        .map(|keys| Lang::Fr.texts().option_of(keys, "other"));
    assert_eq!(others, ["Autre", "Autre", "Autre langue"]);
    assert_eq!(Lang::Fr.texts().option_of(Status::KEYS, "other"), "");
}

#[test]
fn sizes_are_told_in_a_unit_that_fits() {
    let words = Words::of(Lang::Fr);
    for (bytes, said) in [
        (1, "1\u{a0}ko"),
        (999_000, "999\u{a0}ko"),
        (999_001, "1\u{a0}Mo"),
        (4_500_000, "4,5\u{a0}Mo"),
        (10_737_418_240, "10,8\u{a0}Go"),
    ] {
        assert_eq!(words.size(bytes), said);
    }
}

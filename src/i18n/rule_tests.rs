//! What the checks say, held for all checks in all languages.
//!
//! Sentences are there and finished, name only values their check has, and fill in the same ones in every language;
//! French typography is kept; nothing scolds; nothing is long. How good a sentence is, only readers can tell.

use std::collections::BTreeSet;

use super::{Lang, RuleText, Words};
use crate::plan::{Amount, Day, Month};
use crate::question::{Column, Question};
use crate::rules::{Check, Value};

/// Every check in every language.
fn all() -> impl Iterator<Item = (Lang, Check, RuleText)> {
    Lang::ALL
        .into_iter()
        .flat_map(|lang| Check::ALL.iter().map(move |check| (lang, *check, lang.texts().rule(*check))))
}

fn sentences(text: RuleText) -> [&'static str; 3] {
    [text.wrong, text.why, text.todo]
}

/// What stands between the braces of a template.
fn braces(template: &'static str) -> impl Iterator<Item = &'static str> {
    template.split('{').skip(1).map(|rest| rest.split_once('}').expect("a brace that closes").0)
}

/// The names of the values a template fills in.
fn names(template: &'static str) -> impl Iterator<Item = &'static str> {
    braces(template).map(|inside| inside.split('|').next().unwrap())
}

/// A value of the kind the name stands for; `number` for every number.
fn sample(name: &str, number: i64) -> Value {
    match name {
        "months" | "count" | "length" | "limit" => Value::Number(number),
        "typed" | "name" | "title" | "office" => Value::Text("xyz".into()),
        "amount" | "time" => Value::Amount(Amount(123_450)),
        "titles" => Value::Texts(vec!["One".into(), "Two".into()]),
        "status" => Value::Option("in_progress"),
        "cell" => Value::Column(Column::Staff),
        "questions" => Value::Questions(vec![Question::Challenges, Question::Problem]),
        "joined" => Value::Day(Day(chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap())),
        _ => Value::Month(Month::new(2027, 10).unwrap()),
    }
}

/// A check's three sentences with samples filled in.
fn filled(lang: Lang, check: Check, number: i64) -> [String; 3] {
    let values: Vec<_> = check.values().iter().map(|name| (*name, sample(name, number))).collect();
    sentences(lang.texts().rule(check)).map(|template| Words::of(lang).fill(template, &values))
}

#[test]
fn every_check_says_three_finished_sentences() {
    for (lang, check, text) in all() {
        for sentence in sentences(text) {
            let first = sentence.chars().next().unwrap_or(' ');
            assert!(first.is_uppercase(), "{lang:?} {check:?} begins without a capital: {sentence}");
            assert!(sentence.ends_with('.'), "{lang:?} {check:?} has no full stop: {sentence}");
            let blanks = sentence.contains("  ") || sentence.contains(" .") || sentence.contains(" ,");
            assert!(!blanks, "{lang:?} {check:?} has a stray blank: {sentence}");
        }
    }
}

#[test]
fn only_values_of_the_check_are_filled_in() {
    for (lang, check, text) in all() {
        for name in sentences(text).into_iter().flat_map(names) {
            assert!(check.values().contains(&name), "{lang:?} {check:?} has no value {name}");
        }
        assert_eq!(names(text.why).count(), 0, "{lang:?} {check:?}: a reason holds for every plan");
    }
}

#[test]
fn the_languages_fill_in_the_same_values_and_leave_none_out() {
    for (lang, check, text) in all() {
        let said: BTreeSet<_> = names(text.wrong).chain(names(text.todo)).collect();
        assert_eq!(said, check.values().iter().copied().collect(), "{lang:?} {check:?}");
    }
}

#[test]
fn words_that_follow_a_number_have_both_forms() {
    for (lang, check, text) in all() {
        for inside in sentences(text).into_iter().flat_map(braces).filter(|inside| inside.contains('|')) {
            let parts: Vec<_> = inside.split('|').collect();
            assert_eq!(parts.len(), 3, "{lang:?} {check:?}: {inside}");
            assert!(matches!(sample(parts[0], 1), Value::Number(_)), "{lang:?} {check:?}: {inside}");
        }
    }
}

#[test]
fn filled_sentences_have_no_braces_and_no_gaps() {
    for (lang, check, _) in all() {
        for sentence in [1, 7].into_iter().flat_map(|number| filled(lang, check, number)) {
            assert!(!sentence.contains(['{', '}', '|']), "{lang:?} {check:?}: {sentence}");
            assert!(!sentence.contains("  "), "{lang:?} {check:?} has a gap: {sentence}");
        }
    }
}

#[test]
fn a_check_takes_a_few_seconds_to_read() {
    for (lang, check, _) in all() {
        let words = filled(lang, check, 7).join(" ").split_whitespace().filter(|word| word.len() > 1).count();
        assert!(words <= 52, "{lang:?} {check:?} has {words} words");
    }
}

#[test]
fn nothing_scolds() {
    let unwanted = [
        "invalid",
        "please",
        "veuillez",
        "s’il vous plaît",
        "erroné",
        "inválid",
        "por favor",
        "error:",
        "you must",
        "you forgot",
        "vous avez oublié",
        "olvidó",
    ];
    for (lang, check, text) in all() {
        for sentence in sentences(text).map(str::to_lowercase) {
            let found = unwanted.iter().find(|word| sentence.contains(*word));
            assert_eq!(found, None, "{lang:?} {check:?}: {sentence}");
        }
    }
}

#[test]
fn french_keeps_its_typography() {
    for (lang, check, text) in all().filter(|(lang, ..)| *lang == Lang::Fr) {
        for sentence in sentences(text) {
            let sentence = sentence.replace("://", "");
            assert!(!sentence.contains(['\'', '"', '“', '”']), "{lang:?} {check:?}: {sentence}");
            let signs: Vec<char> = sentence.chars().collect();
            for pair in signs.windows(2) {
                let before = matches!(pair[1], ':' | ';' | '?' | '!' | '»');
                assert!(!before || pair[0] == '\u{a0}', "{check:?}: {sentence}");
                assert!(pair[0] != '«' || pair[1] == '\u{a0}', "{check:?}: {sentence}");
            }
        }
    }
}

#[test]
fn each_language_quotes_in_its_own_way() {
    for (lang, check, text) in all() {
        let (open, close) = match lang {
            Lang::Fr => ("«\u{a0}", "\u{a0}»"),
            Lang::En => ("“", "”"),
            Lang::Es => ("«", "»"),
        };
        for sentence in sentences(text) {
            let other = ['"', '\'', '«', '»', '“', '”']
                .into_iter()
                .find(|mark| sentence.contains(*mark) && !open.contains(*mark) && !close.contains(*mark));
            assert_eq!(other, None, "{lang:?} {check:?}: {sentence}");
            assert_eq!(
                sentence.matches(open).count(),
                sentence.matches(close).count(),
                "{check:?}: {sentence}"
            );
            for value in ["typed", "name", "title", "office", "cell", "status"] {
                let bare = format!("{{{value}}}");
                let quoted = format!("{open}{bare}{close}");
                assert_eq!(sentence.contains(&bare), sentence.contains(&quoted), "{check:?}: {sentence}");
            }
        }
    }
}

#[test]
fn no_text_stands_in_two_languages() {
    for check in Check::ALL {
        let [fr, en, es] = Lang::ALL.map(|lang| sentences(lang.texts().rule(*check)));
        for at in 0..3 {
            assert!(fr[at] != en[at] && en[at] != es[at] && fr[at] != es[at], "{check:?}: {}", fr[at]);
        }
    }
}

//! The rules' own documentation, `src/rules/RULES.md`, is what the definitions say today. `UPDATE_EXPECT=1 cargo test`
//! writes it anew.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write as _;

use expect_test::expect_file;
use plan_ouvert::i18n::{Lang, Words, fill};
use plan_ouvert::rules::book::{Entry, entries};
use plan_ouvert::rules::{CONTRADICTIONS, Check, Grade};

fn grade(grade: Grade) -> &'static str {
    let ui = &Lang::En.texts().ui;
    match grade {
        Grade::Requirement => ui.grade_requirement,
        Grade::Form => ui.grade_form,
        Grade::Recommendation => ui.grade_recommendation,
        Grade::Advice => ui.grade_advice,
    }
}

/// What a check says, the values by their names.
fn said(check: Check) -> String {
    let text = Lang::En.texts().rule(check);
    let named = |name: &str, forms: Option<(&str, &str)>| {
        forms.map_or_else(|| format!("{{{name}}}"), |(_, many)| many.to_owned())
    };
    let part = if check.part().is_empty() { String::new() } else { format!("{}) ", check.part()) };
    let (wrong, todo) = (fill(text.wrong, named), fill(text.todo, named));
    format!("- **{}** {part}{wrong} *{}* {todo}", grade(check.grade()), text.why)
}

fn rule(entry: &Entry) -> String {
    let source = match entry.sections() {
        "" => "not in the handbook".to_owned(),
        sections => format!("handbook {}", Words::of(Lang::En).sections(sections)),
    };
    let mut written = format!("\n### {} ({source})\n\n", entry.rule);
    match entry.silent {
        Some(at) => written.push_str(&format!("- Never speaks. {}\n", Lang::En.texts().silent(at))),
        None => entry.checks.iter().for_each(|check| written.push_str(&(said(*check) + "\n"))),
    }
    let read_with: Vec<String> = entry.contradictions().map(|of| format!("K{}", of.number)).collect();
    if !read_with.is_empty() {
        let _ = write!(written, "\nRead with {}.\n", read_with.join(", "));
    }
    written
}

#[test]
fn the_rule_book_says_what_the_definitions_say() {
    let mut book = String::from(
        "# The rules\n\nWritten by `tests/rule_book.rs` from the definitions; do not edit.\n\n\
         Each line: the grade, what is wrong (values in braces), *why*, what to do.\n\n## Rules\n",
    );
    entries().iter().for_each(|entry| book.push_str(&rule(entry)));
    book.push_str("\n## Where the handbook contradicts itself\n");
    for of in CONTRADICTIONS {
        let [clash, reading] = Lang::En.texts().contradiction(*of);
        let sections = Words::of(Lang::En).sections(of.sections);
        let _ = write!(book, "\n### K{} ({sections})\n\n{clash}\n\n**Read as:** {reading}\n", of.number);
    }
    expect_file!["../src/rules/RULES.md"].assert_eq(&book);
}

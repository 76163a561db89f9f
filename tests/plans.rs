//! Whole plans, each with all that the rules say of it, in the words that its people read.
//!
//! A plan is a file `tests/plans/NAME.json`; beside it `NAME.txt` holds its issues, one a paragraph.
//! `UPDATE_EXPECT=1 cargo test --test plans` writes those anew; read what changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use expect_test::expect_file;
use plan_ouvert::bundle;
use plan_ouvert::i18n::{Lang, Words};
use plan_ouvert::plan::{IdMaker, Normalise, Plan};
use plan_ouvert::rules;
use unicode_normalization::UnicodeNormalization as _;

const NORMALISE: Normalise = Normalise {
    nfc: |text| text.nfc().collect(),
    nfd: |text| text.nfd().collect(),
    lower: |text| text.to_lowercase(),
};

#[test]
fn the_rules_say_of_each_plan_what_stands_beside_it() {
    let plans = plans();
    assert!(!plans.is_empty());
    for file in plans {
        expect_file![file.with_extension("txt")].assert_eq(&said_of(&opened(&file)));
    }
}

/// The plans, by their files.
fn plans() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut plans: Vec<_> = files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
    plans.sort();
    plans
}

fn opened(file: &Path) -> Plan {
    let mut no_id_is_missing = || panic!("{} lacks an id", file.display());
    let opened =
        bundle::open(&fs::read_to_string(file).unwrap(), IdMaker::new(&mut no_id_is_missing)).unwrap();
    assert_eq!(opened.faults, [], "{}", file.display());
    opened.plan
}

/// Every issue: the rule, its grade, the place, and the sentences in the plan's working language.
fn said_of(plan: &Plan) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let lang = plan.language.key().and_then(Lang::from_code).unwrap();
    let (texts, words) = (lang.texts(), Words::of(lang));
    let mut said = String::new();
    for issue in rules::check(plan, today, NORMALISE) {
        let (check, text) = (issue.check, texts.rule(issue.check));
        let place = issue.at.path();
        writeln!(said, "{}{} {} {place}", check.rule(), check.part(), check.grade().key()).unwrap();
        for sentence in [text.wrong, text.todo] {
            writeln!(said, "  {}", words.fill(sentence, &issue.values)).unwrap();
        }
    }
    if said.is_empty() { "Nothing.\n".to_owned() } else { said }
}

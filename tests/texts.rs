//! The languages' files are what the page loads: made from the words in `src/i18n`, never by hand.
//! `UPDATE_EXPECT=1 cargo test --test texts` makes them anew.

use expect_test::expect_file;
use plan_ouvert::i18n::{Lang, Part, file};

#[test]
fn the_files_say_what_the_words_say() {
    for (lang, start, pages) in [
        (
            Lang::Fr,
            expect_file!["../public/texts/fr.start.txt"],
            expect_file!["../public/texts/fr.pages.txt"],
        ),
        (
            Lang::En,
            expect_file!["../public/texts/en.start.txt"],
            expect_file!["../public/texts/en.pages.txt"],
        ),
        (
            Lang::Es,
            expect_file!["../public/texts/es.start.txt"],
            expect_file!["../public/texts/es.pages.txt"],
        ),
    ] {
        start.assert_eq(&file::write(lang.texts(), Part::Start));
        pages.assert_eq(&file::write(lang.texts(), Part::Pages));
    }
}

#[test]
fn a_file_reads_back_as_the_same_texts() {
    for lang in Lang::ALL {
        for part in Part::ALL {
            let read = file::read(lang, part, &file::write(lang.texts(), part));
            assert_eq!(read.as_deref(), Some(lang.texts().list(part)));
        }
    }
}

#[test]
fn what_is_no_file_of_this_version_is_not_taken() {
    let file = file::write(Lang::Fr.texts(), Part::Start);
    let shorter =
        file.trim_end().rsplit_once('\n').map(|(start, _)| format!("{start}\n")).unwrap_or_default();
    let longer = format!("{file}et encore\n");
    let other = file.replacen("start", "other", 1);
    for wrong in
        ["", "\n", "{}", &shorter, &longer, &other, &file[..file.floor_char_boundary(file.len() / 2)]]
    {
        assert_eq!(file::read(Lang::Fr, Part::Start, wrong), None);
    }
    assert_eq!(file::read(Lang::En, Part::Start, &file), None, "another language");
    assert_eq!(file::read(Lang::Fr, Part::Pages, &file), None, "another part");
}

#[test]
fn the_page_speaks_every_language_before_the_app_is_there() {
    let page = include_str!("../index.html");
    for lang in Lang::ALL {
        let part = page.split(&format!("<section class=\"coming\" lang=\"{}\">", lang.code())).nth(1);
        let lead = format!("<p class=\"lead\">{}</p>", lang.texts().ui.start_lead);
        assert!(part.is_some_and(|part| part.trim_start().starts_with(&lead)), "{lang:?}");
    }
}

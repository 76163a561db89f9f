//! Which words differ between two texts.
//!
//! The difference itself is `similar`'s, of Myers' algorithm, which bounds its search. Here texts become words, and what
//! it finds becomes pieces that read well: signs and spaces alone do not part two changes.

use std::convert::Infallible;

use similar::algorithms::{DiffHook, myers};

/// A piece of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Both have it.
    Same(&'a str),
    /// Only the text before has it.
    Before(&'a str),
    /// Only the text after has it.
    After(&'a str),
}

/// How many characters stay at each end of a long text that is shortened.
const KEPT: usize = 120;
/// How many characters must go, so that it is worth it.
const WORTH: usize = 120;

/// Words, blanks and signs of a text at the most that are compared one by one, far more than any answer has. Beyond, it changed as a
/// whole; the search would take seconds, and its depth the stack.
const MOST_WORDS: usize = 20_000;

/// The pieces of two texts, in their order; of a change what was before comes first. Nothing is lost: the pieces of
/// one text alone and of both make that text.
pub fn pieces<'a>(before: &'a str, after: &'a str) -> Vec<Piece<'a>> {
    let (old, new) = (words(before), words(after));
    let mut runs = Runs::default();
    if before == after {
        runs.0.push((0, 0, old.len()));
    } else if old.len().max(new.len()) <= MOST_WORDS {
        let Ok(()) = myers::diff(&mut runs, &old, 0..old.len(), &new, 0..new.len());
    }
    let mut pieces = Pieces { left: (before, after), found: Vec::new() };
    let (mut old_done, mut new_done) = (0, 0);
    // What waits, in bytes: of a change of both texts.
    let mut change = (0, 0);
    let length = |words: &[&str], from: usize, to: usize| -> usize {
        words.get(from..to).unwrap_or_default().iter().map(|word| word.len()).sum()
    };
    for (old_at, new_at, count) in runs.merged() {
        change.0 += length(&old, old_done, old_at);
        change.1 += length(&new, new_done, new_at);
        (old_done, new_done) = (old_at + count, new_at + count);
        let same = old.get(old_at..old_done).unwrap_or_default();
        let bytes = length(&old, old_at, old_done);
        let is_last = old_done == old.len() && new_done == new.len();
        if change != (0, 0) && !is_last && !same.iter().any(|word| is_word(word)) {
            change = (change.0 + bytes, change.1 + bytes);
            continue;
        }
        pieces.take(change.0, change.1);
        pieces.take_same(bytes);
        change = (0, 0);
    }
    pieces.take(change.0 + length(&old, old_done, old.len()), change.1 + length(&new, new_done, new.len()));
    if is_another(&pieces.found, before.len().min(after.len())) {
        return vec![Piece::Before(before), Piece::After(after)];
    }
    pieces.found
}

/// Whether a text is another one, and not the same with some words changed: little is left of the shorter one, in many
/// scattered pieces that nobody can read.
fn is_another(pieces: &[Piece<'_>], shorter: usize) -> bool {
    let same = pieces.iter().filter_map(|piece| match piece {
        Piece::Same(text) => Some(text.len()),
        _ => None,
    });
    same.clone().count() > 3 && same.sum::<usize>() * 5 < shorter * 2
}

/// A long text in three: its beginning, what can be left out, its end. Nothing where it is short. Words stay whole.
pub fn shortened(text: &str) -> Option<[&str; 3]> {
    let blanks = || text.char_indices().enumerate().filter(|(_, (_, c))| c.is_whitespace());
    let count = text.chars().count();
    let (_, (first, _)) = blanks().find(|(at, _)| *at >= KEPT)?;
    let (_, (last, _)) = blanks().take_while(|(at, _)| at + KEPT <= count).last()?;
    let (begin, rest) = text.split_at_checked(first)?;
    let (middle, end) = rest.split_at_checked(last.checked_sub(first)?)?;
    (middle.chars().count() >= WORTH).then_some([begin, middle, end])
}

/// The texts that are left, and the pieces that were taken off them.
struct Pieces<'a> {
    left: (&'a str, &'a str),
    found: Vec<Piece<'a>>,
}

impl Pieces<'_> {
    fn take(&mut self, before: usize, after: usize) {
        let (gone, come) = (cut(&mut self.left.0, before), cut(&mut self.left.1, after));
        let is_there = |piece: &Piece<'_>| !matches!(piece, Piece::Before("") | Piece::After(""));
        self.found.extend([Piece::Before(gone), Piece::After(come)].into_iter().filter(is_there));
    }

    fn take_same(&mut self, bytes: usize) {
        let same = cut(&mut self.left.0, bytes);
        cut(&mut self.left.1, bytes);
        if !same.is_empty() {
            self.found.push(Piece::Same(same));
        }
    }
}

/// Takes so many bytes off the beginning of a text.
fn cut<'a>(text: &mut &'a str, bytes: usize) -> &'a str {
    let (taken, left) = text.split_at_checked(bytes).unwrap_or((text, ""));
    *text = left;
    taken
}

/// Where two texts have the same words: positions in both, and how many.
#[derive(Default)]
struct Runs(Vec<(usize, usize, usize)>);

impl Runs {
    /// Runs that follow each other in both texts are one.
    fn merged(self) -> Vec<(usize, usize, usize)> {
        let mut merged: Vec<(usize, usize, usize)> = Vec::new();
        for (old, new, count) in self.0 {
            match merged.last_mut() {
                Some(last) if (last.0 + last.2, last.1 + last.2) == (old, new) => last.2 += count,
                _ => merged.push((old, new, count)),
            }
        }
        merged
    }
}

impl DiffHook for Runs {
    type Error = Infallible;

    fn equal(&mut self, old: usize, new: usize, count: usize) -> Result<(), Infallible> {
        self.0.push((old, new, count));
        Ok(())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Word,
    Blank,
    Sign,
}

fn sort(c: char) -> Sort {
    match c {
        _ if c.is_whitespace() => Sort::Blank,
        '«' | '»' | '¿' | '¡' | '·' | '\u{2010}'..='\u{2027}' | '،' | '؛' | '؟' | '、' | '。' => {
            Sort::Sign
        }
        _ if c.is_ascii_punctuation() => Sort::Sign,
        _ => Sort::Word,
    }
}

fn is_word(word: &str) -> bool {
    word.chars().any(|c| sort(c) == Sort::Word)
}

/// The words of a text, the blanks between them, and each sign alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next().map(sort) {
        let other = |c: char| first == Sort::Sign || sort(c) != first;
        let end = rest.char_indices().skip(1).find(|(_, c)| other(*c)).map_or(rest.len(), |(at, _)| at);
        words.push(cut(&mut rest, end));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Piece::{After, Before, Same};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_told_apart() {
        for (before, after, expected) in [
            ("", "", vec![]),
            ("Ensemble.", "Ensemble.", vec![Same("Ensemble.")]),
            ("", "Ensemble.", vec![After("Ensemble.")]),
            ("Ensemble.", "", vec![Before("Ensemble.")]),
            (
                "Publier les marchés.",
                "Publier tous les marchés !",
                vec![Same("Publier "), After("tous "), Same("les marchés"), Before("."), After(" !")],
            ),
            (
                "Un plan ouvert",
                "Une ville ouverte",
                vec![Before("Un plan ouvert"), After("Une ville ouverte")],
            ),
            ("l’État agit", "l’Etat agit", vec![Same("l’"), Before("État"), After("Etat"), Same(" agit")]),
            ("A. B.", "A. C. B.", vec![Same("A. "), After("C. "), Same("B.")]),
            ("un\ndeux", "un deux", vec![Same("un"), Before("\n"), After(" "), Same("deux")]),
        ] {
            assert_eq!(pieces(before, after), expected, "{before} → {after}");
        }
    }

    #[test]
    fn long_texts_are_shortened_at_blanks() {
        assert_eq!(shortened(&"mot ".repeat(80)), None);
        assert_eq!(shortened(&"m".repeat(2000)), None);
        let text = "mots ".repeat(200);
        let [begin, middle, end] = shortened(&text).unwrap();
        assert_eq!([begin, middle, end].concat(), text);
        assert!(begin.ends_with("mots") && middle.ends_with("mots") && begin.len() < 130 && end.len() < 130);
    }

    #[test]
    fn a_text_written_anew_changes_as_a_whole() {
        let before = "Les habitants de la commune ne savent pas où va l’argent de la ville, et les comptes sont difficiles à lire.";
        let after = "Aucun des documents de la commune n’est publié à temps ; de plus, les jeunes et les aînés en sont exclus.";
        assert_eq!(pieces(before, after), [Before(before), After(after)]);
        let longer = format!("{before} {after}");
        assert_eq!(pieces(before, &longer).first(), Some(&Same(before)));
    }

    #[test]
    fn endless_texts_change_as_a_whole() {
        let (one, other) = ("a b ".repeat(300_000), "b c ".repeat(300_000));
        assert_eq!(pieces(&one, &other), [Before(&one), After(&other)]);
        assert_eq!(pieces(&one, &one), [Same(&one)]);
        assert_eq!(pieces("Ensemble.", &one), [Before("Ensemble."), After(&one)]);
    }

    /// Texts of 50 kB, the worst of them: all words are there twice and none stays in its place.
    #[test]
    fn even_long_texts_take_little_time() {
        let word = |seed: usize| format!("mot{} ", seed.wrapping_mul(2_654_435_761) % 4000);
        let text = |from: usize| (from..from + 7000).map(word).collect::<String>();
        let mirrored: Vec<String> = (0..7000).rev().map(word).collect();
        let two = "le la ".repeat(MOST_WORDS / 4);
        for (before, after) in [
            (text(0), text(3500)),
            (text(0), mirrored.concat()),
            (two.clone(), two.replace("le la", "la la le")),
        ] {
            let start = std::time::Instant::now();
            assert!(!pieces(&before, &after).is_empty());
            assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
        }
    }

    fn texts() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            Just("un".to_owned()),
            Just("deux".to_owned()),
            Just(", ".to_owned()),
            Just(" ".to_owned()),
            Just("\n".to_owned()),
            ".{0,3}",
            Just("e\u{301}té".to_owned()),
        ];
        proptest::collection::vec(word, 0..40).prop_map(|words| words.concat())
    }

    proptest! {
        #[test]
        fn no_word_is_lost(before in texts(), after in texts()) {
            let (mut old, mut new) = (String::new(), String::new());
            let found = pieces(&before, &after);
            for piece in &found {
                match piece {
                    Same(text) => { old.push_str(text); new.push_str(text); }
                    Before(text) => old.push_str(text),
                    After(text) => new.push_str(text),
                }
            }
            prop_assert_eq!(&old, &before);
            prop_assert_eq!(&new, &after);
            prop_assert_eq!(&pieces(&before, &after), &found);
            let all_same = found.iter().all(|piece| matches!(piece, Same(_)));
            prop_assert_eq!(all_same, before == after);
        }

        #[test]
        fn shortening_loses_nothing(text in "([a-zé ]{0,9} ?){0,80}") {
            if let Some(parts) = shortened(&text) {
                prop_assert_eq!(parts.concat(), text);
            }
        }
    }
}

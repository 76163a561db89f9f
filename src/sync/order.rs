//! The places of rows among each other: texts of which there is always one more between any two.
//!
//! Two people who add a row at the same place give it the same text; then the rows' ids decide.

/// The digits of a place, in their order.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: usize = DIGITS.len();
/// Digits of a place that is counted.
const COUNTED: usize = 3;

fn digit(value: usize) -> char {
    DIGITS.get(value).map_or('0', |digit| char::from(*digit))
}

fn value(digit: Option<u8>) -> usize {
    digit.and_then(|digit| DIGITS.iter().position(|known| *known == digit)).unwrap_or_default()
}

/// The places of rows that come in order and have none yet: the same for everybody.
#[derive(Default)]
pub(super) struct Positions {
    count: usize,
}

impl Positions {
    pub(super) fn next_one(&mut self) -> String {
        self.count += 1;
        let mut rest = self.count;
        let mut digits = Vec::new();
        for _ in 0..COUNTED {
            digits.push(digit(rest % BASE));
            rest /= BASE;
        }
        // In the middle of what begins so, to leave room on both sides.
        digits.iter().rev().chain(&['i']).collect()
    }
}

/// A place after one and before another; nothing stands for the end of the list. Where there is no room, because both
/// are alike or out of order, it is a place right after the first.
pub(super) fn between(after: Option<&str>, before: Option<&str>) -> String {
    let (low, high) = (after.unwrap_or_default(), before.filter(|before| Some(*before) > after));
    let mut place = String::new();
    // Once the place is below `high`, that limits no further digit.
    let mut is_below = high.is_none();
    for at in 0.. {
        let low = value(low.as_bytes().get(at).copied());
        // What came from elsewhere may leave no room.
        is_below |= high.is_some_and(|high| at >= high.len());
        let high = match high.filter(|_| !is_below) {
            Some(high) => value(high.as_bytes().get(at).copied()),
            None => BASE,
        };
        if high > low + 1 {
            // At the end of the list steps are short, so that many rows need few digits.
            let step = if high == BASE && before.is_none() { 1 } else { (high - low) / 2 };
            place.push(digit(low + step));
            break;
        }
        place.push(digit(low));
        is_below |= high > low;
    }
    place
}

/// The rows that change places: all but the most that stand in order already. Takes the places in the order wanted.
pub(super) fn moved(places: &[Option<&str>]) -> Vec<bool> {
    // The longest series in order, by the length of the one that ends at each place.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let before = places.iter().zip(&best).enumerate().take(at);
        let before = before.filter(|(_, (known, _))| known.is_some() && **known < *place);
        let longest = before
            .max_by_key(|(_, (_, (length, _)))| *length)
            .map(|(index, (_, (length, _)))| (index, *length));
        best.push(match (place, longest) {
            (None, _) => (0, None),
            (Some(_), Some((index, length))) => (length + 1, Some(index)),
            (Some(_), None) => (1, None),
        });
    }
    let mut moved = vec![true; places.len()];
    let mut at = best.iter().enumerate().max_by_key(|(_, (length, _))| *length).map(|(at, _)| at);
    while let Some(index) = at {
        if let (Some(stays), Some(Some(_))) = (moved.get_mut(index), places.get(index)) {
            *stays = false;
        }
        at = best.get(index).and_then(|(_, before)| *before);
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counted_places_stand_in_order() {
        let mut positions = Positions::default();
        let places: Vec<String> = (0..600).map(|_| positions.next_one()).collect();
        assert!(places.is_sorted() && places[0] == "001i" && places[599] == "0goi");
    }

    #[test]
    fn only_what_moved_gets_another_place() {
        let moved = |places: &[&str]| {
            moved(
                &places
                    .iter()
                    .map(|place| Some(*place).filter(|place| !place.is_empty()))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(moved(&["a", "b", "c"]), [false; 3]);
        assert_eq!(moved(&["c", "a", "b"]), [true, false, false]);
        assert_eq!(moved(&["b", "c", "a"]), [false, false, true]);
        assert_eq!(moved(&["a", "", "b"]), [false, true, false]);
        assert_eq!(moved(&["", ""]), [true, true]);
        assert_eq!(moved(&[]), Vec::<bool>::new());
    }

    proptest! {
        #[test]
        fn there_is_always_a_place_between(mut ends in prop::collection::vec(0_usize..1000, 1..80)) {
            // Rows that are put anywhere, again and again.
            let mut places: Vec<String> = Vec::new();
            for end in ends.drain(..) {
                let at = end % (places.len() + 1);
                let after = at.checked_sub(1).map(|before| places[before].as_str());
                let place = between(after, places.get(at).map(String::as_str));
                places.insert(at, place);
                prop_assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
            }
        }

        #[test]
        fn a_place_is_there_whatever_was_read(after in "[0-9a-zé]{0,4}", before in "[0-9a-zé]{0,4}") {
            let place = between(Some(&after), Some(&before));
            prop_assert!(!place.is_empty());
        }
    }
}

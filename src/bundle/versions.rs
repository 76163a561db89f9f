//! Versions of a draft that are kept beside it in the browser: why each was kept, and which gives way.

/// Versions of one draft at the most.
pub const MOST_VERSIONS: usize = 20;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody wanted it.
    ByHand,
    /// A file was about to be joined with the draft.
    BeforeJoining,
}

impl Why {
    /// How storage spells it.
    pub fn key(self) -> &'static str {
        match self {
            Self::ByHand => "by_hand",
            Self::BeforeJoining => "before_joining",
        }
    }

    /// As storage spells it; what a newer version of the app wrote there was no wish of anybody's.
    pub fn of(key: &str) -> Self {
        if key == Self::ByHand.key() { Self::ByHand } else { Self::BeforeJoining }
    }
}

/// The versions that are too many, by their moments: the oldest that the app kept by itself first.
pub fn surplus(versions: &[(i64, Why)]) -> Vec<i64> {
    let mut all = versions.to_vec();
    all.sort_by_key(|(at, why)| (*why == Why::ByHand, *at));
    let too_many = all.len().saturating_sub(MOST_VERSIONS);
    all.into_iter().take(too_many).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_nobody_asked_for_give_way_first() {
        let by_hand = |at| (at, Why::ByHand);
        let mut versions: Vec<(i64, Why)> = (1..=20).map(by_hand).collect();
        assert!(surplus(&versions).is_empty());
        versions.push((21, Why::BeforeJoining));
        assert_eq!(surplus(&versions), [21]);
        versions.push((5, Why::BeforeJoining));
        assert_eq!(surplus(&versions), [5, 21]);
        versions.retain(|(_, why)| *why == Why::ByHand);
        versions.push(by_hand(22));
        assert_eq!(surplus(&versions), [1]);
    }

    #[test]
    fn reasons_read_back() {
        for why in [Why::ByHand, Why::BeforeJoining] {
            assert_eq!(Why::of(why.key()), why);
        }
        assert_eq!(Why::of("later"), Why::BeforeJoining);
    }
}

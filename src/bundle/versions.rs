//! Versions of a draft that are kept beside it in the browser: why each was kept, and which gives way.

/// Versions of one draft at the most.
pub const MOST_VERSIONS: usize = 20;
/// After how much work a version is kept again, in milliseconds.
pub const KEPT_EVERY: i64 = 30 * 60 * 1000;
/// How long a deleted draft stays, in milliseconds.
pub const DELETED_STAYS: i64 = 30 * 24 * 60 * 60 * 1000;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody wanted it.
    ByHand,
    /// Somebody had worked on it for a while.
    ByTime,
    /// A file was about to be joined with the draft.
    BeforeJoining,
    /// A row that some took out and others wrote in was about to go.
    BeforeDeciding,
    /// An earlier version was about to take its place.
    BeforeRestoring,
    /// A file was about to take its place.
    BeforeReplacing,
}

impl Why {
    const ALL: [Self; 6] = [
        Self::ByHand,
        Self::ByTime,
        Self::BeforeJoining,
        Self::BeforeDeciding,
        Self::BeforeRestoring,
        Self::BeforeReplacing,
    ];

    /// How storage spells it.
    pub fn key(self) -> &'static str {
        match self {
            Self::ByHand => "by_hand",
            Self::ByTime => "by_time",
            Self::BeforeJoining => "before_joining",
            Self::BeforeDeciding => "before_deciding",
            Self::BeforeRestoring => "before_restoring",
            Self::BeforeReplacing => "before_replacing",
        }
    }

    /// As storage spells it; what a newer version of the app wrote there was no wish of anybody's.
    pub fn of(key: &str) -> Self {
        Self::ALL.into_iter().find(|why| why.key() == key).unwrap_or(Self::ByTime)
    }
}

/// The versions that are too many, by their moments. Those that nobody asked for go first, and of them the one that is
/// missed least: that leaves the smallest gap, for its age. The first and the last stay as long as there is another.
pub fn surplus(versions: &[(i64, Why)], now: i64) -> Vec<i64> {
    let mut left = versions.to_vec();
    left.sort_by_key(|(at, _)| *at);
    let mut gone = Vec::new();
    while left.len() > MOST_VERSIONS {
        let missed = |(before, at, next): &(i64, i64, i64)| {
            // In thousandths of its age.
            (next - before).saturating_mul(1000) / (now - at).max(1)
        };
        let between = left.windows(3).filter_map(|near| match near {
            [(before, _), (at, why), (next, _)] if *why != Why::ByHand => Some((*before, *at, *next)),
            _ => None,
        });
        let least = between.min_by_key(missed).map(|(_, at, _)| at);
        // Of those that somebody wanted, the oldest.
        let oldest = || left.iter().find(|(_, why)| *why != Why::ByHand).or(left.first()).map(|(at, _)| *at);
        let Some(at) = least.or_else(oldest) else { break };
        left.retain(|(known, _)| *known != at);
        gone.push(at);
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_nobody_asked_for_give_way_first() {
        let by_hand = |at| (at, Why::ByHand);
        let mut versions: Vec<(i64, Why)> = (1..=20).map(by_hand).collect();
        assert!(surplus(&versions, 30).is_empty());
        versions.push((5, Why::BeforeJoining));
        assert_eq!(surplus(&versions, 30), [5]);
        versions.retain(|(_, why)| *why == Why::ByHand);
        versions.push((22, Why::ByTime));
        assert_eq!(surplus(&versions, 30), [22]);
        versions.pop();
        versions.push(by_hand(22));
        assert_eq!(surplus(&versions, 30), [1]);
    }

    /// Weeks of work, a version every half hour: the last hours stay close together, and the first day is still there.
    #[test]
    fn what_stays_reaches_far_back() {
        let mut kept: Vec<(i64, Why)> = Vec::new();
        let mut now = 0;
        for _ in 0..400 {
            now += KEPT_EVERY;
            kept.push((now, Why::ByTime));
            let gone = surplus(&kept, now);
            kept.retain(|(at, _)| !gone.contains(at));
        }
        assert_eq!(kept.len(), MOST_VERSIONS);
        let ages: Vec<i64> = kept.iter().map(|(at, _)| (now - at) / KEPT_EVERY).collect();
        assert!(ages[0] > 300, "{ages:?}");
        assert!(ages.ends_with(&[2, 1, 0]), "{ages:?}");
        assert!(ages.iter().filter(|age| **age > 48).count() > 3, "{ages:?}");
    }

    #[test]
    fn reasons_read_back() {
        for why in Why::ALL {
            assert_eq!(Why::of(why.key()), why);
        }
        assert_eq!(Why::of("later"), Why::ByTime);
    }
}

//! Free time of a week, in quarters of an hour: every offset from UTC that is in use is a multiple of a quarter.

use super::bits::count;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many quarters of an hour a week has.
pub(super) const QUARTERS: usize = 7 * 24 * 4;
const WORDS: usize = QUARTERS.div_ceil(64);

/// Quarters of an hour of a week in UTC: 0 is Monday 00:00–00:15, 671 is Sunday 23:45–24:00. Later ones are ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FreeTime {
    words: [u64; WORDS],
    /// Which of the words aren't empty: few are, and only those of both are compared.
    used: u16,
}

impl FreeTime {
    /// Adds a quarter.
    pub fn insert(&mut self, quarter: usize) {
        if let Some(word) = self.words.get_mut(quarter / 64).filter(|_| quarter < QUARTERS) {
            *word |= 1 << (quarter % 64);
            self.used |= 1 << (quarter / 64);
        }
    }

    /// Whether a quarter is in it.
    #[must_use]
    pub fn contains(&self, quarter: usize) -> bool {
        self.words.get(quarter / 64).is_some_and(|word| word >> (quarter % 64) & 1 == 1)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// How many quarters are in both.
    #[must_use]
    #[inline]
    pub fn shared(&self, other: &Self) -> u32 {
        let mut both = self.used & other.used;
        let mut shared = 0;
        while both != 0 {
            let at = both.trailing_zeros() as usize;
            both &= both - 1;
            if let (Some(a), Some(b)) = (self.words.get(at), other.words.get(at)) {
                shared += count(a & b);
            }
        }
        shared
    }

    /// The quarters in it, ascending.
    pub fn quarters(&self) -> impl Iterator<Item = usize> + '_ {
        (0..QUARTERS).filter(|quarter| self.contains(*quarter))
    }
}

impl FromIterator<usize> for FreeTime {
    fn from_iter<I: IntoIterator<Item = usize>>(quarters: I) -> Self {
        let mut set = Self::default();
        quarters.into_iter().for_each(|quarter| set.insert(quarter));
        set
    }
}

/// As its words, without the empty ones at the end.
impl Serialize for FreeTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let used = self.words.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        self.words.get(..used).unwrap_or(&[]).serialize(serializer)
    }
}

/// What is beyond the week is ignored.
impl<'de> Deserialize<'de> for FreeTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut set = Self::default();
        let read = Vec::<u64>::deserialize(deserializer)?;
        for ((at, word), read) in set.words.iter_mut().enumerate().zip(read) {
            let within = if at + 1 == WORDS { u64::MAX >> (WORDS * 64 - QUARTERS) } else { u64::MAX };
            *word = read & within;
            set.used |= u16::from(*word != 0) << at;
        }
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_week_has_an_end() {
        let set: FreeTime = [0, 671, 672, 700, usize::MAX].into_iter().collect();
        assert_eq!(set.quarters().collect::<Vec<_>>(), [0, 671]);
        assert!(FreeTime::default().is_empty() && !set.is_empty());
        let sent = serde_json::to_string(&[u64::MAX; 12]).unwrap_or_default();
        let read: FreeTime = serde_json::from_str(&sent).unwrap_or_default();
        assert_eq!(read, (0..QUARTERS).collect());
    }

    proptest! {
        #[test]
        fn what_is_shared_is_what_both_have(a in proptest::collection::btree_set(0..QUARTERS, 0..90), b in proptest::collection::btree_set(0..QUARTERS, 0..90)) {
            let (one, other): (FreeTime, FreeTime) = (a.iter().copied().collect(), b.iter().copied().collect());
            prop_assert_eq!(one.shared(&other) as usize, a.intersection(&b).count());
            prop_assert_eq!(one.quarters().collect::<Vec<_>>(), a.into_iter().collect::<Vec<_>>());
            let sent = serde_json::to_string(&one).unwrap_or_default();
            prop_assert_eq!(serde_json::from_str::<FreeTime>(&sent).ok(), Some(one));
        }
    }
}

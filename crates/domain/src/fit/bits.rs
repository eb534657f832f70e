//! Sets as bits: small enough to keep thousands of people's in memory, and compared a word at a time.

use crate::shared::HelpKind;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A set of numbers below `64 × N`; larger ones are ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bits<const N: usize>([u64; N]);

/// As its words, without the empty ones at the end.
impl<const N: usize> Serialize for Bits<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let used = self.0.iter().rposition(|word| *word != 0).map_or(0, |last| last + 1);
        self.0.get(..used).unwrap_or(&[]).serialize(serializer)
    }
}

/// Words beyond the set are ignored.
impl<'de, const N: usize> Deserialize<'de> for Bits<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut set = Self::EMPTY;
        for (word, read) in set.0.iter_mut().zip(Vec::<u64>::deserialize(deserializer)?) {
            *word = read;
        }
        Ok(set)
    }
}

/// Languages, by their number in a [`super::Interner`] (256 at most: more than there are with a two-letter code).
pub type LanguageSet = Bits<4>;

impl<const N: usize> Bits<N> {
    /// The empty set.
    pub const EMPTY: Self = Self([0; N]);

    /// Adds a number.
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether a number is in it.
    #[must_use]
    pub fn contains(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// How many numbers are in it.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| count(*word)).sum()
    }

    /// Whether more than one number is in it.
    #[must_use]
    pub fn is_several(&self) -> bool {
        let (mut any, mut several) = (false, false);
        for word in &self.0 {
            several |= *word != 0 && (any || word & (word - 1) != 0);
            any |= *word != 0;
        }
        several
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many numbers are in both.
    #[must_use]
    pub fn shared(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| count(a & b)).sum()
    }

    /// The numbers that are in both, ascending.
    pub fn shared_numbers(&self, other: &Self) -> impl Iterator<Item = usize> {
        let (a, b) = (*self, *other);
        (0..N * 64).filter(move |number| a.contains(*number) && b.contains(*number))
    }
}

/// How many bits are set. Most words of these sets are empty, and counting takes a dozen steps where the processor that was built
/// for has no instruction for it.
pub(super) const fn count(word: u64) -> u32 {
    if word == 0 { 0 } else { word.count_ones() }
}

impl<const N: usize> Default for Bits<N> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<const N: usize> FromIterator<usize> for Bits<N> {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::EMPTY;
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }
}

/// Kinds of help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HelpSet(u16);

impl HelpSet {
    /// How many kinds are in it.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds that are in both.
    #[must_use]
    pub const fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The kinds in it, in the order of declaration.
    pub fn kinds(self) -> impl Iterator<Item = HelpKind> {
        HelpKind::ALL.iter().copied().filter(move |kind| self.0 >> *kind as u16 & 1 == 1)
    }
}

impl FromIterator<HelpKind> for HelpSet {
    fn from_iter<I: IntoIterator<Item = HelpKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u16))
    }
}

/// Skills, by their number in a [`super::Interner`]. Only as long as the largest number in it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillSet(Vec<u64>);

impl SkillSet {
    /// Adds a skill.
    pub fn insert(&mut self, skill: u16) {
        let index = usize::from(skill / 64);
        if self.0.len() <= index {
            self.0.resize(index + 1, 0);
        }
        if let Some(word) = self.0.get_mut(index) {
            *word |= 1 << (skill % 64);
        }
    }

    /// Whether a skill is in it.
    #[must_use]
    pub fn contains(&self, skill: u16) -> bool {
        self.0.get(usize::from(skill / 64)).is_some_and(|word| word >> (skill % 64) & 1 == 1)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many skills are in both, and how many in at least one.
    #[must_use]
    pub fn shared_and_all(&self, other: &Self) -> (u32, u32) {
        let count = |set: &Self| set.0.iter().map(|word| word.count_ones()).sum::<u32>();
        let shared = self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones()).sum();
        (shared, count(self) + count(other) - shared)
    }
}

impl FromIterator<u16> for SkillSet {
    fn from_iter<I: IntoIterator<Item = u16>>(skills: I) -> Self {
        let mut set = Self::default();
        skills.into_iter().for_each(|skill| set.insert(skill));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_shares_what_both_hold() {
        let a: LanguageSet = [0, 63, 64, 167].into_iter().collect();
        let b: LanguageSet = [63, 64, 100].into_iter().collect();
        assert_eq!(a.len(), 4);
        assert!(a.contains(167) && !a.contains(1) && !a.contains(5000));
        assert_eq!(a.shared(&b), 2);
        assert_eq!(a.shared_numbers(&b).collect::<Vec<_>>(), [63, 64]);
        assert!(LanguageSet::EMPTY.is_empty() && !a.is_empty());
    }

    #[test]
    fn several_are_two_or_more_wherever_they_are() {
        let set = |numbers: &[usize]| numbers.iter().copied().collect::<LanguageSet>();
        assert!(!LanguageSet::EMPTY.is_several() && !set(&[0]).is_several() && !set(&[255]).is_several());
        assert!(set(&[0, 1]).is_several() && set(&[63, 64]).is_several() && set(&[5, 190]).is_several() && set(&[190, 191]).is_several());
    }

    #[test]
    fn numbers_beyond_the_set_are_ignored() {
        let set: LanguageSet = [256, 100_000].into_iter().collect();
        assert!(set.is_empty());
    }

    #[test]
    fn every_kind_of_help_has_a_bit_of_its_own() {
        let all: HelpSet = HelpKind::ALL.iter().copied().collect();
        assert_eq!(all.len() as usize, HelpKind::ALL.len());
        assert_eq!(all.kinds().collect::<Vec<_>>(), HelpKind::ALL);
        let two: HelpSet = [HelpKind::Career, HelpKind::Advice].into_iter().collect();
        assert_eq!(all.shared(two).kinds().collect::<Vec<_>>(), [HelpKind::Advice, HelpKind::Career]);
        assert!(HelpSet::default().is_empty());
    }

    #[test]
    fn a_set_is_sent_without_its_empty_end() {
        let set: LanguageSet = [3, 70].into_iter().collect();
        let sent = serde_json::to_string(&set).unwrap_or_default();
        assert_eq!(sent, "[8,64]");
        assert_eq!(serde_json::from_str::<LanguageSet>(&sent).ok(), Some(set));
        assert_eq!(serde_json::from_str::<LanguageSet>("[0,0,0,0,1]").ok(), Some(LanguageSet::EMPTY));
    }

    #[test]
    fn skills_of_sets_of_different_length_are_compared() {
        let few: SkillSet = [1, 2].into_iter().collect();
        let many: SkillSet = [2, 700, u16::MAX].into_iter().collect();
        assert!(many.contains(u16::MAX) && !few.contains(700));
        assert_eq!(few.shared_and_all(&many), (1, 4));
        assert_eq!(many.shared_and_all(&few), (1, 4));
    }
}

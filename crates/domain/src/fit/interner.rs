//! Numbers for words, so that sets of words become sets of bits.

use std::collections::HashMap;
use std::hash::Hash;

/// Gives each key the next free number, from 0, and remembers it.
#[derive(Clone, Debug)]
pub struct Interner<K> {
    numbers: HashMap<K, u16>,
    keys: Vec<K>,
}

impl<K> Default for Interner<K> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), keys: Vec::new() }
    }
}

impl<K: Clone + Eq + Hash> Interner<K> {
    /// The number of a key; a new one if it has none yet. `None` only when all 65,536 are given away.
    pub fn intern(&mut self, key: &K) -> Option<u16> {
        if let Some(number) = self.numbers.get(key) {
            return Some(*number);
        }
        let number = u16::try_from(self.keys.len()).ok()?;
        self.numbers.insert(key.clone(), number);
        self.keys.push(key.clone());
        Some(number)
    }

    /// The number of a key that has one.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<u16> {
        self.numbers.get(key).copied()
    }

    /// The key of a number.
    #[must_use]
    pub fn key(&self, number: u16) -> Option<&K> {
        self.keys.get(usize::from(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_and_a_number_its_word() {
        let mut words = Interner::default();
        assert_eq!(words.intern(&"fr"), Some(0));
        assert_eq!(words.intern(&"de"), Some(1));
        assert_eq!(words.intern(&"fr"), Some(0));
        assert_eq!(words.get(&"de"), Some(1));
        assert_eq!(words.get(&"ar"), None);
        assert_eq!(words.key(1), Some(&"de"));
        assert_eq!(words.key(2), None);
    }

    #[test]
    fn when_the_numbers_are_used_up_it_says_so() {
        let mut words = Interner::default();
        assert!((0..=65_535_u32).all(|word| words.intern(&word).is_some()));
        assert_eq!(words.intern(&70_000), None);
        assert_eq!(words.intern(&65_535), Some(u16::MAX));
    }
}

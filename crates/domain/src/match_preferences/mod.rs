//! Match preferences: the mentors whom a mentee names in a program, in order of preference, and the mentees whom a mentor does.
//!
//! A preference is its owner's own, and the program's coordinators see what came of it in a match run; whoever is preferred never does.
//! Here are the two lists and what can be done to one. What a preference is worth in a run is [`crate::fit`]'s.

pub mod views;

use crate::problem::{ProblemCode, Problems};

/// So many can be named on one side.
pub const PREFERENCES_MAX: usize = 5;

text_enum! {
    /// Whom a list is about. Whoever is both a mentor and a mentee has two lists.
    pub enum PreferenceSide {
        /// A mentee's list of mentors.
        Mentors = "mentors",
        /// A mentor's list of mentees.
        Mentees = "mentees",
    }
}

/// The list with somebody at its end; as it was when they are in it.
///
/// # Errors
/// The list is full.
pub fn add<T: Copy + PartialEq>(list: &[T], who: T) -> Result<Vec<T>, Problems> {
    if list.contains(&who) {
        return Ok(list.to_vec());
    }
    if list.len() >= PREFERENCES_MAX {
        return Err(Problems::one("person", ProblemCode::TooMany { max: PREFERENCES_MAX }));
    }
    Ok(list.iter().copied().chain([who]).collect())
}

/// The list without somebody; those behind them move up.
#[must_use]
pub fn remove<T: Copy + PartialEq>(list: &[T], who: T) -> Vec<T> {
    list.iter().copied().filter(|other| *other != who).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::shared::{Direction, shift};
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn five_fit_and_a_sixth_does_not() {
        let five = (1..=5).try_fold(Vec::new(), |list, n| add(&list, n)).unwrap();
        assert_eq!(five, [1, 2, 3, 4, 5]);
        assert_eq!(add(&five, 6), Err(Problems::one("person", ProblemCode::TooMany { max: 5 })));
        assert_eq!(add(&five, 3), Ok(five.clone()), "who is in the list stays where they are");
        assert_eq!(add(&remove(&five, 2), 6), Ok(vec![1, 3, 4, 5, 6]));
    }

    #[test]
    fn somebody_moves_by_one_place_and_not_beyond_the_ends() {
        assert_eq!(shift(&[1, 2, 3], 3, Direction::Up), [1, 3, 2]);
        assert_eq!(shift(&[1, 2, 3], 1, Direction::Down), [2, 1, 3]);
        assert_eq!(shift(&[1, 2, 3], 1, Direction::Up), [1, 2, 3]);
        assert_eq!(shift(&[1, 2, 3], 9, Direction::Down), [1, 2, 3]);
    }

    proptest! {
        #[test]
        fn whatever_is_done_everybody_is_there_once_and_there_are_five_at_most(actions in vec((0..4_u8, 0..8_u8), 0..40)) {
            let mut list: Vec<u8> = Vec::new();
            for (act, who) in actions {
                list = match act {
                    0 | 1 => add(&list, who).unwrap_or(list),
                    2 => remove(&list, who),
                    _ => shift(&list, who, Direction::Up),
                };
                let mut once = list.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), list.len());
                prop_assert!(list.len() <= PREFERENCES_MAX);
            }
        }
    }
}

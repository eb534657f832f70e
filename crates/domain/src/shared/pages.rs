//! Lists in parts: where the part before and the part after the one that is shown begin.

use serde::{Deserialize, Serialize};

/// Where the neighbours of a part of a list begin, each as the list's own query takes it: an id, a number, a place in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages<C> {
    /// The part before; nothing on the first one, and in lists that are only read onward.
    pub previous: Option<C>,
    /// The part after; nothing on the last one.
    pub next: Option<C>,
}

impl<C> Default for Pages<C> {
    fn default() -> Self {
        Self { previous: None, next: None }
    }
}

/// From where a part of a list was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// From the beginning.
    First,
    /// Onward, after a place.
    Onward,
    /// Back, before a place.
    Back,
}

impl Travel {
    /// Of the two places that an address may name; who names both goes back.
    #[must_use]
    pub const fn of<A, B>(after: Option<&A>, before: Option<&B>) -> Self {
        match (after, before) {
            (_, Some(_)) => Self::Back,
            (Some(_), None) => Self::Onward,
            (None, None) => Self::First,
        }
    }
}

impl<C> Pages<C> {
    /// Cuts what was read down to one part of `size`. One more than that was asked for: it says whether there is another part in the
    /// direction of travel, and lies at the far end.
    pub fn cut<T>(read: &mut Vec<T>, size: usize, travel: Travel, place: impl Fn(&T) -> C) -> Self {
        let more = read.len() > size;
        if more && travel == Travel::Back {
            read.remove(0);
        }
        read.truncate(size);
        let (first, last) = (read.first().map(&place), read.last().map(&place));
        match travel {
            Travel::First => Self { previous: None, next: last.filter(|_| more) },
            Travel::Onward => Self { previous: first, next: last.filter(|_| more) },
            Travel::Back => Self { previous: first.filter(|_| more), next: last },
        }
    }

    /// The same for a list that is only read onward.
    pub fn onward<T>(read: &mut Vec<T>, size: usize, place: impl Fn(&T) -> C) -> Self {
        Self::cut(read, size, Travel::First, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(read: &[u8], travel: Travel) -> (Vec<u8>, Option<u8>, Option<u8>) {
        let mut read = read.to_vec();
        let pages = Pages::cut(&mut read, 3, travel, |n| *n);
        (read, pages.previous, pages.next)
    }

    #[test]
    fn one_more_than_a_part_says_that_there_is_another_one() {
        assert_eq!(cut(&[1, 2, 3], Travel::First), (vec![1, 2, 3], None, None));
        assert_eq!(cut(&[1, 2, 3, 4], Travel::First), (vec![1, 2, 3], None, Some(3)));
        assert_eq!(cut(&[4, 5, 6, 7], Travel::Onward), (vec![4, 5, 6], Some(4), Some(6)));
        assert_eq!(cut(&[4, 5], Travel::Onward), (vec![4, 5], Some(4), None));
        assert_eq!(cut(&[], Travel::Onward), (vec![], None, None));
    }

    #[test]
    fn going_back_the_one_more_lies_at_the_beginning() {
        assert_eq!(cut(&[3, 4, 5, 6], Travel::Back), (vec![4, 5, 6], Some(4), Some(6)));
        assert_eq!(cut(&[1, 2, 3], Travel::Back), (vec![1, 2, 3], None, Some(3)));
    }

    #[test]
    fn who_names_two_places_goes_back() {
        assert_eq!(Travel::of(Some(&1), Some(&2)), Travel::Back);
        assert_eq!(Travel::of(Some(&1), None::<&u8>), Travel::Onward);
        assert_eq!(Travel::of(None::<&u8>, None::<&u8>), Travel::First);
    }
}

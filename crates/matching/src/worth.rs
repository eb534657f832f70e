//! What a pairing is worth: how many are matched first, the scores second.

use std::cmp::Ordering;
use std::ops::{Add, Sub};

/// What a pairing, or one place in it, is worth. Compared from the first field to the last: one mentee more outweighs any
/// number of second mentors, and those outweigh any total.
///
/// Prices ([`crate::Prices`]) are worths too. Keeping the three apart instead of multiplying the first by something large
/// means that neither a price nor a proof depends on a constant being large enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Worth {
    /// Mentees with at least one mentor.
    pub mentees: i64,
    /// Pairs; more than `mentees` only where somebody wants several mentors.
    pub pairs: i64,
    /// The sum of the scores, in the unit of the scores.
    pub total: i64,
}

impl Worth {
    /// Nothing.
    pub const ZERO: Self = Self::new(0, 0, 0);

    /// A worth of these parts.
    #[must_use]
    pub const fn new(mentees: i64, pairs: i64, total: i64) -> Self {
        Self { mentees, pairs, total }
    }

    /// A worth that is nothing but scores.
    #[must_use]
    pub const fn of_total(total: i64) -> Self {
        Self::new(0, 0, total)
    }

    /// Whether it is more than, less than or just nothing.
    #[must_use]
    pub fn sign(self) -> Ordering {
        self.cmp(&Self::ZERO)
    }
}

impl Add for Worth {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(
            self.mentees.saturating_add(other.mentees),
            self.pairs.saturating_add(other.pairs),
            self.total.saturating_add(other.total),
        )
    }
}

impl Sub for Worth {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(
            self.mentees.saturating_sub(other.mentees),
            self.pairs.saturating_sub(other.pairs),
            self.total.saturating_sub(other.total),
        )
    }
}

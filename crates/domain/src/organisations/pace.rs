//! How many mails may leave in a day: whatever is beyond that waits until the day is over.

use chrono::{DateTime, TimeDelta, Utc};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// For so long a mail counts.
pub const DAY: TimeDelta = TimeDelta::days(1);

/// When mails may leave so that no more than a number of them do in any twenty-four hours.
#[derive(Clone, Debug)]
pub struct Pace {
    most: usize,
    /// The latest ones, as many as count; the earliest on top.
    latest: BinaryHeap<Reverse<DateTime<Utc>>>,
}

impl Pace {
    /// A pace of at least one a day, after those that left, or will leave, at these instants.
    #[must_use]
    pub fn new(most: usize, before: impl IntoIterator<Item = DateTime<Utc>>) -> Self {
        let mut pace = Self { most: most.max(1), latest: BinaryHeap::new() };
        before.into_iter().for_each(|at| pace.take(at));
        pace
    }

    /// The earliest instant at which another one may leave.
    #[must_use]
    pub fn earliest(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        match self.latest.peek() {
            Some(Reverse(first)) if self.latest.len() >= self.most => now.max(*first + DAY),
            _ => now,
        }
    }

    /// Counts one that leaves at an instant.
    pub fn take(&mut self, at: DateTime<Utc>) {
        self.latest.push(Reverse(at));
        if self.latest.len() > self.most {
            self.latest.pop();
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(hours: i64) -> DateTime<Utc> {
        "2026-03-02T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(hours)
    }

    #[test]
    fn what_is_beyond_a_day_waits_for_the_next() {
        let mut pace = Pace::new(3, []);
        let hours: Vec<i64> = (0..7)
            .map(|_| {
                let next = pace.earliest(at(0));
                pace.take(next);
                (next - at(0)).num_hours()
            })
            .collect();
        assert_eq!(hours, [0, 0, 0, 24, 24, 24, 48]);
        assert_eq!(Pace::new(3, [at(-30), at(-20), at(-10)]).earliest(at(0)), at(0), "the first of them is more than a day ago");
        assert_eq!(Pace::new(3, [at(-20), at(-10), at(-1)]).earliest(at(0)), at(4));
        assert_eq!(Pace::new(0, []).earliest(at(0)), at(0), "one a day at least");
    }

    proptest! {
        /// Whatever else holds single ones up, and however they come, no day has too many.
        #[test]
        fn no_day_has_too_many(most in 1_usize..6, steps in prop::collection::vec((0_i64..30, 0_i64..50), 1..60)) {
            let (mut pace, mut now, mut all) = (Pace::new(most, []), at(0), Vec::new());
            for (passed, held_up) in steps {
                now += TimeDelta::hours(passed);
                let next = pace.earliest(now).max(now + TimeDelta::hours(held_up));
                pace.take(next);
                all.push(next);
            }
            for first in &all {
                let count = all.iter().filter(|other| **other >= *first && **other < *first + DAY).count();
                prop_assert!(count <= most, "{} on the day from {}", count, first);
            }
        }
    }
}

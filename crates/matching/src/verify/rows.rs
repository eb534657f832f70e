//! The usual row at the speed of memory: is it certain that none of its pairs is worth more than its two prices?
//!
//! It looks at 32-bit tables and at mentees who want one mentor, and answers "certain" or nothing. Where it can't be certain,
//! because numbers are large or because a pair does beat its prices, the row is read again one pair at a time. So a mistake in the
//! rounding here could only ever make a check slower, as long as everything is rounded towards doubt, which is what the tests ask.

use crate::candidates::Dense;
use crate::worth::Worth;

/// Numbers up to here, either way, are compared in 32 bits: twice as much can be taken from them without overflow.
const LIMIT: i32 = 1 << 29;
/// The price of a mentor whose pair is worth less for its levels alone, whatever its score: more than any score less any price.
const NEVER: i32 = 3 * LIMIT;

/// The mentors' prices as one mentee after the other needs them.
pub(super) struct Rows<'a> {
    dense: &'a Dense,
    /// How many pairs a pair counts for: 1, or 0 where only the total counts.
    pair: i64,
    prices: &'a [Worth],
    made: Option<Made>,
}

/// Levels of a mentee's price, and what remains of the mentors' prices for whoever has them; `None` where that isn't certain.
type Made = ((i64, i64), Option<Vec<i32>>);

impl<'a> Rows<'a> {
    pub(super) const fn new(dense: &'a Dense, covers: bool, prices: &'a [Worth]) -> Self {
        Self { dense, pair: if covers { 1 } else { 0 }, prices, made: None }
    }

    /// Whether it is certain that no pair of this mentee is worth more than the two prices.
    pub(super) fn hold(&mut self, mentee: u32, price: Worth) -> bool {
        let levels = (price.mentees, price.pairs);
        if self.made.as_ref().is_none_or(|made| made.0 != levels) {
            self.made = Some((levels, self.remaining(levels)));
        }
        let Some((_, Some(remaining))) = &self.made else { return false };
        if price.total < i64::from(-LIMIT) {
            return false;
        }
        // A lower price doubts more.
        let mine = i32::try_from(price.total).map_or(LIMIT, |total| total.min(LIMIT));
        let row = self.dense.row(mentee);
        let doubts = |score: i32, theirs: i32| score > LIMIT || score.max(-LIMIT).wrapping_sub(theirs) > mine;
        row.len() == remaining.len() && !row.iter().zip(remaining).fold(false, |doubt, (score, theirs)| doubt | doubts(*score, *theirs))
    }

    /// For each mentor the total of the price where the levels of both prices make up for what a pair counts, and [`NEVER`] where
    /// they are more than that.
    fn remaining(&self, levels: (i64, i64)) -> Option<Vec<i32>> {
        let of = |theirs: &Worth| {
            let mentees = 0_i64.checked_sub(levels.0)?.checked_sub(theirs.mentees)?;
            let pairs = self.pair.checked_sub(levels.1)?.checked_sub(theirs.pairs)?;
            match (mentees, pairs).cmp(&(0, 0)) {
                std::cmp::Ordering::Less => Some(NEVER),
                std::cmp::Ordering::Equal if theirs.total >= i64::from(-LIMIT) => {
                    Some(i32::try_from(theirs.total).map_or(LIMIT, |total| total.min(LIMIT)))
                }
                _ => None,
            }
        };
        self.prices.iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidates::ABSENT;

    /// What the slow way says.
    fn beaten(row: &[i32], price: Worth, prices: &[Worth]) -> bool {
        let scores = row.iter().zip(prices).filter(|(score, _)| **score != ABSENT);
        scores.into_iter().any(|(score, theirs)| (Worth::new(0, 1, i64::from(*score)) - price - *theirs).sign().is_gt())
    }

    fn certain(row: &[i32], price: Worth, prices: &[Worth]) -> bool {
        let dense = Dense::new(1, row.len() as u32, row.to_vec()).expect("a row");
        Rows::new(&dense, true, prices).hold(0, price)
    }

    #[test]
    fn usual_rows_are_told_at_once() {
        let prices = [Worth::new(0, 0, 30), Worth::new(0, 1, 0), Worth::new(0, 0, 0)];
        let price = Worth::new(0, 1, 50);
        assert!(certain(&[80, 1_000_000, ABSENT], price, &prices));
        assert!(certain(&[80, 1_000_000, 50], price, &prices));
        assert!(!certain(&[81, 0, 0], price, &prices));
        assert!(!certain(&[0, 0, 51], price, &prices));
    }

    #[test]
    fn nothing_is_certain_that_is_not_so() {
        let edges = [i32::MIN + 1, -LIMIT - 1, -LIMIT, -LIMIT + 1, -1, 0, 1, LIMIT - 1, LIMIT, LIMIT + 1, i32::MAX, ABSENT];
        let totals = [i64::MIN / 4, -(1 << 31) - 1, -(1 << 29) - 1, -(1 << 29), -1, 0, 1, 1 << 29, (1 << 29) + 1, 1 << 31, i64::MAX / 4];
        let (mut certain_ones, mut all) = (0, 0);
        for score in edges {
            for mine in totals {
                for theirs in totals {
                    for level in [-1, 0, 1] {
                        let (price, prices) = (Worth::new(0, 1, mine), [Worth::new(0, level, theirs)]);
                        let sure = certain(&[score], price, &prices);
                        assert!(!(sure && beaten(&[score], price, &prices)), "{score} {mine} {theirs} {level}");
                        certain_ones += usize::from(sure);
                        all += 1;
                    }
                }
            }
        }
        assert!(certain_ones * 5 > all, "it would be no use: {certain_ones} of {all}");
    }
}

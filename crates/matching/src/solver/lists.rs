//! A short list of the best candidates of each mentee, and a bound on all others, so that a search rarely reads a whole row.
//!
//! Prices only ever rise while a stage is solved. So what wasn't among the best when the list was made, at the prices of
//! then, is worth no more than the bound of then now, and a search may ignore it until the bound itself is near enough to
//! matter. Then the list is made again. The answer is exact: no pair is ever left out, only put off.

use super::graph::Graph;
use crate::candidates::{Candidates, Sparse, SparseScores};
use crate::solution::Goal;

/// A score as the lists keep it: 32 bits where they suffice.
pub(crate) trait Score: Copy + Send + Sync + Default + Into<i64> {
    fn of(score: i64) -> Self;
}

impl Score for i32 {
    fn of(score: i64) -> Self {
        score as Self
    }
}

impl Score for i64 {
    fn of(score: i64) -> Self {
        score
    }
}

/// Nothing outside the list.
pub(crate) const NOTHING: i64 = i64::MIN / 2;
/// Prices from here on count as this where 32 bits must do; scores below half of it make that exact.
const HIGH: i32 = 1 << 30;
/// Scores of a long row that are read together: one maximum is kept for so many.
const CHUNK: usize = 16;
/// The same for a row of less than [`LONG`]: with fewer maxima than a list holds nothing would be left out.
const SHORT_CHUNK: usize = 4;
/// From here on a row is long.
const LONG: usize = 1024;
/// Below so many pairs another thread takes longer to start than to help.
const SMALL: usize = 1 << 17;

/// Prices for reading rows at the speed of memory.
#[derive(Default)]
pub(crate) struct Prices {
    pub(crate) exact: Vec<i64>,
    short: Vec<i32>,
}

impl Prices {
    pub(crate) fn new(exact: Vec<i64>) -> Self {
        let short = exact.iter().map(|price| short(*price)).collect();
        Self { exact, short }
    }

    pub(crate) fn raise(&mut self, mentor: usize, by: i64) {
        self.exact[mentor] += by;
        self.short[mentor] = short(self.exact[mentor]);
    }

    pub(crate) fn set(&mut self, mentor: usize, price: i64) {
        self.exact[mentor] = price;
        self.short[mentor] = short(price);
    }
}

fn short(price: i64) -> i32 {
    price.min(HIGH.into()) as i32
}

/// The lists of all mentees.
pub(crate) struct Lists<T> {
    length: usize,
    entries: Vec<(u32, T)>,
    used: Vec<u32>,
    /// What a candidate outside the list is worth at most.
    bounds: Vec<i64>,
}

impl<T: Score> Lists<T> {
    /// The lists at these prices, made by as many threads.
    pub(crate) fn new(graph: &Graph<'_>, prices: &Prices, length: usize, threads: usize) -> Self {
        let mentees = graph.wanted.len();
        let mut lists =
            Self { length, entries: vec![(0, T::default()); mentees * length], used: vec![0; mentees], bounds: vec![NOTHING; mentees] };
        let threads = if cfg!(target_family = "wasm") || mentees * graph.places.len() < SMALL { 1 } else { threads.clamp(1, 64) };
        let share = mentees.div_ceil(threads).max(1);
        let parts = lists.entries.chunks_mut(share * length).zip(lists.used.chunks_mut(share)).zip(lists.bounds.chunks_mut(share));
        let fill = |number: usize, entries: &mut [(u32, T)], used: &mut [u32], bounds: &mut [i64]| {
            let mut scratch = Scratch::default();
            for (at, list) in entries.chunks_mut(length).enumerate() {
                (used[at], bounds[at]) = scratch.fill(graph, prices, (number * share + at) as u32, list);
            }
        };
        if threads == 1 {
            parts.enumerate().for_each(|(number, ((entries, used), bounds))| fill(number, entries, used, bounds));
        } else {
            std::thread::scope(|scope| {
                for (number, ((entries, used), bounds)) in parts.enumerate() {
                    scope.spawn(move || fill(number, entries, used, bounds));
                }
            });
        }
        lists
    }

    pub(crate) fn of(&self, mentee: usize) -> &[(u32, T)] {
        let from = mentee * self.length;
        &self.entries[from..from + self.used[mentee] as usize]
    }

    pub(crate) fn bound(&self, mentee: usize) -> i64 {
        self.bounds[mentee]
    }

    /// Makes the list of a mentee again at today's prices.
    pub(crate) fn renew(&mut self, graph: &Graph<'_>, prices: &Prices, mentee: usize, scratch: &mut Scratch) {
        let from = mentee * self.length;
        let list = &mut self.entries[from..from + self.length];
        (self.used[mentee], self.bounds[mentee]) = scratch.fill(graph, prices, mentee as u32, list);
    }
}

/// Memory for making a list.
#[derive(Default)]
pub(crate) struct Scratch {
    found: Vec<(i64, u32, i64)>,
    maxima: Vec<i32>,
    sorted: Vec<i32>,
}

impl Scratch {
    /// Writes the best candidates; returns how many, and what the others are worth at most.
    fn fill<T: Score>(&mut self, graph: &Graph<'_>, prices: &Prices, mentee: u32, list: &mut [(u32, T)]) -> (u32, i64) {
        self.found.clear();
        let plain = !graph.covered[mentee as usize] && graph.goal != Goal::Count;
        let bound = match graph.candidates() {
            Candidates::Dense(dense)
                if plain && dense.mentors as usize >= 32 * SHORT_CHUNK && graph.problem.largest < i64::from(HIGH / 2) =>
            {
                let row = dense.row(mentee);
                if row.len() < LONG {
                    self.read_dense::<SHORT_CHUNK>(graph, row, prices, list.len(), mentee)
                } else {
                    self.read_dense::<CHUNK>(graph, row, prices, list.len(), mentee)
                }
            }
            Candidates::Sparse(Sparse { scores: SparseScores::Narrow(scores), columns, offsets, .. }) if plain => {
                let range = offsets[mentee as usize]..offsets[mentee as usize + 1];
                let least = graph.at_least.max(i64::from(i32::MIN) + 1);
                for (mentor, score) in columns[range.clone()].iter().zip(&scores[range]) {
                    let score = i64::from(*score);
                    if score >= least {
                        self.found.push((score - prices.exact[*mentor as usize], *mentor, score));
                    }
                }
                NOTHING
            }
            _ => {
                graph.for_each(mentee, |mentor, score| self.found.push((score - prices.exact[mentor as usize], mentor, score)));
                NOTHING
            }
        };
        self.write(list, bound)
    }

    /// Keeps the best of what was found, in order.
    fn write<T: Score>(&mut self, list: &mut [(u32, T)], bound: i64) -> (u32, i64) {
        let mut bound = bound;
        // By number among equals, so that the result doesn't depend on how the sort is made.
        let order = |a: &(i64, u32, i64), b: &(i64, u32, i64)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        if self.found.len() > list.len() {
            let (_, next, _) = self.found.select_nth_unstable_by(list.len(), order);
            bound = bound.max(next.0);
            self.found.truncate(list.len());
        }
        self.found.sort_unstable_by(order);
        for (slot, (_, mentor, score)) in list.iter_mut().zip(&self.found) {
            *slot = (*mentor, T::of(*score));
        }
        (self.found.len() as u32, bound)
    }

    /// Collects at least the best so many of a long row: a maximum for each chunk, the so-manieth largest of the maxima as
    /// threshold (there are that many at or above it), and then only the chunks that reach it. Returns the threshold, which
    /// bounds the rest.
    fn read_dense<const CHUNK: usize>(&mut self, graph: &Graph<'_>, row: &[i32], prices: &Prices, count: usize, mentee: u32) -> i64 {
        let least = graph.at_least.clamp(i64::from(i32::MIN) + 1, i64::from(i32::MAX)) as i32;
        let value = |score: i32, price: i32| if score < least { i32::MIN } else { score.wrapping_sub(price) };
        self.maxima.clear();
        for (scores, prices) in row.chunks(CHUNK).zip(prices.short.chunks(CHUNK)) {
            self.maxima.push(scores.iter().zip(prices).map(|(score, price)| value(*score, *price)).fold(i32::MIN, i32::max));
        }
        self.sorted.clear();
        self.sorted.extend_from_slice(&self.maxima);
        let threshold = if self.sorted.len() > count {
            let (_, threshold, _) = self.sorted.select_nth_unstable_by(count - 1, |a, b| b.cmp(a));
            *threshold
        } else {
            i32::MIN
        };
        if threshold <= -HIGH / 2 {
            // So few are left at ordinary prices that 32 bits can't tell them from the others.
            let exact = row.iter().zip(&prices.exact).enumerate();
            self.found.extend(
                exact
                    .filter(|(_, (score, _))| **score >= least)
                    .map(|(at, (score, price))| (i64::from(*score) - price, at as u32, i64::from(*score))),
            );
            return NOTHING;
        }
        // Equals at the threshold are taken from another place on for each mentee, so that not all get the same ones.
        let mut equals = count;
        let chunks = self.maxima.len();
        let turn = (u64::from(mentee).wrapping_add(graph.seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize % chunks;
        for chunk in (turn..chunks).chain(0..turn) {
            if self.maxima[chunk] < threshold {
                continue;
            }
            let from = chunk * CHUNK;
            let to = (from + CHUNK).min(row.len());
            for (at, score) in row.iter().enumerate().take(to).skip(from) {
                let value = value(*score, prices.short[at]);
                if value > threshold || (value == threshold && equals > 0) {
                    equals -= usize::from(value == threshold);
                    self.found.push((value.into(), at as u32, (*score).into()));
                }
            }
        }
        threshold.into()
    }
}

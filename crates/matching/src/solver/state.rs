//! Pairs and prices while they are being worked out.

use super::graph::Graph;
use super::lists::Prices;

/// No slot, no mentor.
pub(crate) const NONE: u32 = u32::MAX;
/// In a slot: the place stays empty.
pub(crate) const EMPTY: u32 = u32::MAX - 1;

/// A slot for each place that a mentee looks for; the slots of one mentor's pairs form a list. Mentors need no slots of
/// their own, so a capacity of a million costs nothing.
pub(crate) struct State {
    /// Where each mentee's slots begin; one more than there are mentees.
    pub(crate) first_slot: Vec<u32>,
    /// Whose slot it is.
    pub(crate) owner: Vec<u32>,
    /// The mentor, [`EMPTY`], or [`NONE`] while nothing is decided.
    pub(crate) mentor: Vec<u32>,
    /// What the pair adds to the total.
    pub(crate) score: Vec<i64>,
    next: Vec<u32>,
    before: Vec<u32>,
    /// A mentor's first slot.
    head: Vec<u32>,
    /// How many places each mentor has left.
    pub(crate) left: Vec<u32>,
    /// How many of each mentee's slots are [`EMPTY`].
    pub(crate) empty: Vec<u32>,
    /// Whether a mentee's pairs can differ in what they are above the two prices. Not where every mentor has one place: a
    /// mentor's price then takes up all of it.
    several: bool,
    /// Mentees' prices.
    pub(crate) pi: Vec<i64>,
    /// Mentors' prices.
    pub(crate) prices: Prices,
}

impl State {
    pub(crate) fn new(graph: &Graph<'_>) -> Self {
        let mut first_slot = Vec::with_capacity(graph.wanted.len() + 1);
        let mut owner = Vec::with_capacity(graph.wanted.len());
        first_slot.push(0);
        for (mentee, wanted) in (0_u32..).zip(&graph.wanted) {
            owner.extend(std::iter::repeat_n(mentee, *wanted as usize));
            first_slot.push(u32::try_from(owner.len()).unwrap_or(NONE));
        }
        let slots = owner.len();
        Self {
            first_slot,
            owner,
            mentor: vec![NONE; slots],
            score: vec![0; slots],
            next: vec![NONE; slots],
            before: vec![NONE; slots],
            head: vec![NONE; graph.places.len()],
            left: graph.places.clone(),
            empty: vec![0; graph.wanted.len()],
            several: graph.wanted.iter().any(|wanted| *wanted > 1) && graph.places.iter().any(|places| *places > 1),
            pi: vec![0; graph.wanted.len()],
            prices: Prices::new(vec![0; graph.places.len()]),
        }
    }

    /// The slots of a mentee.
    pub(crate) fn slots_of(&self, mentee: usize) -> std::ops::Range<usize> {
        self.first_slot[mentee] as usize..self.first_slot[mentee + 1] as usize
    }

    /// Whether a mentee's slots must be told apart (see `several`).
    pub(crate) fn has_several(&self, mentee: usize) -> bool {
        self.several && self.first_slot[mentee + 1] - self.first_slot[mentee] > 1
    }

    /// A mentor's price.
    pub(crate) fn price(&self, mentor: u32) -> i64 {
        self.prices.exact[mentor as usize]
    }

    /// Whether a pair is made, where that matters.
    pub(crate) fn has(&self, mentee: usize, mentor: u32) -> bool {
        self.several && self.mentor[self.slots_of(mentee)].contains(&mentor)
    }

    /// The first of a mentor's slots.
    pub(crate) fn first_of(&self, mentor: u32) -> u32 {
        self.head[mentor as usize]
    }

    /// The slot after this one with the same mentor.
    pub(crate) fn after(&self, slot: u32) -> u32 {
        self.next[slot as usize]
    }

    /// Puts an undecided slot with a mentor who has a place left.
    pub(crate) fn put(&mut self, slot: u32, mentor: u32, score: i64) {
        let (at, with) = (slot as usize, mentor as usize);
        let head = self.head[with];
        self.mentor[at] = mentor;
        self.score[at] = score;
        self.next[at] = head;
        self.before[at] = NONE;
        if head != NONE {
            self.before[head as usize] = slot;
        }
        self.head[with] = slot;
        self.left[with] -= 1;
    }

    /// Takes a slot out of wherever it is; it is undecided again. Returns the mentor it was with.
    pub(crate) fn take(&mut self, slot: u32) -> u32 {
        let at = slot as usize;
        let mentor = self.mentor[at];
        self.mentor[at] = NONE;
        if mentor == EMPTY {
            self.empty[self.owner[at] as usize] -= 1;
        }
        if mentor >= EMPTY {
            return mentor;
        }
        let (before, next) = (self.before[at], self.next[at]);
        match before {
            NONE => self.head[mentor as usize] = next,
            _ => self.next[before as usize] = next,
        }
        if next != NONE {
            self.before[next as usize] = before;
        }
        self.left[mentor as usize] += 1;
        mentor
    }

    /// Decides that a slot stays empty.
    pub(crate) fn leave_empty(&mut self, slot: u32) {
        self.mentor[slot as usize] = EMPTY;
        self.empty[self.owner[slot as usize] as usize] += 1;
    }
}

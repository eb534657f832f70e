//! One shortest augmenting path: where the next place is had at the least loss.
//!
//! The graph of residual arcs: from a mentee to a mentor for each pair that isn't made, at what the mentee loses by it
//! (`pi − score + price`); from a full mentor to each of their mentees, at what that pair is above the mentee's price (0 for
//! who wants one mentor only); from a mentee to an empty place, at what they are above its value. None of them is negative,
//! so Dijkstra's algorithm finds the nearest end: a mentor with a place left, or an empty place. Then all prices nearer than
//! the end move by how much nearer they are, which keeps every arc at 0 or more and makes the path tight.
//!
//! A price is therefore always the sum, with signs, of the scores along a path to its end, less the value of the empty place
//! if it ends in one. That bounds it (graph.rs).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::Graph;
use super::state::{NONE, State};

const FAR: i64 = i64::MAX;

/// Where a search ended.
#[derive(Clone, Copy)]
enum End {
    Nowhere,
    Mentor(u32),
    EmptyPlace(u32),
}

/// Memory for searches, used again by each.
pub(crate) struct Search {
    round: u32,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    /// Of mentors, then of mentees who want several.
    distance: Vec<i64>,
    seen: Vec<u32>,
    settled: Vec<u32>,
    /// The mentee from whom a mentor is reached, and at what score.
    from: Vec<(u32, i64)>,
    /// The slot through which a mentee is reached.
    through: Vec<u32>,
    mentees: Vec<(u32, i64)>,
    mentors: Vec<(u32, i64)>,
    nearest: i64,
    end: End,
}

impl Search {
    pub(crate) fn new(graph: &Graph<'_>) -> Self {
        let (mentees, mentors) = (graph.wanted.len(), graph.places.len());
        let nodes = mentees + mentors;
        Self {
            round: 0,
            heap: BinaryHeap::new(),
            distance: vec![0; nodes],
            seen: vec![0; nodes],
            settled: vec![0; nodes],
            from: vec![(NONE, 0); mentors],
            through: vec![NONE; mentees],
            mentees: Vec::new(),
            mentors: Vec::new(),
            nearest: FAR,
            end: End::Nowhere,
        }
    }

    /// Finds a place, or an empty one, for an undecided slot.
    pub(crate) fn run(&mut self, graph: &Graph<'_>, state: &mut State, slot: u32) {
        let mentee = state.owner[slot as usize];
        let mentors = graph.places.len();
        self.round += 1;
        self.heap.clear();
        self.mentees.clear();
        self.mentors.clear();
        self.nearest = FAR;
        self.end = End::Nowhere;
        state.pi[mentee as usize] = best(graph, state, mentee);
        self.through[mentee as usize] = slot;
        self.seen[mentors + mentee as usize] = self.round;
        self.settled[mentors + mentee as usize] = self.round;
        self.leave(graph, state, mentee, 0);
        while let Some(Reverse((distance, node))) = self.heap.pop() {
            if distance >= self.nearest {
                break;
            }
            let at = node as usize;
            if self.settled[at] == self.round {
                continue;
            }
            self.settled[at] = self.round;
            if at < mentors {
                self.enter(state, mentors, node, distance, graph);
            } else {
                self.leave(graph, state, node - graph.places.len() as u32, distance);
            }
        }
        for (mentee, distance) in &self.mentees {
            state.pi[*mentee as usize] -= self.nearest - distance;
        }
        for (mentor, distance) in &self.mentors {
            state.price[*mentor as usize] += self.nearest - distance;
        }
        self.augment(state, slot);
    }

    /// From a mentee on.
    fn leave(&mut self, graph: &Graph<'_>, state: &State, mentee: u32, distance: i64) {
        let at = mentee as usize;
        self.mentees.push((mentee, distance));
        let base = distance + state.pi[at];
        let empty = base - graph.empty(at, state.empty[at]);
        if empty < self.nearest {
            self.nearest = empty;
            self.end = End::EmptyPlace(mentee);
        }
        graph.for_each(mentee, |mentor, score| {
            let with = mentor as usize;
            let reach = base - score + state.price[with];
            if reach >= self.nearest || (self.seen[with] == self.round && reach >= self.distance[with]) || state.has(at, mentor) {
                return;
            }
            self.seen[with] = self.round;
            self.distance[with] = reach;
            self.from[with] = (mentee, score);
            if state.left[with] > 0 {
                self.nearest = reach;
                self.end = End::Mentor(mentor);
            } else {
                self.heap.push(Reverse((reach, mentor)));
            }
        });
    }

    /// From a full mentor on.
    fn enter(&mut self, state: &State, mentors: usize, mentor: u32, distance: i64, graph: &Graph<'_>) {
        self.mentors.push((mentor, distance));
        let mut slot = state.first_of(mentor);
        while slot != NONE {
            let mentee = state.owner[slot as usize];
            let at = mentors + mentee as usize;
            let reach = distance + state.score[slot as usize] - state.price[mentor as usize] - state.pi[mentee as usize];
            if reach < self.nearest && self.settled[at] != self.round && (self.seen[at] != self.round || reach < self.distance[at]) {
                self.seen[at] = self.round;
                self.distance[at] = reach;
                self.through[mentee as usize] = slot;
                if reach == distance {
                    self.settled[at] = self.round;
                    self.leave(graph, state, mentee, reach);
                } else {
                    self.heap.push(Reverse((reach, at as u32)));
                }
            }
            slot = state.after(slot);
        }
    }

    /// Moves everybody along the path that was found.
    fn augment(&self, state: &mut State, first: u32) {
        let mut mentor = match self.end {
            End::Nowhere => return,
            End::Mentor(mentor) => mentor,
            End::EmptyPlace(mentee) => {
                let slot = self.through[mentee as usize];
                let mentor = state.take(slot);
                state.leave_empty(slot);
                if slot == first {
                    return;
                }
                mentor
            }
        };
        loop {
            let (mentee, score) = self.from[mentor as usize];
            let slot = self.through[mentee as usize];
            let before = state.take(slot);
            state.put(slot, mentor, score);
            if slot == first {
                return;
            }
            mentor = before;
        }
    }
}

/// The most that another place can bring a mentee at today's prices.
pub(crate) fn best(graph: &Graph<'_>, state: &State, mentee: u32) -> i64 {
    let at = mentee as usize;
    let mut best = graph.empty(at, state.empty[at]);
    graph.for_each(mentee, |mentor, score| {
        let value = score - state.price[mentor as usize];
        if value > best && !state.has(at, mentor) {
            best = value;
        }
    });
    best
}

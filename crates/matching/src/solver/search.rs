//! One shortest augmenting path: where the next place is had at the least loss.
//!
//! The graph of residual arcs: from a mentee to a mentor for each pair that isn't made, at what the mentee loses by it
//! (`pi − score + price`); from a full mentor to each of their mentees, at what that pair is above the mentee's price (0 for
//! who wants one mentor only); from a mentee to an empty place, at what they are above its value. None of them is negative,
//! so Dijkstra's algorithm finds the nearest end: a mentor with a place left, or an empty place. Then all prices nearer than
//! the end move by how much nearer they are, which keeps every arc at 0 or more and makes the path tight. (Jonker and
//! Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987;
//! with places instead of copies of a mentor, and with lists of the best candidates instead of whole rows.)
//!
//! A price is therefore always the sum, with signs, of the scores along a path to its end, less the value of the empty place
//! if it ends in one. That bounds it (graph.rs).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::Graph;
use super::lists::{Lists, Score, Scratch};
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
pub(crate) struct Search<T> {
    pub(crate) lists: Lists<T>,
    pub(crate) scratch: Scratch,
    round: u32,
    /// Nodes by distance: mentors, then mentees who want several, then mentees whose whole row must be looked at.
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    /// Mentors at the distance reached, which need no heap.
    ready: Vec<u32>,
    distance: Vec<i64>,
    seen: Vec<u32>,
    settled: Vec<u32>,
    /// The distance at which a mentee was reached.
    reached: Vec<i64>,
    /// In which search a mentee's list was last made.
    listed: Vec<u32>,
    /// The mentee from whom a mentor is reached.
    from: Vec<u32>,
    /// The slot through which a mentee is reached.
    through: Vec<u32>,
    mentees: Vec<(u32, i64)>,
    mentors: Vec<(u32, i64)>,
    nearest: i64,
    end: End,
}

impl<T: Score> Search<T> {
    pub(crate) fn new(graph: &Graph<'_>, lists: Lists<T>) -> Self {
        let (mentees, mentors) = (graph.wanted.len(), graph.places.len());
        let several = mentees;
        Self {
            lists,
            scratch: Scratch::default(),
            round: 0,
            heap: BinaryHeap::new(),
            ready: Vec::new(),
            distance: vec![0; mentors + several],
            seen: vec![0; mentors + several],
            settled: vec![0; mentors + several],
            reached: vec![0; mentees],
            listed: vec![0; mentees],
            from: vec![NONE; mentors],
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
        let (mentors, mentees) = (graph.places.len(), graph.wanted.len());
        self.round += 1;
        self.heap.clear();
        self.ready.clear();
        self.mentees.clear();
        self.mentors.clear();
        self.nearest = FAR;
        self.end = End::Nowhere;
        state.pi[mentee as usize] = self.best(graph, state, mentee);
        self.through[mentee as usize] = slot;
        self.seen[mentors + mentee as usize] = self.round;
        self.settled[mentors + mentee as usize] = self.round;
        self.leave(graph, state, mentee, 0);
        let mut reached = 0;
        loop {
            if let Some(mentor) = self.ready.pop() {
                if reached < self.nearest && self.settled[mentor as usize] != self.round {
                    self.settled[mentor as usize] = self.round;
                    self.enter(graph, state, mentor, reached);
                }
                continue;
            }
            let Some(Reverse((distance, node))) = self.heap.pop() else { break };
            if distance >= self.nearest {
                break;
            }
            // A bound from before prices rose may promise more than there is: a list can be due at less than nothing.
            reached = distance.max(reached);
            let at = node as usize;
            if at >= mentors + mentees {
                self.widen(graph, state, (at - mentors - mentees) as u32);
            } else if self.settled[at] != self.round {
                self.settled[at] = self.round;
                if at < mentors {
                    self.enter(graph, state, node, distance);
                } else {
                    self.leave(graph, state, (at - mentors) as u32, distance);
                }
            }
        }
        for (mentee, distance) in &self.mentees {
            state.pi[*mentee as usize] -= self.nearest - distance;
        }
        for (mentor, distance) in &self.mentors {
            if *distance < self.nearest {
                state.prices.raise(*mentor as usize, self.nearest - distance);
            }
        }
        self.augment(graph, state, slot);
    }

    /// The most that another place can bring a mentee at today's prices.
    pub(crate) fn best(&mut self, graph: &Graph<'_>, state: &State, mentee: u32) -> i64 {
        let at = mentee as usize;
        let empty = graph.empty(at, state.empty[at]);
        if state.has_several(at) {
            let mut best = empty;
            graph.for_each(mentee, |mentor, score| {
                let value = score - state.price(mentor);
                if value > best && !state.has(at, mentor) {
                    best = value;
                }
            });
            return best;
        }
        let of_list =
            |lists: &Lists<T>| lists.of(at).iter().map(|(mentor, score)| (*score).into() - state.price(*mentor)).fold(empty, i64::max);
        let best = of_list(&self.lists);
        if best >= self.lists.bound(at) {
            return best;
        }
        self.lists.renew(graph, &state.prices, at, &mut self.scratch);
        of_list(&self.lists)
    }

    /// From a mentee on.
    fn leave(&mut self, graph: &Graph<'_>, state: &State, mentee: u32, distance: i64) {
        let at = mentee as usize;
        self.mentees.push((mentee, distance));
        self.reached[at] = distance;
        let base = distance + state.pi[at];
        let empty = base - graph.empty(at, state.empty[at]);
        if empty < self.nearest {
            self.nearest = empty;
            self.end = End::EmptyPlace(mentee);
        }
        self.follow_list(graph, state, mentee, distance, base);
    }

    /// To the mentors on the list; whoever isn't on it is put off until the bound is reached.
    fn follow_list(&mut self, graph: &Graph<'_>, state: &State, mentee: u32, distance: i64, base: i64) {
        let at = mentee as usize;
        for entry in 0..self.lists.of(at).len() {
            let (mentor, score) = self.lists.of(at)[entry];
            self.reach(state, mentee, mentor, base - score.into() + state.price(mentor), distance);
        }
        let bound = self.lists.bound(at);
        if bound > super::lists::NOTHING && base - bound < self.nearest {
            let node = graph.places.len() + graph.wanted.len() + at;
            self.heap.push(Reverse((base - bound, node as u32)));
        }
    }

    #[inline]
    fn reach(&mut self, state: &State, mentee: u32, mentor: u32, reach: i64, distance: i64) {
        let with = mentor as usize;
        if reach >= self.nearest || (self.seen[with] == self.round && reach >= self.distance[with]) || state.has(mentee as usize, mentor) {
            return;
        }
        self.seen[with] = self.round;
        self.distance[with] = reach;
        self.from[with] = mentee;
        if state.left[with] > 0 {
            self.nearest = reach;
            self.end = End::Mentor(mentor);
        } else if reach == distance {
            self.ready.push(mentor);
        } else {
            self.heap.push(Reverse((reach, mentor)));
        }
    }

    /// Looks beyond the list of a mentee: at a new one, or, if that is of today already, at everybody.
    fn widen(&mut self, graph: &Graph<'_>, state: &State, mentee: u32) {
        let at = mentee as usize;
        let distance = self.reached[at];
        let base = distance + state.pi[at];
        let before = self.lists.bound(at);
        if self.listed[at] != self.round {
            self.listed[at] = self.round;
            self.lists.renew(graph, &state.prices, at, &mut self.scratch);
            if self.lists.bound(at) < before {
                self.follow_list(graph, state, mentee, distance, base);
                return;
            }
        }
        graph.for_each(mentee, |mentor, score| {
            self.reach(state, mentee, mentor, base - score + state.price(mentor), i64::MIN);
        });
    }

    /// From a full mentor on.
    fn enter(&mut self, graph: &Graph<'_>, state: &State, mentor: u32, distance: i64) {
        self.mentors.push((mentor, distance));
        let mentors = graph.places.len();
        let mut slot = state.first_of(mentor);
        while slot != NONE {
            let mentee = state.owner[slot as usize];
            let at = mentors + mentee as usize;
            if !state.has_several(mentee as usize) {
                if self.settled[at] != self.round {
                    self.settled[at] = self.round;
                    self.through[mentee as usize] = slot;
                    self.leave(graph, state, mentee, distance);
                }
                slot = state.after(slot);
                continue;
            }
            let reach = distance + state.score[slot as usize] - state.price(mentor) - state.pi[mentee as usize];
            if reach < self.nearest && self.settled[at] != self.round && (self.seen[at] != self.round || reach < self.distance[at]) {
                self.seen[at] = self.round;
                self.distance[at] = reach;
                self.through[mentee as usize] = slot;
                self.heap.push(Reverse((reach, at as u32)));
            }
            slot = state.after(slot);
        }
    }

    /// Moves everybody along the path that was found.
    fn augment(&self, graph: &Graph<'_>, state: &mut State, first: u32) {
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
            let mentee = self.from[mentor as usize];
            let slot = self.through[mentee as usize];
            let before = state.take(slot);
            state.put(slot, mentor, graph.score(mentee, mentor));
            if slot == first {
                return;
            }
            mentor = before;
        }
    }
}

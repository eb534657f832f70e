//! Mentors whose price is too high for the places they have left: the other half of a start from earlier prices.
//!
//! A place that is left must cost nothing. From scratch prices only rise where places are full, so there is nothing to do.
//! Earlier prices may be too high for a mentor who lost somebody. Then the mentor looks for somebody to come, along the same
//! arcs as in search.rs the other way round: a mentee who has nobody; a mentee whose mentor can spare them for the price; or
//! nobody at all, and the price goes down to nothing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::graph::Graph;
use super::state::{EMPTY, NONE, State};
use crate::candidates::Candidates;
use crate::solution::Goal;

/// Where a search ended.
#[derive(Clone, Copy)]
enum End {
    /// At a mentor whose price goes down to nothing, who then has a place left.
    Mentor(u32),
    /// At a mentee who had nobody.
    Mentee(u32),
}

/// Fills the places that are too dear, or makes them cheaper. For who wants one mentor only. One look at every mentee for
/// each mentor that a search comes by.
pub(crate) fn fill_or_cheapen(graph: &Graph<'_>, state: &mut State) {
    let mentors = graph.places.len();
    if !(0..mentors).any(|mentor| state.left[mentor] > 0 && state.prices.exact[mentor] > 0) {
        return;
    }
    let mut by_mentor: Vec<(i64, u32)> = vec![(0, NONE); mentors];
    let mut to_mentee: Vec<(i64, u32)> = vec![(0, NONE); graph.wanted.len()];
    let columns = Columns::new(graph);
    for mentor in 0..mentors as u32 {
        while state.left[mentor as usize] > 0 && state.price(mentor) > 0 {
            one(graph, state, &columns, mentor, &mut by_mentor, &mut to_mentee);
        }
    }
}

/// Each mentor's candidates: gathered once where the rows are short, looked up one by one in a table.
struct Columns<'a> {
    graph: &'a Graph<'a>,
    offsets: Vec<usize>,
    entries: Vec<(u32, i64)>,
}

impl<'a> Columns<'a> {
    fn new(graph: &'a Graph<'a>) -> Self {
        let mut columns = Self { graph, offsets: Vec::new(), entries: Vec::new() };
        if matches!(graph.candidates(), Candidates::Dense(_)) {
            return columns;
        }
        let looking = || (0..graph.problem.mentees()).filter(|mentee| graph.wanted[*mentee as usize] > 0);
        columns.offsets = vec![0; graph.places.len() + 1];
        for mentee in looking() {
            graph.for_each(mentee, |mentor, _| columns.offsets[mentor as usize + 1] += 1);
        }
        for at in 1..columns.offsets.len() {
            columns.offsets[at] += columns.offsets[at - 1];
        }
        let mut next = columns.offsets.clone();
        columns.entries = vec![(0, 0); columns.offsets[graph.places.len()]];
        for mentee in looking() {
            graph.for_each(mentee, |mentor, score| {
                columns.entries[next[mentor as usize]] = (mentee, score);
                next[mentor as usize] += 1;
            });
        }
        columns
    }

    fn for_each(&self, mentor: u32, mut visit: impl FnMut(u32, i64)) {
        let graph = self.graph;
        if self.offsets.is_empty() {
            for mentee in 0..graph.problem.mentees() {
                let score = graph.problem.score(mentee, mentor).filter(|score| *score >= graph.at_least);
                if let Some(score) =
                    score.filter(|_| graph.wanted[mentee as usize] > 0 && !graph.problem.pinned_of(mentee).contains(&(mentee, mentor)))
                {
                    visit(mentee, if graph.goal == Goal::Count { 0 } else { score });
                }
            }
            return;
        }
        for (mentee, score) in &self.entries[self.offsets[mentor as usize]..self.offsets[mentor as usize + 1]] {
            visit(*mentee, *score);
        }
    }
}

fn one(
    graph: &Graph<'_>,
    state: &mut State,
    columns: &Columns<'_>,
    start: u32,
    by_mentor: &mut [(i64, u32)],
    to_mentee: &mut [(i64, u32)],
) {
    by_mentor.fill((i64::MAX, NONE));
    to_mentee.fill((i64::MAX, NONE));
    let mut heap = BinaryHeap::from([Reverse((0, start))]);
    by_mentor[start as usize] = (0, NONE);
    let (mut nearest, mut end) = (state.price(start), End::Mentor(start));
    let mut visited = Vec::new();
    while let Some(Reverse((distance, mentor))) = heap.pop() {
        if distance >= nearest {
            break;
        }
        if by_mentor[mentor as usize].0 != distance {
            continue;
        }
        visited.push(mentor);
        let price = state.price(mentor);
        columns.for_each(mentor, |mentee, score| {
            let at = mentee as usize;
            let theirs = state.mentor[state.first_slot[at] as usize];
            let reach = distance + state.pi[at] - score + price;
            if theirs == mentor || reach >= nearest || reach >= to_mentee[at].0 {
                return;
            }
            to_mentee[at] = (reach, mentor);
            if theirs == EMPTY {
                // The price of who has nobody is what an empty place is worth: nothing more to give up.
                (nearest, end) = (reach, End::Mentee(mentee));
                return;
            }
            if reach < by_mentor[theirs as usize].0 {
                by_mentor[theirs as usize] = (reach, mentee);
                heap.push(Reverse((reach, theirs)));
            }
            if reach + state.price(theirs) < nearest {
                (nearest, end) = (reach + state.price(theirs), End::Mentor(theirs));
            }
        });
    }
    // The same in the other direction as in a search for a place: mentors come down, their mentees go up.
    for (mentee, (distance, _)) in to_mentee.iter().enumerate() {
        if *distance < nearest && graph.wanted[mentee] > 0 {
            state.pi[mentee] += nearest - distance;
        }
    }
    for mentor in visited {
        state.prices.raise(mentor as usize, by_mentor[mentor as usize].0 - nearest);
        let mut slot = state.first_of(mentor);
        while slot != NONE {
            let mentee = state.owner[slot as usize] as usize;
            state.pi[mentee] = state.score[slot as usize] - state.price(mentor);
            slot = state.after(slot);
        }
    }
    let mut mover = match end {
        End::Mentee(mentee) => mentee,
        End::Mentor(mentor) => by_mentor[mentor as usize].1,
    };
    // All leave before anybody comes, since everybody but the first mentor is full.
    let mut moves = Vec::new();
    while mover != NONE {
        let (slot, to) = (state.first_slot[mover as usize], to_mentee[mover as usize].1);
        state.take(slot);
        moves.push((slot, to, graph.score(mover, to)));
        mover = by_mentor[to as usize].1;
    }
    for (slot, to, score) in moves {
        state.put(slot, to, score);
    }
}

//! The same problem seen by the mentors, when there are fewer places than mentees to fill them.
//!
//! Each search looks for a place for one more. When most places are gone, every search that finds none has to look at
//! everybody before it knows. Seen from the other side there are more mentees than places, so every search soon meets
//! somebody who is free. The table of scores would have to be copied, which only a short list of candidates is worth.

use super::graph::Graph;
use super::outcome;
use super::state::State;
use crate::candidates::{Candidates, Sparse, SparseScores};
use crate::problem::Problem;
use crate::solution::{Goal, Prices};
use crate::worth::Worth;

/// The problem with the sides changed, without pinned pairs and pairs that don't count; `None` where that isn't worth it.
pub(super) fn problem(graph: &Graph<'_>) -> Option<Problem> {
    let Candidates::Sparse(sparse) = graph.candidates() else { return None };
    let places: u64 = graph.places.iter().map(|places| u64::from(*places)).sum();
    let demand: u64 = graph.wanted.iter().map(|wanted| u64::from(*wanted)).sum();
    // Nobody is covered already who looks for more: otherwise empty places wouldn't all cost the same.
    if places >= demand || graph.wanted.iter().any(|wanted| *wanted > 1) {
        return None;
    }
    if graph.covered.iter().zip(&graph.wanted).any(|(covered, wanted)| *covered && *wanted > 0) {
        return None;
    }
    let mut offsets = vec![0_usize; graph.places.len() + 1];
    for mentee in 0..graph.problem.mentees() {
        graph.for_each(mentee, |mentor, _| offsets[mentor as usize + 1] += 1);
    }
    let mut sum = 0;
    for offset in &mut offsets {
        sum += *offset;
        *offset = sum;
    }
    let mut next = offsets.clone();
    let mut columns = vec![0; sum];
    let narrow = matches!(sparse.scores, SparseScores::Narrow(_)) || graph.goal == Goal::Count;
    let (mut short, mut long) = if narrow { (vec![0; sum], Vec::new()) } else { (Vec::new(), vec![0; sum]) };
    for mentee in 0..graph.problem.mentees() {
        graph.for_each(mentee, |mentor, score| {
            let at = next[mentor as usize];
            next[mentor as usize] += 1;
            columns[at] = mentee;
            if narrow {
                short[at] = score as i32;
            } else {
                long[at] = score;
            }
        });
    }
    let scores = if narrow { SparseScores::Narrow(short) } else { SparseScores::Wide(long) };
    let turned = Sparse { mentors: graph.problem.mentees(), offsets, columns, scores };
    let largest = if graph.goal == Goal::Count { 0 } else { graph.problem.largest };
    Some(Problem {
        candidates: Candidates::Sparse(turned),
        capacities: graph.wanted.clone(),
        wanted: graph.places.clone(),
        pinned: Vec::new(),
        mentor_scores: None,
        largest,
    })
}

/// The pairs and prices, with the sides as they were.
pub(super) fn back(graph: &Graph<'_>, seen: &Graph<'_>, state: &State) -> (Vec<(u32, u32)>, Prices) {
    let (pairs, prices) = outcome::of(seen, state);
    let pairs = pairs.into_iter().map(|(mentor, mentee)| (mentee, mentor)).collect();
    let counts = i64::from(graph.goal != Goal::Total);
    // There, an empty place with a mentor costs a mentee and a pair; here, an unmatched mentee costs a mentee.
    let (mut mentees, mut mentors) = (prices.mentors, prices.mentees);
    for price in &mut mentees {
        *price = *price - Worth::new(counts, 0, 0);
    }
    for price in &mut mentors {
        *price = *price + Worth::new(counts, 0, 0);
    }
    // Mentors without a place take part in nothing; their price must still keep their pairs down.
    for mentor in (0..graph.problem.mentors()).filter(|mentor| graph.places[*mentor as usize] == 0) {
        let mut price = Worth::ZERO;
        seen.for_each(mentor, |mentee, score| price = price.max(Worth::new(0, counts, score) - mentees[mentee as usize]));
        mentors[mentor as usize] = price;
    }
    for (mentee, wanted) in graph.wanted.iter().enumerate() {
        if *wanted == 0 {
            mentees[mentee] = graph.mentee_price(graph.empty(mentee, 0));
        }
    }
    (pairs, Prices { mentees, mentors })
}

//! Deferred acceptance with several places on both sides.
//!
//! Gale and Shapley, "College admissions and the stability of marriage", American Mathematical Monthly 69 (1962). Mentees
//! propose, so among all stable pairings each mentee gets the best that any of them gives (with one mentor each and no
//! ties). Ties are broken by number, which decides which stable pairing it is and not whether it is stable.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::candidates::Candidates;
use crate::problem::Problem;

/// Whom a mentor holds, the least liked on top.
type Held = BinaryHeap<Reverse<(i64, Reverse<u32>)>>;

/// Mentees propose in order of their scores; a full mentor keeps the best. O(pairs · log pairs) time; memory for one list of
/// candidates a mentee who has proposed, 16 bytes each.
/// `mentor_scores`: how mentors see the pairs, when not as mentees do.
pub(crate) fn deferred_acceptance(
    problem: &Problem,
    mentor_scores: Option<&Candidates>,
    tick: &mut dyn FnMut(u64, u64) -> bool,
) -> (Vec<(u32, u32)>, bool) {
    let mentees = problem.mentees();
    let mut wishes: Vec<Vec<(i64, Reverse<u32>)>> = Vec::new();
    let mut held: Vec<Held> = Vec::new();
    let mut places: Vec<u32> = (0..problem.mentors()).map(|mentor| problem.capacity(mentor)).collect();
    for (_, mentor) in problem.pinned() {
        if let Some(places) = places.get_mut(*mentor as usize) {
            *places = places.saturating_sub(1);
        }
    }
    held.resize_with(places.len(), BinaryHeap::new);
    wishes.resize_with(mentees as usize, Vec::new);
    let mut finished = true;
    for first in 0..mentees {
        if first.is_multiple_of(256) && !tick(first.into(), mentees.into()) {
            finished = false;
            break;
        }
        let pinned = problem.pinned().iter().filter(|pair| pair.0 == first).count();
        let looks_for = (problem.wanted(first) as usize).saturating_sub(pinned);
        if looks_for == 0 {
            continue;
        }
        let mut list = Vec::new();
        problem.candidates().for_each(first, |mentor, score| {
            if pinned == 0 || problem.pinned().binary_search(&(first, mentor)).is_err() {
                list.push((score, Reverse(mentor)));
            }
        });
        // The best is last, so that it can be popped.
        list.sort_unstable();
        if let Some(slot) = wishes.get_mut(first as usize) {
            *slot = list;
        }
        let mut proposing: Vec<u32> = vec![first; looks_for.min(problem.mentors() as usize)];
        while let Some(mentee) = proposing.pop() {
            let Some((score, Reverse(mentor))) = wishes.get_mut(mentee as usize).and_then(Vec::pop) else {
                continue;
            };
            let theirs = mentor_scores.map_or(Some(score), |scores| scores.score(mentee, mentor));
            let (Some(theirs), Some(heap), Some(places)) = (theirs, held.get_mut(mentor as usize), places.get(mentor as usize)) else {
                continue;
            };
            heap.push(Reverse((theirs, Reverse(mentee))));
            if heap.len() > *places as usize
                && let Some(Reverse((_, Reverse(refused)))) = heap.pop()
            {
                proposing.push(refused);
            }
        }
    }
    let mut pairs = Vec::new();
    for (mentor, heap) in (0..).zip(held) {
        pairs.extend(heap.into_iter().map(|Reverse((_, Reverse(mentee)))| (mentee, mentor)));
    }
    (pairs, finished)
}

//! Deferred acceptance with several places on both sides.
//!
//! Gale and Shapley, "College admissions and the stability of marriage", American Mathematical Monthly 69 (1962). Mentees
//! propose, so among all stable pairings each mentee gets the best that any of them gives (with one mentor each and no
//! ties). Ties are broken by number, which decides which stable pairing it is and not whether it is stable.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::candidates::Candidates;
use crate::problem::Problem;

/// Those whom a mentor holds, the one to be refused first on top.
type HeldProposals = BinaryHeap<Reverse<(i64, Reverse<u32>)>>;

/// A candidate in a mentee's order: the better, the larger.
type Preference = (i64, Reverse<u32>);

/// So many candidates of a mentee are sorted at a time: mostly nobody gets to ask all.
const AT_A_TIME: usize = 12;

/// Mentees propose in order of their scores; a full mentor keeps the best. `O(pairs · log pairs)` time at worst, mostly one
/// pass over the pairs; memory for a few candidates a mentee.
/// `mentor_scores`: how mentors see the pairs, when not as mentees do.
pub(crate) fn deferred_acceptance(
    problem: &Problem,
    mentor_scores: Option<&Candidates>,
    tick: &mut dyn FnMut(u64, u64) -> bool,
) -> (Vec<(u32, u32)>, bool) {
    let mentees = problem.mentees();
    let mut preferences: Vec<Preferences> = Vec::new();
    preferences.resize_with(mentees as usize, Preferences::default);
    let mut places: Vec<u32> = (0..problem.mentors()).map(|mentor| problem.capacity(mentor)).collect();
    for (_, mentor) in problem.pinned() {
        if let Some(places) = places.get_mut(*mentor as usize) {
            *places = places.saturating_sub(1);
        }
    }
    let mut held: Vec<HeldProposals> = Vec::new();
    held.resize_with(places.len(), BinaryHeap::new);
    let mut finished = true;
    for first in 0..mentees {
        if first.is_multiple_of(256) && !tick(first.into(), mentees.into()) {
            finished = false;
            break;
        }
        let pinned = problem.pinned_of(first).len();
        let looks_for = (problem.wanted(first) as usize).saturating_sub(pinned);
        let mut proposing: Vec<u32> = vec![first; looks_for.min(problem.mentors() as usize)];
        while let Some(mentee) = proposing.pop() {
            let Some((score, Reverse(mentor))) =
                preferences.get_mut(mentee as usize).and_then(|preferences| preferences.next(problem, mentee))
            else {
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

/// A mentee's candidates from the best down.
#[derive(Default)]
struct Preferences {
    /// The next ones, the best of them last.
    next: Vec<Preference>,
    /// The last one that was in `next`; whatever is better has been there.
    last: Option<Preference>,
    all_seen: bool,
}

impl Preferences {
    fn next(&mut self, problem: &Problem, mentee: u32) -> Option<Preference> {
        if self.next.is_empty() && !self.all_seen {
            let pinned = problem.pinned_of(mentee);
            problem.candidates().for_each(mentee, |mentor, score| {
                let preference = (score, Reverse(mentor));
                if self.last.is_none_or(|last| preference < last) && !pinned.contains(&(mentee, mentor)) {
                    self.next.push(preference);
                }
            });
            self.all_seen = self.next.len() <= AT_A_TIME;
            if !self.all_seen {
                let rest = self.next.len() - AT_A_TIME;
                self.next.select_nth_unstable(rest);
                self.next.drain(..rest);
                self.next.shrink_to_fit();
            }
            self.next.sort_unstable();
            self.last = self.next.first().copied();
        }
        self.next.pop()
    }
}

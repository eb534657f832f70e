//! How many can be matched at all with the pairs from some score on: the question that fairness asks again and again.
//!
//! Augmenting paths without prices. In one pass every mentor is looked at once only, whoever's search comes by first
//! (Pothen and Fan, "Computing the block triangular form of a sparse matrix", ACM TOMS 16, 1990); a pass that finds nothing
//! ends it. Who can still be reached then is the proof (König 1931): the mentors who can be are full, and everybody else's
//! pairs are covered by the mentees who can't.

use super::graph::Graph;
use super::lists::{Lists, Prices};
use super::outcome::Outcome;
use crate::candidates::Candidates;
use crate::problem::Problem;
use crate::solution::Goal;
use crate::worth::Worth;

const NOBODY: u32 = u32::MAX;
/// Long rows are read from lists of so many, as long as the score asked for is within them.
const LENGTH: usize = 64;

/// Counts, keeping the pairs from one question to the next.
pub(crate) struct Counter<'a> {
    problem: &'a Problem,
    graph: Graph<'a>,
    lists: Option<Lists<i32>>,
    /// Each mentee's mentor.
    mentor: Vec<u32>,
    /// Each mentor's mentees.
    mentees: Vec<Vec<u32>>,
    pass: u32,
    seen: Vec<u32>,
    from: Vec<u32>,
    queue: Vec<u32>,
}

impl<'a> Counter<'a> {
    /// For problems where nobody looks for more than one mentor, or for another one than a pinned one.
    pub(crate) fn new(problem: &'a Problem, threads: usize) -> Option<Self> {
        let graph = Graph::new(problem, Goal::Count, None, 0);
        let simple = |(covered, wanted): (&bool, &u32)| *wanted == 0 || (*wanted == 1 && !covered);
        if !graph.covered.iter().zip(&graph.wanted).all(simple) {
            return None;
        }
        let (mentees, mentors) = (graph.wanted.len(), graph.places.len());
        let lists = matches!(problem.candidates, Candidates::Dense(_)).then(|| {
            let scores = Graph::new(problem, Goal::Total, None, problem.largest);
            Lists::new(&scores, &Prices::new(vec![0; mentors]), LENGTH.min(mentors.max(1)), threads)
        });
        Some(Self {
            problem,
            graph,
            lists,
            mentor: vec![NOBODY; mentees],
            mentees: vec![Vec::new(); mentors],
            pass: 0,
            seen: vec![0; mentors],
            from: vec![NOBODY; mentors],
            queue: Vec::new(),
        })
    }

    /// How many can be matched with pairs from this score on, besides the pinned ones. Pairs below are given up. `None` when
    /// it was stopped.
    pub(crate) fn count(&mut self, at_least: Option<i64>, go_on: &mut dyn FnMut() -> bool) -> Option<usize> {
        self.graph.at_least = at_least.unwrap_or(i64::MIN);
        for mentee in 0..self.mentor.len() {
            let mentor = self.mentor[mentee];
            if mentor != NOBODY && self.problem.score(mentee as u32, mentor).is_none_or(|score| score < self.graph.at_least) {
                self.mentor[mentee] = NOBODY;
                self.mentees[mentor as usize].retain(|other| *other as usize != mentee);
            }
        }
        loop {
            if !go_on() {
                return None;
            }
            self.pass += 1;
            let mut any = false;
            for mentee in 0..self.mentor.len() {
                if self.mentor[mentee] == NOBODY && self.graph.wanted[mentee] > 0 {
                    any |= self.search(mentee as u32);
                }
            }
            if !any {
                return Some(self.mentor.iter().filter(|mentor| **mentor != NOBODY).count());
            }
        }
    }

    /// The pairs of now.
    pub(crate) fn pairs(&self) -> Vec<(u32, u32)> {
        (0..).zip(&self.mentor).filter(|(_, mentor)| **mentor != NOBODY).map(|(mentee, mentor)| (mentee, *mentor)).collect()
    }

    /// The proof that no more can be matched, right after a count.
    pub(crate) fn outcome(&self) -> Outcome {
        let reached = |mentor: u32| self.seen[mentor as usize] == self.pass;
        let mut prices = crate::Prices::default();
        for (mentee, mentor) in self.mentor.iter().enumerate() {
            prices.mentees.push(match (self.graph.wanted[mentee], *mentor) {
                (0, _) => self.graph.mentee_price(self.graph.empty(mentee, 0)),
                (_, NOBODY) => Worth::new(-1, 0, 0),
                (_, mentor) if reached(mentor) => Worth::new(-1, 0, 0),
                _ => Worth::new(0, 1, 0),
            });
        }
        let price = |mentor| if reached(mentor) { Worth::new(1, 1, 0) } else { Worth::ZERO };
        prices.mentors.extend((0..self.problem.mentors()).map(price));
        Outcome::new(&self.graph, self.pairs(), prices, true)
    }

    /// Looks for a place for a mentee, in widening circles; says whether there was one.
    fn search(&mut self, mentee: u32) -> bool {
        let mut queue = std::mem::take(&mut self.queue);
        queue.clear();
        queue.push(mentee);
        let mut at = 0;
        let mut end = None;
        while let Some(next) = queue.get(at).copied()
            && end.is_none()
        {
            at += 1;
            end = self.widen(next, &mut queue);
        }
        self.queue = queue;
        let Some(mut mentor) = end else { return false };
        loop {
            let taker = self.from[mentor as usize];
            let before = std::mem::replace(&mut self.mentor[taker as usize], mentor);
            self.mentees[mentor as usize].push(taker);
            if before == NOBODY {
                return true;
            }
            self.mentees[before as usize].retain(|other| *other != taker);
            mentor = before;
        }
    }

    /// Adds the mentees of all new mentors whom this one could have; returns a mentor with a place left.
    fn widen(&mut self, mentee: u32, queue: &mut Vec<u32>) -> Option<u32> {
        let (pass, graph) = (self.pass, &self.graph);
        let (seen, from, mentees) = (&mut self.seen, &mut self.from, &self.mentees);
        let mut visit = |mentor: u32| {
            let with = mentor as usize;
            if std::mem::replace(&mut seen[with], pass) == pass {
                return false;
            }
            from[with] = mentee;
            if mentees[with].len() < graph.places[with] as usize {
                return true;
            }
            queue.extend_from_slice(&mentees[with]);
            false
        };
        let at = mentee as usize;
        if let Some(lists) = self.lists.as_ref().filter(|lists| graph.at_least > lists.bound(at)) {
            let near = lists.of(at).iter().take_while(|(_, score)| i64::from(*score) >= graph.at_least);
            return near.map(|(mentor, _)| *mentor).find(|mentor| visit(*mentor));
        }
        let pinned = graph.problem.pinned_of(mentee);
        match graph.candidates() {
            Candidates::Dense(dense) => {
                let least = graph.at_least.max(i64::from(i32::MIN) + 1);
                let good = (0..).zip(dense.row(mentee)).filter(|(_, score)| i64::from(**score) >= least);
                good.map(|(mentor, _)| mentor).find(|mentor| !pinned.contains(&(mentee, *mentor)) && visit(*mentor))
            }
            Candidates::Sparse(sparse) => {
                let good = sparse.range(mentee).filter(|at| sparse.scores.get(*at).is_some_and(|score| score >= graph.at_least));
                good.map(|at| sparse.columns[at]).find(|mentor| !pinned.contains(&(mentee, *mentor)) && visit(*mentor))
            }
        }
    }
}

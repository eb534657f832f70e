//! What one more place with each mentor would bring, exactly, for all of them at once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::problem::Problem;
use crate::solution::{Goal, Solution};
use crate::worth::Worth;

/// What the best pairing would gain if one mentor had one place more, for each mentor: mentees matched, pairs, total.
/// `None` when the answer has no prices, or wasn't finished.
///
/// A price alone is only a bound on it. The gain is the price less the distance to the nearest one who could move there: a
/// mentee who has nobody, or one whose place is worth less. One search by Dijkstra's algorithm from all of those at once,
/// with what pairs fall short of their prices as lengths, finds that distance for every mentor: `O(pairs · log people)`.
#[must_use]
pub fn one_more_place(problem: &Problem, solution: &Solution) -> Option<Vec<Worth>> {
    let stage = solution.stages.last().filter(|stage| solution.finished && (stage.goal != Goal::Count || solution.pairs.is_empty()))?;
    if stage.prices.mentees.len() != problem.mentees() as usize || stage.prices.mentors.len() != problem.mentors() as usize {
        return None;
    }
    let mut search = Search::new(problem, solution);
    search.start();
    while let Some(Reverse((distance, node))) = search.heap.pop() {
        search.visit(distance, node);
    }
    let gain = |(price, distance): (&Worth, &Option<Worth>)| distance.map_or(Worth::ZERO, |distance| (*price - distance).max(Worth::ZERO));
    Some(stage.prices.mentors.iter().zip(&search.mentors).map(gain).collect())
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Mentee(u32),
    Mentor(u32),
}

struct Search<'a> {
    problem: &'a Problem,
    goal: Goal,
    at_least: i64,
    prices: &'a crate::Prices,
    /// Each mentee's mentors and each mentor's mentees, pinned pairs left out.
    mentors_of: Vec<Vec<u32>>,
    mentees_of: Vec<Vec<(u32, i64)>>,
    mentees: Vec<Option<Worth>>,
    mentors: Vec<Option<Worth>>,
    heap: BinaryHeap<Reverse<(Worth, Node)>>,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem, solution: &'a Solution) -> Self {
        let mut mentors_of = vec![Vec::new(); problem.mentees() as usize];
        let mut mentees_of = vec![Vec::new(); problem.mentors() as usize];
        for pair in &solution.pairs {
            if problem.pinned().binary_search(&(pair.mentee, pair.mentor)).is_err() {
                mentors_of.get_mut(pair.mentee as usize).into_iter().for_each(|list| list.push(pair.mentor));
                mentees_of.get_mut(pair.mentor as usize).into_iter().for_each(|list| list.push((pair.mentee, pair.score)));
            }
        }
        let stage = solution.stages.last();
        Self {
            problem,
            goal: stage.map_or(Goal::Total, |stage| stage.goal),
            at_least: stage.and_then(|stage| stage.at_least).unwrap_or(i64::MIN),
            prices: stage.map_or(const { &crate::Prices { mentees: Vec::new(), mentors: Vec::new() } }, |stage| &stage.prices),
            mentees: vec![None; mentors_of.len()],
            mentors: vec![None; mentees_of.len()],
            mentors_of,
            mentees_of,
            heap: BinaryHeap::new(),
        }
    }

    fn worth_of(&self, score: i64) -> Worth {
        Worth::new(0, i64::from(self.goal != Goal::Total), score)
    }

    /// The places to move from: what nobody has to give up anything for comes first.
    fn start(&mut self) {
        for mentee in 0..self.problem.mentees() {
            let pinned = self.problem.pinned().iter().filter(|pair| pair.0 == mentee).count();
            let has = self.mentors_of.get(mentee as usize).map_or(0, Vec::len) + pinned;
            if has < self.problem.wanted(mentee) as usize {
                let nobody = i64::from(has == 0 && self.goal != Goal::Total);
                let price = self.prices.mentees.get(mentee as usize).copied().unwrap_or_default();
                self.reach(Node::Mentee(mentee), (Worth::new(-nobody, 0, 0) - price).max(Worth::ZERO));
            }
        }
        for mentor in 0..self.problem.mentors() {
            if self.mentees_of.get(mentor as usize).is_some_and(|list| !list.is_empty()) {
                let price = self.prices.mentors.get(mentor as usize).copied().unwrap_or_default();
                self.reach(Node::Mentor(mentor), price);
            }
        }
    }

    fn slot(&mut self, node: Node) -> Option<&mut Option<Worth>> {
        match node {
            Node::Mentee(mentee) => self.mentees.get_mut(mentee as usize),
            Node::Mentor(mentor) => self.mentors.get_mut(mentor as usize),
        }
    }

    fn reach(&mut self, node: Node, distance: Worth) {
        if let Some(slot) = self.slot(node)
            && slot.is_none_or(|known| distance < known)
        {
            *slot = Some(distance);
            self.heap.push(Reverse((distance, node)));
        }
    }

    fn visit(&mut self, distance: Worth, node: Node) {
        if self.slot(node).is_none_or(|known| *known != Some(distance)) {
            return;
        }
        let (problem, prices) = (self.problem, self.prices);
        match node {
            Node::Mentor(mentor) => {
                let price = prices.mentors.get(mentor as usize).copied().unwrap_or_default();
                for (mentee, score) in self.mentees_of.get(mentor as usize).cloned().unwrap_or_default() {
                    let theirs = prices.mentees.get(mentee as usize).copied().unwrap_or_default();
                    let over = (self.worth_of(score) - price - theirs).max(Worth::ZERO);
                    self.reach(Node::Mentee(mentee), distance + over);
                }
            }
            Node::Mentee(mentee) => {
                let mine = prices.mentees.get(mentee as usize).copied().unwrap_or_default();
                let has = self.mentors_of.get(mentee as usize).cloned().unwrap_or_default();
                problem.candidates().for_each(mentee, |mentor, score| {
                    let pinned = || problem.pinned().binary_search(&(mentee, mentor)).is_ok();
                    if score >= self.at_least && !has.contains(&mentor) && !pinned() {
                        let price = prices.mentors.get(mentor as usize).copied().unwrap_or_default();
                        self.reach(Node::Mentor(mentor), distance + (mine + price - self.worth_of(score)).max(Worth::ZERO));
                    }
                });
            }
        }
    }
}

//! Finds the best pairing of one stage, and the prices that prove it.
#![allow(clippy::indexing_slicing, reason = "every index is one of a mentee, mentor or slot that this module counted itself")]

mod auction;
mod graph;
mod lists;
mod search;
mod state;

pub(crate) use graph::Graph;
use auction::auction;
use lists::{Lists, Score};
use search::Search;
use state::{NONE, State};

use crate::problem::Problem;
use crate::solution::{Goal, Prices, Stage};
use crate::worth::Worth;

/// What a stage came to.
pub(crate) struct Outcome {
    /// Pairs without the pinned ones.
    pub(crate) pairs: Vec<(u32, u32)>,
    pub(crate) stage: Stage,
    pub(crate) finished: bool,
}

/// How many candidates a list holds: few enough to be read in a moment, enough to last.
const LENGTH: usize = 24;

/// Solves one stage. `tick` is told how many places are dealt with, of how many, and says whether to go on.
pub(crate) fn solve_stage(
    problem: &Problem,
    goal: Goal,
    at_least: Option<i64>,
    threads: usize,
    tick: &mut dyn FnMut(u64, u64) -> bool,
) -> Outcome {
    let largest = if goal == Goal::Count { 0 } else { problem.largest };
    let graph = Graph::new(problem, goal, at_least, largest);
    if largest < i64::from(i32::MAX) { run::<i32>(&graph, at_least, threads, tick) } else { run::<i64>(&graph, at_least, threads, tick) }
}

fn run<T: Score>(graph: &Graph<'_>, at_least: Option<i64>, threads: usize, tick: &mut dyn FnMut(u64, u64) -> bool) -> Outcome {
    let mut state = State::new(graph);
    let lists = Lists::<T>::new(graph, &state.prices, LENGTH.min(graph.places.len().max(1)), threads);
    let mut search = Search::new(graph, lists);
    let slots = state.owner.len();
    auction(graph, &mut state, &mut search);
    let mut finished = true;
    for slot in 0..slots {
        if slot % 256 == 0 && !tick(slot as u64, slots as u64) {
            finished = false;
            break;
        }
        if state.mentor[slot] == NONE {
            search.run(graph, &mut state, slot as u32);
        }
    }
    for slot in 0..slots {
        // Whatever wasn't dealt with stays empty.
        if state.mentor[slot] == NONE {
            let mentee = state.owner[slot];
            state.pi[mentee as usize] = search.best(graph, &state, mentee);
        }
    }
    outcome(graph, &state, finished, at_least)
}

fn outcome(graph: &Graph<'_>, state: &State, finished: bool, at_least: Option<i64>) -> Outcome {
    let mut pairs = Vec::new();
    for (mentee, mentor) in state.owner.iter().zip(&state.mentor) {
        if *mentor < state::EMPTY {
            pairs.push((*mentee, *mentor));
        }
    }
    let mut prices = Prices::default();
    for mentee in 0..graph.wanted.len() {
        // Who looks for nobody (any more) has no price.
        let number = if graph.wanted[mentee] == 0 { graph.empty(mentee, 0) } else { state.pi[mentee] };
        prices.mentees.push(graph.mentee_price(number));
    }
    prices.mentors.extend(state.prices.exact.iter().map(|number| graph.worth(*number)));
    let bound = bound(graph, state, &prices);
    Outcome { pairs, stage: Stage { goal: graph.goal, at_least, prices, bound }, finished }
}

/// What the prices add up to: the value of the dual.
fn bound(graph: &Graph<'_>, state: &State, prices: &Prices) -> Worth {
    let mut sum = Worth::ZERO;
    let times = |worth: Worth, by: u32| Worth::new(worth.mentees * i64::from(by), worth.pairs * i64::from(by), worth.total * i64::from(by));
    let counts = graph.goal != Goal::Total;
    for (mentee, price) in prices.mentees.iter().enumerate() {
        let wanted = graph.wanted[mentee];
        if counts && !graph.covered[mentee] && wanted > 0 {
            // The bonus for the first pair makes up for a price below 0, once.
            let times = if price.sign().is_lt() { *price } else { times(*price, wanted) };
            sum = sum + Worth::new(1, 0, 0) + times;
        } else {
            sum = sum + times(*price, wanted);
        }
    }
    for (mentor, price) in prices.mentors.iter().enumerate() {
        if price.sign().is_gt() {
            sum = sum + times(*price, graph.places[mentor]);
        }
    }
    // Pairs that are worth more than both prices: only of mentees who want several.
    for (slot, mentor) in state.mentor.iter().enumerate() {
        if *mentor < state::EMPTY {
            let mentee = state.owner[slot] as usize;
            let over = Worth::new(0, i64::from(counts), state.score[slot]) - prices.mentors[*mentor as usize] - prices.mentees[mentee];
            sum = sum + over;
        }
    }
    for (mentee, mentor) in &graph.problem.pinned {
        let score = graph.problem.score(*mentee, *mentor).unwrap_or(0);
        let score = if graph.goal == Goal::Count { 0 } else { score };
        sum = sum + Worth::new(0, i64::from(counts), score);
    }
    let covered = graph.covered.iter().filter(|covered| **covered).count() as i64;
    sum + Worth::new(if counts { covered } else { 0 }, 0, 0)
}

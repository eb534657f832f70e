//! Finds the best pairing of one stage, and the prices that prove it.
#![allow(clippy::indexing_slicing, reason = "every index is one of a mentee, mentor or slot that this module counted itself")]

mod auction;
mod graph;
mod lists;
mod outcome;
mod search;
mod state;
mod turned;

use auction::auction;
use graph::Graph;
use lists::{Lists, Score};
pub(crate) use outcome::Outcome;
use search::Search;
use state::{NONE, State};

use crate::problem::Problem;
use crate::solution::Goal;

/// How many candidates a list holds: few enough to be read in a moment, enough to last.
const LENGTH: usize = 24;

/// Is told how many places are dealt with, of how many; says whether to go on.
pub(crate) type Tick<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Solves one stage.
pub(crate) fn solve_stage(problem: &Problem, goal: Goal, at_least: Option<i64>, threads: usize, tick: Tick<'_>) -> Outcome {
    let largest = if goal == Goal::Count { 0 } else { problem.largest };
    let mut graph = Graph::new(problem, goal, at_least, largest);
    if let Some(turned) = turned::problem(&graph) {
        let mut seen = Graph::new(&turned, goal, None, largest).seen_by_mentors();
        // One place more than candidates stays empty for sure, and pulls the price down to that of an empty place.
        seen.want_no_more_than_there_is(1);
        let (state, finished) = run(&seen, threads, tick);
        let (pairs, prices) = turned::back(&graph, &seen, &state);
        return Outcome::new(&graph, pairs, prices, finished);
    }
    graph.want_no_more_than_there_is(0);
    let (state, finished) = run(&graph, threads, tick);
    let (pairs, prices) = outcome::of(&graph, &state);
    Outcome::new(&graph, pairs, prices, finished)
}

fn run(graph: &Graph<'_>, threads: usize, tick: Tick<'_>) -> (State, bool) {
    if graph.problem.largest < i64::from(i32::MAX) { run_with::<i32>(graph, threads, tick) } else { run_with::<i64>(graph, threads, tick) }
}

fn run_with<T: Score>(graph: &Graph<'_>, threads: usize, tick: Tick<'_>) -> (State, bool) {
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
    (state, finished)
}

//! Finds the best pairing of one stage, and the prices that prove it.
#![allow(clippy::indexing_slicing, reason = "every index is one of a mentee, mentor or slot that this module counted itself")]

mod auction;
mod count;
mod graph;
mod lists;
mod outcome;
mod reverse;
mod search;
mod state;
mod turned;

use auction::auction;
pub(crate) use count::Counter;
use graph::Graph;
use lists::{Lists, Score};
pub(crate) use outcome::Outcome;
use search::Search;
use state::{NONE, State};

use crate::problem::Problem;
use crate::solution::{Goal, Prices};

/// How many candidates a list holds: few enough to be read in a moment, enough to last.
const LENGTH: usize = 24;

/// Is told how many places are dealt with, of how many; says whether to go on.
pub(crate) type Tick<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// How a stage is run.
pub(crate) struct Run<'a> {
    pub(crate) threads: usize,
    pub(crate) seed: u64,
    /// Prices to start from.
    pub(crate) warm: Option<&'a Prices>,
    pub(crate) tick: Tick<'a>,
}

/// Solves one stage.
pub(crate) fn solve_stage(problem: &Problem, goal: Goal, at_least: Option<i64>, run: Run<'_>) -> Outcome {
    let largest = if goal == Goal::Count { 0 } else { problem.largest };
    let mut graph = Graph::new(problem, goal, at_least, largest);
    if let Some(turned) = turned::problem(&graph) {
        let mut seen = Graph::new(&turned, goal, None, largest).seen_by_mentors();
        seen.seed = run.seed;
        // One place more than candidates stays empty for sure, and pulls the price down to that of an empty place.
        seen.want_no_more_than_there_is(1);
        let (state, finished) = start(&seen, Run { warm: None, ..run });
        let (pairs, prices) = turned::back(&graph, &seen, &state);
        return Outcome::new(&graph, pairs, prices, finished);
    }
    graph.want_no_more_than_there_is(0);
    graph.seed = run.seed;
    let (state, finished) = start(&graph, run);
    let (pairs, prices) = outcome::of(&graph, &state);
    Outcome::new(&graph, pairs, prices, finished)
}

fn start(graph: &Graph<'_>, run: Run<'_>) -> (State, bool) {
    if graph.problem.largest < i64::from(i32::MAX) { start_with::<i32>(graph, run) } else { start_with::<i64>(graph, run) }
}

fn start_with<T: Score>(graph: &Graph<'_>, run: Run<'_>) -> (State, bool) {
    let mut state = State::new(graph);
    let single = graph.wanted.iter().all(|wanted| *wanted <= 1);
    let warm = run.warm.filter(|warm| single && warm.mentors.len() == graph.places.len());
    if let Some(warm) = warm {
        state.prices = lists::Prices::new(warm.mentors.iter().map(|price| graph.number(*price)).collect());
    }
    let lists = Lists::<T>::new(graph, &state.prices, LENGTH.min(graph.places.len().max(1)), run.threads);
    let mut search = Search::new(graph, lists);
    auction(graph, &mut state, &mut search);
    let slots = state.owner.len();
    let mut finished = true;
    let first = (graph.seed % (slots as u64).max(1)) as usize;
    for (done, slot) in (first..slots).chain(0..first).enumerate() {
        if done % 256 == 0 && !(run.tick)(done as u64, slots as u64) {
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
    if finished && warm.is_some() {
        reverse::fill_or_cheapen(graph, &mut state);
    }
    (state, finished)
}

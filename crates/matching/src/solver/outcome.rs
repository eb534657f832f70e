//! From the solver's numbers to pairs, prices and what they add up to.

use super::graph::Graph;
use super::state::{EMPTY, State};
use crate::solution::{Goal, Prices, Stage};
use crate::worth::Worth;

/// What a stage came to.
pub(crate) struct Outcome {
    /// Pairs without the pinned ones.
    pub(crate) pairs: Vec<(u32, u32)>,
    pub(crate) stage: Stage,
    pub(crate) finished: bool,
}

impl Outcome {
    pub(super) fn new(graph: &Graph<'_>, pairs: Vec<(u32, u32)>, prices: Prices, finished: bool) -> Self {
        let bound = bound(graph, &pairs, &prices);
        let at_least = (graph.at_least != i64::MIN).then_some(graph.at_least);
        Self { pairs, stage: Stage { goal: graph.goal, at_least, prices, bound }, finished }
    }
}

/// The pairs and prices of a state.
pub(super) fn of(graph: &Graph<'_>, state: &State) -> (Vec<(u32, u32)>, Prices) {
    let made = state.owner.iter().zip(&state.mentor).filter(|(_, mentor)| **mentor < EMPTY);
    let pairs = made.map(|(mentee, mentor)| (*mentee, *mentor)).collect();
    let mut prices = Prices { mentees: Vec::with_capacity(graph.wanted.len()), mentors: Vec::with_capacity(graph.places.len()) };
    for mentee in 0..graph.wanted.len() {
        // Who looks for nobody (any more) has no price.
        let number = if graph.wanted[mentee] == 0 { graph.empty(mentee, 0) } else { state.pi[mentee] };
        prices.mentees.push(graph.mentee_price(number));
    }
    prices.mentors.extend(state.prices.exact.iter().map(|number| graph.worth(*number)));
    (pairs, prices)
}

/// What the prices add up to: the value of the dual.
fn bound(graph: &Graph<'_>, pairs: &[(u32, u32)], prices: &Prices) -> Worth {
    let times = |worth: Worth, by: u32| Worth::new(worth.mentees * i64::from(by), worth.pairs * i64::from(by), worth.total * i64::from(by));
    let counts = graph.goal != Goal::Total;
    let mut sum = Worth::ZERO;
    for (mentee, price) in prices.mentees.iter().enumerate() {
        let wanted = graph.wanted[mentee];
        if counts && !graph.covered[mentee] && wanted > 0 {
            // The bonus for the first pair makes up for a price below 0, once.
            sum = sum + Worth::new(1, 0, 0) + if price.sign().is_lt() { *price } else { times(*price, wanted) };
        } else {
            sum = sum + times(*price, wanted);
        }
    }
    for (mentor, price) in prices.mentors.iter().enumerate() {
        if price.sign().is_gt() {
            sum = sum + times(*price, graph.places[mentor]);
        }
    }
    for (mentee, mentor) in pairs {
        // Pairs that are worth more than both prices: only of mentees who want several.
        let prices = prices.mentees[*mentee as usize] + prices.mentors[*mentor as usize];
        sum = sum + (Worth::new(0, i64::from(counts), graph.score(*mentee, *mentor)) - prices);
    }
    for (mentee, mentor) in &graph.problem.pinned {
        sum = sum + Worth::new(0, i64::from(counts), graph.score(*mentee, *mentor));
    }
    let covered = graph.covered.iter().filter(|covered| **covered).count() as i64;
    sum + Worth::new(if counts { covered } else { 0 }, 0, 0)
}

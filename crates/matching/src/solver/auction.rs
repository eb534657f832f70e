//! A quick start: mentees bid for places until bidding becomes slow.
//!
//! Bertsekas, "The auction algorithm", Annals of Operations Research 14 (1988), without his ε: a bid raises a price only as
//! far as the bidder wouldn't rather go elsewhere, so prices stay exact and the search can go on from them. With several
//! places each holder keeps the bid that won it, the lowest is outbid first, and the price is the lowest that holds
//! (Bertsekas and Castañón, "The auction algorithm for the transportation problem", same journal, 20, 1989).

use super::graph::Graph;
use super::lists::{NOTHING, Score};
use super::search::Search;
use super::state::{EMPTY, NONE, State};

/// So many bids a mentee on average. More bids only haggle over small change.
const BIDS: usize = 8;
/// Holders whose bids are compared at most. Beyond that a bid costs more than the search that it may spare.
const HOLDERS: u32 = 64;

/// Lets everybody bid who wants one mentor, or, where each mentor has one place, several.
pub(crate) fn auction<T: Score>(graph: &Graph<'_>, state: &mut State, search: &mut Search<T>) {
    if graph.wanted.iter().any(|wanted| *wanted > 1) {
        if graph.places.iter().all(|places| *places <= 1) {
            bundles(graph, state, search);
        }
        return;
    }
    let mut bids = vec![0_i64; state.owner.len()];
    let mut left = state.owner.len() * BIDS;
    for slot in 0..state.owner.len() as u32 {
        let mut next = Some(slot);
        while let Some(bidder) = next.take_if(|_| left > 0) {
            left -= 1;
            next = bid(graph, state, search, &mut bids, bidder);
        }
    }
    for slot in 0..state.owner.len() {
        if state.mentor[slot] < EMPTY {
            state.pi[state.owner[slot] as usize] = state.score[slot] - state.price(state.mentor[slot]);
        }
    }
}

/// One bid; returns the slot that lost its place by it.
fn bid<T: Score>(graph: &Graph<'_>, state: &mut State, search: &mut Search<T>, bids: &mut [i64], slot: u32) -> Option<u32> {
    let mentee = state.owner[slot as usize];
    let at = mentee as usize;
    let empty = graph.empty(at, 0);
    let (mut mentor, mut score, mut first, mut second) = (NONE, 0, i64::MIN, empty);
    for fresh in [false, true] {
        if fresh {
            search.lists.renew(graph, &state.prices, at, &mut search.scratch);
        }
        (mentor, score, first, second) = (NONE, 0, i64::MIN, empty);
        for (candidate, its_score) in search.lists.of(at) {
            let its_score: i64 = (*its_score).into();
            let value = its_score - state.price(*candidate);
            // Among equals a place that is left is better than one that somebody holds.
            let better = value > first || (value == first && state.left[*candidate as usize] > 0 && state.left[mentor as usize] == 0);
            if better {
                second = second.max(first);
                (mentor, score, first) = (*candidate, its_score, value);
            } else {
                second = second.max(value);
            }
        }
        let bound = search.lists.bound(at);
        second = second.max(bound);
        // Strictly better than all others, or as good and there is a place: no reason to look further.
        if first > bound || (first == bound && mentor != NONE && state.left[mentor as usize] > 0) {
            break;
        }
    }
    if first <= empty {
        if search.lists.bound(at) <= empty {
            state.pi[at] = empty;
            state.leave_empty(slot);
        }
        return None;
    }
    if first < second && state.left[mentor as usize] > 0 || first < search.lists.bound(at) {
        return None;
    }
    let offer = state.price(mentor) + (first - second).max(0);
    if state.left[mentor as usize] > 0 {
        bids[slot as usize] = offer;
        state.put(slot, mentor, score);
        return None;
    }
    if graph.places[mentor as usize] > HOLDERS {
        return None;
    }
    let (mut lowest, mut low, mut next_low) = (NONE, i64::MAX, i64::MAX);
    let mut holder = state.first_of(mentor);
    while holder != NONE {
        let held = bids[holder as usize];
        if held < low {
            next_low = low;
            (lowest, low) = (holder, held);
        } else {
            next_low = next_low.min(held);
        }
        holder = state.after(holder);
    }
    if lowest == NONE || offer <= low {
        return None;
    }
    state.take(lowest);
    bids[slot as usize] = offer;
    state.put(slot, mentor, score);
    state.prices.set(mentor as usize, offer.min(next_low));
    Some(lowest)
}

/// Bidding for several at once, where each mentor has one place: for as many of the best as are wanted, up to where the next
/// best would be as good.
fn bundles<T: Score>(graph: &Graph<'_>, state: &mut State, search: &mut Search<T>) {
    let mentees = graph.wanted.len();
    let mut waiting: Vec<u32> = (0..mentees as u32).rev().collect();
    let mut is_waiting = vec![true; mentees];
    let mut left = mentees * BIDS;
    let mut values: Vec<(i64, u32, i64)> = Vec::new();
    while let Some(mentee) = waiting.pop().filter(|_| left > 0) {
        left -= 1;
        let at = mentee as usize;
        is_waiting[at] = false;
        let wanted = graph.wanted[at] as usize;
        let empty = graph.empty(at, 0);
        let mut settled = false;
        for fresh in [false, true] {
            if fresh {
                search.lists.renew(graph, &state.prices, at, &mut search.scratch);
            }
            values.clear();
            let entries = search.lists.of(at).iter().filter(|(mentor, _)| graph.places[*mentor as usize] > 0);
            values.extend(entries.map(|(mentor, score)| ((*score).into() - state.price(*mentor), *mentor, (*score).into())));
            values.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            settled = values.get(wanted).map_or(NOTHING, |next| next.0) >= search.lists.bound(at);
            if settled {
                break;
            }
        }
        if !settled || wanted == 0 {
            continue;
        }
        let next_best = values.get(wanted).map_or(empty, |next| next.0.max(empty));
        let mut slots = state.slots_of(at);
        values.truncate(wanted);
        // A mentor without a place is nobody's, and must not look better than the next best.
        for (mentor, score) in search.lists.of(at) {
            let price = (*score).into() - next_best;
            if graph.places[*mentor as usize] == 0 && price > state.price(*mentor) {
                state.prices.set(*mentor as usize, price);
            }
        }
        // Theirs already: the price follows.
        for slot in slots.clone() {
            let mentor = state.mentor[slot];
            if mentor < EMPTY {
                state.prices.set(mentor as usize, state.score[slot] - next_best);
            }
        }
        for (value, mentor, score) in &values {
            let holder = state.first_of(*mentor);
            let mine = holder != NONE && state.owner[holder as usize] == mentee;
            if mine || *value <= next_best {
                continue;
            }
            let Some(slot) = slots.find(|slot| state.mentor[*slot] == NONE) else { break };
            if holder != NONE {
                let loser = state.owner[holder as usize];
                state.take(holder);
                if !std::mem::replace(&mut is_waiting[loser as usize], true) {
                    waiting.push(loser);
                }
            }
            state.put(slot as u32, *mentor, *score);
            state.prices.set(*mentor as usize, score - next_best);
        }
        state.pi[at] = next_best;
    }
}

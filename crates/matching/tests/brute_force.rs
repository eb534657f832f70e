//! A hundred thousand small problems against trying everything.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails here should fail")]

use crate::common::{Best, Random, Small};
use matching::verify::blocking_pairs;
use matching::{Objective, Options, Problem, Solution, Worth, solve, verify};

fn proven(problem: &Problem, objective: Objective, seed: u64) -> Solution {
    let solution = solve(problem, objective, Options { seed, ..Options::default() });
    match verify(problem, &solution) {
        Ok(report) => assert!(report.optimal && solution.finished),
        Err(wrong) => panic!("{objective:?}: {wrong}\n{problem:?}\n{solution:?}"),
    }
    solution
}

fn check(small: &Small, best: &Best, problem: &Problem, by: i64, seed: u64) {
    let coverage = proven(problem, Objective::Coverage, seed);
    let found = coverage.worth;
    assert_eq!(
        (found.mentees, found.pairs, found.total),
        (best.coverage.mentees, best.coverage.pairs, best.coverage.total * by),
        "{small:?}"
    );
    assert_eq!(proven(problem, Objective::Total, seed).total(), best.total * by, "{small:?}");
    let fair = proven(problem, Objective::Fair, seed);
    let free = fair.pairs.iter().filter(|pair| !small.pinned.contains(&(pair.mentee, pair.mentor)));
    assert_eq!(fair.worth.mentees, best.coverage.mentees, "{small:?}");
    assert_eq!(fair.worth.pairs, best.coverage.pairs, "{small:?}");
    assert_eq!((free.map(|pair| pair.score).min(), fair.total()), (best.fair.0.map(|worst| worst * by), best.fair.1 * by), "{small:?}");
    warm(problem, &coverage, &mut Random(seed));
    let stable = proven(problem, Objective::Stable, seed);
    assert!(blocking_pairs(problem, &stable).is_empty());
}

/// From the prices of another problem, and from nonsense, it takes another way to the same worth.
fn warm(problem: &Problem, cold: &Solution, random: &mut Random) {
    let mut prices = cold.prices().unwrap().clone();
    for objective in [Objective::Coverage, Objective::Total, Objective::Fair] {
        for price in &mut prices.mentors {
            let worth = |random: &mut Random, spread: i64| random.between(-spread, spread);
            match random.below(3) {
                0 => *price = Worth::new(worth(random, 2), worth(random, 2), worth(random, 10_000_000)),
                1 => price.total += worth(random, 3),
                _ => {}
            }
        }
        let solution = solve(problem, objective, Options { warm: Some(&prices), ..Options::default() });
        match verify(problem, &solution) {
            Ok(report) => assert!(report.optimal && solution.finished),
            Err(wrong) => panic!("{objective:?} warm: {wrong}\n{problem:?}\n{prices:?}\n{solution:?}"),
        }
        if objective == Objective::Coverage {
            assert_eq!(solution.worth, cold.worth);
        }
    }
}

fn many(from: u64, to: u64) {
    for number in from..to {
        let mut random = Random(number);
        let small = Small::random(&mut random);
        let best = Best::of(&small);
        check(&small, &best, &small.dense(), 1, number);
        check(&small, &best, &small.sparse(), 1, number);
        if number.is_multiple_of(8) {
            check(&small, &best, &small.scaled(1_000_000), 1_000_000, number);
        }
    }
}

// Two halves, so that two cores share them.

#[test]
fn the_first_fifty_thousand_small_problems_are_solved_as_by_trying_everything() {
    many(0, 50_000);
}

#[test]
fn the_second_fifty_thousand_small_problems_are_solved_as_by_trying_everything() {
    many(50_000, 100_000);
}

//! `verify` refuses an answer in which any one thing was changed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails here should fail")]

use crate::common::{Random, Small};
use matching::verify::Wrong;
use matching::{Goal, Objective, Options, Pair, Problem, Solution, Worth, solve, verify};

const OBJECTIVES: [Objective; 4] = [Objective::Coverage, Objective::Total, Objective::Fair, Objective::Stable];

/// Each problem and answer that a change is tried on, for every objective.
fn each(mut change: impl FnMut(&Problem, &Solution, &mut Random)) {
    for seed in 0..4000 {
        let mut random = Random(seed);
        let problem = Small::random(&mut random).dense();
        for objective in OBJECTIVES {
            let solution = solve(&problem, objective, Options::default());
            assert!(verify(&problem, &solution).is_ok());
            change(&problem, &solution, &mut random);
        }
    }
}

fn refused(problem: &Problem, solution: &Solution, what: &str) {
    assert!(verify(problem, solution).is_err(), "{what}: {problem:?}\n{solution:?}");
}

/// The answer with everything that can be added up added up again, so that only the proof can find the fault.
fn added_up(mut solution: Solution) -> Solution {
    let mut worth = Worth::ZERO;
    for pairs in solution.pairs.chunk_by(|a, b| a.mentee == b.mentee) {
        worth = worth + Worth::new(1, pairs.len() as i64, pairs.iter().map(|pair| pair.score).sum());
    }
    solution.worth = worth;
    solution.worst = solution.pairs.iter().map(|pair| pair.score).min();
    solution
}

#[test]
fn a_pair_less() {
    each(|problem, solution, random| {
        if solution.pairs.is_empty() {
            return;
        }
        let mut changed = solution.clone();
        let gone = changed.pairs.remove(random.below(changed.pairs.len() as u64) as usize);
        refused(problem, &changed, "a pair dropped");
        // A pair at 0 adds nothing to a total, so leaving it out is as good.
        let matters = solution.objective != Objective::Total || gone.score != 0;
        let changed = added_up(changed);
        if matters || problem.pinned().contains(&(gone.mentee, gone.mentor)) {
            refused(problem, &changed, "a pair dropped, sums right");
        }
    });
}

#[test]
fn a_pair_more() {
    each(|problem, solution, _| {
        for mentee in 0..problem.mentees() {
            for mentor in 0..problem.mentors() {
                let Err(at) = solution.pairs.binary_search_by_key(&(mentee, mentor), |pair| (pair.mentee, pair.mentor)) else { continue };
                let score = problem.score(mentee, mentor);
                let mut changed = solution.clone();
                changed.pairs.insert(at, Pair { mentee, mentor, score: score.unwrap_or(0) });
                refused(problem, &changed, "a pair added");
                let changed = added_up(changed);
                if solution.objective != Objective::Total || score != Some(0) {
                    refused(problem, &changed, "a pair added, sums right");
                }
            }
        }
        if let Some(pair) = solution.pairs.first() {
            let mut changed = solution.clone();
            changed.pairs.insert(0, *pair);
            refused(problem, &changed, "a pair twice");
            refused(problem, &added_up(changed), "a pair twice, sums right");
        }
    });
}

#[test]
fn another_pair_instead() {
    each(|problem, solution, random| {
        if solution.pairs.is_empty() {
            return;
        }
        let at = random.below(solution.pairs.len() as u64) as usize;
        let mut changed = solution.clone();
        changed.pairs[at].mentor = (changed.pairs[at].mentor + 1) % problem.mentors().max(2);
        changed.pairs[at].score = problem.score(changed.pairs[at].mentee, changed.pairs[at].mentor).unwrap_or(0);
        changed.pairs.sort_unstable();
        let changed = added_up(changed);
        if changed.worth != solution.worth && verify(problem, &changed).is_ok() {
            // A stable pairing may be one of several.
            assert_eq!(changed.objective, Objective::Stable);
        }
        let mut changed = solution.clone();
        changed.pairs[at].score += 1;
        refused(problem, &changed, "another score");
        refused(problem, &added_up(changed), "another score, sums right");
    });
}

#[test]
fn another_sum() {
    each(|problem, solution, _| {
        let changes: [fn(&mut Solution); 6] = [
            |solution| solution.worth.mentees += 1,
            |solution| solution.worth.pairs -= 1,
            |solution| solution.worth.total += 1,
            |solution| solution.worst = solution.worst.map_or(Some(0), |worst| Some(worst + 1)),
            |solution| solution.worst = if solution.worst.is_some() { None } else { Some(1) },
            |solution| {
                solution.stages.push(solution.stages.first().cloned().unwrap_or_else(|| matching::Stage {
                    goal: Goal::Count,
                    at_least: None,
                    prices: matching::Prices::default(),
                    bound: Worth::ZERO,
                }))
            },
        ];
        for change in changes {
            let mut changed = solution.clone();
            change(&mut changed);
            refused(problem, &changed, "a sum");
        }
    });
}

#[test]
fn another_price_bound_or_threshold() {
    each(|problem, solution, random| {
        for stage in 0..solution.stages.len() {
            let goal = solution.stages[stage].goal;
            let step = |random: &mut Random| {
                let by = if random.below(2) == 0 { 1 } else { -1 };
                match (goal, random.below(3)) {
                    (Goal::Total, _) => Worth::of_total(by),
                    (Goal::Count, _) | (_, 0) => Worth::new(0, by, 0),
                    (_, 1) => Worth::new(by, 0, 0),
                    _ => Worth::of_total(by),
                }
            };
            for mentee in 0..problem.mentees() as usize {
                let mut changed = solution.clone();
                let price = &mut changed.stages[stage].prices.mentees[mentee];
                *price = *price + step(random);
                let pinned = problem.pinned().iter().filter(|pair| pair.0 == mentee as u32).count() as u32;
                // Who looks for one: several have room for a price that is lower on one pair and higher on another.
                if problem.wanted(mentee as u32) == 1 && pinned == 0 {
                    refused(problem, &changed, "a mentee's price");
                }
            }
            for mentor in 0..problem.mentors() {
                let mut changed = solution.clone();
                let price = &mut changed.stages[stage].prices.mentors[mentor as usize];
                let by = step(random);
                *price = *price + by;
                let pinned = problem.pinned().iter().filter(|pair| pair.1 == mentor).count() as u32;
                // Where there is a place to pay for, a higher price adds to the bound; without one it means nothing. (And a
                // mentee who wants several may pay so much less for that pair: as good a proof.)
                let single = (0..problem.mentees()).all(|mentee| problem.wanted(mentee) <= 1);
                if single && by.sign().is_gt() && problem.capacity(mentor) > pinned {
                    refused(problem, &changed, "a mentor's price");
                }
            }
            for by in [Worth::of_total(1), Worth::of_total(-1), Worth::new(1, 0, 0), Worth::new(0, -1, 0)] {
                let mut changed = solution.clone();
                changed.stages[stage].bound = changed.stages[stage].bound + by;
                refused(problem, &changed, "a bound");
            }
            let mut changed = solution.clone();
            changed.stages[stage].prices.mentors.push(Worth::ZERO);
            refused(problem, &changed, "a price too many");
            let mut changed = solution.clone();
            changed.stages.remove(stage);
            refused(problem, &changed, "a stage less");
            let mut changed = solution.clone();
            let least = &mut changed.stages[stage].at_least;
            *least = Some(least.map_or(i64::from(i32::MAX) + 1, |least| least + 1));
            refused(problem, &changed, "a threshold");
        }
    });
}

#[test]
fn each_refusal_says_what_is_wrong() {
    let small = |scores: [[Option<i64>; 2]; 2]| Small {
        scores: scores.map(Vec::from).to_vec(),
        capacities: vec![1, 1],
        wanted: vec![1, 1],
        pinned: vec![],
    };
    let problem = small([[Some(9), Some(8)], [Some(7), None]]).dense();
    let solution = solve(&problem, Objective::Coverage, Options::default());
    let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
    let with = |pairs: Vec<Pair>| verify(&problem, &added_up(Solution { pairs, ..solution.clone() })).unwrap_err();
    assert_eq!(with(vec![pair(0, 0, 9), pair(1, 1, 0)]), Wrong::Pair { mentee: 1, mentor: 1 });
    assert_eq!(with(vec![pair(0, 0, 9), pair(1, 0, 7)]), Wrong::Capacity { mentor: 0 });
    assert_eq!(with(vec![pair(0, 0, 9), pair(0, 1, 8)]), Wrong::Wanted { mentee: 0 });
    assert_eq!(with(vec![pair(1, 0, 7), pair(0, 1, 8)]), Wrong::Order);
    assert_eq!(with(vec![pair(0, 0, 9)]), Wrong::Gap { stage: 0 });
    let stable = |pairs| Solution { objective: Objective::Stable, stages: vec![], ..added_up(Solution { pairs, ..solution.clone() }) };
    assert!(matches!(verify(&problem, &stable(vec![pair(0, 1, 8), pair(1, 0, 7)])), Err(Wrong::Blocked(_))));
    assert!(verify(&problem, &stable(vec![pair(0, 0, 9)])).is_ok());
    let pinned = problem.clone().with_pinned(vec![(0, 0)]).unwrap();
    assert_eq!(verify(&pinned, &solution), Err(Wrong::Pinned { mentee: 0, mentor: 0 }));
}

/// Lies that add up: worse pairs with prices that are worth just as little.
#[test]
fn prices_made_to_fit_worse_pairs() {
    let table = |scores: [[Option<i64>; 2]; 1]| Small {
        scores: scores.map(Vec::from).to_vec(),
        capacities: vec![1, 1],
        wanted: vec![1],
        pinned: vec![],
    };
    let problem = table([[Some(5), Some(3)]]).dense();
    let honest = solve(&problem, Objective::Total, Options::default());
    let with = |mentee: i64, mentors: [i64; 2], pairs: Vec<Pair>| {
        let mut lie = added_up(Solution { pairs, ..honest.clone() });
        lie.stages[0].prices.mentees = vec![Worth::of_total(mentee)];
        lie.stages[0].prices.mentors = mentors.map(Worth::of_total).to_vec();
        lie.stages[0].bound = Worth::of_total(mentee + mentors[0] + mentors[1]);
        verify(&problem, &lie)
    };
    let pair = |mentor, score| Pair { mentee: 0, mentor, score };
    assert!(with(5, [0, 0], vec![pair(0, 5)]).is_ok());
    assert_eq!(with(3, [0, 0], vec![pair(1, 3)]), Err(Wrong::PairBeatsPrices { mentee: 0, mentor: 0 }));
    // Both of the pairs beat these; it doesn't matter which of them is named.
    assert!(matches!(with(0, [0, 0], vec![]), Err(Wrong::PairBeatsPrices { mentee: 0, .. })));
    assert_eq!(with(5, [0, -2], vec![pair(1, 3)]), Err(Wrong::PriceTooLow));
    assert_eq!(with(-2, [7, 5], vec![pair(1, 3)]), Err(Wrong::PriceTooLow));
    assert_eq!(with(5, [0, 0], vec![pair(1, 3)]), Err(Wrong::Gap { stage: 0 }));
}

/// The best coverage is not the fairest, whatever its stages say.
#[test]
fn a_worst_score_that_could_be_raised() {
    let small =
        Small { scores: vec![vec![Some(10), Some(6)], vec![Some(6), Some(1)]], capacities: vec![1, 1], wanted: vec![1, 1], pinned: vec![] };
    let problem = small.dense();
    let fair = solve(&problem, Objective::Fair, Options::default());
    assert_eq!((fair.worst, fair.total()), (Some(6), 12));
    let problem = Small { scores: vec![vec![Some(20), Some(6)], vec![Some(6), Some(1)]], ..small }.dense();
    let (best, fair) = (solve(&problem, Objective::Coverage, Options::default()), solve(&problem, Objective::Fair, Options::default()));
    assert_eq!((best.worst, best.total(), fair.worst, fair.total()), (Some(1), 21, Some(6), 12));
    let most = fair.stages[0].clone();
    // What no pairing covers more than, none of the better pairs does either: honest prices, and no proof.
    let raised = matching::Stage { at_least: Some(2), ..most.clone() };
    let last = matching::Stage { at_least: Some(1), ..best.stages[0].clone() };
    let lie = Solution { objective: Objective::Fair, stages: vec![most, raised, last], ..best };
    assert_eq!(verify(&problem, &lie), Err(Wrong::Gap { stage: 1 }));
}

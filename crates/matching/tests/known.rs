//! What is known beforehand: a published optimum, properties that any optimum has, problems with nothing to choose.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails here should fail")]

use std::ops::ControlFlow;

use crate::common::{Random, Small};
use matching::verify::blocking_pairs;
use matching::{ABSENT, Dense, MAX_SCORE, Objective, Options, Problem, ProblemError, Solution, Sparse, Worth, solve, verify};

const OBJECTIVES: [Objective; 4] = [Objective::Coverage, Objective::Total, Objective::Fair, Objective::Stable];

fn proven(problem: &Problem, objective: Objective) -> Solution {
    let solution = solve(problem, objective, Options::default());
    let report = verify(problem, &solution).unwrap_or_else(|wrong| panic!("{objective:?}: {wrong}"));
    assert!(report.optimal);
    solution
}

fn proven_for_all(problem: &Problem) {
    for objective in OBJECTIVES {
        proven(problem, objective);
    }
}

fn dense(mentees: u32, mentors: u32, scores: Vec<i32>, capacity: u32) -> Problem {
    Problem::dense(Dense::new(mentees, mentors, scores).unwrap(), vec![capacity; mentors as usize]).unwrap()
}

/// Large enough for lists, threads and renewals to matter.
fn large(seed: u64, mentees: u32, mentors: u32, spread: u64, capacity: u32) -> Problem {
    let mut random = Random(seed);
    dense(mentees, mentors, (0..mentees * mentors).map(|_| random.below(spread) as i32).collect(), capacity)
}

/// 100,000 pairs and more: a few for each.
fn wide(seed: u64, mentees: u32, mentors: u32, each: u64, capacities: u64) -> Problem {
    let mut random = Random(seed);
    let mut pairs = Vec::new();
    for mentee in 0..mentees {
        let mut chosen: Vec<u32> = (0..each).map(|_| random.below(mentors.into()) as u32).collect();
        chosen.sort_unstable();
        chosen.dedup();
        pairs.extend(chosen.into_iter().map(|mentor| (mentee, mentor, random.between(-1000, 1_000_000))));
    }
    let capacities = (0..mentors).map(|_| random.below(capacities) as u32).collect();
    Problem::sparse(Sparse::from_pairs(mentees, mentors, pairs).unwrap(), capacities).unwrap()
}

#[test]
fn assign100_costs_305() {
    let text = include_str!("data/assign100.txt");
    let costs: Vec<i32> = text.split_whitespace().map(|number| -number.parse::<i32>().unwrap()).collect();
    for objective in [Objective::Coverage, Objective::Fair] {
        let solution = proven(&dense(100, 100, costs.clone(), 1), objective);
        assert_eq!(solution.matched(), 100);
        assert!(objective == Objective::Fair || solution.total() == -305);
    }
}

#[test]
fn adding_to_every_score_adds_as_much_for_each_pair() {
    for seed in 0..20 {
        let problem = large(seed, 40, 30, 500, 1);
        let more: Vec<i32> = (0..40)
            .flat_map(|mentee| (0..30).map(move |mentor| (mentee, mentor)))
            .map(|(a, b)| problem.score(a, b).unwrap() as i32 - 777)
            .collect();
        let (before, after) = (proven(&problem, Objective::Coverage), proven(&dense(40, 30, more, 1), Objective::Coverage));
        assert_eq!(after.total(), before.total() - 30 * 777);
    }
}

#[test]
fn who_comes_first_in_the_list_changes_nothing() {
    for seed in 0..20 {
        let problem = large(seed, 60, 80, 50, 1);
        let turned: Vec<i32> = (0..60)
            .flat_map(|mentee| (0..80).map(move |mentor| (59 - mentee, 79 - mentor)))
            .map(|(a, b)| problem.score(a, b).unwrap() as i32)
            .collect();
        for objective in [Objective::Coverage, Objective::Total, Objective::Fair] {
            let (a, b) = (proven(&problem, objective), proven(&dense(60, 80, turned.clone(), 1), objective));
            assert_eq!(
                (a.worth, a.worst.filter(|_| objective == Objective::Fair)),
                (b.worth, b.worst.filter(|_| objective == Objective::Fair))
            );
        }
    }
}

#[test]
fn two_places_are_two_mentors_with_one() {
    for seed in 0..20 {
        let problem = large(seed, 50, 40, 1000, 2);
        let twice: Vec<i32> = (0..50)
            .flat_map(|mentee| (0..80).map(move |mentor| (mentee, mentor / 2)))
            .map(|(a, b)| problem.score(a, b).unwrap() as i32)
            .collect();
        for objective in OBJECTIVES {
            let (a, b) = (proven(&problem, objective), proven(&dense(50, 80, twice.clone(), 1), objective));
            assert_eq!((a.worth, a.worst), (b.worth, b.worst), "{objective:?}");
        }
    }
}

#[test]
fn sides_changed_give_the_same_worth() {
    for seed in 0..10 {
        let problem = large(seed, 300, 270, 100_000, 1);
        let turned: Vec<i32> =
            (0..270).flat_map(|a| (0..300).map(move |b| (b, a))).map(|(a, b)| problem.score(a, b).unwrap() as i32).collect();
        assert_eq!(proven(&problem, Objective::Coverage).worth, proven(&dense(270, 300, turned, 1), Objective::Coverage).worth);
    }
}

#[test]
fn a_table_and_a_list_are_one_problem() {
    for (seed, capacity) in [(1, 1), (2, 1), (3, 2), (4, 3)] {
        let problem = large(seed, 400, 300, 10_000, capacity);
        let pairs = (0..400).flat_map(|a| (0..300).map(move |b| (a, b))).map(|(a, b)| (a, b, problem.score(a, b).unwrap())).collect();
        let list = Problem::sparse(Sparse::from_pairs(400, 300, pairs).unwrap(), vec![capacity; 300]).unwrap();
        for objective in OBJECTIVES {
            assert_eq!(proven(&problem, objective).worth, proven(&list, objective).worth);
        }
    }
}

#[test]
fn a_few_candidates_each_with_too_many_or_too_few_places() {
    for seed in 0..6 {
        for capacities in [2, 6, 12] {
            let problem = wide(seed, 2000, 500, 20, capacities);
            proven_for_all(&problem);
        }
    }
}

#[test]
fn nothing_to_choose() {
    let everyone_alike = |score| dense(300, 300, vec![score; 90_000], 1);
    for score in [0, 7, -7, i32::MAX, -i32::MAX] {
        let solution = proven(&everyone_alike(score), Objective::Coverage);
        assert_eq!(solution.worth, Worth::new(300, 300, 300 * i64::from(score)));
        proven_for_all(&everyone_alike(score));
    }
    assert_eq!(proven(&everyone_alike(-7), Objective::Total).matched(), 0);
    for objective in OBJECTIVES {
        assert!(proven(&dense(0, 0, vec![], 1), objective).pairs.is_empty());
        assert!(proven(&dense(5, 0, vec![], 1), objective).pairs.is_empty());
        assert!(proven(&dense(0, 5, vec![], 1), objective).pairs.is_empty());
        assert!(proven(&dense(70, 300, vec![ABSENT; 21_000], 1), objective).pairs.is_empty());
        assert!(proven(&dense(70, 300, vec![5; 21_000], 0), objective).pairs.is_empty());
        let one_for_all = dense(500, 1, (0..500).collect(), u32::MAX);
        assert_eq!(proven(&one_for_all, objective).matched(), if objective == Objective::Total { 499 } else { 500 });
        let one_for_three = dense(500, 1, (0..500).collect(), 3);
        assert_eq!(proven(&one_for_three, objective).total(), 499 + 498 + 497);
    }
}

#[test]
fn everybody_wants_the_same_mentors() {
    // Row i prefers low numbers, the more so the higher i: greedy choices are all wrong.
    for sign in [1, -1] {
        let scores = (0..200_i32).flat_map(|i| (0..300_i32).map(move |j| sign * i * (300 - j))).collect();
        let problem = dense(200, 300, scores, 1);
        let solution = proven(&problem, Objective::Coverage);
        // By the rearrangement inequality the highest i gets the lowest j, or the last ones in reverse.
        let expected: i64 = (0..200_i64).map(|i| if sign == 1 { i * (300 - (199 - i)) } else { -i * (300 - (100 + i)) }).sum();
        assert_eq!(solution.total(), expected);
        proven_for_all(&problem);
    }
}

#[test]
fn scores_may_be_as_large_as_documented() {
    let mut random = Random(9);
    let mut score = || if random.below(2) == 0 { MAX_SCORE } else { -MAX_SCORE };
    let pairs = (0..300).flat_map(|a| (0..200).map(move |b| (a, b))).map(|(a, b)| (a, b, score())).collect();
    let problem = Problem::sparse(Sparse::from_pairs(300, 200, pairs).unwrap(), vec![1; 200]).unwrap();
    assert_eq!(proven(&problem, Objective::Coverage).total(), 200 * MAX_SCORE);
    proven_for_all(&problem);
    assert!(matches!(Sparse::from_pairs(1, 1, vec![(0, 0, MAX_SCORE + 1)]), Err(ProblemError::Score { .. })));
    assert!(matches!(Sparse::from_pairs(1, 1, vec![(0, 0, i64::MIN)]), Err(ProblemError::Score { .. })));
    let diagonal = (0..20_000).map(|at| (at, at, MAX_SCORE)).collect();
    let too_many = Sparse::from_pairs(20_000, 20_000, diagonal).unwrap();
    assert_eq!(Problem::sparse(too_many, vec![1; 20_000]), Err(ProblemError::TooLarge));
}

#[test]
fn the_same_seed_gives_the_same_answer_on_any_number_of_threads() {
    for problem in [large(3, 500, 400, 20, 1), large(4, 300, 300, 1_000_000, 1), wide(5, 3000, 900, 30, 5)] {
        for objective in OBJECTIVES {
            let with = |seed, threads| solve(&problem, objective, Options { seed, threads, ..Options::default() });
            let one = with(7, 1);
            for threads in [0, 2, 3, 16] {
                assert_eq!(one, with(7, threads));
            }
            for seed in 0..4 {
                assert_eq!(one.worth, if objective == Objective::Stable { one.worth } else { with(seed, 2).worth });
            }
        }
    }
}

#[test]
fn stopped_early_it_says_how_far_it_can_be_from_the_best() {
    let problem = large(11, 2000, 2000, 1_000_000, 1);
    let best = proven(&problem, Objective::Coverage).worth;
    let mut calls = 0;
    let mut stop = |_| {
        calls += 1;
        if calls > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let solution = solve(&problem, Objective::Coverage, Options { progress: Some(&mut stop), ..Options::default() });
    assert!(!solution.finished && solution.worth < best);
    let report = verify(&problem, &solution).unwrap();
    assert!(!report.optimal);
    assert!(solution.worth + report.gap.unwrap() >= best);
    for objective in OBJECTIVES {
        let solution = solve(&problem, objective, Options { progress: Some(&mut |_| ControlFlow::Break(())), ..Options::default() });
        assert!(!solution.finished && verify(&problem, &solution).is_ok());
    }
}

#[test]
fn what_each_side_thinks_makes_it_stable() {
    for seed in 0..3000 {
        let mut random = Random(seed);
        let small = Small::random(&mut random);
        let mut other = small.clone();
        other.scores.iter_mut().flatten().flatten().for_each(|score| *score = random.between(-5, 5));
        let problem = small.dense().with_mentor_scores(other.dense().candidates().clone()).unwrap();
        let solution = proven(&problem, Objective::Stable);
        assert!(blocking_pairs(&problem, &solution).is_empty());
    }
}

#[test]
fn bad_problems_are_refused_with_the_reason() {
    assert!(matches!(Dense::new(2, 2, vec![1; 3]), Err(ProblemError::Length { .. })));
    assert_eq!(Sparse::from_pairs(2, 2, vec![(0, 1, 5), (0, 1, 6)]), Err(ProblemError::Twice { mentee: 0, mentor: 1 }));
    assert_eq!(Sparse::from_pairs(2, 2, vec![(2, 1, 5)]), Err(ProblemError::NoMentee { mentee: 2 }));
    assert_eq!(Sparse::from_pairs(2, 2, vec![(1, 2, 5)]), Err(ProblemError::NoMentor { mentor: 2 }));
    let problem = || dense(2, 2, vec![1, 2, 3, ABSENT], 1);
    assert_eq!(problem().with_pinned(vec![(1, 1)]), Err(ProblemError::Pin { mentee: 1, mentor: 1 }));
    assert_eq!(problem().with_pinned(vec![(0, 0), (1, 0)]), Err(ProblemError::PinsOfMentor { mentor: 0 }));
    assert_eq!(problem().with_pinned(vec![(0, 0), (0, 1)]), Err(ProblemError::PinsOfMentee { mentee: 0 }));
    assert!(matches!(problem().with_wanted(vec![1]), Err(ProblemError::Length { .. })));
    let mut changed = problem();
    assert!(changed.pin(1, 1).is_err() && changed.set_capacity(5, 1).is_err() && changed.set_score(9, 0, Some(1)).is_err());
    assert_eq!(changed, problem());
    changed.pin(0, 1).unwrap();
    assert!(changed.set_capacity(1, 0).is_err() && changed.set_score(0, 1, None).is_err());
    changed.unpin(0, 1);
    changed.set_score(0, 1, None).unwrap();
    assert_eq!(changed.score(0, 1), None);
}

/// Problems with a shape, in which the best candidates on a short list are soon gone.
#[test]
fn everybody_wants_nearly_the_same_in_many_ways() {
    for seed in 0..3_u64 {
        let mut random = Random(seed);
        for (mentees, mentors, capacity) in [(400, 400, 1), (500, 300, 1), (300, 450, 1), (600, 280, 2), (350, 300, 2)] {
            let popular: Vec<i32> = (0..mentors).map(|_| random.below(1_000_000) as i32).collect();
            let picky: Vec<i32> = (0..mentees).map(|_| 1 + random.below(9) as i32).collect();
            let noise = [1, 1000, 100_000, 10][random.below(4) as usize];
            let kind = random.below(4);
            let scores = (0..mentees * mentors).map(|at| {
                let (mentee, mentor) = (at / mentors, at % mentors);
                let (popular, picky) = (popular[mentor], picky[mentee]);
                let noise = random.below(noise) as i32;
                match kind {
                    0 => popular + noise,
                    1 => popular / 10 * picky + noise,
                    2 => 1_000_000 - (popular - picky * 100_000).abs() + noise,
                    _ => popular / 100_000 - 5 + noise % 2,
                }
            });
            let scores = scores.collect();
            let problem = dense(mentees as u32, mentors as u32, scores, capacity);
            proven_for_all(&problem);
            let mut pairs = Vec::new();
            for mentee in 0..problem.mentees() {
                problem.candidates().for_each(mentee, |mentor, score| {
                    if random.below(4) > 0 {
                        pairs.push((mentee, mentor, score));
                    }
                });
            }
            let capacities = (0..mentors).map(|_| random.below(3) as u32).collect();
            proven_for_all(&Problem::sparse(Sparse::from_pairs(mentees as u32, mentors as u32, pairs).unwrap(), capacities).unwrap());
        }
    }
}

//! What is read from an answer: one more place, who is left out, alternatives, sums; and peers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails here should fail")]

use crate::common::{Random, Small};
use matching::explain::{
    LeftOut, among_their_best, greedy, histogram, left_out, next_for_mentee, next_for_mentor, one_more_place, summary,
};
use matching::peers::match_peers;
use matching::{ABSENT, Candidates, Dense, Objective, Options, Problem, Worth, solve, verify};

fn dense(mentees: u32, mentors: u32, scores: Vec<i32>, capacities: Vec<u32>) -> Problem {
    Problem::dense(Dense::new(mentees, mentors, scores).unwrap(), capacities).unwrap()
}

#[test]
fn one_more_place_brings_exactly_what_solving_again_with_it_brings() {
    for seed in 0..20_000 {
        let problem = Small::random(&mut Random(seed)).dense();
        for objective in [Objective::Coverage, Objective::Total] {
            let solution = solve(&problem, objective, Options::default());
            let gains = one_more_place(&problem, &solution).unwrap();
            for mentor in 0..problem.mentors() {
                let mut more = problem.clone();
                more.set_capacity(mentor, problem.capacity(mentor) + 1).unwrap();
                let gain = solve(&more, objective, Options::default()).worth - solution.worth;
                let gain = if objective == Objective::Total { Worth::of_total(gain.total) } else { gain };
                assert_eq!(gains[mentor as usize], gain, "{objective:?} mentor {mentor}: {problem:?}");
            }
        }
    }
}

#[test]
fn another_pair_costs_at_least_what_is_said() {
    for seed in 0..5000 {
        let problem = Small::random(&mut Random(seed)).dense();
        if (0..problem.mentees()).any(|mentee| problem.wanted(mentee) != 1) {
            continue;
        }
        let solution = solve(&problem, Objective::Coverage, Options::default());
        for mentee in 0..problem.mentees() {
            for next in next_for_mentee(&problem, &solution, mentee, 9) {
                let mut pinned = problem.clone();
                if pinned.pin(mentee, next.pair.mentor).is_ok() {
                    let worth = solve(&pinned, Objective::Coverage, Options::default()).worth;
                    assert!(solution.worth - worth >= next.costs.unwrap());
                }
            }
        }
    }
}

#[test]
fn who_is_left_out_is_told_why() {
    let scores = vec![9, 8, 7, 6, ABSENT, ABSENT, 5, ABSENT];
    let problem = dense(4, 2, scores, vec![1, 0]).with_wanted(vec![1, 1, 1, 0]).unwrap();
    let solution = solve(&problem, Objective::Coverage, Options::default());
    assert_eq!(
        left_out(&problem, &solution),
        [(1, LeftOut::AllFull { candidates: 2 }), (2, LeftOut::NoCandidate), (3, LeftOut::WantsNobody)]
    );
    let loss = dense(1, 2, vec![-1, -2], vec![1, 1]);
    let solution = solve(&loss, Objective::Total, Options::default());
    assert_eq!(left_out(&loss, &solution), [(0, LeftOut::OnlyAtALoss { open: 2 })]);
}

#[test]
fn the_next_best_come_in_order_with_what_they_cost() {
    let problem = dense(2, 3, vec![9, 8, 1, 9, 2, 3], vec![1, 1, 1]);
    let solution = solve(&problem, Objective::Coverage, Options::default());
    assert_eq!(solution.total(), 17);
    let next = next_for_mentee(&problem, &solution, 0, 5);
    assert_eq!(next.iter().map(|next| next.pair.mentor).collect::<Vec<_>>(), [0, 2]);
    assert!(next.iter().all(|next| next.costs.unwrap() >= Worth::ZERO));
    let next = next_for_mentor(&problem, &solution, 1, 1);
    assert_eq!((next[0].pair.mentee, next[0].pair.score), (1, 2));
    let stable = solve(&problem, Objective::Stable, Options::default());
    assert_eq!(next_for_mentee(&problem, &stable, 0, 1)[0].costs, None);
}

#[test]
fn greedy_takes_the_best_pair_again_and_again() {
    for seed in 0..3000 {
        let problem = Small::random(&mut Random(seed)).dense();
        let mut pairs = Vec::new();
        for mentee in 0..problem.mentees() {
            problem.candidates().for_each(mentee, |mentor, score| pairs.push((std::cmp::Reverse(score), mentee, mentor)));
        }
        pairs.sort_unstable();
        let mut wanted: Vec<u32> = (0..problem.mentees()).map(|mentee| problem.wanted(mentee)).collect();
        let mut places: Vec<u32> = (0..problem.mentors()).map(|mentor| problem.capacity(mentor)).collect();
        let mut total = 0;
        for (mentee, mentor) in problem.pinned() {
            wanted[*mentee as usize] -= 1;
            places[*mentor as usize] -= 1;
            total += problem.score(*mentee, *mentor).unwrap();
        }
        let distinct = pairs.windows(2).all(|pair| pair[0].0 != pair[1].0);
        for (score, mentee, mentor) in pairs {
            if wanted[mentee as usize] > 0 && places[mentor as usize] > 0 && !problem.pinned().contains(&(mentee, mentor)) {
                wanted[mentee as usize] -= 1;
                places[mentor as usize] -= 1;
                total += score.0;
            }
        }
        // With ties there are several greedy ways.
        assert!(!distinct || greedy(&problem).total() == total, "{problem:?}");
    }
}

#[test]
fn an_answer_in_numbers() {
    let problem = dense(4, 4, vec![1, 2, 3, 4, 4, 3, 2, 1, 10, 8, 7, 6, 5, 5, 5, 5], vec![1; 4]);
    let solution = solve(&problem, Objective::Coverage, Options::default());
    assert_eq!(solution.total(), 4 + 3 + 10 + 5);
    let summary = summary(&solution.pairs).unwrap();
    assert_eq!((summary.worst, summary.median, summary.best), (3, 4, 10));
    assert_eq!(histogram(&solution.pairs, 0, 9, 5), [0, 1, 2, 0, 1]);
    assert_eq!(among_their_best(&problem, &solution, 1), 3);
    assert_eq!(among_their_best(&problem, &solution, 2), 4);
}

/// The best pairing among peers, by trying everything.
fn best_peers(scores: &[Vec<Option<i64>>], open: u32, total: bool) -> (i64, i64) {
    if open == 0 {
        return (0, 0);
    }
    let one = open.trailing_zeros();
    let rest = open & !(1 << one);
    let mut best = best_peers(scores, rest, total);
    for other in (0..scores.len() as u32).filter(|other| rest >> other & 1 == 1) {
        let both = scores[one as usize][other as usize].zip(scores[other as usize][one as usize]);
        if let Some((a, b)) = both {
            let (pairs, sum) = best_peers(scores, rest & !(1 << other), total);
            best = best.max((if total { 0 } else { pairs + 1 }, sum + a + b));
        }
    }
    best
}

#[test]
fn peers_are_paired_within_the_bound_and_nearly_always_best() {
    let (mut tried, mut optimal) = (0, 0);
    for seed in 0..3000 {
        let mut random = Random(seed);
        let people = 1 + random.below(9) as u32;
        let scores: Vec<Vec<Option<i64>>> =
            (0..people).map(|_| (0..people).map(|_| (random.below(4) > 0).then(|| random.between(-3, 30))).collect()).collect();
        let table = scores.iter().flatten().map(|score| score.map_or(ABSENT, |score| score as i32)).collect();
        let candidates = Candidates::Dense(Dense::new(people, people, table).unwrap());
        for objective in [Objective::Coverage, Objective::Total] {
            let total = objective == Objective::Total;
            let peers = match_peers(&candidates, objective, Options::default()).unwrap();
            assert!(verify(&peers.doubled, &peers.bound).unwrap().optimal);
            let mut seen = vec![false; people as usize];
            for pair in &peers.pairs {
                assert!(!std::mem::replace(&mut seen[pair.one as usize], true) && !std::mem::replace(&mut seen[pair.other as usize], true));
                let (one, other) = (pair.one as usize, pair.other as usize);
                assert_eq!(pair.score, scores[one][other].unwrap() + scores[other][one].unwrap());
            }
            let best = best_peers(&scores, (1 << people) - 1, total);
            let found = (if total { 0 } else { peers.worth.pairs }, peers.worth.total);
            assert!(found <= best, "{found:?} {best:?}");
            assert!(peers.gap() >= Worth::ZERO);
            let twice = if total { Worth::of_total(2 * best.1) } else { Worth::new(0, 2 * best.0, 2 * best.1) };
            let bound = peers.bound.worth;
            assert!(twice <= if total { Worth::of_total(bound.total) } else { Worth { mentees: 0, ..bound } });
            tried += 1;
            optimal += usize::from(found == best);
        }
    }
    assert!(optimal * 100 >= tried * 90, "{optimal} of {tried}");
}

//! A fixed set of problems whose answers, prices included, are the same on every machine: their hash is written down.

use matching::{ABSENT, Dense, Objective, Options, Problem, Solution, Sparse, Worth, solve, verify};

/// What [`hash`] comes to. It changes with the generator below, and when the engine chooses otherwise among equals.
pub const EXPECTED: u64 = 0xe81c_f10a_41bd_6038;

struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn problems() -> Vec<Problem> {
    let mut random = Random(2026);
    let mut problems = Vec::new();
    for (mentees, mentors, spread, places) in
        [(1, 1, 2, 2), (7, 5, 3, 3), (40, 60, 1000, 2), (120, 80, 20, 3), (300, 330, 1_000_000, 2), (90, 40, 100, 2)]
    {
        let scores = (0..mentees * mentors).map(|_| if random.below(5) == 0 { ABSENT } else { random.below(spread) as i32 - 1 }).collect();
        let capacities = (0..mentors).map(|_| random.below(places) as u32).collect();
        let dense = Dense::new(mentees, mentors, scores);
        problems.extend(dense.and_then(|dense| Problem::dense(dense, capacities)));
        let several = (0..mentees).map(|_| random.below(3) as u32).collect();
        let last = problems.last().cloned();
        problems.extend(last.and_then(|problem| problem.with_wanted(several).ok()));
    }
    let mut pairs = Vec::new();
    for mentee in 0..800 {
        for mentor in 0..300 {
            if random.below(12) == 0 {
                pairs.push((mentee, mentor, random.below(1 << 30) as i64 * 100 - 50_000));
            }
        }
    }
    let capacities = (0..300).map(|_| random.below(5) as u32).collect();
    problems.extend(Sparse::from_pairs(800, 300, pairs).and_then(|sparse| Problem::sparse(sparse, capacities)));
    problems
}

/// FNV-1a over everything in an answer.
fn add(hash: &mut u64, solution: &Solution) {
    let mut number = |number: i64| {
        for byte in number.to_le_bytes() {
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    let worth = |worth: &Worth| [worth.mentees, worth.pairs, worth.total];
    worth(&solution.worth).into_iter().for_each(&mut number);
    for pair in &solution.pairs {
        [pair.mentee.into(), pair.mentor.into(), pair.score].into_iter().for_each(&mut number);
    }
    for stage in &solution.stages {
        let prices = stage.prices.mentees.iter().chain(&stage.prices.mentors).chain([&stage.bound]);
        prices.flat_map(worth).for_each(&mut number);
    }
}

/// Solves and verifies all of them for every objective.
pub fn hash() -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for problem in problems() {
        for objective in [Objective::Coverage, Objective::Total, Objective::Fair, Objective::Stable] {
            let solution = solve(&problem, objective, Options { seed: 5, threads: 2, ..Options::default() });
            assert!(verify(&problem, &solution).is_ok_and(|report| report.optimal));
            add(&mut hash, &solution);
        }
    }
    hash
}

//! From an objective to the stages that reach and prove it.

use std::ops::ControlFlow;

use crate::problem::Problem;
use crate::solution::{Goal, Objective, Options, Pair, Progress, Solution, Stage};
use crate::solver::{Outcome, solve_stage};
use crate::stable::deferred_acceptance;
use crate::worth::Worth;

/// Finds the best pairing and the prices that prove it, or a stable one.
///
/// Stopped early by [`Options::progress`], it returns what it has: a valid pairing, with [`Solution::finished`] false and
/// prices that say how far it can be from the best at most.
///
/// **Cost.** With `p` places wanted, `e` candidate pairs and `n` people, at most `O(p · (e + n log n))`, one shortest
/// augmenting path for each place; in practice a small part of the pairs is looked at after the first pass over them. Memory
/// beyond the problem: a short list of the best candidates and a few words for each person.
#[must_use]
pub fn solve(problem: &Problem, objective: Objective, mut options: Options<'_>) -> Solution {
    match objective {
        Objective::Coverage => single(problem, objective, Goal::Coverage, &mut options),
        Objective::Total => single(problem, objective, Goal::Total, &mut options),
        Objective::Fair => fair(problem, &mut options),
        Objective::Stable => {
            let mut tick = |done, all| go_on(&mut options, 1, 1, done, all);
            let (pairs, finished) = deferred_acceptance(problem, problem.mentor_scores(), &mut tick);
            assemble(problem, objective, &pairs, Vec::new(), finished)
        }
    }
}

fn go_on(options: &mut Options<'_>, stage: u32, stages: u32, done: u64, all: u64) -> bool {
    let told = options.progress.as_mut().map(|tell| tell(Progress { stage, stages, done, all }));
    told != Some(ControlFlow::Break(()))
}

fn single(problem: &Problem, objective: Objective, goal: Goal, options: &mut Options<'_>) -> Solution {
    let threads = options.threads;
    let outcome = solve_stage(problem, goal, None, threads, &mut |done, all| go_on(options, 1, 1, done, all));
    assemble(problem, objective, &outcome.pairs, vec![outcome.stage], outcome.finished)
}

/// First how many can be covered at all; then, by bisection, the highest worst score that still covers them; then the best
/// total among the pairs that are at least that good.
fn fair(problem: &Problem, options: &mut Options<'_>) -> Solution {
    let threads = options.threads;
    let count = |at_least, options: &mut Options<'_>| {
        solve_stage(problem, Goal::Count, at_least, threads, &mut |done, all| go_on(options, 1, 3, done, all))
    };
    let most = count(None, options);
    if !most.finished {
        return assemble(problem, Objective::Fair, &most.pairs, vec![most.stage], false);
    }
    let lowest = |outcome: &Outcome| outcome.pairs.iter().filter_map(|(mentee, mentor)| problem.score(*mentee, *mentor)).min();
    let mut stages = vec![most.stage.clone()];
    let Some(mut reached) = lowest(&most) else {
        return assemble(problem, Objective::Fair, &most.pairs, stages, true);
    };
    let (mut beyond, mut refusal) = (problem.largest + 1, None);
    while reached + 1 < beyond || refusal.is_none() {
        let middle = if reached + 1 < beyond { reached + (beyond - reached + 1) / 2 } else { beyond };
        let attempt = count(Some(middle), options);
        if !attempt.finished {
            return assemble(problem, Objective::Fair, &most.pairs, stages, false);
        }
        if attempt.stage.bound == most.stage.bound {
            reached = lowest(&attempt).unwrap_or(middle);
        } else {
            beyond = middle;
            refusal = Some(attempt.stage);
        }
    }
    stages.extend(refusal);
    let last = solve_stage(problem, Goal::Coverage, Some(reached), threads, &mut |done, all| go_on(options, 3, 3, done, all));
    stages.push(last.stage);
    assemble(problem, Objective::Fair, &last.pairs, stages, last.finished)
}

/// The answer, with the pinned pairs in it and everything added up.
pub(crate) fn assemble(problem: &Problem, objective: Objective, free: &[(u32, u32)], stages: Vec<Stage>, finished: bool) -> Solution {
    let together = free.iter().chain(problem.pinned());
    let mut pairs: Vec<Pair> = together
        .filter_map(|(mentee, mentor)| Some(Pair { mentee: *mentee, mentor: *mentor, score: problem.score(*mentee, *mentor)? }))
        .collect();
    pairs.sort_unstable();
    let mut worth = Worth::new(0, i64::try_from(pairs.len()).unwrap_or(i64::MAX), 0);
    let mut before = None;
    for pair in &pairs {
        worth.mentees += i64::from(before != Some(pair.mentee));
        worth.total += pair.score;
        before = Some(pair.mentee);
    }
    let worst = pairs.iter().map(|pair| pair.score).min();
    Solution { objective, pairs, worth, worst, stages, finished }
}

//! Checks an answer against its problem, sharing no code with the solver.
//!
//! It reads the public parts of [`Problem`] and [`Solution`] only. Whoever doubts a result has to trust this module, which
//! is short, and none of the solver, which isn't.
//!
//! **What a stage proves.** Take prices `a` of mentees and `b ≥ 0` of mentors such that no pair is worth more than the two
//! prices together, `v ≤ a + b`; a pair of somebody who wants several may be worth more, by `w`. Then, for
//! any pairing whatever, each pair's worth is at most its two prices (and `w`), each mentor's price is paid at most as often
//! as there are places, and each mentee's at most as often as they want mentors. A mentee's first pair brings one mentee
//! more, so their price may be as low as −1 mentee and is then paid at most once. Summing up gives the bound. It needs
//! nothing of worths but that they can be added and compared, so comparing them field by field is no approximation.

mod blocking;
mod bound;
mod rows;

use std::fmt;

pub use blocking::{BlockingPair, blocking_pairs};

use crate::problem::Problem;
use crate::solution::{Goal, Objective, Solution};
use crate::worth::Worth;

/// What a check found to be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What the pairs are worth, added up again.
    pub worth: Worth,
    /// The lowest score.
    pub worst: Option<i64>,
    /// Whether it is proven that nothing is better. Always so for a finished run; for a stable pairing: that no pair blocks.
    pub optimal: bool,
    /// How far from the best it can be at most; [`Worth::ZERO`] when optimal. `None` when the answer carries no bound: a
    /// stable one, or a fair one stopped before its last stage.
    pub gap: Option<Worth>,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wrong {
    /// A pair isn't a candidate, or its score is another.
    Pair {
        /// The mentee.
        mentee: u32,
        /// The mentor.
        mentor: u32,
    },
    /// The pairs aren't in order, or one is there twice.
    Order,
    /// A mentee has more mentors than they want.
    Wanted {
        /// The mentee.
        mentee: u32,
    },
    /// A mentor has more mentees than places.
    Capacity {
        /// The mentor.
        mentor: u32,
    },
    /// A pinned pair isn't made.
    Pinned {
        /// The mentee.
        mentee: u32,
        /// The mentor.
        mentor: u32,
    },
    /// The answer says that it is worth something else than its pairs are.
    Worth,
    /// The answer names another worst score than its pairs have.
    Worst,
    /// There aren't as many prices as people.
    Prices,
    /// A price is below what it can be.
    PriceTooLow,
    /// A pair is worth more than its two prices.
    PairBeatsPrices {
        /// The mentee.
        mentee: u32,
        /// The mentor.
        mentor: u32,
    },
    /// The prices add up to something else than the stage says.
    Bound {
        /// Which stage, from 0.
        stage: usize,
    },
    /// The run says it finished, and the bound is above what the pairs are worth.
    Gap {
        /// Which stage, from 0.
        stage: usize,
    },
    /// The stages aren't those that prove this objective.
    Stages,
    /// A pair blocks a pairing that is said to be stable.
    Blocked(BlockingPair),
    /// Numbers too large for any honest answer.
    Overflow,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pair { mentee, mentor } => write!(f, "mentee {mentee} and mentor {mentor} are no candidates at this score"),
            Self::Order => write!(f, "the pairs are out of order"),
            Self::Wanted { mentee } => write!(f, "mentee {mentee} has more mentors than they want"),
            Self::Capacity { mentor } => write!(f, "mentor {mentor} has more mentees than places"),
            Self::Pinned { mentee, mentor } => write!(f, "mentee {mentee} and mentor {mentor} are pinned and not paired"),
            Self::Worth => write!(f, "the pairs are worth something else"),
            Self::Worst => write!(f, "the worst score is another"),
            Self::Prices => write!(f, "there aren't as many prices as people"),
            Self::PriceTooLow => write!(f, "a price is too low"),
            Self::PairBeatsPrices { mentee, mentor } => write!(f, "mentee {mentee} and mentor {mentor} are worth more than their prices"),
            Self::Bound { stage } => write!(f, "the prices of stage {stage} add up to another bound"),
            Self::Gap { stage } => write!(f, "stage {stage} doesn't prove what it should"),
            Self::Stages => write!(f, "these stages don't prove this objective"),
            Self::Blocked(pair) => write!(f, "mentee {} and mentor {} would rather have each other", pair.mentee, pair.mentor),
            Self::Overflow => write!(f, "numbers too large to be true"),
        }
    }
}

impl std::error::Error for Wrong {}

/// Checks that the pairs are allowed, that they are worth what the answer says, and that its prices prove that nothing is
/// worth more (or, for an answer that was stopped early, bound how much). One pass over the candidate pairs a stage.
///
/// # Errors
/// The first thing that is [`Wrong`].
pub fn verify(problem: &Problem, solution: &Solution) -> Result<Report, Wrong> {
    let (worth, worst) = pairs_hold(problem, solution)?;
    if worth != solution.worth {
        return Err(Wrong::Worth);
    }
    if worst != solution.worst {
        return Err(Wrong::Worst);
    }
    for (stage, proof) in solution.stages.iter().enumerate() {
        if bound::bound(problem, proof)? != proof.bound {
            return Err(Wrong::Bound { stage });
        }
    }
    let optimal = match solution.objective {
        Objective::Stable => stable(problem, solution)?,
        Objective::Coverage => reaches(solution, Goal::Coverage, worth)?,
        Objective::Total => reaches(solution, Goal::Total, Worth::of_total(worth.total))?,
        Objective::Fair => fair(problem, solution, worth)?,
    };
    Ok(Report { worth, worst, optimal, gap: solution.gap() })
}

/// The pairs: each a candidate, in order, no more for anybody than there may be, the pinned ones among them.
fn pairs_hold(problem: &Problem, solution: &Solution) -> Result<(Worth, Option<i64>), Wrong> {
    let mut taken = vec![0_u32; problem.mentors() as usize];
    let mut worth = Worth::ZERO;
    let (mut worst, mut before, mut of_mentee): (Option<i64>, Option<(u32, u32)>, u32) = (None, None, 0);
    for pair in &solution.pairs {
        let (mentee, mentor) = (pair.mentee, pair.mentor);
        if problem.score(mentee, mentor) != Some(pair.score) {
            return Err(Wrong::Pair { mentee, mentor });
        }
        if before >= Some((mentee, mentor)) {
            return Err(Wrong::Order);
        }
        let again = before.is_some_and(|(other, _)| other == mentee);
        of_mentee = if again { of_mentee + 1 } else { 1 };
        if of_mentee > problem.wanted(mentee) {
            return Err(Wrong::Wanted { mentee });
        }
        let taken = taken.get_mut(mentor as usize).ok_or(Wrong::Pair { mentee, mentor })?;
        *taken += 1;
        if *taken > problem.capacity(mentor) {
            return Err(Wrong::Capacity { mentor });
        }
        worth = worth + Worth::new(i64::from(!again), 1, pair.score);
        worst = Some(worst.map_or(pair.score, |worst| worst.min(pair.score)));
        before = Some((mentee, mentor));
    }
    for (mentee, mentor) in problem.pinned() {
        let made = solution.pairs.binary_search_by_key(&(*mentee, *mentor), |pair| (pair.mentee, pair.mentor));
        made.map_err(|_| Wrong::Pinned { mentee: *mentee, mentor: *mentor })?;
    }
    Ok((worth, worst))
}

/// Whether the one stage proves this worth.
fn reaches(solution: &Solution, goal: Goal, worth: Worth) -> Result<bool, Wrong> {
    let [stage] = solution.stages.as_slice() else { return Err(Wrong::Stages) };
    if stage.goal != goal || stage.at_least.is_some() {
        return Err(Wrong::Stages);
    }
    meets(solution, 0, stage.bound, worth)
}

/// A finished run meets its bound; one that was stopped may be below it, and nothing is ever above it.
fn meets(solution: &Solution, stage: usize, bound: Worth, worth: Worth) -> Result<bool, Wrong> {
    let met = bound == worth;
    if worth > bound || (solution.finished && !met) { Err(Wrong::Gap { stage }) } else { Ok(met) }
}

fn stable(problem: &Problem, solution: &Solution) -> Result<bool, Wrong> {
    if !solution.stages.is_empty() {
        return Err(Wrong::Stages);
    }
    match blocking_pairs(problem, solution).into_iter().next() {
        Some(pair) if solution.finished => Err(Wrong::Blocked(pair)),
        blocking => Ok(blocking.is_none()),
    }
}

/// Three stages: nothing covers more; with only better pairs than the worst one made, nothing covers as much; among pairs
/// at least as good as that one, nothing has a higher total.
fn fair(problem: &Problem, solution: &Solution, worth: Worth) -> Result<bool, Wrong> {
    let counted = Worth { total: 0, ..worth };
    // Pinned pairs are made anyway: no worst score to raise.
    let free = solution.pairs.iter().filter(|pair| problem.pinned().binary_search(&(pair.mentee, pair.mentor)).is_err());
    let worst = free.map(|pair| pair.score).min();
    match (solution.stages.as_slice(), worst) {
        (_, _) if !solution.finished => Ok(false),
        ([most], None) if most.goal == Goal::Count && most.at_least.is_none() => meets(solution, 0, most.bound, counted),
        ([most, raised, last], Some(worst)) => {
            let kinds = [most.goal, raised.goal, last.goal] == [Goal::Count, Goal::Count, Goal::Coverage];
            let thresholds = [most.at_least, last.at_least] == [None, Some(worst)];
            // Scores are whole numbers, so whatever beats the worst is at least one more.
            if !kinds || !thresholds || raised.at_least != Some(worst + 1) {
                return Err(Wrong::Stages);
            }
            if raised.bound >= counted {
                return Err(Wrong::Gap { stage: 1 });
            }
            Ok(meets(solution, 0, most.bound, counted)? && meets(solution, 2, last.bound, worth)?)
        }
        _ => Err(Wrong::Stages),
    }
}

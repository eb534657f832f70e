//! The answer and what proves it.

use std::ops::ControlFlow;

use crate::worth::Worth;

/// What to look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Objective {
    /// As many mentees with a mentor as possible, then as many pairs, then the highest total.
    #[default]
    Coverage,
    /// The highest total; nobody is paired at a loss, so a negative score is never taken (unless pinned).
    Total,
    /// The coverage of [`Self::Coverage`] with the worst score (of the pairs that aren't pinned) as high as it can be, then
    /// the highest total.
    Fair,
    /// No mentee and mentor who would both rather have each other than what they got. Any candidate is better than nobody.
    Stable,
}

/// A pair that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The mentee.
    pub mentee: u32,
    /// The mentor.
    pub mentor: u32,
    /// The score of the two.
    pub score: i64,
}

/// Dual prices: what a place with each is worth at the margin. A pair whose two prices add up to less than the pair is
/// worth would be worth making, and the sum of all prices bounds what any pairing can reach (linear programming duality).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    /// What another mentee like this one would bring. From −1 mentee: somebody whom nobody has room for.
    pub mentees: Vec<Worth>,
    /// What another place with this mentor would bring, at most. Never negative, and nothing where a place is left.
    pub mentors: Vec<Worth>,
}

/// What a stage of the proof shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// No pairing has more mentees matched, or as many and more pairs. Totals play no part.
    Count,
    /// [`Objective::Coverage`].
    Coverage,
    /// [`Objective::Total`].
    Total,
}

/// One step of a proof: among the pairs with at least this score, nothing is worth more than `bound`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is shown.
    pub goal: Goal,
    /// Only pairs with at least this score (and pinned ones) count in this stage; `None`: all.
    pub at_least: Option<i64>,
    /// What shows it.
    pub prices: Prices,
    /// What the prices add up to: no pairing is worth more.
    pub bound: Worth,
}

/// A pairing with what is needed to check it ([`crate::verify`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What was looked for.
    pub objective: Objective,
    /// The pairs, by mentee, then mentor; pinned ones among them.
    pub pairs: Vec<Pair>,
    /// What they are worth together.
    pub worth: Worth,
    /// The lowest score of a pair; `None` without pairs.
    pub worst: Option<i64>,
    /// The proof. Empty for [`Objective::Stable`], which is proven by having no blocking pair. The last stage is about
    /// `worth` itself; [`Objective::Fair`] has two before it: nothing covers more, and nothing with a higher worst score
    /// covers as much.
    pub stages: Vec<Stage>,
    /// False when it was stopped early. [`Self::gap`] then says how far from the optimum it can be.
    pub finished: bool,
}

impl Solution {
    /// How many mentees have a mentor.
    #[must_use]
    pub const fn matched(&self) -> i64 {
        self.worth.mentees
    }

    /// The sum of the scores.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.worth.total
    }

    /// How much more than this any pairing can be worth at most; [`Worth::ZERO`] when it is proven optimal. `None` for
    /// [`Objective::Stable`], and for [`Objective::Fair`] that was stopped before its last stage.
    #[must_use]
    pub fn gap(&self) -> Option<Worth> {
        let last = self.stages.last()?;
        let value = if last.goal == Goal::Total { Worth::of_total(self.worth.total) } else { self.worth };
        (last.goal != Goal::Count).then(|| last.bound - value)
    }

    /// The dual prices of the last stage, for explanations and to start from after a small change.
    #[must_use]
    pub fn prices(&self) -> Option<&Prices> {
        self.stages.last().map(|stage| &stage.prices)
    }
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The stage, from 1.
    pub stage: u32,
    /// How many stages there are, as far as is known.
    pub stages: u32,
    /// Places looked for that are dealt with in this stage.
    pub done: u64,
    /// Places looked for in this stage.
    pub all: u64,
}

/// Called now and then; [`ControlFlow::Break`] stops the run with what it has.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// How to run.
#[derive(Default)]
pub struct Options<'a> {
    /// Which of several equally good pairings is found. The same seed gives the same answer, on any number of threads and
    /// on any machine.
    pub seed: u64,
    /// How many threads may read scores at once; 0 and 1 both mean this one only. Ignored on WASM.
    pub threads: usize,
    /// Prices of an earlier answer to nearly the same problem. They change how long it takes and possibly which of several
    /// equally good pairings is found, never how good it is. Ignored when they are for other numbers of people.
    pub warm: Option<&'a Prices>,
    /// Told how far it is.
    pub progress: Option<OnProgress<'a>>,
}

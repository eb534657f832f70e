//! How far a run is, and whether it is still wanted.

use matching::{OnProgress, Problem, ProblemError, Progress, Solution, solve};
use std::fmt;
use std::ops::ControlFlow;

/// What a run that is done is at.
const WHOLE: u32 = 1_000_000;

/// Why a run has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halt {
    /// It can't be stated.
    Problem(ProblemError),
    /// Whoever watches it wanted it no more.
    Stopped,
}

impl From<ProblemError> for Halt {
    fn from(error: ProblemError) -> Self {
        Self::Problem(error)
    }
}

impl fmt::Display for Halt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(error) => error.fmt(f),
            Self::Stopped => write!(f, "stopped"),
        }
    }
}

impl std::error::Error for Halt {}

/// A part of a run: whoever watches is told how far the whole is, in thousandths and never backwards, and says whether to go on.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    tell: Option<&'a dyn Fn(u16) -> bool>,
    from: u32,
    to: u32,
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("from", &self.from).field("to", &self.to).finish_non_exhaustive()
    }
}

impl<'a> Watch<'a> {
    /// Nobody watches.
    pub const NOBODY: Self = Self { tell: None, from: 0, to: WHOLE };

    /// The whole run. `tell` is called often: it should be quick.
    #[must_use]
    pub const fn new(tell: &'a dyn Fn(u16) -> bool) -> Self {
        Self { tell: Some(tell), from: 0, to: WHOLE }
    }

    /// A part of this part, both in hundredths.
    #[must_use]
    pub const fn part(self, from: u32, to: u32) -> Self {
        let length = self.to - self.from;
        Self { tell: self.tell, from: self.from + length / 100 * from, to: self.from + length / 100 * to }
    }

    /// One of several equal parts of this part, from 0.
    #[must_use]
    pub fn one_of(self, nth: usize, all: usize) -> Self {
        let at = |nth: usize| self.from + share(u64::from(self.to - self.from), nth as u64, all as u64);
        Self { tell: self.tell, from: at(nth), to: at(nth + 1) }
    }

    /// So much of this part is done.
    ///
    /// # Errors
    /// [`Halt::Stopped`].
    pub fn at(self, done: u64, all: u64) -> Result<(), Halt> {
        let Some(tell) = self.tell else { return Ok(()) };
        let now = self.from + share(u64::from(self.to - self.from), done, all);
        if tell(u16::try_from(now / 1000).unwrap_or(1000)) { Ok(()) } else { Err(Halt::Stopped) }
    }

    /// The engine's answer, unless it was stopped.
    pub(crate) fn solve(self, problem: &Problem, objective: matching::Objective, options: matching::Options<'_>) -> Result<Solution, Halt> {
        let mut report = |progress: Progress| {
            let stages = u64::from(progress.stages.max(1));
            let before = u64::from(progress.stage.saturating_sub(1)) * progress.all;
            match self.at(before + progress.done, progress.all * stages) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        };
        let watched: Option<OnProgress<'_>> = if self.tell.is_some() { Some(&mut report) } else { None };
        let solution = solve(problem, objective, matching::Options { progress: watched, ..options });
        if solution.finished { Ok(solution) } else { Err(Halt::Stopped) }
    }
}

/// So much of a length, rounded down; the whole of it where there is nothing to do.
fn share(length: u64, done: u64, all: u64) -> u32 {
    let part = u128::from(length) * u128::from(done.min(all));
    u32::try_from(part.checked_div(u128::from(all)).unwrap_or(u128::from(length))).unwrap_or(WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn parts_lie_where_they_belong_and_nothing_goes_beyond_the_whole() {
        let told = RefCell::new(Vec::new());
        let tell = |at: u16| {
            told.borrow_mut().push(at);
            true
        };
        let whole = Watch::new(&tell);
        whole.part(0, 40).at(1, 2).unwrap();
        whole.part(40, 100).one_of(1, 3).at(0, 7).unwrap();
        whole.part(40, 100).one_of(2, 3).at(7, 7).unwrap();
        whole.at(9, 7).unwrap();
        whole.part(0, 10).at(0, 0).unwrap();
        assert_eq!(*told.borrow(), [200, 600, 1000, 1000, 100]);
    }

    #[test]
    fn who_watches_can_stop_and_nobody_cannot() {
        assert_eq!(Watch::new(&|_| false).at(0, 1), Err(Halt::Stopped));
        assert_eq!(Watch::NOBODY.at(0, 1), Ok(()));
    }
}

//! The assignment engine: scores in, the optimal pairing and its proof out.
//!
//! **What it is for.** Mentees, mentors with a number of places, a score for each pair that may be made: [`solve`] finds the
//! pairing that is best by an [`Objective`], and [`verify`](verify()) proves that nothing is better, sharing no code with
//! the solver. It knows nothing of mentoring beyond the two words: any assignment of one set to another with capacities will
//! do.
//!
//! **What it is not for.** Making scores (that is `domain::fit`), reading files, showing results. It does no I/O, reads no
//! clock, and compiles to WASM as well.
//!
//! ```
//! use matching::{Dense, Objective, Options, Problem, solve, verify};
//!
//! // Two mentees, two mentors with a place each. Both want the first mentor.
//! let scores = Dense::new(2, 2, vec![90, 80, 85, 10])?;
//! let problem = Problem::dense(scores, vec![1, 1])?;
//! let solution = solve(&problem, Objective::Coverage, Options::default());
//! assert_eq!(solution.total(), 165);
//! assert!(verify(&problem, &solution).is_ok_and(|report| report.optimal));
//! # Ok::<(), matching::ProblemError>(())
//! ```

mod candidates;
mod error;
pub mod explain;
pub mod peers;
mod problem;
mod solution;
mod solve;
mod solver;
mod stable;
pub mod verify;
mod worth;

pub use candidates::{ABSENT, Candidates, Dense, MAX_SCORE, Sparse, SparseScores};
pub use error::ProblemError;
pub use problem::Problem;
pub use solution::{Goal, Objective, OnProgress, Options, Pair, Prices, Progress, Solution, Stage};
pub use solve::solve;
pub use verify::verify;
pub use worth::Worth;

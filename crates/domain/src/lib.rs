//! What mentoring is: types, state machines, rules and validation.
//!
//! Pure: no I/O, no clock, no random source, so everything here runs unchanged in the browser. What it does not do:
//! store anything, decide who is signed in, or word a message for a person (that is `i18n`).

#[macro_use]
pub mod text_enum;
#[macro_use]
pub mod editing;

pub mod accounts;
pub mod enrolments;
pub mod events;
pub mod fields;
pub mod fit;
pub mod goals;
pub mod home;
pub mod ids;
pub mod imports;
pub mod leaving;
pub mod limits;
pub mod match_preferences;
pub mod match_runs;
pub mod mentors;
pub mod mentorships;
pub mod names;
pub mod notifications;
pub mod organisations;
pub mod people;
pub mod problem;
pub mod programs;
pub mod proposals;
pub mod requests;
pub mod search;
pub mod shared;
pub mod skills;
pub mod spaces;

pub use ids::*;
pub use problem::{Problem, ProblemCode, Problems, Refusal};

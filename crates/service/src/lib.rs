//! The use cases: who may, load, decide (`domain`), write (`store`) and announce, in one transaction.
//!
//! One module per feature, one function per use case, called `feature::verb(ctx, actor, input)`. Authorisation lives here
//! and nowhere else. What this crate does not do: HTTP, HTML, SQL, or reading the clock other than through [`Ctx`].

pub mod access;
pub mod accounts;
pub mod announce;
pub mod clock;
mod context;
pub mod demo;
pub mod enrolments;
mod error;
pub mod exports;
pub mod fit;
pub mod goals;
pub mod heavy;
pub mod home;
pub mod imports;
mod invitations;
pub mod leaving;
pub mod mail;
pub mod match_preferences;
pub mod match_runs;
pub mod mentors;
pub mod mentorships;
mod names;
mod notify;
pub mod organisations;
pub mod pairs;
mod parties;
pub mod people;
pub mod pictures;
pub mod programs;
pub mod proposals;
pub mod questions;
mod reader;
pub mod reference;
pub mod requests;
pub mod search;
pub mod skills;
mod spaces;
mod tables;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod tokens;
mod trace;
pub mod zones;

pub use context::{Actor, Ctx, INVITATIONS_A_DAY, Settings};
pub use error::Error;
pub use reader::Reader;

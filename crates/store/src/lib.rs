//! SQL and nothing else, on SQLite and PostgreSQL.
//!
//! Every function takes a [`Tx`] and runs one or a few statements that both engines understand; what differs stands in
//! [`dialect`]. "Not there" is `Ok(None)` or an empty list; an error is always ours, never the person's. What it does not
//! do: decide who may, or what follows from what. That is the service's.

pub mod accounts;
pub mod bulk;
mod called;
mod db;
pub mod dialect;
pub mod enrolments;
mod error;
pub mod events;
pub mod exports;
pub mod favourites;
pub mod flashes;
pub mod goals;
pub mod imports;
pub mod leaving;
pub mod mails;
pub mod match_preferences;
pub mod match_runs;
pub mod mentors;
pub mod mentorships;
mod migrate;
pub mod notifications;
pub mod organisations;
pub mod people;
pub mod pictures;
pub mod programs;
pub mod proposals;
pub mod questions;
mod readers;
pub mod requests;
mod row;
pub mod search;
pub mod skills;
pub mod snapshot;
pub mod spaces;
pub mod statements;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use called::Called;
pub use db::{Db, Engine, EngineConnection, Tx};
pub use error::StoreError;
pub use readers::{ReaderConnection, Readers, Reading};
pub use sqlx::types::Json;

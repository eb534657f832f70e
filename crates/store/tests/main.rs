//! The contract of each part of the store, on both engines. One program, as linking takes longer than compiling; a file a part.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod accounts;
mod bulk;
mod goals;
mod imports;
mod invitation_mails;
mod leaving;
mod match_preferences;
mod match_runs;
mod mentors;
mod mentorships;
mod names;
mod organisations;
mod outbox;
mod people;
mod programs;
mod proposals;
mod questions_and_enrolments;
mod requests;
mod schema;
mod search;
mod skills;
mod snapshots;
mod spaces;
mod spaces_migration;
mod sqlite;

//! The use cases, on both engines: what they do, and who may not. One program, as linking takes longer than compiling; a folder a
//! feature.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod accounts;
mod demo;
mod enrolments;
mod home;
mod imports;
mod leaving;
mod match_preferences;
mod match_runs;
mod mentors;
mod mentorships;
mod organisations;
mod people;
mod programs;
mod requests;
mod skills;
mod spaces;

//! The engine as others call it. One program; a file a question.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod asked;
mod brute_force;
mod common;
mod everywhere;
mod known;
mod same;
mod tampered;

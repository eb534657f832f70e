//! The server as browsers, programs and operators meet it. One program, as linking takes longer than compiling; a file or a folder a
//! part.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod command_line;
mod harness;
mod http;
mod match_cases;
mod match_cli;
mod who_may;

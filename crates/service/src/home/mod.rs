//! Somebody's day: what waits, what goes on, and what they were told.

mod day;
mod notifications;

pub use day::day;
pub use notifications::{mark_read, notifications};

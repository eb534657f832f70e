//! Somebody's day, and what they were told.

mod api;
mod day;
mod mentorships;
mod notifications;
mod programs;

pub use api::*;
pub use day::HomePage;
pub use notifications::NotificationsPage;

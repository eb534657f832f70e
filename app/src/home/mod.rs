//! Somebody's day, and what they were told.

mod api;
mod day;
mod day_text;
mod mentorships;
mod notifications;
mod programs;

pub use api::*;
pub use day::HomePage;
pub use notifications::NotificationsPage;

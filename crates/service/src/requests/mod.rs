//! Match requests: a mentee asks, a mentor answers, and a mentorship comes of it.
//!
//! The rules are `domain::requests`'. What is kept here is that they hold when many act at once: every act holds, in this
//! order, the enrolments of the two people, the program where its state matters, and the request; and decides only then.

mod act;
mod ask;
mod lists;
mod tick;
mod view;
mod words;

pub use act::{accept, answer, ask_back, decline, extend, withdraw};
pub use ask::{ask, ask_page};
pub use lists::{list, matching, of_program, open};
pub use tick::{Ticked, tick};
pub use view::view;
pub(crate) use words::reply_speed;

use chrono::Duration;

/// How long it may be somebody's turn to answer until coordinators see that the other one waits: the same wherever they look.
pub(crate) const WAITS_LONG: Duration = Duration::days(7);

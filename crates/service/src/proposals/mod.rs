//! Proposals: two people are asked whether they want to work together, and a mentorship begins when both have said yes.
//!
//! The rules are `domain::proposals`'. An answer holds, in this order, the enrolments of the two, the program and the proposal, and
//! decides only then; whatever ends proposals otherwise holds the program before them. Whether the two may become a pair is decided
//! anew with the second yes, by the same check as when they are brought together by hand ([`crate::pairs`]).

mod act;
mod tick;
mod view;
mod words;

pub use act::{say_no, say_yes};
pub use tick::{Ticked, tick};
pub(crate) use view::open;
pub use view::view;
pub(crate) use words::pair as pair_words;

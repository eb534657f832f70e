//! People: one's own profile, saved as one form, and somebody else's as far as one may see it.
//!
//! The form carries a mark of what it was filled with, so that two changes at the same time (in another window, on another device)
//! are joined field by field; where both changed the same field, nothing is saved before the person has seen it (`mark.rs`).

mod mark;
mod mine;
mod person;
mod photo;
mod save;
mod words;

pub use mine::{missing_in_profile, profile};
pub use person::person;
pub use photo::{remove_photo, set_photo};
pub use save::save;

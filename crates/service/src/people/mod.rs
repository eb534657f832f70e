//! People: one's own profile, saved section by section, and somebody else's as far as one may see it.
//!
//! Sections are guarded one by one: each form carries a mark of what it was filled with, and is refused when that has
//! changed meanwhile (in another window, on another device). So nothing is overwritten unseen, and a section that was saved
//! doesn't get in the way of one that is still being written.

mod mark;
mod mine;
mod person;
mod photo;
mod save;
mod words;

pub use mine::{missing_in_profile, profile};
pub use person::person;
pub use photo::{remove_photo, set_photo};
pub use save::{save_about, save_help, save_skills, save_visibility, save_week, save_work};

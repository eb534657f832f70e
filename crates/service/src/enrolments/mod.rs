//! Enrolments: joining a program, changing what one said, pausing and leaving; and what a coordinator does to them.
//!
//! Every act holds the person's enrolment first, as requests do, so that the room that a mentor gives up is never given away
//! at the same moment.

mod act;
mod coordinate;
mod join;
mod locked;
mod notify;
mod participants;

pub use act::{leave, pause, resume};
pub use coordinate::{approve_all, change_capacity, decide};
pub use join::{EnrolmentForm, join_page, save};
pub(crate) use notify::welcomed;
pub use participants::{ParticipantFilter, participants};

//! The space of a mentorship, its end, and a program's mentorships for its coordinator.
//!
//! Goals have their own folder; they share this one's head ([`SpaceTop`], [`space_crumbs`]).

mod agreement;
mod api;
mod complete;
mod head;
mod list;
mod manage;
mod progress;
mod space;
mod waiting;
mod words;

pub use api::*;
pub use complete::CompletePage;
pub use head::{SpaceTop, pair_title, space_crumbs};
pub use list::MentorshipsPage;
pub use progress::ProgressLine;
pub use space::SpacePage;
pub use waiting::WaitingList;
pub use words::StatusBadge;
#[cfg(feature = "ssr")]
pub use words::role_name;

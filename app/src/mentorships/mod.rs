//! The space of a mentorship, its end, and a program's mentorships for its coordinator.
//!
//! Goals have their own folder; what both show of a space is in `shared/space.rs`.

mod agreement;
mod api;
mod complete;
mod list;
mod manage;
mod space;

pub use api::*;
pub use complete::CompletePage;
pub use list::MentorshipsPage;
pub use space::SpacePage;

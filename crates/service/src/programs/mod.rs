//! Programs: made from a template, set up, run through their cycle, and seen by everybody who may.
//!
//! Enrolling and its questions are the features' of that name. Everything here that changes a program is a coordinator's to do.

mod coordinators;
mod create;
mod cycle;
mod explore;
mod face;
mod link;
mod mine;
mod notify;
mod overview;
mod picture;
mod settings;
mod templates;

pub use coordinators::{add_coordinator, remove_coordinator};
pub use create::{Start, create, start};
pub use cycle::advance;
pub use explore::{explore, front};
pub use face::view;
pub use link::renew_join_link;
pub use mine::mine;
pub use overview::overview;
pub use picture::{remove_picture, set_picture};
pub use settings::{save, settings};

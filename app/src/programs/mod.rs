//! Programs: their public face, exploring them, and everything that their coordinators set up.

mod admin;
mod api;
mod coordinators;
mod cycle;
mod explore;
mod face;
mod new;
mod next;
mod picture;
mod setting;
mod settings;
mod stalled;
mod words;

pub use admin::OverviewPage;
pub use api::*;
pub use explore::ExplorePage;
pub use face::ProgramPage;
pub use new::NewProgramPage;
pub use settings::ProgramSettingsPage;

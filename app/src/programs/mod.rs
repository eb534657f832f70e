//! Programs: their public face, exploring them, and everything that their coordinators set up.

mod admin;
mod admin_tabs;
mod api;
mod card;
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
pub use admin_tabs::{ProgramTab, ProgramTabs};
pub use api::*;
pub use card::ProgramCards;
pub use explore::ExplorePage;
pub use face::ProgramPage;
pub use new::NewProgramPage;
pub use settings::ProgramSettingsPage;

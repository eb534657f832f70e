//! Programs: their public face, exploring them, and everything that their coordinators set up.

mod admin_tabs;

pub use admin_tabs::{ProgramTab, ProgramTabs};

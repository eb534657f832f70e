//! Preferences: the page with somebody's lists, and the button that adds a person to one.

mod api;
mod button;
mod found;
mod list;
mod page;

pub use api::*;
pub use button::{PreferenceActions, PreferenceButton, PreferenceForm};
pub use page::MatchPreferencesPage;

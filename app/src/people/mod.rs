//! People: one's own profile, and somebody else's page.

mod api;
mod person;
mod profile;
mod words;

pub use api::*;
pub use person::PersonPage;
pub use profile::ProfilePage;
#[cfg(feature = "ssr")]
pub use words::missing_words;

//! What the closed sets of the domain are called: one message for each value, for pages and for what the server writes (tables,
//! sentences, mails) alike. A module a feature.
//!
//! Each function is `const` and stands alone, so that a page brings along only the words that it says. What it doesn't do: sentences
//! that need more than a value (the features' own), and how a value looks (its badge, which is the page's).

pub mod enrolments;
pub mod events;
pub mod goals;
pub mod imports;
pub mod match_runs;
pub mod mentors;
pub mod mentorships;
pub mod notifications;
pub mod organisations;
pub mod people;
pub mod programs;
pub mod proposals;
pub mod requests;

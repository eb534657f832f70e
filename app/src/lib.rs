//! The Leptos application: pages, components and server functions, one folder per feature.
//!
//! Compiled twice: with `ssr` into the server, with `hydrate` into the client. How a page, a form and a server function
//! are made here is told in `app/README.md`.

#![recursion_limit = "256"]

mod accounts;
mod appearance;
pub mod data;
mod enrolments;
mod error;
mod error_words;
#[cfg(feature = "ssr")]
mod extension;
pub mod flash;
mod goals;
mod home;
mod imports;
mod landing;
pub mod lang;
mod match_preferences;
mod match_runs;
mod mentors;
mod mentorships;
mod nav;
mod organisations;
mod people;
mod programs;
mod proposals;
mod requests;
mod routes;
#[cfg(feature = "ssr")]
pub mod server;
mod shared;
mod shell;
mod skills;
pub mod ui;
#[cfg(feature = "ssr")]
mod unsent;
pub mod viewer;
pub mod wire;
pub mod written;

pub use error::AppError;
#[cfg(feature = "ssr")]
pub use error_words::problem as problem_words;
#[cfg(feature = "ssr")]
pub use routes::addresses;
#[cfg(not(feature = "ssr"))]
pub use routes::load_page;
pub use routes::{Address, App};
#[cfg(feature = "ssr")]
pub use shell::{ClientParts, shell};
#[cfg(feature = "ssr")]
pub use unsent::refused_page;

//! What runs: the command line, configuration, the router with its middleware, jobs and mail.
//!
//! `main.rs` only calls [`run`]; everything is a library so that the tests in `tests/` can start a server of their own. This
//! crate knows no feature: pages and server functions come from `app`, what they do from `service`.

pub mod address;
pub mod cli;
mod commands;
pub mod config;
mod cookies;
mod exports;
mod health;
pub mod jobs;
mod listed;
pub mod listen;
mod logging;
pub mod mail;
mod metrics;
mod middleware;
mod moved;
mod pictures;
pub mod router;
mod site;
mod state;

pub use commands::run;
pub use site::Site;
pub use state::AppState;

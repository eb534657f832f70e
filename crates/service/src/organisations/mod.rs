//! Organisations: making one, its members and their roles, invitations, settings, and what happened in it.
//!
//! An organisation is a wall: for whoever isn't a member it isn't there. What it doesn't do: programs (their own feature).

mod access;
mod audit;
mod glance;
mod invitations;
mod members;
mod settings;

pub use audit::{audit, kind_words};
pub use glance::admin;
pub use invitations::{accept, invitation, invite_by_link, invite_by_mail, revoke, send_again};
pub use members::{leave, members, remove, set_role};
pub use settings::{create, save, settings};

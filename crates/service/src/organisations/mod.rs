//! Organisations: making one, its members and their roles, invitations, settings, and what happened in it.
//!
//! An organisation is a wall: for whoever isn't a member it isn't there. What it doesn't do: programs (their own feature).

mod access;
mod audit;
mod audit_words;
mod glance;
mod invitations;
mod members;
mod paces;
mod settings;

pub use audit::audit;
pub use audit_words::kind_words;
pub use glance::admin;
pub use invitations::{accept, invitation, invite_by_link, invite_by_mail, revoke, send_again};
pub(crate) use invitations::{known as accounts_of, new as new_invitation};
pub use members::{leave, members, remove, set_role};
pub(crate) use paces::Paces;
pub use settings::{create, save, settings};

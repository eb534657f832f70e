//! Organisations: what one manages at a glance, members and invitations, settings, what happened.

mod actions;
mod admin;
mod api;
mod audit;
mod invitations;
mod invite;
mod member;
mod members;
mod new;
mod settings;
mod tabs;
mod words;

pub use admin::AdminPage;
pub use api::*;
pub use audit::AuditPage;
pub use invite::InvitePage;
pub use members::MembersPage;
pub use new::NewOrganisationPage;
pub use settings::SettingsPage;

//! Organisations and who holds which role in them.

mod forms;
mod pace;
mod roles;
pub mod views;

pub use forms::{INVITED_MAX, OrganisationDraft, OrganisationField, OrganisationFields, addresses};
pub use pace::{DAY, Pace};
pub use roles::{RoleDenied, may_set_role};

text_enum! {
    /// A person's role in an organisation. (Coordinating is a role in one program, kept there.)
    pub enum OrgRole {
        /// May do everything, and give the organisation away.
        Owner = "owner",
        /// May do everything but remove owners.
        Admin = "admin",
        /// Takes part.
        Member = "member",
    }
}

impl OrgRole {
    /// Whether this role manages the organisation: members, settings and every program.
    #[must_use]
    pub const fn manages(self) -> bool {
        matches!(self, Self::Owner | Self::Admin)
    }
}

//! Organisations: what a member is there.

use domain::organisations::OrgRole;
use i18n::{Key, m};

/// A role.
#[must_use]
pub const fn role(role: OrgRole) -> Key {
    match role {
        OrgRole::Owner => m::ORGANISATIONS_ROLE_OWNER,
        OrgRole::Admin => m::ORGANISATIONS_ROLE_ADMIN,
        OrgRole::Member => m::ORGANISATIONS_ROLE_MEMBER,
    }
}

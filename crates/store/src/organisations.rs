//! Organisations and their members.

use crate::{StoreError, Tx, on};
use domain::organisations::OrgRole;
use domain::{OrganisationId, PersonId};

/// Somebody's role in an organisation.
///
/// # Errors
/// The database said no.
pub async fn role_of(tx: &mut Tx, organisation: OrganisationId, person: PersonId) -> Result<Option<OrgRole>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT role FROM memberships WHERE organisation_id = $1 AND person_id = $2")
        .bind(organisation)
        .bind(person)
        .fetch_optional(c)
        .await)?)
}

/// The people who manage an organisation.
///
/// # Errors
/// The database said no.
pub async fn managers(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT person_id FROM memberships WHERE organisation_id = $1 AND role IN ('owner', 'admin')")
        .bind(organisation)
        .fetch_all(c)
        .await)?)
}

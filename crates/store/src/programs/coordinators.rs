//! Who coordinates a program by name. Managers of its organisation do so too, without being named.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use domain::{OrganisationId, PersonId, PictureId, ProgramId};

row! {
    /// Somebody who coordinates a program.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Coordinator {
        /// Who.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
    }
}

/// Those who coordinate a program by name, in the order of their names.
pub async fn coordinators(tx: &mut Tx, program: ProgramId) -> Result<Vec<Coordinator>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.id, p.name, p.headline, p.picture_id FROM program_coordinators k JOIN people p ON p.id = k.person_id
         WHERE k.program_id = $1 ORDER BY p.name, p.id"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

/// Names a coordinator. `false` when they are one already.
pub async fn add_coordinator(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<bool, StoreError> {
    row::insert_new(tx, &crate::bulk::Coordinator { program_id: program, person_id: person }, "").await
}

/// Takes a coordinator's name away. `false` when they aren't one.
pub async fn remove_coordinator(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query("DELETE FROM program_coordinators WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// The person with an address who could coordinate: takes part in the program, or is a member of its organisation.
pub async fn candidate(
    tx: &mut Tx,
    program: ProgramId,
    organisation: Option<OrganisationId>,
    email_key: &str,
) -> Result<Option<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT p.id FROM people p WHERE p.email_key = $1 AND (
             EXISTS (SELECT 1 FROM enrolments e WHERE e.program_id = $2 AND e.person_id = p.id AND e.status IN ('active', 'paused'))
             OR EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = $3 AND m.person_id = p.id))"
    )
    .bind(email_key)
    .bind(program)
    .bind(organisation)
    .fetch_optional(c)
    .await)?)
}

/// How many people coordinate a program and stay: those named, and managers of its organisation.
pub async fn count_coordinators(tx: &mut Tx, program: ProgramId, organisation: Option<OrganisationId>) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM people p WHERE p.leaves_at IS NULL AND p.id IN (
             SELECT person_id FROM program_coordinators WHERE program_id = $1
             UNION SELECT person_id FROM memberships WHERE organisation_id = $2 AND role IN ('owner', 'admin'))"
    )
    .bind(program)
    .bind(organisation)
    .fetch_one(c)
    .await)?)
}

/// The organisations that somebody manages, in the order of their names.
pub async fn managed_by(tx: &mut Tx, person: PersonId) -> Result<Vec<(OrganisationId, String)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT o.id, o.name FROM memberships m JOIN organisations o ON o.id = m.organisation_id
         WHERE m.person_id = $1 AND m.role IN ('owner', 'admin') ORDER BY o.name, o.id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

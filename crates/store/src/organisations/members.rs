//! Who is a member of an organisation, and as what.

use crate::bulk::Membership;
use crate::row::{self, row};
use crate::{StoreError, Tx, dialect, on};
use chrono::{DateTime, Utc};
use domain::organisations::OrgRole;
use domain::{OrganisationId, PersonId, PictureId};

row! {
    /// A member in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Member {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Their address.
        pub email: String,
        /// Their role.
        pub role: OrgRole,
        /// Since when.
        pub joined_at: DateTime<Utc>,
    }
}

/// Members with these words in name or address, in the order of their names.
pub async fn page(tx: &mut Tx, organisation: OrganisationId, words: &str, limit: i64, offset: i64) -> Result<Vec<Member>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.id, p.name, p.headline, p.picture_id, p.email, m.role, m.joined_at
         FROM memberships m JOIN people p ON p.id = m.person_id
         WHERE m.organisation_id = $1 AND (p.name_key LIKE $2 ESCAPE '!' OR p.email_key LIKE $3 ESCAPE '!')
         ORDER BY p.name_key, p.id LIMIT $4 OFFSET $5"
    )
    .bind(organisation)
    .bind(dialect::name_contains(words))
    .bind(dialect::contains(words))
    .bind(limit)
    .bind(offset)
    .fetch_all(c)
    .await)?)
}

/// How many members have these words in name or address.
pub async fn count(tx: &mut Tx, organisation: OrganisationId, words: &str) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM memberships m JOIN people p ON p.id = m.person_id
         WHERE m.organisation_id = $1 AND (p.name_key LIKE $2 ESCAPE '!' OR p.email_key LIKE $3 ESCAPE '!')"
    )
    .bind(organisation)
    .bind(dialect::name_contains(words))
    .bind(dialect::contains(words))
    .fetch_one(c)
    .await)?)
}

/// The names of an organisation's programs with those who coordinate them by name.
pub async fn coordinating(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<(PersonId, String)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT k.person_id, p.name FROM program_coordinators k JOIN programs p ON p.id = k.program_id
         WHERE p.organisation_id = $1 ORDER BY p.name"
    )
    .bind(organisation)
    .fetch_all(c)
    .await)?)
}

/// How many owners there are who stay.
pub async fn owners(tx: &mut Tx, organisation: OrganisationId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM memberships m JOIN people p ON p.id = m.person_id
         WHERE m.organisation_id = $1 AND m.role = 'owner' AND p.leaves_at IS NULL"
    )
    .bind(organisation)
    .fetch_one(c)
    .await)?)
}

/// Makes somebody a member; `false` when they are one already.
pub async fn add(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    role: OrgRole,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let member = Membership { organisation_id: organisation, person_id: person, role, joined_at: now };
    row::insert_new(tx, &member, "(organisation_id, person_id)").await
}

/// Gives a member another role.
pub async fn set_role(tx: &mut Tx, organisation: OrganisationId, person: PersonId, role: OrgRole) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE memberships SET role = $3 WHERE organisation_id = $1 AND person_id = $2")
        .bind(organisation)
        .bind(person)
        .bind(role)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Ends a membership, and with it what the person coordinates there.
pub async fn remove(tx: &mut Tx, organisation: OrganisationId, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "DELETE FROM program_coordinators WHERE person_id = $2 AND program_id IN (SELECT id FROM programs WHERE organisation_id = $1)"
    )
    .bind(organisation)
    .bind(person)
    .execute(c)
    .await
    .map(|_| ()))?;
    on!(tx, |c| sqlx::query("DELETE FROM memberships WHERE organisation_id = $1 AND person_id = $2")
        .bind(organisation)
        .bind(person)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

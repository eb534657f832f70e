//! Organisations: the rows themselves, and somebody's role. Members, invitations and numbers have files of their own.

pub mod invitation_mails;
pub mod invitations;
pub mod members;
mod numbers;

pub use numbers::{EventFilter, NamedEvent, ProgramNumbers, Unanswered, events, program_numbers, unanswered};

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::organisations::OrgRole;
use domain::{OrganisationId, PersonId};

/// Somebody's role in an organisation.
pub async fn role_of(tx: &mut Tx, organisation: OrganisationId, person: PersonId) -> Result<Option<OrgRole>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT role FROM memberships WHERE organisation_id = $1 AND person_id = $2")
        .bind(organisation)
        .bind(person)
        .fetch_optional(c)
        .await)?)
}

/// The people who manage an organisation.
pub async fn managers(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT person_id FROM memberships WHERE organisation_id = $1 AND role IN ('owner', 'admin')")
        .bind(organisation)
        .fetch_all(c)
        .await)?)
}

row! {
    /// An organisation.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Organisation in "organisations" as columns {
        /// Its id.
        pub id: OrganisationId,
        /// Its name in addresses.
        pub slug: String = set,
        /// Its name.
        pub name: String = set,
        /// A few sentences about it.
        pub about: String = set,
        /// Rises with every change.
        pub version: i32 = set,
        /// When it was created.
        pub created_at: DateTime<Utc>,
    }
}

/// The organisation of an address.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Organisation>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM organisations WHERE slug = $1"))
        .bind(slug)
        .fetch_optional(c)
        .await)?)
}

/// An organisation by its id.
pub async fn by_id(tx: &mut Tx, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM organisations WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// Holds an organisation until the transaction ends, so that two changes of roles happen one after the other.
pub async fn lock(tx: &mut Tx, id: OrganisationId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE organisations SET version = version WHERE id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Writes a new organisation; `false` when its address is taken.
pub async fn insert(tx: &mut Tx, o: &Organisation) -> Result<bool, StoreError> {
    row::insert_new(tx, o, "(slug)").await
}

/// Writes what an organisation says now; `false` when its address is taken by another one.
pub async fn update(tx: &mut Tx, o: &Organisation) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| {
        let mut query = row::updating(o);
        query.push(" AND NOT EXISTS (SELECT 1 FROM organisations other WHERE other.id <> organisations.id AND other.slug = ");
        query.push_bind(&o.slug).push(")").build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// The organisations that somebody is a member of, with their role, in the order of their names.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<(OrganisationId, String, String, OrgRole)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT o.id, o.slug, o.name, m.role FROM memberships m JOIN organisations o ON o.id = m.organisation_id
         WHERE m.person_id = $1 ORDER BY LOWER(o.name), o.id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

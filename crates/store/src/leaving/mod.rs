//! People who leave: who asked for it, whom the organisations and programs can't do without, and erasing.
//!
//! An erased person's row stays, emptied, and nothing cascades from it. What becomes of everything that refers to them, and what a copy of
//! their data holds, is one list: [`places`].

mod copy;
mod erase;
mod others;
pub mod places;

pub use copy::copy;
pub use erase::{empty, erase};
pub use others::forget_in_what_others_have;

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{MentorshipId, OrganisationId, PersonId, ProgramId};

/// Those whose enrolment is `e` and who don't leave: whoever is about to isn't found, asked, paired or taken into runs.
macro_rules! stays {
    () => {
        "NOT EXISTS (SELECT 1 FROM people leaving WHERE leaving.id = e.person_id AND leaving.leaves_at IS NOT NULL)"
    };
}
pub(crate) use stays;

/// Rows written or deleted by one statement.
const AT_ONCE: usize = 500;

/// Writes JSON anew in many rows, pairs of an id and what it says now. `$update` goes on from `UPDATE` and reads `changed (id, body)`.
macro_rules! rewrite {
    ($tx:expr, $rows:expr, $update:literal) => {
        for chunk in $rows.chunks($crate::leaving::AT_ONCE) {
            $crate::on!($tx, |c| {
                let mut query = sqlx::QueryBuilder::new("WITH changed (id, body) AS (");
                query.push_values(chunk, |mut row, (id, body)| {
                    row.push_bind(*id).push_bind(sqlx::types::Json(body));
                });
                query.push(concat!(") UPDATE ", $update));
                query.build().execute(c).await.map(|_| ())
            })?;
        }
    };
}
pub(crate) use rewrite;

row! {
    /// Somebody who is about to be erased, as they are until then.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Leaver {
        /// Who.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their address.
        pub email: String,
        /// The form of it that is unique.
        pub email_key: String,
    }
}

/// Notes when somebody is to be erased, or that they stay.
pub async fn set(tx: &mut Tx, person: PersonId, at: Option<DateTime<Utc>>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET leaves_at = $2 WHERE id = $1 AND erased_at IS NULL")
        .bind(person)
        .bind(at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// When somebody is to be erased, if they asked for it.
pub async fn when(tx: &mut Tx, person: PersonId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let found: Option<Option<DateTime<Utc>>> =
        on!(tx, |c| sqlx::query_scalar("SELECT leaves_at FROM people WHERE id = $1").bind(person).fetch_optional(c).await)?;
    Ok(found.flatten())
}

/// Which of two people are about to leave.
pub async fn of_two(tx: &mut Tx, one: PersonId, other: PersonId) -> Result<Vec<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT id FROM people WHERE id IN ($1, $2) AND leaves_at IS NOT NULL")
        .bind(one)
        .bind(other)
        .fetch_all(c)
        .await)?)
}

/// People whose time has come, the first first.
pub async fn due(tx: &mut Tx, now: DateTime<Utc>, limit: i64) -> Result<Vec<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT id FROM people WHERE leaves_at <= $1 ORDER BY leaves_at, id LIMIT $2")
        .bind(now)
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

/// Holds somebody until the transaction ends who wasn't erased yet: with `by`, only if their time has come by then. So of several servers
/// one erases them, and nobody who has just come back.
pub async fn lock(tx: &mut Tx, person: PersonId, by: Option<DateTime<Utc>>) -> Result<Option<Leaver>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "UPDATE people SET leaves_at = leaves_at WHERE id = $1 AND erased_at IS NULL AND ($2 IS NULL OR leaves_at <= $2)
         RETURNING id, name, email, email_key"
    )
    .bind(person)
    .bind(by)
    .fetch_optional(c)
    .await)?)
}

row! {
    /// An organisation or a program by name.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Needs {
        /// Its name in addresses.
        pub slug: String,
        /// Its name.
        pub name: String,
    }
}

/// The organisations that somebody owns, held until the transaction ends: of two owners who leave at the same time one stays.
pub async fn lock_owned(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE organisations SET version = version
         WHERE id IN (SELECT organisation_id FROM memberships WHERE person_id = $1 AND role = 'owner')"
    )
    .bind(person)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The organisations with other members, or with programs, of which somebody is the only owner who stays.
pub async fn only_owner_of(tx: &mut Tx, person: PersonId) -> Result<Vec<Needs>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT o.slug, o.name FROM memberships m JOIN organisations o ON o.id = m.organisation_id
         WHERE m.person_id = $1 AND m.role = 'owner'
             AND (EXISTS (SELECT 1 FROM memberships x WHERE x.organisation_id = o.id AND x.person_id <> $1)
                 OR EXISTS (SELECT 1 FROM programs p WHERE p.organisation_id = o.id))
             AND NOT EXISTS (SELECT 1 FROM memberships x JOIN people q ON q.id = x.person_id
                 WHERE x.organisation_id = o.id AND x.role = 'owner' AND x.person_id <> $1 AND q.leaves_at IS NULL)
         ORDER BY o.name, o.id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// The programs under way, or open, that nobody else who stays coordinates, by name or as somebody who manages the organisation.
pub async fn only_coordinator_of(tx: &mut Tx, person: PersonId) -> Result<Vec<Needs>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.slug, p.name FROM program_coordinators k JOIN programs p ON p.id = k.program_id
         WHERE k.person_id = $1 AND p.status IN ('open', 'running')
             AND NOT EXISTS (SELECT 1 FROM program_coordinators x JOIN people q ON q.id = x.person_id
                 WHERE x.program_id = p.id AND x.person_id <> $1 AND q.leaves_at IS NULL)
             AND NOT EXISTS (SELECT 1 FROM memberships x JOIN people q ON q.id = x.person_id
                 WHERE x.organisation_id = p.organisation_id AND x.role IN ('owner', 'admin') AND x.person_id <> $1 AND q.leaves_at IS NULL)
         ORDER BY p.name, p.id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// The programs in which somebody is enrolled, whatever the state, or has a mentorship; in the order in which they are held.
pub async fn programs(tx: &mut Tx, person: PersonId) -> Result<Vec<ProgramId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT program_id FROM enrolments WHERE person_id = $1
         UNION SELECT program_id FROM mentorships WHERE mentor_id = $1 OR mentee_id = $1 ORDER BY program_id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// Somebody's mentorships in a program that aren't over.
pub async fn mentorships(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<Vec<MentorshipId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT id FROM mentorships WHERE program_id = $1 AND (mentor_id = $2 OR mentee_id = $2)
             AND status IN ('proposed', 'active', 'paused') ORDER BY id"
    )
    .bind(program)
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// Removes the organisations that are nobody else's: without other members and without programs.
pub async fn remove_own_organisations(tx: &mut Tx, person: PersonId) -> Result<Vec<OrganisationId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "DELETE FROM organisations WHERE id IN (SELECT organisation_id FROM memberships WHERE person_id = $1 AND role = 'owner')
             AND NOT EXISTS (SELECT 1 FROM memberships x WHERE x.organisation_id = organisations.id AND x.person_id <> $1)
             AND NOT EXISTS (SELECT 1 FROM programs p WHERE p.organisation_id = organisations.id) RETURNING id"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

//! Enrolments: a person in a program. [`list`] has those of a whole program, for its coordinator; `many` enrols
//! many at once.

pub mod list;
mod many;

pub use many::{Known, insert_many, known};

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::{EnrolmentId, PersonId, ProgramId};
use sqlx::types::Json;

/// An enrolment.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The program.
    pub program_id: ProgramId,
    /// The person.
    pub person_id: PersonId,
    /// Where it is.
    pub status: EnrolmentStatus,
    /// Whether the person offers mentoring.
    pub as_mentor: bool,
    /// Whether the person looks for a mentor.
    pub as_mentee: bool,
    /// How many mentees the person can take.
    pub capacity: i32,
    /// The mentee's own order of what matters (words of `domain::fit::Criterion`).
    pub criteria: Json<Vec<String>>,
    /// Rises with every change.
    pub version: i32,
    /// When the person enrolled.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}
from_row!(Enrolment { id, program_id, person_id, status, as_mentor, as_mentee, capacity, criteria, version, created_at, updated_at });

/// Somebody's enrolment in a program, whatever its status.
pub async fn of(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<Option<Enrolment>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT id, program_id, person_id, status, as_mentor, as_mentee, capacity, criteria, version, created_at, updated_at
         FROM enrolments WHERE program_id = $1 AND person_id = $2"
    )
    .bind(program)
    .bind(person)
    .fetch_optional(c)
    .await)?)
}

/// Holds somebody's enrolment until the transaction ends, so that two acts on it happen one after the other.
pub async fn lock(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE enrolments SET version = version WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Writes a new enrolment; `false` when the person has one in this program already.
pub async fn insert(tx: &mut Tx, e: &Enrolment) -> Result<bool, StoreError> {
    let written: Option<i32> = on!(tx, |c| {
        sqlx::query_scalar(
        "INSERT INTO enrolments (id, program_id, person_id, status, as_mentor, as_mentee, capacity, criteria, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (program_id, person_id) DO NOTHING RETURNING 1"
    )
    .bind(e.id)
    .bind(e.program_id)
    .bind(e.person_id)
    .bind(e.status)
    .bind(e.as_mentor)
    .bind(e.as_mentee)
    .bind(e.capacity)
    .bind(&e.criteria)
    .bind(e.version)
    .bind(e.created_at)
    .bind(e.updated_at)
    .fetch_optional(c)
    .await
    })?;
    Ok(written.is_some())
}

/// Writes what an enrolment says now.
pub async fn update(tx: &mut Tx, e: &Enrolment) -> Result<(), StoreError> {
    on!(tx, |c| {
        sqlx::query(
        "UPDATE enrolments SET status = $2, as_mentor = $3, as_mentee = $4, capacity = $5, criteria = $6, version = $7, updated_at = $8 WHERE id = $1"
    )
    .bind(e.id)
    .bind(e.status)
    .bind(e.as_mentor)
    .bind(e.as_mentee)
    .bind(e.capacity)
    .bind(&e.criteria)
    .bind(e.version)
    .bind(e.updated_at)
    .execute(c)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// Approves everybody who waits in a program and says who they are.
pub async fn approve_all(tx: &mut Tx, program: ProgramId, now: DateTime<Utc>) -> Result<Vec<(EnrolmentId, PersonId)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "UPDATE enrolments SET status = 'active', version = version + 1, updated_at = $2 WHERE program_id = $1 AND status = 'pending'
         RETURNING id, person_id"
    )
    .bind(program)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

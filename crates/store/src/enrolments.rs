//! Enrolments: a person in a program.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::{EnrolmentId, PersonId, ProgramId};
use sqlx::types::Json;

/// An enrolment.
#[derive(Debug, Clone, sqlx::FromRow)]
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

/// Somebody's enrolment in a program, whatever its status.
///
/// # Errors
/// The database said no.
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
///
/// # Errors
/// The database said no.
pub async fn lock(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE enrolments SET version = version WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

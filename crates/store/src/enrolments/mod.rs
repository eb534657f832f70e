//! Enrolments: a person in a program. [`list`] has those of a whole program, for its coordinator; `many` enrols
//! many at once.

pub mod list;
mod many;

pub use many::{Known, insert_many, known};

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::{EnrolmentId, PersonId, ProgramId};
use sqlx::types::Json;

row! {
    /// An enrolment.
    #[derive(Debug, Clone)]
    pub struct Enrolment in "enrolments" as columns {
        /// Its id.
        pub id: EnrolmentId,
        /// The program.
        pub program_id: ProgramId,
        /// The person.
        pub person_id: PersonId,
        /// Where it is.
        pub status: EnrolmentStatus = set,
        /// Whether the person offers mentoring.
        pub as_mentor: bool = set,
        /// Whether the person looks for a mentor.
        pub as_mentee: bool = set,
        /// How many mentees the person can take.
        pub capacity: i32 = set,
        /// The mentee's own order of what matters (words of `domain::fit::Criterion`).
        pub criteria: Json<Vec<String>> = set,
        /// Rises with every change.
        pub version: i32 = set,
        /// When the person enrolled.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc> = set,
    }
}

/// Somebody's enrolment in a program, whatever its status.
pub async fn of(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<Option<Enrolment>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM enrolments WHERE program_id = $1 AND person_id = $2"))
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
    row::insert_new(tx, e, "(program_id, person_id)").await
}

/// Writes what an enrolment says now.
pub async fn update(tx: &mut Tx, e: &Enrolment) -> Result<(), StoreError> {
    row::update(tx, e).await
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

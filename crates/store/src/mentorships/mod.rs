//! Mentorships: the row itself, its two people, its agreement's signatures and its reviews.
//!
//! What lists show is in [`overview`]. Whether a move is possible is decided above, in `domain`.

pub mod overview;
mod parties;
mod reviews;
mod signatures;

pub use parties::{Party, parties};
pub use reviews::{MentorshipReview, Review, insert_review, reviews};
pub use signatures::{MentorshipSignature, Signature, sign, signatures};

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::mentorships::MentorshipStatus;
use domain::{MentorshipId, PersonId, ProgramId, RequestId, SpaceId};

row! {
    /// A mentorship.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mentorship in "mentorships" as columns {
        /// Its id.
        pub id: MentorshipId,
        /// The program.
        pub program_id: ProgramId,
        /// The space in which the two work together.
        pub space_id: SpaceId,
        /// The mentor.
        pub mentor_id: PersonId,
        /// The mentee.
        pub mentee_id: PersonId,
        /// The request it came of; none when a coordinator paired the two.
        pub request_id: Option<RequestId>,
        /// Where it is.
        pub status: MentorshipStatus = set,
        /// The agreement's text as it was when the mentorship was made; empty for none.
        pub agreement: String,
        /// Its first day.
        pub started_on: Option<NaiveDate> = set,
        /// The day it is meant to end.
        pub ends_on: Option<NaiveDate> = set,
        /// When it ended, either way.
        pub ended_at: Option<DateTime<Utc>> = set,
        /// Why it ended early.
        pub end_reason: Option<String> = set,
        /// Who completed or ended it.
        pub ended_by: Option<PersonId> = set,
        /// Rises with every change.
        pub version: i32 = next,
        /// When it was made.
        pub created_at: DateTime<Utc>,
    }
}

pub(crate) use columns;

/// Writes a new mentorship. Its space is there already.
pub async fn insert(tx: &mut Tx, m: &Mentorship) -> Result<(), StoreError> {
    row::insert(tx, m).await
}

/// A mentorship by its id.
pub async fn by_id(tx: &mut Tx, id: MentorshipId) -> Result<Option<Mentorship>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM mentorships WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// Holds a mentorship until the transaction ends and reads it, so that two acts on it happen one after the other.
pub async fn lock(tx: &mut Tx, id: MentorshipId) -> Result<Option<Mentorship>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("UPDATE mentorships SET version = version WHERE id = $1 RETURNING ", columns!()))
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// Writes what moves in a mentorship's life: its status, its dates and how it ended.
pub async fn update(tx: &mut Tx, m: &Mentorship) -> Result<(), StoreError> {
    row::update(tx, m).await
}

/// How many of a mentor's places in a program are taken.
pub async fn places_taken(tx: &mut Tx, program: ProgramId, mentor: PersonId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM mentorships WHERE program_id = $1 AND mentor_id = $2 AND status IN ('proposed', 'active', 'paused')"
    )
    .bind(program)
    .bind(mentor)
    .fetch_one(c)
    .await)?)
}

/// Whether a mentee has a mentorship in a program that isn't over.
pub async fn mentee_is_placed(tx: &mut Tx, program: ProgramId, mentee: PersonId) -> Result<bool, StoreError> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM mentorships WHERE program_id = $1 AND mentee_id = $2 AND status IN ('proposed', 'active', 'paused')"
    )
    .bind(program)
    .bind(mentee)
    .fetch_one(c)
    .await)?;
    Ok(count > 0)
}

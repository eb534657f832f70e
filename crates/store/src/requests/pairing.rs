//! Who can be paired by hand: active mentees without a mentor, and active mentors with room.

use crate::row::row;
use crate::{StoreError, Tx, dialect, on};
use domain::{PersonId, PictureId, ProgramId};

row! {
    /// Somebody who can be paired.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Candidate {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Places left.
        pub room: i64,
    }
}

/// Active mentees of a program without a mentor.
macro_rules! unpaired {
    () => {
        " FROM enrolments e JOIN people p ON p.id = e.person_id
          WHERE e.program_id = $1 AND e.status = 'active' AND e.as_mentee AND p.leaves_at IS NULL AND p.name_key LIKE $2 ESCAPE '!'
            AND NOT EXISTS (SELECT 1 FROM mentorships m WHERE m.mentee_id = e.person_id AND m.program_id = e.program_id
                AND m.status IN ('proposed', 'active', 'paused'))
            AND NOT EXISTS (SELECT 1 FROM proposals q WHERE q.mentee_id = e.person_id AND q.program_id = e.program_id AND q.status = 'proposed')"
    };
}

/// Places that a mentor has left.
macro_rules! room {
    () => {
        "e.capacity - (SELECT COUNT(*) FROM mentorships m WHERE m.mentor_id = e.person_id AND m.program_id = e.program_id
             AND m.status IN ('proposed', 'active', 'paused'))
         - (SELECT COUNT(*) FROM proposals q WHERE q.mentor_id = e.person_id AND q.program_id = e.program_id AND q.status = 'proposed')"
    };
}

/// Active mentors of a program with room.
macro_rules! with_room {
    () => {
        concat!(
            " FROM enrolments e JOIN people p ON p.id = e.person_id
              WHERE e.program_id = $1 AND e.status = 'active' AND e.as_mentor AND p.leaves_at IS NULL AND p.name_key LIKE $2 ESCAPE '!' AND ",
            room!(),
            " > 0"
        )
    };
}

/// Mentees without a mentor by a part of their name, or all.
pub async fn mentees(tx: &mut Tx, program: ProgramId, words: &str, limit: i64) -> Result<Vec<Candidate>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT p.id, p.name, p.headline, p.picture_id, CAST(0 AS BIGINT) AS room",
        unpaired!(),
        " ORDER BY p.name_key, p.id LIMIT $3"
    ))
    .bind(program)
    .bind(dialect::name_contains(words))
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// How many there are.
pub async fn count_mentees(tx: &mut Tx, program: ProgramId, words: &str) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(concat!("SELECT COUNT(*)", unpaired!()))
        .bind(program)
        .bind(dialect::name_contains(words))
        .fetch_one(c)
        .await)?)
}

/// Mentors with room by a part of their name, or all.
pub async fn mentors(tx: &mut Tx, program: ProgramId, words: &str, limit: i64) -> Result<Vec<Candidate>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT p.id, p.name, p.headline, p.picture_id, CAST(",
        room!(),
        " AS BIGINT) AS room",
        with_room!(),
        " ORDER BY p.name_key, p.id LIMIT $3"
    ))
    .bind(program)
    .bind(dialect::name_contains(words))
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// How many there are.
pub async fn count_mentors(tx: &mut Tx, program: ProgramId, words: &str) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(concat!("SELECT COUNT(*)", with_room!()))
        .bind(program)
        .bind(dialect::name_contains(words))
        .fetch_one(c)
        .await)?)
}

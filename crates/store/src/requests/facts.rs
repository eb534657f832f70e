//! What the rules ask before somebody may ask: open requests, shared languages; and how fast a mentor answers.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::requests::ANSWERS_NEEDED;
use domain::{PersonId, ProgramId, RequestId};

/// The mentee's open requests in a program, and to whom.
pub async fn open_mentors_of(
    tx: &mut Tx,
    program: ProgramId,
    mentee: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<(RequestId, PersonId)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT id, mentor_id FROM match_requests
         WHERE program_id = $1 AND mentee_id = $2 AND status = 'pending' AND (due_at IS NULL OR due_at > $3)"
    )
    .bind(program)
    .bind(mentee)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// Whether two people share a language.
pub async fn share_a_language(tx: &mut Tx, one: PersonId, other: PersonId) -> Result<bool, StoreError> {
    let shared: i64 = on!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM person_languages a JOIN person_languages b ON b.language = a.language
         WHERE a.person_id = $1 AND b.person_id = $2"
    )
    .bind(one)
    .bind(other)
    .fetch_one(c)
    .await)?;
    Ok(shared > 0)
}

/// When a mentor's newest requests were made and when they first answered, newest first. One that expired without an answer
/// counts until it expired: silence is slow, too.
pub async fn reply_times(tx: &mut Tx, mentor: PersonId) -> Result<Vec<(DateTime<Utc>, DateTime<Utc>)>, StoreError> {
    let enough = i64::try_from(ANSWERS_NEEDED * 7).unwrap_or(i64::MAX);
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT created_at, COALESCE(first_reply_at, ended_at) AS until FROM match_requests
         WHERE mentor_id = $1 AND (first_reply_at IS NOT NULL OR (status = 'expired' AND ended_at IS NOT NULL))
         ORDER BY created_at DESC LIMIT $2"
    )
    .bind(mentor)
    .bind(enough)
    .fetch_all(c)
    .await)?)
}

/// How many requests a mentee sent in a program after an instant; and whether they took one to this mentor back after it, in whatever
/// program.
pub async fn asked_after(
    tx: &mut Tx,
    program: ProgramId,
    mentee: PersonId,
    mentor: PersonId,
    after: DateTime<Utc>,
) -> Result<(i64, bool), StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM match_requests WHERE mentee_id = $2 AND created_at > $4 AND program_id = $1),
             EXISTS (SELECT 1 FROM match_requests WHERE mentee_id = $2 AND status = 'withdrawn' AND mentor_id = $3 AND ended_at > $4)"
    )
    .bind(program)
    .bind(mentee)
    .bind(mentor)
    .bind(after)
    .fetch_one(c)
    .await)?)
}

//! Requests that end without a word of their two people: out of time, or because the pair can't come about any more.
//!
//! Each is one statement that says which ones it ended, so that of two servers exactly one tells the people.

use super::{Request, columns};
use crate::{Engine, StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::requests::CloseReason;
use domain::{MatchRunId, PersonId, ProgramId};

/// Which open requests end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Those that a mentee made.
    OfMentee(PersonId),
    /// Those that were made to a mentor.
    ToMentor(PersonId),
    /// Those that the mentees of a match run's published pairs made.
    OfRun(MatchRunId),
    /// All in the program.
    All,
}

/// Ends open requests of a program for a reason. What was out of time already ends as expired, as everybody has seen it.
///
/// # Errors
/// The database said no.
pub async fn close(
    tx: &mut Tx,
    program: ProgramId,
    which: Closing,
    reason: CloseReason,
    now: DateTime<Utc>,
) -> Result<Vec<Request>, StoreError> {
    let (mentee, mentor, run) = match which {
        Closing::OfMentee(person) => (Some(person), None, None),
        Closing::ToMentor(person) => (None, Some(person), None),
        Closing::OfRun(run) => (None, None, Some(run)),
        Closing::All => (None, None, None),
    };
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "UPDATE match_requests SET status = CASE WHEN due_at <= $6 THEN 'expired' ELSE $4 END,
             close_reason = CASE WHEN due_at <= $6 THEN NULL ELSE $5 END,
             ended_at = CASE WHEN due_at <= $6 THEN due_at ELSE $6 END, version = version + 1
         WHERE program_id = $1 AND status = 'pending' AND ($2 IS NULL OR mentee_id = $2) AND ($3 IS NULL OR mentor_id = $3)
             AND ($7 IS NULL OR mentee_id IN (SELECT mentee_id FROM match_run_pairs WHERE run_id = $7 AND mentorship_id IS NOT NULL))
         RETURNING ",
        columns!()
    ))
    .bind(program)
    .bind(mentee)
    .bind(mentor)
    .bind(reason.status())
    .bind(reason)
    .bind(now)
    .bind(run)
    .fetch_all(c)
    .await)?)
}

/// The statement of [`expire_due`]. PostgreSQL passes over rows that somebody holds at this moment: they are looked at
/// again soon, and nobody waits for nobody. SQLite has one writer anyway.
macro_rules! expire {
    ($lock:literal) => {
        concat!(
            "UPDATE match_requests SET status = 'expired', ended_at = due_at, version = version + 1
             WHERE id IN (SELECT id FROM match_requests WHERE status = 'pending' AND due_at <= $1 ORDER BY due_at, id LIMIT $2",
            $lock,
            ") RETURNING ",
            columns!()
        )
    };
}

/// Ends the requests that are out of time, at most so many.
///
/// # Errors
/// The database said no.
pub async fn expire_due(tx: &mut Tx, now: DateTime<Utc>, limit: i64) -> Result<Vec<Request>, StoreError> {
    let sql = match tx.engine() {
        Engine::Sqlite => expire!(""),
        Engine::Postgres => expire!(" FOR UPDATE SKIP LOCKED"),
    };
    Ok(on!(tx, |c| sqlx::query_as(sql).bind(now).bind(limit).fetch_all(c).await)?)
}

/// Ends a mentee's requests in a program that are out of time: before they ask again.
///
/// # Errors
/// The database said no.
pub async fn expire_due_of_mentee(
    tx: &mut Tx,
    program: ProgramId,
    mentee: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<Request>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "UPDATE match_requests SET status = 'expired', ended_at = due_at, version = version + 1
         WHERE program_id = $1 AND mentee_id = $2 AND status = 'pending' AND due_at <= $3 RETURNING ",
        columns!()
    ))
    .bind(program)
    .bind(mentee)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

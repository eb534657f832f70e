//! Requests that end without a word of their two people: out of time, or because the pair can't come about any more.
//!
//! Each is one statement that says which ones it ended, so that of two servers exactly one tells the people.

use super::{Request, columns};
use crate::match_runs::publishing::{Untouched, untouched};
use crate::{Engine, StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::requests::CloseReason;
use domain::{MatchRunId, MentorshipId, PersonId, ProgramId};

/// Which open requests end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Those that a mentee made.
    OfMentee(PersonId),
    /// Those that a mentee made whose mentorship begins.
    OfPlaced(PersonId, MentorshipId),
    /// Those that were made to a mentor.
    ToMentor(PersonId),
    /// Those that the mentees of a match run's published pairs made.
    OfRun(MatchRunId),
    /// All in the program.
    All,
}

/// Ends open requests of a program for a reason. What was out of time already ends as expired, as everybody has seen it. What a
/// mentorship's beginning closed is remembered with it (see [`reopen`]).
pub async fn close(
    tx: &mut Tx,
    program: ProgramId,
    which: Closing,
    reason: CloseReason,
    now: DateTime<Utc>,
) -> Result<Vec<Request>, StoreError> {
    let (mentee, mentor, run, by) = match which {
        Closing::OfMentee(person) => (Some(person), None, None, None),
        Closing::OfPlaced(person, mentorship) => (Some(person), None, None, Some(mentorship)),
        Closing::ToMentor(person) => (None, Some(person), None, None),
        Closing::OfRun(run) => (None, None, Some(run), None),
        Closing::All => (None, None, None, None),
    };
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "UPDATE match_requests SET status = CASE WHEN due_at <= $6 THEN 'expired' ELSE $4 END,
             close_reason = CASE WHEN due_at <= $6 THEN NULL ELSE $5 END,
             ended_at = CASE WHEN due_at <= $6 THEN due_at ELSE $6 END, version = version + 1,
             closed_by = CASE WHEN due_at <= $6 THEN NULL ELSE COALESCE($8, (SELECT p.mentorship_id FROM match_run_pairs p
                 WHERE p.run_id = $7 AND p.mentee_id = match_requests.mentee_id AND p.mentorship_id IS NOT NULL LIMIT 1)) END
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
    .bind(by)
    .fetch_all(c)
    .await)?)
}

/// The statement of [`reopen`]; `m` are the mentorships that are taken back.
macro_rules! reopen {
    ($which:expr) => {
        concat!(
            "UPDATE match_requests SET status = 'pending', close_reason = NULL, ended_at = NULL, closed_by = NULL, version = version + 1,
                 due_at = CASE WHEN due_at < $2 THEN $2 ELSE due_at END
             WHERE close_reason = 'mentee_placed' AND closed_by IN (SELECT m.id FROM mentorships m WHERE ",
            $which,
            ") AND EXISTS (SELECT 1 FROM enrolments e WHERE e.program_id = match_requests.program_id AND e.person_id = match_requests.mentor_id
                     AND e.status = 'active' AND e.as_mentor)
                 AND EXISTS (SELECT 1 FROM enrolments e WHERE e.program_id = match_requests.program_id AND e.person_id = match_requests.mentee_id
                     AND e.status = 'active' AND e.as_mentee)
                 AND NOT EXISTS (SELECT 1 FROM match_requests o WHERE o.program_id = match_requests.program_id
                     AND o.mentee_id = match_requests.mentee_id AND o.mentor_id = match_requests.mentor_id AND o.status = 'pending')
             RETURNING ",
            columns!()
        )
    };
}

/// Opens the requests again that closed because these mentorships began, and says which: whoever was asked has at least until
/// `until` to answer. Those whose two people could not ask or answer any more stay closed. Hold the mentorships first, and take
/// them back afterwards.
pub async fn reopen(tx: &mut Tx, which: Untouched, until: DateTime<Utc>) -> Result<Vec<Request>, StoreError> {
    Ok(match which {
        Untouched::OfRun(run) => on!(tx, |c| sqlx::query_as(reopen!(untouched!(of_run))).bind(run).bind(until).fetch_all(c).await)?,
        Untouched::Mentorship(id) => on!(tx, |c| sqlx::query_as(reopen!(untouched!(one))).bind(id).bind(until).fetch_all(c).await)?,
    })
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
pub async fn expire_due(tx: &mut Tx, now: DateTime<Utc>, limit: i64) -> Result<Vec<Request>, StoreError> {
    let sql = match tx.engine() {
        Engine::Sqlite => expire!(""),
        Engine::Postgres => expire!(" FOR UPDATE SKIP LOCKED"),
    };
    Ok(on!(tx, |c| sqlx::query_as(sql).bind(now).bind(limit).fetch_all(c).await)?)
}

/// Ends a mentee's requests in a program that are out of time: before they ask again.
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

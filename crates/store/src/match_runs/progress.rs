//! How far a run is that somebody waits for, and whether they still want it.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{MatchRunId, PersonId, ProgramId};

/// Begins to tell how far a run is. A run that the same person began in the program before is told to stop: its row is gone.
pub async fn begin(
    tx: &mut Tx,
    run: MatchRunId,
    program: ProgramId,
    person: PersonId,
    done: u16,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    Ok(on!(tx, |c| sqlx::query(
        "INSERT INTO match_progress (program_id, person_id, id, done, stopped, updated_at) VALUES ($1, $2, $3, $4, FALSE, $5)
         ON CONFLICT (program_id, person_id) DO UPDATE SET id = $3, done = $4, stopped = FALSE, updated_at = $5"
    )
    .bind(program)
    .bind(person)
    .bind(run)
    .bind(i32::from(done))
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?)
}

/// Tells how far it is, and says whether it is still wanted.
pub async fn report(
    tx: &mut Tx,
    run: MatchRunId,
    program: ProgramId,
    person: PersonId,
    done: u16,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let stopped: Option<bool> = on!(tx, |c| sqlx::query_scalar(
        "UPDATE match_progress SET done = $4, updated_at = $5 WHERE program_id = $1 AND person_id = $2 AND id = $3 RETURNING stopped"
    )
    .bind(program)
    .bind(person)
    .bind(run)
    .bind(i32::from(done))
    .bind(now)
    .fetch_optional(c)
    .await)?;
    Ok(stopped == Some(false))
}

/// There is nothing to tell any more.
pub async fn end(tx: &mut Tx, run: MatchRunId, program: ProgramId, person: PersonId) -> Result<(), StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM match_progress WHERE program_id = $1 AND person_id = $2 AND id = $3")
        .bind(program)
        .bind(person)
        .bind(run)
        .execute(c)
        .await
        .map(|_| ()))?)
}

/// How far somebody's run in a program is, in thousandths; nothing when there is none that has told anything since.
pub async fn of(tx: &mut Tx, program: ProgramId, person: PersonId, since: DateTime<Utc>) -> Result<Option<i32>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT done FROM match_progress WHERE program_id = $1 AND person_id = $2 AND updated_at >= $3")
        .bind(program)
        .bind(person)
        .bind(since)
        .fetch_optional(c)
        .await)?)
}

/// Somebody's run in a program is not wanted any more.
pub async fn stop(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<(), StoreError> {
    Ok(on!(tx, |c| sqlx::query("UPDATE match_progress SET stopped = TRUE WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .execute(c)
        .await
        .map(|_| ()))?)
}

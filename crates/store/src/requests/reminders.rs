//! Which clocks run, and noting that a reminder was sent: once, however many servers look.

use super::Request;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::RequestId;

row! {
    /// An open request whose clock runs, with its program's time to answer.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Running {
        /// The request.
        pub request: Request = row,
        /// Days that a mentor has in this program.
        pub request_days: i32,
    }
}

/// Open requests whose clock runs out after `now`, in the order in which it does; those after `after`, at most so many.
pub async fn running(
    tx: &mut Tx,
    now: DateTime<Utc>,
    after: Option<(DateTime<Utc>, RequestId)>,
    limit: i64,
) -> Result<Vec<Running>, StoreError> {
    let (due, id) = after.unzip();
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT r.id, r.program_id, r.mentee_id, r.mentor_id, r.status, r.turn, r.body, r.due_at, r.remaining_seconds, r.extended,
             r.reminded, r.close_reason, r.closing_word, r.created_at, r.first_reply_at, r.ended_at, r.version, p.request_days
         FROM match_requests r JOIN programs p ON p.id = r.program_id
         WHERE r.status = 'pending' AND r.due_at > $1 AND ($2 IS NULL OR r.due_at > $2 OR (r.due_at = $2 AND r.id > $3))
         ORDER BY r.due_at, r.id LIMIT $4"
    )
    .bind(now)
    .bind(due)
    .bind(id)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Notes reminders as sent if nothing happened to the request since it was read. `false` when something did.
pub async fn set_reminded(tx: &mut Tx, seen: &Request, reminded: i32) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query(
        "UPDATE match_requests SET reminded = $3, version = version + 1 WHERE id = $1 AND version = $2 AND status = 'pending'"
    )
    .bind(seen.id)
    .bind(seen.version)
    .bind(reminded)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

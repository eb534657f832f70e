//! What stalls in a program: some of it, the longest first, and how much there is in all. One query each.

use crate::requests::waiting::waiting;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::ProgramId;
use uuid::Uuid;

row! {
    /// Two people whose mentorship doesn't get going, or a request that waits.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Stalled {
        /// The mentor's name.
        pub mentor: String,
        /// The mentee's name.
        pub mentee: String,
        /// The mentorship or the request.
        pub id: Uuid,
        /// Since when.
        pub since: DateTime<Utc>,
        /// How many there are in all.
        pub total: i64,
    }
}

macro_rules! mentorships {
    ($condition:literal) => {
        concat!(
            "SELECT tor.name AS mentor, tee.name AS mentee, m.id, m.created_at AS since, COUNT(*) OVER () AS total
             FROM mentorships m JOIN people tor ON tor.id = m.mentor_id JOIN people tee ON tee.id = m.mentee_id
             WHERE m.program_id = $1 AND m.status = 'active' AND m.created_at < $2 AND ",
            $condition,
            " ORDER BY m.created_at, m.id LIMIT $3"
        )
    };
}

/// Active mentorships made before `before` whose agreement isn't signed by both.
pub async fn mentorships_unsigned(tx: &mut Tx, program: ProgramId, before: DateTime<Utc>, limit: i64) -> Result<Vec<Stalled>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(mentorships!(
        "m.agreement <> '' AND (SELECT COUNT(*) FROM agreement_signatures s WHERE s.mentorship_id = m.id) < 2"
    ))
    .bind(program)
    .bind(before)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Active mentorships made before `before` in which no goal was ever taken on.
pub async fn mentorships_without_goal(
    tx: &mut Tx,
    program: ProgramId,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Stalled>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(mentorships!(
        "NOT EXISTS (SELECT 1 FROM goals g WHERE g.mentorship_id = m.id AND g.status IN ('open', 'achieved'))"
    ))
    .bind(program)
    .bind(before)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Open requests in which it has been the asked's turn since before `before`, the longest first; those out of time are not among them.
pub async fn requests_waiting(
    tx: &mut Tx,
    program: ProgramId,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Stalled>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT tor.name AS mentor, tee.name AS mentee, w.id, w.since, COUNT(*) OVER () AS total FROM ",
        waiting!("r.program_id = $1"),
        " w JOIN people tor ON tor.id = w.mentor_id JOIN people tee ON tee.id = w.mentee_id ORDER BY w.since, w.id LIMIT $4"
    ))
    .bind(program)
    .bind(before)
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

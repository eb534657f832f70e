//! Who changed what of a goal, and when.

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::goals::Trace;
use domain::{GoalChangeId, GoalId, PersonId};

/// A line of a goal's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: GoalChangeId,
    /// Who did it.
    pub person_id: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What changed.
    pub field: Trace,
    /// What it said before.
    pub before: Option<String>,
    /// What it says now.
    pub after: Option<String>,
}
from_row!(Change { id, person_id, at, field, before, after });

/// Writes lines of a goal's history.
///
/// # Errors
/// The database said no.
pub async fn insert_changes(tx: &mut Tx, goal: GoalId, changes: &[Change]) -> Result<(), StoreError> {
    for change in changes {
        on!(tx, |c| sqlx::query(
            "INSERT INTO goal_changes (id, goal_id, person_id, at, field, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(change.id)
        .bind(goal)
        .bind(change.person_id)
        .bind(change.at)
        .bind(change.field)
        .bind(&change.before)
        .bind(&change.after)
        .execute(c)
        .await
        .map(|_| ()))?;
    }
    Ok(())
}

/// A goal's history, newest first, at most `limit` lines.
///
/// # Errors
/// The database said no.
pub async fn history(tx: &mut Tx, goal: GoalId, limit: i64) -> Result<Vec<Change>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT id, person_id, at, field, before, after FROM goal_changes WHERE goal_id = $1 ORDER BY at DESC, id DESC LIMIT $2"
    )
    .bind(goal)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

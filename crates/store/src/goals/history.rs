//! Who changed what of a goal, and when.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::goals::GoalChange;
use domain::{GoalChangeId, GoalId, PersonId};
use sqlx::{Database, QueryBuilder};

row! {
    /// A line of a goal's history.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Change in "goal_changes" as columns {
        /// Its id.
        pub id: GoalChangeId,
        /// Who did it.
        pub person_id: PersonId,
        /// When.
        pub at: DateTime<Utc>,
        /// What changed.
        pub field: GoalChange,
        /// What it said before.
        pub before: Option<String>,
        /// What it says now.
        pub after: Option<String>,
    }
}

row! {
    /// A line of history, and of which goal.
    #[derive(Debug, Clone)]
    pub struct GoalHistory in "goal_changes" {
        /// The goal.
        pub goal_id: GoalId,
        /// The line.
        pub change: Change = row,
    }
}

/// Writes lines of a goal's history.
pub async fn insert_changes(tx: &mut Tx, goal: GoalId, changes: &[Change]) -> Result<(), StoreError> {
    let rows: Vec<_> = changes.iter().map(|change| GoalHistory { goal_id: goal, change: change.clone() }).collect();
    row::insert_all(tx, &rows).await
}

/// A goal's history, newest first, at most `limit` lines.
pub async fn history(tx: &mut Tx, goal: GoalId, limit: i64) -> Result<Vec<Change>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM goal_changes WHERE goal_id = $1 ORDER BY at DESC, id DESC LIMIT $2"
    ))
    .bind(goal)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The newest line of each of these kinds, the newest of them first.
pub async fn newest_changes(tx: &mut Tx, goal: GoalId, kinds: &[GoalChange]) -> Result<Vec<Change>, StoreError> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| newest_query(goal, kinds).build_query_as().fetch_all(c).await)?)
}

fn newest_query<DB>(goal: GoalId, kinds: &[GoalChange]) -> QueryBuilder<DB>
where
    DB: Database,
    DB::Arguments: Default,
    for<'q> GoalId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> GoalChange: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    let mut query = QueryBuilder::new(concat!("SELECT ", columns!(), " FROM goal_changes c WHERE goal_id = "));
    query.push_bind(goal).push(" AND field IN (");
    let mut list = query.separated(", ");
    for kind in kinds {
        list.push_bind(*kind);
    }
    query.push(
        ") AND NOT EXISTS (SELECT 1 FROM goal_changes newer WHERE newer.goal_id = c.goal_id AND newer.field = c.field
             AND (newer.at > c.at OR (newer.at = c.at AND newer.id > c.id)))
         ORDER BY at DESC, id DESC",
    );
    query
}

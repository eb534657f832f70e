//! The milestones of a goal, in their order.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::goals::MilestoneFields;
use domain::{GoalId, MilestoneId};

row! {
    /// A milestone.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Milestone in "milestones" as columns {
        /// Its id.
        pub id: MilestoneId,
        /// The goal.
        pub goal_id: GoalId,
        /// Its place in the order.
        pub position: i32,
        /// What is to be done.
        pub title: String,
        /// Until when.
        pub due_on: Option<NaiveDate>,
        /// When it was done.
        pub done_at: Option<DateTime<Utc>>,
    }
}

/// Writes new milestones (there are at most twenty to a goal).
pub async fn insert_milestones(tx: &mut Tx, milestones: &[Milestone]) -> Result<(), StoreError> {
    row::insert_all(tx, milestones).await
}

/// The milestones of a goal in their order.
pub async fn milestones(tx: &mut Tx, goal: GoalId) -> Result<Vec<Milestone>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM milestones WHERE goal_id = $1 ORDER BY position, id"))
        .bind(goal)
        .fetch_all(c)
        .await)?)
}

/// Changes a milestone's words and date.
pub async fn set_milestone(tx: &mut Tx, id: MilestoneId, fields: &MilestoneFields) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE milestones SET title = $2, due_on = $3 WHERE id = $1")
        .bind(id)
        .bind(&fields.title)
        .bind(fields.due_on)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Ticks a milestone, or unticks it.
pub async fn set_milestone_done(tx: &mut Tx, id: MilestoneId, done_at: Option<DateTime<Utc>>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE milestones SET done_at = $2 WHERE id = $1").bind(id).bind(done_at).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Puts milestones in this order.
pub async fn set_milestone_positions(tx: &mut Tx, order: &[MilestoneId]) -> Result<(), StoreError> {
    for (position, id) in (0_i32..).zip(order) {
        on!(tx, |c| sqlx::query("UPDATE milestones SET position = $2 WHERE id = $1").bind(id).bind(position).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// Removes a milestone.
pub async fn delete_milestone(tx: &mut Tx, id: MilestoneId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM milestones WHERE id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

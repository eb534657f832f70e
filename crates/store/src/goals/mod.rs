//! Goals: the row itself. Its milestones, comments and history have their own files, and what lists show is in [`lists`].
//!
//! What it does not do: compute progress or compare versions; `domain` does.

mod comments;
mod history;
pub mod lists;
mod milestones;

pub use comments::{Comment, comments, insert_comment};
pub use history::{Change, history, insert_changes, newest_changes};
pub use milestones::{
    Milestone, delete_milestone, insert_milestones, milestones, set_milestone, set_milestone_done, set_milestone_positions,
};

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::goals::{GoalFields, GoalStatus, ProgressMode};
use domain::{GoalId, MentorshipId, PersonId};

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The mentorship it belongs to.
    pub mentorship_id: MentorshipId,
    /// Who wrote it first.
    pub author_id: PersonId,
    /// Where it is.
    pub status: GoalStatus,
    /// What is to be reached.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How success is seen.
    pub success: String,
    /// Until when.
    pub target_on: Option<NaiveDate>,
    /// How progress is told.
    pub progress_mode: ProgressMode,
    /// Progress set by hand, in percent.
    pub progress: i32,
    /// Rises with every change of its fields or its state.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When anything of it last changed, a comment too.
    pub updated_at: DateTime<Utc>,
    /// When it was achieved or dropped.
    pub closed_at: Option<DateTime<Utc>>,
}
from_row!(Goal {
    id,
    mentorship_id,
    author_id,
    status,
    title,
    why,
    success,
    target_on,
    progress_mode,
    progress,
    version,
    created_at,
    updated_at,
    closed_at
});

impl Goal {
    /// The fields that are edited together.
    #[must_use]
    pub fn fields(&self) -> GoalFields {
        GoalFields {
            title: self.title.clone(),
            why: self.why.clone(),
            success: self.success.clone(),
            target_on: self.target_on,
            progress_mode: self.progress_mode,
            progress: self.progress,
        }
    }

    /// Takes over fields.
    pub fn set_fields(&mut self, fields: GoalFields) {
        self.title = fields.title;
        self.why = fields.why;
        self.success = fields.success;
        self.target_on = fields.target_on;
        self.progress_mode = fields.progress_mode;
        self.progress = fields.progress;
    }
}

/// The columns of [`Goal`], for `SELECT`.
macro_rules! columns {
    () => {
        "id, mentorship_id, author_id, status, title, why, success, target_on, progress_mode, progress, version, created_at, updated_at, closed_at"
    };
}

/// Writes a new goal.
pub async fn insert(tx: &mut Tx, goal: &Goal) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(concat!(
        "INSERT INTO goals (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
    ))
    .bind(goal.id)
    .bind(goal.mentorship_id)
    .bind(goal.author_id)
    .bind(goal.status)
    .bind(&goal.title)
    .bind(&goal.why)
    .bind(&goal.success)
    .bind(goal.target_on)
    .bind(goal.progress_mode)
    .bind(goal.progress)
    .bind(goal.version)
    .bind(goal.created_at)
    .bind(goal.updated_at)
    .bind(goal.closed_at)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// A goal by its id.
pub async fn by_id(tx: &mut Tx, id: GoalId) -> Result<Option<Goal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM goals WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// Holds a goal until the transaction ends and reads it, so that two changes of it happen one after the other.
pub async fn lock(tx: &mut Tx, id: GoalId) -> Result<Option<Goal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("UPDATE goals SET version = version WHERE id = $1 RETURNING ", columns!()))
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// Writes a goal's fields and state; its version is as the goal says.
pub async fn update(tx: &mut Tx, goal: &Goal) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE goals SET status = $2, title = $3, why = $4, success = $5, target_on = $6, progress_mode = $7, progress = $8,
             version = $9, updated_at = $10, closed_at = $11 WHERE id = $1"
    )
    .bind(goal.id)
    .bind(goal.status)
    .bind(&goal.title)
    .bind(&goal.why)
    .bind(&goal.success)
    .bind(goal.target_on)
    .bind(goal.progress_mode)
    .bind(goal.progress)
    .bind(goal.version)
    .bind(goal.updated_at)
    .bind(goal.closed_at)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Notes that something happened to a goal that isn't in its own row.
pub async fn touch(tx: &mut Tx, id: GoalId, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE goals SET updated_at = $2 WHERE id = $1").bind(id).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The goals of a mentorship: proposals first, then what is open, by the target date, then what is over.
pub async fn of_mentorship(tx: &mut Tx, mentorship: MentorshipId) -> Result<Vec<Goal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM goals WHERE mentorship_id = $1
         ORDER BY CASE status WHEN 'proposed' THEN 0 WHEN 'open' THEN 1 ELSE 2 END,
             CASE WHEN target_on IS NULL THEN 1 ELSE 0 END, target_on, id"
    ))
    .bind(mentorship)
    .fetch_all(c)
    .await)?)
}

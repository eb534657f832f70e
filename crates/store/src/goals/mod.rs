//! Goals: the row itself. Its milestones, comments and history have their own files, and what lists show is in [`lists`].
//!
//! What it does not do: compute progress or compare versions; `domain` does.

mod comments;
mod history;
pub mod lists;
mod milestones;

pub use comments::{Comment, GoalComment, comments, insert_comment};
pub use history::{Change, GoalHistory, history, insert_changes, newest_changes};
pub use milestones::{
    Milestone, delete_milestone, insert_milestones, milestones, set_milestone, set_milestone_done, set_milestone_positions,
};

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::goals::{GoalFields, GoalStatus, ProgressMode};
use domain::{GoalId, MentorshipId, PersonId};

row! {
    /// A goal.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Goal in "goals" as columns with GoalFields {
        /// Its id.
        pub id: GoalId,
        /// The mentorship it belongs to.
        pub mentorship_id: MentorshipId,
        /// Who wrote it first.
        pub author_id: PersonId,
        /// Where it is.
        pub status: GoalStatus = set,
        /// What is to be reached.
        pub title: String = edited,
        /// Why it matters.
        pub why: String = edited,
        /// How success is seen.
        pub success: String = edited,
        /// Until when.
        pub target_on: Option<NaiveDate> = edited,
        /// How progress is told.
        pub progress_mode: ProgressMode = edited,
        /// Progress set by hand, in percent.
        pub progress: i32 = edited,
        /// Rises with every change of its fields or its state.
        pub version: i32 = set,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When anything of it last changed, a comment too.
        pub updated_at: DateTime<Utc> = set,
        /// When it was achieved or dropped.
        pub closed_at: Option<DateTime<Utc>> = set,
    }
}

impl Goal {
    /// A goal that begins now.
    #[must_use]
    pub fn new(id: GoalId, mentorship: MentorshipId, author: PersonId, status: GoalStatus, fields: GoalFields, now: DateTime<Utc>) -> Self {
        Self::of_fields(fields, id, mentorship, author, status, 1, now, now, None)
    }
}

/// Writes a new goal.
pub async fn insert(tx: &mut Tx, goal: &Goal) -> Result<(), StoreError> {
    row::insert(tx, goal).await
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
    row::update(tx, goal).await
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

//! What the two say about a goal.

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{CommentId, GoalId, PersonId, PictureId};

/// A comment, with the face of whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their photo.
    pub picture_id: Option<PictureId>,
    /// What it says.
    pub body: String,
    /// When.
    pub created_at: DateTime<Utc>,
}
from_row!(Comment { id, author_id, name, picture_id, body, created_at });

/// Writes a comment.
pub async fn insert_comment(
    tx: &mut Tx,
    id: CommentId,
    goal: GoalId,
    author: PersonId,
    body: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("INSERT INTO goal_comments (id, goal_id, author_id, body, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(goal)
        .bind(author)
        .bind(body)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The comments on a goal, oldest first.
pub async fn comments(tx: &mut Tx, goal: GoalId) -> Result<Vec<Comment>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT gc.id, gc.author_id, p.name, p.picture_id, gc.body, gc.created_at
         FROM goal_comments gc JOIN people p ON p.id = gc.author_id WHERE gc.goal_id = $1 ORDER BY gc.created_at, gc.id"
    )
    .bind(goal)
    .fetch_all(c)
    .await)?)
}

//! What the two say about a goal.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{CommentId, GoalId, PersonId, PictureId};

row! {
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
}

row! {
    /// A comment on a goal.
    #[derive(Debug, Clone)]
    pub struct GoalComment in "goal_comments" {
        /// Its id.
        pub id: CommentId,
        /// The goal.
        pub goal_id: GoalId,
        /// Who wrote it.
        pub author_id: PersonId,
        /// What it says.
        pub body: String,
        /// When.
        pub created_at: DateTime<Utc>,
    }
}

/// Writes a comment.
pub async fn insert_comment(
    tx: &mut Tx,
    id: CommentId,
    goal: GoalId,
    author: PersonId,
    body: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = GoalComment { id, goal_id: goal, author_id: author, body: body.to_owned(), created_at: now };
    row::insert(tx, &row).await
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

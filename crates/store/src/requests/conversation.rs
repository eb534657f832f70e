//! The short conversation in a request.

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{PersonId, RequestId, RequestMessageId};

/// A question back, or its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: RequestMessageId,
    /// The request.
    pub request_id: RequestId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// The text.
    pub body: String,
    /// When.
    pub created_at: DateTime<Utc>,
}
from_row!(Line { id, request_id, author_id, body, created_at });

/// Adds a line.
pub async fn insert_line(tx: &mut Tx, line: &Line) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("INSERT INTO request_messages (id, request_id, author_id, body, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(line.id)
        .bind(line.request_id)
        .bind(line.author_id)
        .bind(&line.body)
        .bind(line.created_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The conversation in a request, oldest first.
pub async fn lines(tx: &mut Tx, request: RequestId) -> Result<Vec<Line>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
            "SELECT id, request_id, author_id, body, created_at FROM request_messages WHERE request_id = $1 ORDER BY created_at, id",
        )
        .bind(request)
        .fetch_all(c)
        .await
    })?)
}

//! The short conversation in a request.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{PersonId, RequestId, RequestMessageId};

row! {
    /// A question back, or its answer.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Line in "request_messages" as columns {
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
}

/// Adds a line.
pub async fn insert_line(tx: &mut Tx, line: &Line) -> Result<(), StoreError> {
    row::insert(tx, line).await
}

/// The conversation in a request, oldest first.
pub async fn lines(tx: &mut Tx, request: RequestId) -> Result<Vec<Line>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!("SELECT ", columns!(), " FROM request_messages WHERE request_id = $1 ORDER BY created_at, id"))
            .bind(request)
            .fetch_all(c)
            .await
    })?)
}

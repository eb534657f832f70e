//! The stream of events: what happened, in order. Written in the transaction that made it happen.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::events::EventKind;
use domain::{OrganisationId, PersonId, ProgramId};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

/// An event about to be written.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What happened.
    pub kind: EventKind,
    /// Who did it; nobody for what Trellis does by itself.
    pub actor: Option<PersonId>,
    /// The organisation it happened in.
    pub organisation: Option<OrganisationId>,
    /// The program it happened in.
    pub program: Option<ProgramId>,
    /// The thing it happened to.
    pub subject: Option<Uuid>,
    /// More, never personal text.
    pub body: Value,
}

row! {
    /// An event as read back.
    #[derive(Debug, Clone)]
    pub struct Event {
        /// Its place in the stream.
        pub seq: i64,
        /// When it happened.
        pub at: DateTime<Utc>,
        /// What happened: the word of a kind, perhaps of one that only another version knows.
        pub kind: String,
        /// Who did it.
        pub actor_id: Option<PersonId>,
        /// The organisation it happened in.
        pub organisation_id: Option<OrganisationId>,
        /// The program it happened in.
        pub program_id: Option<ProgramId>,
        /// The thing it happened to.
        pub subject_id: Option<Uuid>,
        /// More.
        pub body: Json<Value>,
    }
}

/// The newest events of a program, newest first.
pub async fn of_program(tx: &mut Tx, program: ProgramId, limit: i64) -> Result<Vec<Event>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
        "SELECT seq, at, kind, actor_id, organisation_id, program_id, subject_id, body FROM events WHERE program_id = $1 ORDER BY seq DESC LIMIT $2"
    )
    .bind(program)
    .bind(limit)
    .fetch_all(c)
    .await
    })?)
}

/// Removes what was noted before an instant of signing in and failing to, and says how many.
pub async fn delete_sign_ins(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    // In the words of the index.
    Ok(on!(tx, |c| sqlx::query("DELETE FROM events WHERE kind IN ('account.signed_in', 'account.sign_in_failed') AND at <= $1")
        .bind(before)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

//! Files that people are being enrolled from, between the steps; and what is known of those who were invited by one.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::imports::Enrolling;
use domain::{ImportId, InvitationId, PersonId, ProgramId};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number in the file, from 1.
    pub line: u64,
    /// How many fields it has, where the header has another number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ragged: Option<usize>,
    /// What it says, a text for each column.
    pub cells: Vec<String>,
}

/// What became of the lines before those that are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// How many were enrolled.
    pub enrolled: usize,
    /// How many were invited.
    pub invited: usize,
    /// For how many nothing changed.
    pub unchanged: usize,
}

row! {
    /// A file that people are being enrolled from.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Import in "imports" as columns {
        /// Its id.
        pub id: ImportId,
        /// Into which program.
        pub program_id: ProgramId,
        /// Whose file it is.
        pub person_id: PersonId,
        /// What it is called.
        pub file: String,
        /// The names of its columns.
        pub header: Json<Vec<String>>,
        /// Its lines.
        pub lines: Json<Vec<Line>>,
        /// What each column is for: words of `domain::imports::Target`.
        pub targets: Json<Vec<String>>,
        /// What whoever doesn't say it is: `mentor`, `mentee`, `both` or nothing.
        pub side: String,
        /// What the file was read by where it doesn't say its encoding; else empty.
        pub encoding: String,
        /// Whether rows were kept that look like headers or like nobody.
        pub keep_rows: bool,
        /// What was guessed while reading, as the reader wrote it, and what a coordinator said instead.
        pub notes: Json<Vec<serde_json::Value>>,
        /// What became of lines before.
        pub done: Option<Json<Done>>,
        /// When it was uploaded.
        pub created_at: DateTime<Utc>,
        /// When it is thrown away.
        pub expires_at: DateTime<Utc>,
    }
}

/// Keeps a file instead of the one that this person had for this program. Its bytes are kept apart ([`keep_bytes`]).
pub async fn replace(tx: &mut Tx, i: &Import) -> Result<(), StoreError> {
    row::replace(tx, i, "(program_id, person_id)").await
}

/// The file that somebody enrols people from into a program.
pub async fn of(tx: &mut Tx, program: ProgramId, person: PersonId, now: DateTime<Utc>) -> Result<Option<Import>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM imports WHERE program_id = $1 AND person_id = $2 AND expires_at > $3"
    ))
    .bind(program)
    .bind(person)
    .bind(now)
    .fetch_optional(c)
    .await)?)
}

/// Keeps the bytes of a file, or throws them away.
pub async fn keep_bytes(tx: &mut Tx, id: ImportId, bytes: Option<&[u8]>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE imports SET bytes = $2 WHERE id = $1").bind(id).bind(bytes).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The bytes of a file, while they are kept.
pub async fn bytes(tx: &mut Tx, id: ImportId) -> Result<Option<Vec<u8>>, StoreError> {
    let found: Option<Option<Vec<u8>>> =
        on!(tx, |c| sqlx::query_scalar("SELECT bytes FROM imports WHERE id = $1").bind(id).fetch_optional(c).await)?;
    Ok(found.flatten())
}

/// Holds somebody's file until the transaction ends, so that a form that is sent twice works once.
pub async fn lock(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE imports SET side = side WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Throws a file away.
pub async fn remove(tx: &mut Tx, id: ImportId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM imports WHERE id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Throws files away that nobody came back for, and says how many.
pub async fn delete_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM imports WHERE expires_at <= $1").bind(now).execute(c).await.map(|done| done.rows_affected()))?)
}

/// Keeps what is known of people who are invited into a program.
pub async fn keep_invited(tx: &mut Tx, rows: &[(InvitationId, Enrolling)]) -> Result<(), StoreError> {
    for chunk in rows.chunks(row::VALUES / 2) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("INSERT INTO invited_participants (invitation_id, body) ");
            query.push_values(chunk, |mut row, (invitation, body)| {
                row.push_bind(*invitation).push_bind(Json(body));
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// What is known of somebody who was invited into a program.
pub async fn invited(tx: &mut Tx, invitation: InvitationId) -> Result<Option<Enrolling>, StoreError> {
    let found: Option<Json<Enrolling>> = on!(tx, |c| sqlx::query_scalar("SELECT body FROM invited_participants WHERE invitation_id = $1")
        .bind(invitation)
        .fetch_optional(c)
        .await)?;
    Ok(found.map(|body| body.0))
}

/// The addresses that are invited into a program and haven't answered.
pub async fn invited_addresses(tx: &mut Tx, program: ProgramId, now: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT email FROM invitations WHERE program_id = $1 AND email IS NOT NULL AND revoked_at IS NULL AND accepted_at IS NULL
             AND expires_at > $2"
    )
    .bind(program)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// Forgets what is known of people whose invitation was accepted, taken back or has run out, and says of how many.
pub async fn forget_invited(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query(
        "DELETE FROM invited_participants
         WHERE invitation_id IN (SELECT id FROM invitations WHERE COALESCE(accepted_at, revoked_at, expires_at) <= $1)"
    )
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?)
}

//! Signed-in devices. The database holds only the hash of a session's token.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{PersonId, SessionId};

row! {
    /// A signed-in device.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Session in "sessions" as columns {
        /// Its id.
        pub id: SessionId,
        /// Who is signed in.
        pub person_id: PersonId,
        /// What the browser called itself.
        pub user_agent: String,
        /// The network address it signed in from.
        pub address: String,
        /// When it signed in.
        pub created_at: DateTime<Utc>,
        /// When it was last seen, to some minutes.
        pub last_seen_at: DateTime<Utc>,
        /// When it has to sign in again.
        pub expires_at: DateTime<Utc>,
    }
}

row! {
    /// A session as it is kept.
    struct Hashed in "sessions" {
        session: Session = row,
        token_hash: Vec<u8>,
    }
}

row! {
    /// A session together with what every request needs to know of its person.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Authenticated {
        /// The session.
        pub session_id: SessionId,
        /// When it was last seen.
        pub last_seen_at: DateTime<Utc>,
        /// Who is signed in.
        pub person_id: PersonId,
        /// Their name.
        pub name: String,
        /// Their language's tag.
        pub locale: String,
        /// Their IANA time zone.
        pub zone: String,
        /// When they confirmed their address.
        pub email_verified_at: Option<DateTime<Utc>>,
    }
}

/// Writes a session.
pub async fn insert(tx: &mut Tx, session: &Session, token_hash: &[u8]) -> Result<(), StoreError> {
    row::insert(tx, &Hashed { session: session.clone(), token_hash: token_hash.to_vec() }).await
}

/// The session of a token, unless it has expired. Every request of somebody signed in for data asks this; a page asks for
/// [`super::visitor`].
pub async fn authenticate(tx: &mut Tx, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<Authenticated>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
            "SELECT s.id AS session_id, s.last_seen_at, p.id AS person_id, p.name, p.locale, p.zone, p.email_verified_at
             FROM sessions s JOIN people p ON p.id = s.person_id
             WHERE s.token_hash = $1 AND s.expires_at > $2",
        )
        .bind(token_hash)
        .bind(now)
        .fetch_optional(c)
        .await
    })?)
}

/// Whether a person's session is still open.
pub async fn is_open(tx: &mut Tx, person: PersonId, session: SessionId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let found: Option<i32> = on!(tx, |c| {
        sqlx::query_scalar("SELECT 1 FROM sessions WHERE id = $1 AND person_id = $2 AND expires_at > $3")
            .bind(session)
            .bind(person)
            .bind(now)
            .fetch_optional(c)
            .await
    })?;
    Ok(found.is_some())
}

/// Notes that a session was seen now and lengthens its life.
pub async fn touch(tx: &mut Tx, session: SessionId, now: DateTime<Utc>, expires_at: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE sessions SET last_seen_at = $2, expires_at = $3 WHERE id = $1 AND last_seen_at < $2")
        .bind(session)
        .bind(now)
        .bind(expires_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Where a person is signed in, last seen first.
pub async fn of_person(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Session>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!(
            "SELECT ",
            columns!(),
            " FROM sessions WHERE person_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id DESC"
        ))
        .bind(person)
        .bind(now)
        .fetch_all(c)
        .await
    })?)
}

/// Ends the session of a token; whose it is doesn't matter to somebody who holds it.
pub async fn delete_by_token(tx: &mut Tx, token_hash: &[u8]) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM sessions WHERE token_hash = $1").bind(token_hash).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Ends one session of a person. `false` when they have no such session.
pub async fn delete(tx: &mut Tx, person: PersonId, session: SessionId) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query("DELETE FROM sessions WHERE id = $1 AND person_id = $2")
        .bind(session)
        .bind(person)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Ends all sessions of a person but perhaps one, and says how many.
pub async fn delete_all(tx: &mut Tx, person: PersonId, but: Option<SessionId>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| match but {
        Some(but) => sqlx::query("DELETE FROM sessions WHERE person_id = $1 AND id <> $2").bind(person).bind(but).execute(c).await,
        None => sqlx::query("DELETE FROM sessions WHERE person_id = $1").bind(person).execute(c).await,
    }
    .map(|done| done.rows_affected()))?)
}

/// Removes sessions that have expired, and says how many.
pub async fn delete_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now).execute(c).await.map(|done| done.rows_affected()))?)
}

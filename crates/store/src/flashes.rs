//! What a form held when it could not be saved, kept for one look when the browser runs no JavaScript.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::PersonId;
use serde_json::Value;
use sqlx::types::Json;

/// Keeps a form under the hash of its cookie.
pub async fn insert(tx: &mut Tx, token_hash: &[u8], body: &Value, expires_at: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("INSERT INTO flashes (token_hash, body, expires_at) VALUES ($1, $2, $3)")
        .bind(token_hash)
        .bind(Json(body))
        .bind(expires_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Keeps a form of somebody who is signed in, and lets go of their oldest ones: `forms` of them, and `bytes` in all, are left at most.
pub async fn insert_of(
    tx: &mut Tx,
    person: PersonId,
    (token_hash, body): (&[u8], &Value),
    expires_at: DateTime<Utc>,
    (forms, bytes): (usize, usize),
) -> Result<(), StoreError> {
    let size = body.to_string().len();
    on!(tx, |c| sqlx::query("INSERT INTO flashes (token_hash, body, expires_at, person_id, size) VALUES ($1, $2, $3, $4, $5)")
        .bind(token_hash)
        .bind(Json(body))
        .bind(expires_at)
        .bind(person)
        .bind(i32::try_from(size).unwrap_or(i32::MAX))
        .execute(c)
        .await
        .map(|_| ()))?;
    // One or two more than are left, unless the bounds were others before.
    let kept: Vec<(Vec<u8>, i32)> =
        on!(tx, |c| sqlx::query_as("SELECT token_hash, size FROM flashes WHERE person_id = $1 ORDER BY expires_at DESC, token_hash")
            .bind(person)
            .fetch_all(c)
            .await)?;
    let mut left = bytes.saturating_sub(size);
    let newest = kept.iter().filter(|(hash, _)| hash != token_hash).take_while(|(_, size)| {
        let size = usize::try_from(*size).unwrap_or(0);
        let fits = size <= left;
        left = left.saturating_sub(size);
        fits
    });
    let stay = newest.take(forms.saturating_sub(1)).count();
    let gone: Vec<&Vec<u8>> = kept.iter().map(|(hash, _)| hash).filter(|hash| *hash != token_hash).skip(stay).collect();
    if gone.is_empty() {
        return Ok(());
    }
    on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM flashes WHERE token_hash IN (");
        let mut list = query.separated(", ");
        for hash in gone {
            list.push_bind(hash.clone());
        }
        query.push(")");
        query.build().execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Takes a form away: the second look finds nothing.
pub async fn take(tx: &mut Tx, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<Value>, StoreError> {
    let found: Option<(Json<Value>, DateTime<Utc>)> =
        on!(tx, |c| sqlx::query_as("DELETE FROM flashes WHERE token_hash = $1 RETURNING body, expires_at")
            .bind(token_hash)
            .fetch_optional(&mut *c)
            .await)?;
    Ok(found.filter(|(_, expires)| *expires > now).map(|(body, _)| body.0))
}

/// Removes what nobody came back for, and says how many.
pub async fn delete_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM flashes WHERE expires_at <= $1").bind(now).execute(c).await.map(|done| done.rows_affected()))?)
}

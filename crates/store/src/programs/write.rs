//! Writing a program: making it, its settings, its picture, and where it is in its cycle.

use super::{Program, columns};
use crate::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::programs::ProgramStatus;
use domain::{PictureId, ProgramId};

/// Writes a new program. `false` when its name in addresses is taken.
pub async fn insert(tx: &mut Tx, p: &Program) -> Result<bool, StoreError> {
    row::insert_new(tx, p, "").await
}

/// Holds a program until the transaction ends and reads it. Hold enrolments before it and requests after it.
pub async fn lock(tx: &mut Tx, id: ProgramId) -> Result<Option<Program>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("UPDATE programs SET version = version WHERE id = $1 RETURNING ", columns!()))
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// Gives a program's link to join another secret: the link before opens nothing any more.
pub async fn set_join_token(tx: &mut Tx, id: ProgramId, token: &str) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE programs SET join_token = $2 WHERE id = $1").bind(id).bind(token).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The names in addresses that are `base`, or begin with it and a hyphen.
pub async fn slugs_like(tx: &mut Tx, base: &str) -> Result<Vec<String>, StoreError> {
    let numbered = format!("{base}-%");
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT slug FROM programs WHERE slug = $1 OR slug LIKE $2")
        .bind(base)
        .bind(&numbered)
        .fetch_all(c)
        .await)?)
}

/// Writes a program's settings as a new version; what the list of mentors shows of it counts as changed too. `false` when
/// its name in addresses is taken.
pub async fn update(tx: &mut Tx, p: &Program) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| {
        let mut query = row::updating(p);
        query
            .push(" AND NOT EXISTS (SELECT 1 FROM programs other WHERE other.id <> programs.id AND other.slug = ")
            .push_bind(&p.slug)
            .push(")");
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// Moves a program in its cycle. The version of its settings stays: nobody who is editing them is disturbed.
pub async fn set_status(tx: &mut Tx, id: ProgramId, status: ProgramStatus, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE programs SET status = $2, updated_at = $3, roster_version = roster_version + 1 WHERE id = $1")
        .bind(id)
        .bind(status)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Gives a program a picture, or none.
pub async fn set_picture(tx: &mut Tx, id: ProgramId, picture: Option<PictureId>, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE programs SET picture_id = $2, updated_at = $3 WHERE id = $1")
        .bind(id)
        .bind(picture)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

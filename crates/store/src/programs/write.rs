//! Writing a program: making it, its settings, its picture, and where it is in its cycle.

use super::{Program, columns};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::programs::ProgramStatus;
use domain::{PictureId, ProgramId};

/// Writes a new program. `false` when its name in addresses is taken.
pub async fn insert(tx: &mut Tx, p: &Program) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query(concat!(
        "INSERT INTO programs (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
         $26, $27) ON CONFLICT DO NOTHING"
    ))
    .bind(p.id)
    .bind(p.organisation_id)
    .bind(&p.slug)
    .bind(p.template)
    .bind(p.kind)
    .bind(p.status)
    .bind(&p.name)
    .bind(&p.summary)
    .bind(&p.description)
    .bind(p.picture_id)
    .bind(p.starts_on)
    .bind(p.ends_on)
    .bind(p.length_weeks)
    .bind(p.join_policy)
    .bind(p.approval)
    .bind(&p.join_token)
    .bind(p.matching)
    .bind(p.default_capacity)
    .bind(p.max_open_requests)
    .bind(p.request_days)
    .bind(p.publish_as)
    .bind(p.proposal_days)
    .bind(&p.agreement)
    .bind(p.roster_version)
    .bind(p.version)
    .bind(p.created_at)
    .bind(p.updated_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
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
        sqlx::query(
        "UPDATE programs SET slug = $2, name = $3, summary = $4, description = $5, starts_on = $6, ends_on = $7, length_weeks = $8,
             join_policy = $9, approval = $10, matching = $11, default_capacity = $12, max_open_requests = $13, request_days = $14,
             publish_as = $15, proposal_days = $16, agreement = $17, updated_at = $18, version = version + 1, roster_version = roster_version + 1
         WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM programs other WHERE other.slug = $2 AND other.id <> $1)"
    )
    .bind(p.id)
    .bind(&p.slug)
    .bind(&p.name)
    .bind(&p.summary)
    .bind(&p.description)
    .bind(p.starts_on)
    .bind(p.ends_on)
    .bind(p.length_weeks)
    .bind(p.join_policy)
    .bind(p.approval)
    .bind(p.matching)
    .bind(p.default_capacity)
    .bind(p.max_open_requests)
    .bind(p.request_days)
    .bind(p.publish_as)
    .bind(p.proposal_days)
    .bind(&p.agreement)
    .bind(p.updated_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected())
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

//! Invitations by mail, good for one person, and by link, good for many.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::organisations::OrgRole;
use domain::{InvitationId, OrganisationId, PersonId, ProgramId};

row! {
    /// An invitation.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Invitation in "invitations" as columns {
        /// Its id.
        pub id: InvitationId,
        /// The organisation.
        pub organisation_id: OrganisationId,
        /// Into which of its programs, besides; none for the organisation alone.
        pub program_id: Option<ProgramId>,
        /// As what.
        pub role: OrgRole,
        /// To whom it was sent; none for a link.
        pub email: Option<String>,
        /// The link's secret part; none for one by mail, of which only a hash is kept.
        pub link_token: Option<String>,
        /// Who invited.
        pub created_by: Option<PersonId>,
        /// When.
        pub created_at: DateTime<Utc>,
        /// Until when it is good.
        pub expires_at: DateTime<Utc>,
        /// When it was taken back.
        pub revoked_at: Option<DateTime<Utc>>,
        /// When it was accepted; links never are.
        pub accepted_at: Option<DateTime<Utc>>,
    }
}

row! {
    /// An invitation with the hash of its token.
    #[derive(Debug, Clone)]
    pub struct Invited in "invitations" {
        /// The invitation.
        pub invitation: Invitation = row,
        /// The hash of its token.
        pub token_hash: Vec<u8>,
    }
}

impl Invitation {
    /// Whether it can be accepted now.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && self.accepted_at.is_none() && now < self.expires_at
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM invitations ", $rest)
    };
}

/// The invitation of a token.
pub async fn by_hash(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<Invitation>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(select!("WHERE token_hash = $1")).bind(token_hash).fetch_optional(c).await)?)
}

/// An invitation of an organisation.
pub async fn by_id(tx: &mut Tx, organisation: OrganisationId, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(select!("WHERE organisation_id = $1 AND id = $2")).bind(organisation).bind(id).fetch_optional(c).await)?)
}

/// The open invitations of an organisation, newest first.
pub async fn open(tx: &mut Tx, organisation: OrganisationId, now: DateTime<Utc>, limit: i64) -> Result<Vec<Invitation>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(select!(
        "WHERE organisation_id = $1 AND revoked_at IS NULL AND accepted_at IS NULL AND expires_at > $2 ORDER BY id DESC LIMIT $3"
    ))
    .bind(organisation)
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Gives an invitation another token and more time, and makes it the invitation of whoever sends it again.
pub async fn renew(tx: &mut Tx, id: InvitationId, by: PersonId, token_hash: &[u8], expires_at: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE invitations SET token_hash = $2, expires_at = $3, created_by = $4 WHERE id = $1")
        .bind(id)
        .bind(token_hash)
        .bind(expires_at)
        .bind(by)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Takes an invitation back; `false` when it was used up or taken back before.
pub async fn revoke(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let taken: Option<i32> = on!(tx, |c| sqlx::query_scalar(
        "UPDATE invitations SET revoked_at = $2 WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL RETURNING 1"
    )
    .bind(id)
    .bind(now)
    .fetch_optional(c)
    .await)?;
    Ok(taken.is_some())
}

/// Uses an invitation by mail up; `false` when somebody did so just before.
pub async fn accept(tx: &mut Tx, id: InvitationId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let taken: Option<i32> = on!(tx, |c| sqlx::query_scalar(
        "UPDATE invitations SET accepted_at = $2 WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL RETURNING 1"
    )
    .bind(id)
    .bind(now)
    .fetch_optional(c)
    .await)?;
    Ok(taken.is_some())
}

/// Removes invitations that were accepted, taken back or ran out before an instant, and says how many.
pub async fn delete_ended(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM invitations WHERE COALESCE(accepted_at, revoked_at, expires_at) <= $1")
        .bind(before)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

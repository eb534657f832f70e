//! When mails with invitations leave, to keep to quotas; what is still in the outbox can be called back.

use crate::row::VALUES;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{InvitationId, OrganisationId, PersonId};

/// When the latest mails of an organisation leave, those after an instant.
pub async fn of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    after: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT leaves_at FROM invitation_mails WHERE organisation_id = $1 AND leaves_at > $2 ORDER BY leaves_at DESC LIMIT $3"
    )
    .bind(organisation)
    .bind(after)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The same of whoever invites, in whatever organisation.
pub async fn of_person(tx: &mut Tx, person: PersonId, after: DateTime<Utc>, limit: i64) -> Result<Vec<DateTime<Utc>>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "SELECT leaves_at FROM invitation_mails WHERE sent_by = $1 AND leaves_at > $2 ORDER BY leaves_at DESC LIMIT $3"
    )
    .bind(person)
    .bind(after)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The same for some addresses, whoever invites them.
pub async fn to(tx: &mut Tx, email_keys: &[String], after: DateTime<Utc>) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
    let mut found = Vec::new();
    for chunk in email_keys.chunks(VALUES) {
        let some: Vec<(String, DateTime<Utc>)> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("SELECT email_key, leaves_at FROM invitation_mails WHERE leaves_at > ");
            query.push_bind(after).push(" AND email_key IN (");
            let mut list = query.separated(", ");
            for key in chunk {
                list.push_bind(key.clone());
            }
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(some);
    }
    Ok(found)
}

/// How many mails of an organisation wait for their turn, and when the last of them leaves.
pub async fn waiting(tx: &mut Tx, organisation: OrganisationId, now: DateTime<Utc>) -> Result<(i64, Option<DateTime<Utc>>), StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT COUNT(*), MAX(leaves_at) FROM invitation_mails WHERE organisation_id = $1 AND leaves_at > $2")
        .bind(organisation)
        .bind(now)
        .fetch_one(c)
        .await)?)
}

/// Takes the mail with an invitation out of the outbox, if it is still there; then it doesn't count either.
pub async fn call_back(tx: &mut Tx, invitation: InvitationId, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "DELETE FROM mails WHERE sent_at IS NULL AND attempts = 0
             AND id IN (SELECT mail_id FROM invitation_mails WHERE invitation_id = $1 AND leaves_at > $2)"
    )
    .bind(invitation)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    on!(tx, |c| sqlx::query("DELETE FROM invitation_mails WHERE invitation_id = $1 AND leaves_at > $2")
        .bind(invitation)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Forgets those that don't count any more, and says how many.
pub async fn delete_older(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM invitation_mails WHERE leaves_at <= $1")
        .bind(before)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

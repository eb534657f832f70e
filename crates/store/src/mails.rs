//! The outbox: mails written with the change that causes them, sent afterwards by the mail job.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::MailId;

row! {
    /// A mail, ready to be sent.
    #[derive(Debug, Clone)]
    pub struct Mail in "mails" as columns {
        /// Its id.
        pub id: MailId,
        /// The name of whom it is for.
        pub to_name: String,
        /// The address of whom it is for.
        pub to_email: String,
        /// The language it is written in.
        pub locale: String,
        /// The subject line.
        pub subject: String,
        /// The plain text part.
        pub body_text: String,
        /// The HTML part.
        pub body_html: String,
        /// When it was written.
        pub created_at: DateTime<Utc>,
        /// How often sending was tried.
        pub attempts: i32,
    }
}

/// Takes the oldest mails that are due and puts them aside until `until`, so that no second server sends them too; each
/// take counts as an attempt.
pub async fn claim(tx: &mut Tx, now: DateTime<Utc>, until: DateTime<Utc>, limit: i64) -> Result<Vec<Mail>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
        concat!("UPDATE mails SET not_before = $2, attempts = attempts + 1
         WHERE id IN (SELECT id FROM mails WHERE sent_at IS NULL AND NOT given_up AND not_before <= $1 ORDER BY not_before, id LIMIT $3) AND not_before <= $1
         RETURNING ", columns!())
    )
    .bind(now)
    .bind(until)
    .bind(limit)
    .fetch_all(c)
    .await
    })?)
}

/// Notes that a mail was sent, and forgets what it said: links in it still open things. Its subject holds none.
pub async fn mark_sent(tx: &mut Tx, id: MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE mails SET sent_at = $2, last_error = NULL, body_text = '', body_html = '' WHERE id = $1")
        .bind(id)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Notes that a mail could not be sent and when to try again.
pub async fn mark_failed(tx: &mut Tx, id: MailId, error: &str, again: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE mails SET last_error = $2, not_before = $3 WHERE id = $1")
        .bind(id)
        .bind(error)
        .bind(again)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Notes that a mail will never be sent; it is not claimed again, and what it said is forgotten.
pub async fn give_up(tx: &mut Tx, id: MailId, error: &str) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE mails SET last_error = $2, given_up = $3, body_text = '', body_html = '' WHERE id = $1")
        .bind(id)
        .bind(error)
        .bind(true)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Removes mails that were written before an instant and are done with: sent or given up. Says how many.
pub async fn delete_older(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    Ok(on!(tx, |c| sqlx::query("DELETE FROM mails WHERE created_at < $1 AND (sent_at IS NOT NULL OR given_up)")
        .bind(before)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

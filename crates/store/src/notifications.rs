//! Notifications: what a person is told on the site.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{NotificationId, PersonId};
use serde_json::Value;
use sqlx::types::Json;

row! {
    /// A notification.
    #[derive(Debug, Clone)]
    pub struct Notification in "notifications" as columns {
        /// Its id.
        pub id: NotificationId,
        /// Whom it is for.
        pub person_id: PersonId,
        /// What it says: the name of a message.
        pub kind: String,
        /// Where it leads: a path of this site.
        pub link: String,
        /// The message's arguments.
        pub body: Json<Value>,
        /// When.
        pub created_at: DateTime<Utc>,
        /// When it was read.
        pub read_at: Option<DateTime<Utc>>,
    }
}

/// A person's newest notifications, newest first.
pub async fn newest(tx: &mut Tx, person: PersonId, limit: i64) -> Result<Vec<Notification>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!(
            "SELECT ",
            columns!(),
            " FROM notifications WHERE person_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2"
        ))
        .bind(person)
        .bind(limit)
        .fetch_all(c)
        .await
    })?)
}

/// A person's notifications made before one of theirs, newest first; the newest without one.
pub async fn page(tx: &mut Tx, person: PersonId, before: Option<NotificationId>, limit: i64) -> Result<Vec<Notification>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
        concat!("SELECT ", columns!(), " FROM notifications
         WHERE person_id = $1 AND ($2 IS NULL OR (created_at, id) < (SELECT created_at, id FROM notifications WHERE id = $2 AND person_id = $1))
         ORDER BY created_at DESC, id DESC LIMIT $3")
    )
    .bind(person)
    .bind(before)
    .bind(limit)
    .fetch_all(c)
    .await
    })?)
}

/// How many a person hasn't read.
pub async fn unread(tx: &mut Tx, person: PersonId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM notifications WHERE person_id = $1 AND read_at IS NULL")
        .bind(person)
        .fetch_one(c)
        .await)?)
}

/// Marks all of a person's notifications as read.
pub async fn mark_read(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE notifications SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL")
        .bind(person)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Links that one statement changes at most.
const LINKS: usize = 200;

/// Leads notifications of these people elsewhere whose link is one of some: what they led to is gone.
pub async fn lead_elsewhere(tx: &mut Tx, gone: &[(PersonId, String)], to: &str) -> Result<(), StoreError> {
    for chunk in gone.chunks(LINKS) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("UPDATE notifications SET link = ");
            query.push_bind(to).push(" WHERE ");
            for (nth, (person, link)) in chunk.iter().enumerate() {
                query.push(if nth == 0 { "(person_id = " } else { " OR (person_id = " }).push_bind(*person);
                query.push(" AND link = ").push_bind(link.clone()).push(")");
            }
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

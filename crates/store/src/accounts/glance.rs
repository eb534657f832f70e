//! What the frame of every page shows of the one who looks at it, asked for together with who that is.

use super::sessions::Authenticated;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::PictureId;

row! {
    /// A person at a glance.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub struct Glance {
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// How many notifications they haven't read.
        pub unread: i64,
        /// Whether they manage an organisation or coordinate a program.
        pub manages: bool,
    }
}

row! {
    /// Somebody signed in who looks at a page.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Visitor {
        /// Who.
        pub who: Authenticated = row,
        /// What the frame shows of them.
        pub glance: Glance = row,
    }
}

/// [`super::sessions::authenticate`] with the person at a glance, in one statement: every page asks this.
pub async fn visitor(tx: &mut Tx, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<Visitor>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
            "SELECT s.id AS session_id, s.last_seen_at, p.id AS person_id, p.name, p.locale, p.zone, p.email_verified_at, p.picture_id,
                 (SELECT COUNT(*) FROM notifications n WHERE n.person_id = p.id AND n.read_at IS NULL) AS unread,
                 EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.role IN ('owner', 'admin'))
                     OR EXISTS (SELECT 1 FROM program_coordinators c WHERE c.person_id = p.id) AS manages
             FROM sessions s JOIN people p ON p.id = s.person_id
             WHERE s.token_hash = $1 AND s.expires_at > $2",
        )
        .bind(token_hash)
        .bind(now)
        .fetch_optional(c)
        .await
    })?)
}

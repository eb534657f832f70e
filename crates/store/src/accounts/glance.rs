//! What the frame of every page shows of the one who looks at it, in one statement.

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use domain::{PersonId, PictureId};

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
from_row!(Glance { picture_id, unread, manages });

/// A person at a glance.
///
/// # Errors
/// The database said no.
pub async fn glance(tx: &mut Tx, person: PersonId) -> Result<Option<Glance>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
            "SELECT p.picture_id,
                 (SELECT COUNT(*) FROM notifications n WHERE n.person_id = p.id AND n.read_at IS NULL) AS unread,
                 EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.role IN ('owner', 'admin'))
                     OR EXISTS (SELECT 1 FROM program_coordinators c WHERE c.person_id = p.id) AS manages
             FROM people p WHERE p.id = $1",
        )
        .bind(person)
        .fetch_optional(c)
        .await
    })?)
}

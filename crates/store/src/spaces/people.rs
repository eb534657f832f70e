//! Who is in a space that has no mentorship.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::mentorships::SpaceRole;
use domain::{PersonId, SpaceId};

/// Somebody in a space without a mentorship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpacePerson {
    /// The space.
    pub space_id: SpaceId,
    /// Who.
    pub person_id: PersonId,
    /// As what.
    pub role: SpaceRole,
    /// Since when.
    pub joined_at: DateTime<Utc>,
    /// When they left it, if they did before it closed.
    pub left_at: Option<DateTime<Utc>>,
}

/// Lets somebody into a space without a mentorship.
pub async fn insert_person(tx: &mut Tx, p: &SpacePerson) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("INSERT INTO space_people (space_id, person_id, role, joined_at, left_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(p.space_id)
        .bind(p.person_id)
        .bind(p.role)
        .bind(p.joined_at)
        .bind(p.left_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

//! Who is in a space that has no mentorship.

use crate::row::{self, row};
use crate::{StoreError, Tx};
use chrono::{DateTime, Utc};
use domain::mentorships::SpaceRole;
use domain::{PersonId, SpaceId};

row! {
    /// Somebody in a space without a mentorship.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SpacePerson in "space_people" {
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
}

/// Lets somebody into a space without a mentorship.
pub async fn insert_person(tx: &mut Tx, p: &SpacePerson) -> Result<(), StoreError> {
    row::insert(tx, p).await
}

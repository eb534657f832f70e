//! Who signed a mentorship's agreement.

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{MentorshipId, PersonId};

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub person_id: PersonId,
    /// When.
    pub signed_at: DateTime<Utc>,
}
from_row!(Signature { person_id, signed_at });

/// Signs. Says whether it is new.
pub async fn sign(tx: &mut Tx, mentorship: MentorshipId, person: PersonId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query(
        "INSERT INTO agreement_signatures (mentorship_id, person_id, signed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    )
    .bind(mentorship)
    .bind(person)
    .bind(now)
    .execute(c)
    .await
    .map(|r| r.rows_affected()))?;
    Ok(rows == 1)
}

/// The signatures so far.
pub async fn signatures(tx: &mut Tx, mentorship: MentorshipId) -> Result<Vec<Signature>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT person_id, signed_at FROM agreement_signatures WHERE mentorship_id = $1 ORDER BY signed_at")
        .bind(mentorship)
        .fetch_all(c)
        .await)?)
}

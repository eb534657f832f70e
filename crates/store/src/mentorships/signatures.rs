//! Who signed a mentorship's agreement.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{MentorshipId, PersonId};

row! {
    /// A signature.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Signature in "agreement_signatures" {
        /// Who signed.
        pub person_id: PersonId,
        /// When.
        pub signed_at: DateTime<Utc>,
    }
}

row! {
    /// A signature, and under what.
    #[derive(Debug, Clone)]
    pub struct MentorshipSignature in "agreement_signatures" {
        /// The mentorship.
        pub mentorship_id: MentorshipId,
        /// Who and when.
        pub signature: Signature = row,
    }
}

/// Signs. Says whether it is new.
pub async fn sign(tx: &mut Tx, mentorship: MentorshipId, person: PersonId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let signature = Signature { person_id: person, signed_at: now };
    row::insert_new(tx, &MentorshipSignature { mentorship_id: mentorship, signature }, "").await
}

/// The signatures so far.
pub async fn signatures(tx: &mut Tx, mentorship: MentorshipId) -> Result<Vec<Signature>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT person_id, signed_at FROM agreement_signatures WHERE mentorship_id = $1 ORDER BY signed_at")
        .bind(mentorship)
        .fetch_all(c)
        .await)?)
}

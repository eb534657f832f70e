//! How it went: one rating and one sentence from each of the two.

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{MentorshipId, PersonId};

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Whose.
    pub person_id: PersonId,
    /// From 1 to 5.
    pub rating: i32,
    /// In a sentence; may be empty.
    pub sentence: String,
    /// When.
    pub created_at: DateTime<Utc>,
}
from_row!(Review { person_id, rating, sentence, created_at });

/// Writes a review. Says whether it is the person's first.
pub async fn insert_review(tx: &mut Tx, mentorship: MentorshipId, review: &Review) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| {
        sqlx::query(
        "INSERT INTO mentorship_reviews (mentorship_id, person_id, rating, sentence, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
    )
    .bind(mentorship)
    .bind(review.person_id)
    .bind(review.rating)
    .bind(&review.sentence)
    .bind(review.created_at)
    .execute(c)
    .await
    .map(|r| r.rows_affected())
    })?;
    Ok(rows == 1)
}

/// The reviews of a mentorship.
pub async fn reviews(tx: &mut Tx, mentorship: MentorshipId) -> Result<Vec<Review>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT person_id, rating, sentence, created_at FROM mentorship_reviews WHERE mentorship_id = $1 ORDER BY created_at"
    )
    .bind(mentorship)
    .fetch_all(c)
    .await)?)
}

//! How it went: one rating and one sentence from each of the two.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{MentorshipId, PersonId};

row! {
    /// A review.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Review in "mentorship_reviews" as columns {
        /// Whose.
        pub person_id: PersonId,
        /// From 1 to 5.
        pub rating: i32,
        /// In a sentence; may be empty.
        pub sentence: String,
        /// When.
        pub created_at: DateTime<Utc>,
    }
}

row! {
    /// A review, and of what.
    #[derive(Debug, Clone)]
    pub struct MentorshipReview in "mentorship_reviews" {
        /// The mentorship.
        pub mentorship_id: MentorshipId,
        /// How it went.
        pub review: Review = row,
    }
}

/// Writes a review. Says whether it is the person's first.
pub async fn insert_review(tx: &mut Tx, mentorship: MentorshipId, review: &Review) -> Result<bool, StoreError> {
    row::insert_new(tx, &MentorshipReview { mentorship_id: mentorship, review: review.clone() }, "").await
}

/// The reviews of a mentorship.
pub async fn reviews(tx: &mut Tx, mentorship: MentorshipId) -> Result<Vec<Review>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM mentorship_reviews WHERE mentorship_id = $1 ORDER BY created_at"
    ))
    .bind(mentorship)
    .fetch_all(c)
    .await)?)
}

//! The people of mentorships as lists and letters need them.

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::{MentorshipId, PersonId, PictureId};

row! {
    /// One of the two people of a mentorship.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Party {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Their headline.
        pub headline: Option<String>,
        /// Their address.
        pub email: String,
        /// Their language's tag.
        pub locale: String,
        /// Their IANA time zone.
        pub zone: String,
    }
}

/// The two people of a mentorship: first the mentor, then the mentee.
pub async fn parties(tx: &mut Tx, mentorship: MentorshipId) -> Result<Option<(Party, Party)>, StoreError> {
    let found: Vec<Party> = on!(tx, |c| sqlx::query_as(
        "SELECT p.id, p.name, p.picture_id, p.headline, p.email, p.locale, p.zone FROM mentorships m
         JOIN people p ON p.id = m.mentor_id OR p.id = m.mentee_id
         WHERE m.id = $1 ORDER BY CASE WHEN p.id = m.mentor_id THEN 0 ELSE 1 END"
    )
    .bind(mentorship)
    .fetch_all(c)
    .await)?;
    let mut found = found.into_iter();
    Ok(found.next().zip(found.next()))
}

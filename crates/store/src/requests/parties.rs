//! The people whom a request concerns, as they are addressed: one query for any number of them.

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::{PersonId, PictureId};

row! {
    /// Somebody a request concerns.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Contact {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Their address.
        pub email: String,
        /// Whether the address is theirs for certain.
        pub verified: bool,
        /// Their language's tag.
        pub locale: String,
        /// Their IANA time zone.
        pub zone: String,
    }
}

/// Ids in one statement: less than either engine takes.
const IDS: usize = 8_000;

/// The people with these ids; whoever isn't there is left out.
pub async fn parties(tx: &mut Tx, ids: &[PersonId]) -> Result<Vec<Contact>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(IDS) {
        let some: Vec<Contact> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "SELECT id, name, headline, picture_id, email, (email_verified_at IS NOT NULL) AS verified, locale, zone FROM people WHERE id IN (",
            );
            let mut list = query.separated(", ");
            for id in chunk {
                list.push_bind(*id);
            }
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(some);
    }
    Ok(found)
}

//! What stands with a mentorship and in its space, and the end of a space in which nothing ever stood.

use crate::{StoreError, Tx, on};
use domain::SpaceId;

/// Nothing stands with mentorship `m` or in its space. Whatever does makes it touched: a mentorship is taken back while this holds,
/// and never after. **A feature that keeps something in spaces adds its table here**, as
/// `AND NOT EXISTS (SELECT 1 FROM notes x WHERE x.space_id = m.space_id)`, whoever may see it; a test fails for a table that is
/// left out.
macro_rules! nothing_stands {
    () => {
        " AND NOT EXISTS (SELECT 1 FROM agreement_signatures x WHERE x.mentorship_id = m.id)
          AND NOT EXISTS (SELECT 1 FROM mentorship_reviews x WHERE x.mentorship_id = m.id)
          AND NOT EXISTS (SELECT 1 FROM goals x WHERE x.mentorship_id = m.id)"
    };
}
pub(crate) use nothing_stands;

/// The same as a text, for the test that no table is left out.
pub const NOTHING_STANDS: &str = nothing_stands!();

/// Removes those of these spaces that no mentorship is in any more: their mentorships were taken back, so nothing ever stood there.
///
/// # Errors
/// The database said no; also when something does stand in one.
pub async fn remove_empty(tx: &mut Tx, spaces: &[SpaceId]) -> Result<(), StoreError> {
    for chunk in spaces.chunks(2_000) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "DELETE FROM spaces WHERE kind <> 'hour' AND NOT EXISTS (SELECT 1 FROM mentorships m WHERE m.space_id = spaces.id) AND id IN (",
            );
            let mut list = query.separated(", ");
            for space in chunk {
                list.push_bind(*space);
            }
            query.push(")");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

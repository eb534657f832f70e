//! The folded form of names, by which people are looked up (`people.name_key`).
//!
//! Whoever writes a name writes its key too ([`domain::search::name_key`]); this fills the keys of those who were here before
//! the column was.

use crate::{Db, StoreError, on};
use domain::PersonId;
use domain::search::name_key;

/// People in one statement, with two values each.
const PEOPLE: i64 = 4_000;

/// Folds the names that have no key yet, and says how many. Nothing to do but once after the migration that brought the column.
pub async fn fold_missing(db: &Db) -> Result<usize, StoreError> {
    let mut folded = 0;
    loop {
        let mut tx = db.write().await?;
        let rows: Vec<(PersonId, String)> =
            on!(&mut tx, |c| sqlx::query_as("SELECT id, name FROM people WHERE name_key = '' AND name <> '' ORDER BY id LIMIT $1")
                .bind(PEOPLE)
                .fetch_all(c)
                .await)?;
        if rows.is_empty() {
            return Ok(folded);
        }
        on!(&mut tx, |c| {
            let mut query = sqlx::QueryBuilder::new("WITH keys (id, name_key) AS (");
            query.push_values(&rows, |mut row, (id, name)| {
                row.push_bind(*id).push_bind(name_key(name));
            });
            query.push(") UPDATE people SET name_key = keys.name_key FROM keys WHERE people.id = keys.id");
            query.build().execute(c).await.map(|_| ())
        })?;
        tx.commit().await?;
        folded += rows.len();
    }
}

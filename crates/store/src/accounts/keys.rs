//! The form of addresses that is unique (`people.email_key`), for those who were here before domains had one spelling in it.

use crate::{Db, StoreError, on};
use domain::PersonId;
use domain::accounts::email_key;
use std::collections::HashSet;

/// People in one statement, with two values each.
const PEOPLE: usize = 4_000;

/// Gives addresses whose domain has two spellings the key that is theirs, and says how many got another one. Where the other
/// spelling has an account too, both stay as they are: nobody's is taken away.
pub async fn one_spelling(db: &Db) -> Result<u64, StoreError> {
    let mut tx = db.write().await?;
    // Only letters beyond ASCII are written in two ways.
    let rows: Vec<(PersonId, String, String)> = on!(&mut tx, |c| {
        sqlx::query_as(
        "SELECT id, email, email_key FROM people WHERE email_key LIKE '%xn--%' OR OCTET_LENGTH(email_key) <> LENGTH(email_key) ORDER BY id"
    )
    .fetch_all(c)
    .await
    })?;
    let keyed = rows.into_iter().map(|(id, email, before)| (id, email_key(&email), before));
    let mut seen = HashSet::new();
    let others: Vec<(PersonId, String)> = keyed
        .filter(|(_, key, before)| key != before)
        .filter(|(_, key, _)| seen.insert(key.clone()))
        .map(|(id, key, _)| (id, key))
        .collect();
    let mut changed = 0;
    for chunk in others.chunks(PEOPLE) {
        changed += on!(&mut tx, |c| {
            let mut query = sqlx::QueryBuilder::new("WITH keys (id, email_key) AS (");
            query.push_values(chunk, |mut row, (id, key)| {
                row.push_bind(*id).push_bind(key);
            });
            query.push(
                ") UPDATE people SET email_key = keys.email_key FROM keys WHERE people.id = keys.id
                   AND NOT EXISTS (SELECT 1 FROM people other WHERE other.email_key = keys.email_key)",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    tx.commit().await?;
    Ok(changed)
}

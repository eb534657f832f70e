//! The few things that SQLite and PostgreSQL say differently. Everything else is one text for both.

use crate::{Db, StoreError, Tx, on};
use sqlx::{ConnectOptions, Connection};
use std::path::Path;

/// Writes a consistent copy of a SQLite database in use to a new file (`VACUUM INTO`).
///
/// # Errors
/// The file exists or can't be written. `Ok(false)` on PostgreSQL, whose own `pg_dump` does this.
pub async fn copy_into(db: &Db, file: &Path) -> Result<bool, StoreError> {
    let Db::Sqlite { read, .. } = db else { return Ok(false) };
    // Copying counts as writing, which readers can't; the one writer is not kept from its work for so long.
    let options = read.connect_options().as_ref().clone().pragma("query_only", "OFF");
    let mut connection = options.connect().await?;
    sqlx::query("VACUUM INTO $1").bind(file.display().to_string()).execute(&mut connection).await?;
    connection.close().await?;
    Ok(true)
}

/// Lets the planner know how large the tables are, after much was written at once.
pub async fn analyse(tx: &mut Tx) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("ANALYZE").execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The pattern that finds a text anywhere in another, which is in lower case: for `email_key LIKE $n ESCAPE '!'`.
#[must_use]
pub fn contains(text: &str) -> String {
    let text = text.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{text}%")
}

/// The pattern that finds people by a part of their name: for `name_key LIKE $n ESCAPE '!'`. Empty words find everybody.
#[must_use]
pub fn name_contains(words: &str) -> String {
    contains(&domain::search::name_key(words))
}

//! What SQLite was built with.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use sqlx::{Connection, SqliteConnection};

/// `.cargo/config.toml` says why.
#[tokio::test]
async fn sqlite_plans_a_statement_once_whatever_values_it_is_given() {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let used: bool = sqlx::query_scalar("SELECT sqlite_compileoption_used('ENABLE_STAT4')").fetch_one(&mut connection).await.unwrap();
    assert!(!used, "built without the flags of .cargo/config.toml");
}

//! What SQLite was built with, and what each connection is told.

#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "tests")]

use sqlx::{Connection, SqliteConnection, SqlitePool};
use store::testing::fresh;
use store::testing::rows::{at, id};
use store::{Db, Engine, favourites};

/// `.cargo/config.toml` says why.
#[tokio::test]
async fn sqlite_plans_a_statement_once_whatever_values_it_is_given() {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let used: bool = sqlx::query_scalar("SELECT sqlite_compileoption_used('ENABLE_STAT4')").fetch_one(&mut connection).await.unwrap();
    assert!(!used, "built without the flags of .cargo/config.toml");
}

/// What every connection of a pool says to a question.
async fn each(pool: &SqlitePool, question: &'static str) -> Vec<String> {
    let mut held = Vec::new();
    for _ in 0..pool.options().get_max_connections() {
        held.push(pool.acquire().await.unwrap());
    }
    let mut said = Vec::new();
    for connection in &mut held {
        let answer: String = sqlx::query_scalar(question).fetch_one(&mut **connection).await.unwrap();
        said.push(answer);
    }
    said
}

/// FULL is 2. NORMAL would lose what was acknowledged in the last moments before a power cut.
#[tokio::test]
async fn what_was_acknowledged_survives_a_power_cut() {
    let test = fresh(Engine::Sqlite).await;
    let Db::Sqlite { read, write, .. } = &test.db else { panic!("no SQLite") };
    for (question, answer) in [
        ("SELECT CAST(synchronous AS TEXT) FROM pragma_synchronous", "2"),
        ("SELECT CAST(foreign_keys AS TEXT) FROM pragma_foreign_keys", "1"),
        ("SELECT journal_mode FROM pragma_journal_mode", "wal"),
    ] {
        for (pool, least) in [(write, 1), (read, 4)] {
            let said = each(pool, question).await;
            assert!(said.len() >= least && said.iter().all(|said| said == answer), "{question}: {said:?}");
        }
    }
}

/// Whoever asks for a reader by mistake where something is written learns of it in the first test.
#[tokio::test]
async fn a_reader_cannot_write() {
    let test = fresh(Engine::Sqlite).await;
    for mut tx in [test.db.read().await.unwrap(), test.db.snapshot().await.unwrap()] {
        let refused = favourites::add(&mut tx, id(1), id(1), id(2), at(0)).await.unwrap_err();
        assert!(refused.to_string().contains("readonly database"), "{refused}");
    }
}

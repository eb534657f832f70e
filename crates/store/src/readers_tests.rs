//! Who gets a reader's connection next.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::*;
use crate::testing::{TestDb, fresh, wire::Wire};
use crate::{Db, Engine, Tx, on};
use std::time::Duration;

fn readers(db: &Db) -> &Readers {
    let Db::Postgres(readers) = db else { panic!("a test of PostgreSQL") };
    readers
}

fn kept(db: &Db) -> usize {
    readers(db).kept().as_ref().map_or(0, Vec::len)
}

async fn ask(tx: &mut Tx, sql: &'static str) -> Result<i32, sqlx::Error> {
    on!(tx, |c| sqlx::query_scalar(sql).fetch_one(c).await)
}

async fn asked(db: &Db, sql: &'static str) -> Result<i32, sqlx::Error> {
    ask(&mut db.read().await.unwrap(), sql).await
}

async fn started() -> TestDb {
    let test = fresh(Engine::Postgres).await;
    assert_eq!((asked(&test.db, "SELECT 1").await.unwrap(), kept(&test.db)), (1, 1));
    test
}

#[tokio::test]
async fn the_next_one_gets_it_without_a_question() {
    let test = fresh(Engine::Postgres).await;
    let (db, wire) = Wire::to(&test).await;
    let first = asked(&db, "SELECT pg_backend_pid()").await.unwrap();
    let before = wire.counted().await;
    for _ in 0..3 {
        assert_eq!(asked(&db, "SELECT pg_backend_pid()").await.unwrap(), first);
    }
    assert_eq!(wire.counted().await - before, 3);
}

#[tokio::test]
async fn whoever_breaks_off_leaves_it_to_the_pool() {
    let test = started().await;
    let slow = tokio::time::timeout(Duration::from_millis(50), asked(&test.db, "SELECT 2 FROM (SELECT pg_sleep(1)) AS slept"));
    assert!(slow.await.is_err());
    assert_eq!(kept(&test.db), 0);
    assert_eq!(asked(&test.db, "SELECT 3").await.unwrap(), 3);
}

#[tokio::test]
async fn whoever_was_told_of_an_error_leaves_it_to_the_pool_unless_the_next_statement_is_answered() {
    let test = started().await;
    asked(&test.db, "SELECT 1 / 0").await.unwrap_err();
    assert_eq!(kept(&test.db), 0);
    let mut tx = test.db.read().await.unwrap();
    ask(&mut tx, "SELECT 1 / 0").await.unwrap_err();
    assert_eq!(ask(&mut tx, "SELECT 4").await.unwrap(), 4);
    drop(tx);
    assert_eq!(kept(&test.db), 1);
}

#[tokio::test]
async fn a_connection_that_is_gone_fails_once() {
    let test = started().await;
    let other = Db::connect(&test.url()).await.unwrap();
    let killed = "SELECT CAST(COUNT(pg_terminate_backend(pid)) AS INT) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    assert_eq!(asked(&other, killed).await.unwrap(), 1);
    asked(&test.db, "SELECT 5").await.unwrap_err();
    assert_eq!((asked(&test.db, "SELECT 6").await.unwrap(), kept(&test.db)), (6, 1));
}

#[tokio::test]
async fn writers_find_those_that_wait_for_readers() {
    let test = started().await;
    let mut reading = Vec::new();
    for _ in 0..20 {
        let mut tx = test.db.read().await.unwrap();
        ask(&mut tx, "SELECT 7").await.unwrap();
        reading.push(tx);
    }
    assert_eq!(kept(&test.db), 0);
    while let Some(tx) = reading.pop() {
        let returned = reading.len() == 19;
        drop(tx);
        // The pool looks at the first one: all were taken. The others find one that is free.
        while returned && readers(&test.db).is_short() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    assert_eq!(kept(&test.db), KEPT);
    let mut writing = Vec::new();
    for _ in 0..20 {
        writing.push(test.db.write().await.unwrap());
    }
    assert_eq!(kept(&test.db), 0);
}

#[tokio::test]
async fn closing_waits_for_none_of_them() {
    let test = started().await;
    let mut late = test.db.read().await.unwrap();
    let closing = tokio::spawn({
        let db = test.db.clone();
        async move { db.close().await }
    });
    tokio::task::yield_now().await;
    assert_eq!(ask(&mut late, "SELECT 8").await.unwrap(), 8);
    drop(late);
    closing.await.unwrap();
    assert_eq!(kept(&test.db), 0);
    test.db.read().await.unwrap_err();
}

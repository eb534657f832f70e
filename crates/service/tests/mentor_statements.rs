//! The list of mentors takes the same number of statements for many mentors as for few. Statements are counted as the driver
//! tells them to the log; that is one for the whole process, so this test has a file of its own.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use domain::mentors::MentorSearch;
use service::testing::Stage;
use service::{home, mentors, search as words};
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use store::testing::fresh;
use store::{Db, Engine};
use tracing::field::{Field, Visit};
use tracing::span;

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// Counts the log's lines about statements.
struct Counter;

impl tracing::Subscriber for Counter {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target().starts_with("sqlx::query")
    }
    fn event(&self, event: &tracing::Event<'_>) {
        if event.metadata().target().starts_with("sqlx::query") {
            event.record(&mut Reading);
        }
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Counts what reads. (A new connection has settings of its own to make, whenever the pool opens one.)
struct Reading;

impl Visit for Reading {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" && (value.starts_with("SELECT") || value.starts_with("WITH")) {
            STATEMENTS.fetch_add(1, Ordering::SeqCst);
        }
    }
    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

/// How many there have been. SQLite's are told by a thread of its own, shortly after.
async fn counted() -> usize {
    tokio::time::sleep(Duration::from_millis(100)).await;
    STATEMENTS.load(Ordering::SeqCst)
}

/// How many statements the list takes when nothing is in memory, when it is, and how many the day takes.
async fn statements(db: &Db, mentors: i32) -> [usize; 3] {
    let stage = Stage::new(db);
    let program = stage.program("career").open().await;
    let mentee = stage.person("Amara").await;
    stage.mentee(&program, &mentee).await;
    for n in 0..mentors {
        let mentor = stage.person(&format!("Mentor {n}")).await;
        stage.mentor(&program, &mentor, 1).await;
        let mut tx = stage.ctx.write().await.unwrap();
        words::index_person(&mut tx, mentor.id).await.unwrap();
        tx.commit().await.unwrap();
    }
    let search = MentorSearch { words: "mentor".to_owned(), ..MentorSearch::default() };
    let before = counted().await;
    mentors::list(&stage.ctx, &mentee, "career", search.clone()).await.unwrap();
    let cold = counted().await;
    mentors::list(&stage.ctx, &mentee, "career", search).await.unwrap();
    let warm = counted().await;
    home::day(&stage.ctx, &mentee).await.unwrap();
    let day = counted().await;
    [cold - before, warm - cold, day - warm]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_number_does_not_depend_on_the_mentors() {
    tracing::subscriber::set_global_default(Counter).unwrap();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let few = statements(&fresh(engine).await.db, 2).await;
        let many = statements(&fresh(engine).await.db, 60).await;
        assert_eq!(few, many, "{engine:?}");
        let [cold, warm, _] = few;
        assert!(0 < warm && warm < cold && warm <= 12, "{engine:?}: {few:?}");
    }
}

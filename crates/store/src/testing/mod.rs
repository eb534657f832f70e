//! A fresh, migrated database for a test, on either engine.
//!
//! PostgreSQL is the one at `TRELLIS_TEST_POSTGRES` (`make test` starts a throw-away one); each test gets its own database,
//! cloned from a template that is migrated once. [`rows`] fills it with what many tests need,
//! [`changes`] changes it behind the rules' backs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "only tests use this module")]

pub mod changes;
pub mod model;
pub mod rows;
pub mod schema;
pub mod wire;

use crate::{Db, Engine};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::sync::atomic::{AtomicU64, Ordering};

/// A database that lives as long as this value.
#[derive(Debug)]
pub struct TestDb {
    /// The database, migrated and empty.
    pub db: Db,
    home: Home,
}

/// Where a test's database lies.
#[derive(Debug)]
enum Home {
    /// In a folder that goes with it.
    Folder(tempfile::TempDir),
    /// On the tests' PostgreSQL.
    Server(NamedDatabase),
}

/// A database on the tests' PostgreSQL, which goes with this value: hundreds of them would fill a disk, or the memory.
#[derive(Debug)]
struct NamedDatabase(String);

impl Drop for NamedDatabase {
    fn drop(&mut self) {
        let statement = AssertSqlSafe(format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.0));
        // Whoever drops this may be within a runtime, which can't wait for another one's work on the same thread.
        let dropped = std::thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let mut admin = PgConnection::connect(&format!("{}/postgres", postgres())).await.unwrap();
                admin.execute(statement).await.unwrap();
            });
        });
        // A test that failed already has said why.
        let _ = dropped.join();
    }
}

impl TestDb {
    /// The address of a database on the tests' PostgreSQL.
    ///
    /// # Panics
    /// When it lies in a folder.
    #[must_use]
    pub fn url(&self) -> String {
        match &self.home {
            Home::Server(NamedDatabase(name)) => format!("{}/{name}", postgres()),
            Home::Folder(folder) => panic!("a file in {}", folder.path().display()),
        }
    }
}

/// How many transactions that could write were committed in this process.
static COMMITS: AtomicU64 = AtomicU64::new(0);

pub(crate) fn committed() {
    COMMITS.fetch_add(1, Ordering::Relaxed);
}

/// A number that is another one after anything was written in this process, by whomever: who has a copy of a database and sees
/// the same number twice need not make another copy.
#[must_use]
pub fn commits() -> u64 {
    COMMITS.load(Ordering::Relaxed)
}

/// Makes a fresh database.
///
/// # Panics
/// When it can't: a test that silently left out PostgreSQL would be no test.
pub async fn fresh(engine: Engine) -> TestDb {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().unwrap();
            let db = Db::connect(&format!("sqlite://{}", folder.path().join("test.db").display())).await.unwrap();
            db.migrate().await.unwrap();
            TestDb { db, home: Home::Folder(folder) }
        }
        Engine::Postgres => fresh_postgres().await,
    }
}

/// Makes a database as it was after the migration with this number, for a test of the next one.
///
/// # Panics
/// As [`fresh`].
pub async fn migrated_to(engine: Engine, version: i64) -> TestDb {
    let test = match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().unwrap();
            let db = Db::connect(&format!("sqlite://{}", folder.path().join("test.db").display())).await.unwrap();
            TestDb { db, home: Home::Folder(folder) }
        }
        Engine::Postgres => {
            let url = empty_postgres().await;
            let name = url.rsplit('/').next().unwrap().to_owned();
            TestDb { db: Db::connect(&url).await.unwrap(), home: Home::Server(NamedDatabase(name)) }
        }
    };
    crate::migrate::migrate_to(&test.db, version).await.unwrap();
    test
}

async fn fresh_postgres() -> TestDb {
    let server = postgres();
    let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    // The template's name changes with the migrations, so that an old one is never cloned.
    let template = format!("trellis_template_{}", template_mark());
    admin.execute("SELECT pg_advisory_lock(8117)").await.unwrap();
    let exists: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)")
        .bind(&template)
        .fetch_one(&mut admin)
        .await
        .unwrap();
    if !exists {
        admin.execute(AssertSqlSafe(format!("CREATE DATABASE {template}_making"))).await.unwrap();
        let db = Db::connect(&format!("{server}/{template}_making")).await.unwrap();
        db.migrate().await.unwrap();
        db.close().await;
        admin.execute(AssertSqlSafe(format!("ALTER DATABASE {template}_making RENAME TO {template}"))).await.unwrap();
    }
    let name = next_name();
    admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}"))).await.unwrap();
    admin.execute(copy_of(&template, &name)).await.unwrap();
    admin.execute("SELECT pg_advisory_unlock(8117)").await.unwrap();
    TestDb { db: Db::connect(&format!("{server}/{name}")).await.unwrap(), home: Home::Server(NamedDatabase(name)) }
}

/// The address of a new PostgreSQL database without a single table, for tests of migrating.
///
/// # Panics
/// As [`fresh`].
pub async fn empty_postgres() -> String {
    let server = postgres();
    let mut admin = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    let name = next_name();
    admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}"))).await.unwrap();
    admin.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    format!("{server}/{name}")
}

/// Where the tests' PostgreSQL is.
fn postgres() -> String {
    let server = std::env::var("TRELLIS_TEST_POSTGRES")
        .expect("TRELLIS_TEST_POSTGRES is not set: run the tests with `make test` or `make test-quick`, which start a PostgreSQL");
    server.trim_end_matches('/').to_owned()
}

/// The statement that copies a database. File by file: the usual way takes each page through the log, and three times as long
/// where nothing waits for the disk.
fn copy_of(template: &str, name: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"))
}

fn next_name() -> String {
    format!("trellis_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

static NEXT: AtomicU64 = AtomicU64::new(0);

fn template_mark() -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    for migration in crate::migrate::POSTGRES.iter() {
        migration.checksum.hash(&mut hasher);
    }
    format!("{:x}", hasher.finish())
}

/// Declares one test that runs on both engines: `both! { async fn name(db) { … } }`.
///
/// The body gets `db: &Db`. The two tests are called `name::sqlite` and `name::postgres`.
#[macro_export]
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "not each test needs everything around it")]
            use super::*;
            async fn story($db: &$crate::Db) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() { let test = $crate::testing::fresh($crate::Engine::Sqlite).await; story(&test.db).await; }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() { let test = $crate::testing::fresh($crate::Engine::Postgres).await; story(&test.db).await; }
        }
    )+};
}

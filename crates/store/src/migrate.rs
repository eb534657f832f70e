//! Brings a database up to date, one server at a time.

use crate::accounts::keys;
use crate::people::names;
use crate::{Db, StoreError};
use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use std::fs::File;
use std::path::Path;
use std::sync::LazyLock;

/// Number, description and text of each migration, from `migrations/`.
mod files {
    include!(concat!(env!("OUT_DIR"), "/migrations.rs"));
}

static SQLITE: LazyLock<Migrator> = LazyLock::new(|| migrator(files::SQLITE));
pub(crate) static POSTGRES: LazyLock<Migrator> = LazyLock::new(|| migrator(files::POSTGRES));

fn migrator(files: &'static [(i64, &str, &str)]) -> Migrator {
    let simple = MigrationType::Simple;
    let migrations = files.iter().map(|(number, what, sql)| Migration::new(*number, (*what).into(), simple, sql.into_sql_str(), false));
    Migrator::with_migrations(migrations.collect())
}

impl Db {
    /// Runs the migrations that are missing, with what they leave to Rust. When several servers start at once, one works and the others wait: on
    /// PostgreSQL by an advisory lock, on SQLite by a lock on a file beside the database.
    ///
    /// # Errors
    /// [`StoreError::NewerDatabase`] when the database knows a migration that we don't.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite { write, path, .. } => {
                let lock = lock_beside(path).await?;
                let result = SQLITE.run(write).await;
                drop(lock);
                result.map_err(|e| explain(e, &SQLITE))?;
            }
            Self::Postgres(readers) => POSTGRES.run(readers.pool()).await.map_err(|e| explain(e, &POSTGRES))?,
        }
        // Twice at once does no harm: each writes the same.
        names::fold_missing(self).await?;
        keys::one_spelling(self).await.map(|_| ())
    }
}

/// Runs the migrations up to one of them, for tests of the next one.
#[cfg(any(test, feature = "testing"))]
pub(crate) async fn migrate_to(db: &Db, version: i64) -> Result<(), MigrateError> {
    match db {
        Db::Sqlite { write, .. } => SQLITE.run_to(version, write).await,
        Db::Postgres(readers) => POSTGRES.run_to(version, readers.pool()).await,
    }
}

/// A lock on a file beside an SQLite database: who starts a server holds it, one at a time, until it is dropped.
///
/// # Errors
/// The file can't be made or locked.
pub(crate) async fn lock_beside(path: &Path) -> Result<File, StoreError> {
    let lock_path = path.with_extension("migrate.lock");
    let shown = lock_path.display().to_string();
    // Waiting for the lock blocks, so it happens on a thread that may.
    tokio::task::spawn_blocking(move || File::create(&lock_path).and_then(|file| file.lock().map(|()| file)))
        .await
        .map_err(|_| StoreError::Inconsistent("the lock's thread ended"))?
        .map_err(|source| StoreError::File { path: shown, source })
}

fn explain(error: MigrateError, migrator: &Migrator) -> StoreError {
    match error {
        MigrateError::VersionMissing(found) => StoreError::NewerDatabase { found, known: newest(migrator) },
        other => StoreError::Migrate(other),
    }
}

fn newest(migrator: &Migrator) -> i64 {
    migrator.iter().map(|m| m.version).max().unwrap_or(0)
}

/// The newest migration for SQLite that this program carries.
pub(crate) fn newest_sqlite() -> i64 {
    newest(&SQLITE)
}

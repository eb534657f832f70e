//! The two engines behind one type: pools, transactions, and the macro that runs one body of SQL on either.

use crate::StoreError;
use crate::migrate::lock_beside;
use crate::readers::{Readers, Reading};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Postgres, Sqlite, Transaction};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// A connection to a server that rested for so long is asked whether it is still there before it is used. One that was used
/// a moment ago isn't: that would be a way there and back for every use.
pub(crate) const RESTED: Duration = Duration::from_secs(5);

/// Which database a [`Db`] speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

/// A database: pools of connections to SQLite or PostgreSQL. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Db {
    /// SQLite has one writer at a time, so it gets one connection for writing and several for reading.
    Sqlite {
        /// Connections that only read: SQLite refuses whatever writes.
        read: SqlitePool,
        /// The one connection that writes.
        write: SqlitePool,
        /// The file.
        path: PathBuf,
    },
    /// PostgreSQL.
    Postgres(Readers),
}

/// A connection to read with, or a transaction to write in. Dropped without [`Tx::commit`], a transaction is undone.
#[derive(Debug)]
pub enum Tx {
    /// Reading SQLite.
    SqliteRead(PoolConnection<Sqlite>),
    /// Reading SQLite as it is at the first statement.
    SqliteSnapshot(Transaction<'static, Sqlite>),
    /// Writing SQLite (`BEGIN IMMEDIATE`: nobody else writes until this ends).
    SqliteWrite(Transaction<'static, Sqlite>),
    /// Reading PostgreSQL.
    PostgresRead(Reading),
    /// Reading PostgreSQL as it is at the first statement.
    PostgresSnapshot(Transaction<'static, Postgres>),
    /// Writing PostgreSQL.
    PostgresWrite(Transaction<'static, Postgres>),
}

/// The connection of a transaction, which is all that SQL cares for.
#[derive(Debug)]
pub enum EngineConnection<'c> {
    /// To SQLite.
    Sqlite(&'c mut sqlx::SqliteConnection),
    /// To PostgreSQL.
    Postgres(&'c mut sqlx::PgConnection),
}

impl Tx {
    /// The connection, whether it only reads or writes: what is done with it is compiled once an engine.
    pub fn connection(&mut self) -> EngineConnection<'_> {
        crate::statements::one_more();
        match self {
            Self::SqliteRead(connection) => EngineConnection::Sqlite(&mut *connection),
            Self::SqliteSnapshot(transaction) | Self::SqliteWrite(transaction) => EngineConnection::Sqlite(&mut *transaction),
            Self::PostgresRead(reading) => EngineConnection::Postgres(reading.asked()),
            Self::PostgresSnapshot(transaction) | Self::PostgresWrite(transaction) => EngineConnection::Postgres(&mut *transaction),
        }
    }

    /// Notes that whatever was asked last has been answered.
    pub fn answered(&mut self) {
        if let Self::PostgresRead(reading) = self {
            reading.answered();
        }
    }
}

/// Runs one body of SQL on whichever engine the transaction belongs to. The body is the result of one or more statements.
///
/// ```ignore
/// on!(tx, |c| sqlx::query("DELETE FROM sessions WHERE id = $1").bind(id).execute(c).await)?;
/// ```
#[macro_export]
macro_rules! on {
    ($tx:expr, |$c:ident| $body:expr) => {{
        let answer = match $crate::Tx::connection(&mut *$tx) {
            $crate::EngineConnection::Sqlite($c) => $body,
            $crate::EngineConnection::Postgres($c) => $body,
        };
        if answer.is_ok() {
            $crate::Tx::answered(&mut *$tx);
        }
        answer
    }};
}

/// Makes a folder, and those above it, where only who runs the program may look. One that is there stays as its owner made it.
pub(crate) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder).map_err(|source| StoreError::File { path: folder.display().to_string(), source })
}

impl Db {
    /// Connects to `sqlite://path` (the file and its folder are created) or `postgres://…`.
    ///
    /// # Errors
    /// An address of another kind, a folder that can't be made, or a database that doesn't answer.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("sqlite:") {
            Self::connect_sqlite(url).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url)?.statement_cache_capacity(256);
            let pool = PgPoolOptions::new()
                .max_connections(20)
                .acquire_timeout(Duration::from_secs(10))
                .test_before_acquire(false)
                .before_acquire(|connection, known| {
                    Box::pin(async move {
                        if known.idle_for >= RESTED {
                            connection.ping().await?;
                        }
                        Ok(true)
                    })
                })
                .connect_with(options)
                .await?;
            Ok(Self::Postgres(Readers::new(pool)))
        } else {
            Err(StoreError::UnknownScheme(url.chars().take_while(|c| *c != ':').collect()))
        }
    }

    async fn connect_sqlite(url: &str) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What was acknowledged survives a power cut: with a write-ahead log, NORMAL may lose the last transactions.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("cache_size", "-16000")
            .pragma("temp_store", "memory")
            .statement_cache_capacity(256);
        let path = options.get_filename().to_path_buf();
        if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
            make_folder(folder)?;
        }
        // A connection to a file is not lost on the way: no need to ask whether it is still there whenever it is taken.
        let pool = |most| SqlitePoolOptions::new().max_connections(most).test_before_acquire(false);
        // Making a new file's journal a write-ahead log fails at once while somebody else does it: the busy timeout doesn't count.
        let lock = lock_beside(&path).await?;
        let write = pool(1).acquire_timeout(Duration::from_secs(30)).connect_with(options.clone()).await?;
        // Reading waits for the processor, hardly ever for the disk: more connections than that only take turns.
        let readers = std::thread::available_parallelism().map_or(4, |cores| cores.get().saturating_mul(2)).clamp(4, 32);
        let read = pool(u32::try_from(readers).unwrap_or(4))
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options.pragma("query_only", "ON"))
            .await?;
        drop(lock);
        Ok(Self::Sqlite { read, write, path })
    }

    /// Which engine this is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite { .. } => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// None is free in time, or the database is gone.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::SqliteRead(read.acquire().await?),
            Self::Postgres(readers) => Tx::PostgresRead(readers.take().await?),
        })
    }

    /// Reading in which all statements see the same: what others commit after the first one is not there. For what is put together from
    /// several statements that must agree; it costs PostgreSQL two ways there and back more than [`Db::read`].
    ///
    /// # Errors
    /// As [`Db::read`].
    pub async fn snapshot(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite { read, .. } => Tx::SqliteSnapshot(read.begin().await?),
            Self::Postgres(readers) => {
                Tx::PostgresSnapshot(readers.pool().begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }

    /// A transaction for writing. Do nothing slow while it is open: on SQLite everybody else waits to write.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub async fn write(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::SqliteWrite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(readers) => Tx::PostgresWrite(readers.pool().begin().await?),
        })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It doesn't.
    pub async fn ping(&self) -> Result<(), StoreError> {
        let mut tx = self.read().await?;
        on!(&mut tx, |c| sqlx::query("SELECT 1").execute(c).await.map(|_| ()))?;
        Ok(())
    }

    /// Closes all connections after what runs has ended.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(readers) => readers.close().await,
        }
    }
}

impl Tx {
    /// Makes what was written in this transaction last. Nothing to do for a reader.
    ///
    /// # Errors
    /// The database couldn't; then nothing was written.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::SqliteRead(_) | Self::SqliteSnapshot(_) | Self::PostgresRead(_) | Self::PostgresSnapshot(_) => return Ok(()),
            Self::SqliteWrite(transaction) => transaction.commit().await?,
            Self::PostgresWrite(transaction) => transaction.commit().await?,
        }
        #[cfg(any(test, feature = "testing"))]
        crate::testing::committed();
        Ok(())
    }

    /// Which engine this is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self {
            Self::SqliteRead(_) | Self::SqliteSnapshot(_) | Self::SqliteWrite(_) => Engine::Sqlite,
            Self::PostgresRead(_) | Self::PostgresSnapshot(_) | Self::PostgresWrite(_) => Engine::Postgres,
        }
    }
}

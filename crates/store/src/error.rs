//! What can go wrong with a database. None of it is the fault of the person using the site.

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The driver or the database said no.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The migrations could not be run.
    #[error("migration: {0}")]
    Migrate(sqlx::migrate::MigrateError),
    /// The database was made by a newer Trellis.
    #[error(
        "the database has migration {found}, which this version of Trellis does not know (it knows up to {known}): it was made by a newer version; start that one, or restore a backup made before"
    )]
    NewerDatabase {
        /// The migration found in the database.
        found: i64,
        /// The newest migration that this binary carries.
        known: i64,
    },
    /// The address of the database has the wrong shape.
    #[error("DATABASE_URL must begin with sqlite:// or postgres://, not {0:?}")]
    UnknownScheme(String),
    /// A file beside the database could not be used.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A copy of a database is not what it should be, or can't be put where it should go.
    #[error("{0}")]
    Snapshot(String),
    /// A row holds something that its reader doesn't understand.
    #[error("inconsistent data: {0}")]
    Inconsistent(&'static str),
}

impl StoreError {
    /// Whether a unique index said no: somebody else was quicker, or it is there already.
    #[must_use]
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}

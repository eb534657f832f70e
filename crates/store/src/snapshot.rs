//! Copies of a SQLite database as a whole: written while it is in use, checked, put back in its place.

use crate::db::make_folder;
use crate::{Db, StoreError, dialect};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// The file of a `sqlite://` address.
///
/// # Errors
/// The address isn't one.
pub fn sqlite_file(url: &str) -> Result<PathBuf, StoreError> {
    Ok(SqliteConnectOptions::from_str(url)?.get_filename().to_path_buf())
}

/// Writes a consistent copy of a database in use. It appears under its name only when it is whole.
///
/// # Errors
/// The file can't be written, or this isn't SQLite.
pub async fn write(db: &Db, file: &Path) -> Result<(), StoreError> {
    let part = beside(file, "part");
    remove(&part)?;
    if !dialect::copy_into(db, &part).await? {
        return Err(StoreError::Snapshot("only a SQLite database is copied into a file".to_owned()));
    }
    rename(&part, file)
}

/// Checks that a file is a whole Trellis database that this program understands.
///
/// # Errors
/// [`StoreError::NewerDatabase`], or [`StoreError::Snapshot`] with what is wrong.
pub async fn check(file: &Path) -> Result<(), StoreError> {
    let shown = file.display();
    let no_database = |_| StoreError::Snapshot(format!("{shown} is not a Trellis database"));
    // Not as a reader of a database in use: a copy is one file without companions, and looking at it must leave none.
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut connection = options.connect().await.map_err(no_database)?;
    let found = version(&mut connection).await.map_err(no_database)?;
    let known = crate::migrate::newest_sqlite();
    let found = found.ok_or_else(|| StoreError::Snapshot(format!("{shown} is not a Trellis database")))?;
    if found > known {
        return Err(StoreError::NewerDatabase { found, known });
    }
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut connection).await?;
    connection.close().await?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Snapshot(format!("{shown} is damaged: {verdict}"))) }
}

/// The newest migration of a database; `None` when it has none.
async fn version(connection: &mut SqliteConnection) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success").fetch_one(connection).await
}

/// Puts a copy in the place of a database, in one step: whoever looks finds the old one or the new one. Does not ask whether
/// the old one may go.
///
/// # Errors
/// The file can't be copied, or a program has the old database open.
pub async fn put_back(file: &Path, target: &Path) -> Result<(), StoreError> {
    if let Some(folder) = target.parent().filter(|f| !f.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    let part = beside(target, "part");
    remove(&part)?;
    copy(file, &part).map_err(|source| StoreError::File { path: part.display().to_string(), source })?;
    if target.exists() {
        set_aside(target).await?;
    }
    // Left over from a program that was killed; they belong to the old file and would be played into the new one.
    remove(&companion(target, "-wal"))?;
    remove(&companion(target, "-shm"))?;
    rename(&part, target)
}

/// Makes sure that nobody has the database open: leaving write-ahead mode needs it alone.
async fn set_aside(target: &Path) -> Result<(), StoreError> {
    let options = SqliteConnectOptions::new().filename(target).busy_timeout(Duration::from_millis(500));
    // What is no database at all is nobody's either.
    let Ok(mut connection) = options.connect().await else { return Ok(()) };
    let mode: Result<String, sqlx::Error> = sqlx::query_scalar("PRAGMA journal_mode = DELETE").fetch_one(&mut connection).await;
    connection.close().await?;
    let busy = match mode {
        Ok(mode) => mode != "delete",
        Err(sqlx::Error::Database(error)) => error.message().contains("locked"),
        Err(_) => false,
    };
    if busy { Err(StoreError::Snapshot(format!("{} is in use: stop the server first", target.display()))) } else { Ok(()) }
}

/// Copies what is in a file, but not who may read it: the copy may have come from where everybody may.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to)?;
    std::io::copy(&mut File::open(from)?, &mut copy)?;
    // It takes the place of a database: what it holds is on the disk before its name is.
    copy.sync_all()
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    companion(file, &format!(".{ending}"))
}

fn companion(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove(file: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::File { path: file.display().to_string(), source: error })
        }
        _ => Ok(()),
    }
}

/// Gives a file that is written its name, so that both are there after a power cut.
fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::File { path: to.display().to_string(), source };
    File::open(from).and_then(|file| file.sync_all()).map_err(failed)?;
    std::fs::rename(from, to).map_err(failed)?;
    // Names are in the folder. Only Unix lets one open it for that.
    #[cfg(unix)]
    {
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(())
}

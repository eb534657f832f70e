//! `trellis backup FILE`.

use super::{Failure, say};
use crate::config::Config;
use std::path::Path;
use store::{Db, snapshot};

pub(super) async fn run(config: &Config, file: &Path) -> Result<(), Failure> {
    if !config.database_url.starts_with("sqlite:") {
        return Err(Failure::Other(
            "PostgreSQL has its own tool for this: pg_dump --format=custom --file=trellis.dump \"$DATABASE_URL\"".to_owned(),
        ));
    }
    if file.exists() {
        return Err(Failure::Other(format!("{} is there already; a backup replaces nothing", file.display())));
    }
    let source = snapshot::sqlite_file(&config.database_url)?;
    if !source.exists() {
        return Err(Failure::Other(format!("there is no database at {}", source.display())));
    }
    let db = Db::connect(&config.database_url).await?;
    let written = snapshot::write(&db, file).await;
    db.close().await;
    written?;
    say(&format!("{} holds a copy of {}.", file.display(), source.display()));
    Ok(())
}

//! `trellis restore FILE`.

use super::{Failure, say};
use crate::config::Config;
use std::path::Path;
use store::snapshot;

pub(super) async fn run(config: &Config, file: &Path, force: bool) -> Result<(), Failure> {
    if !config.database_url.starts_with("sqlite:") {
        return Err(Failure::Other(
            "PostgreSQL has its own tool for this: pg_restore --clean --if-exists --dbname=\"$DATABASE_URL\" trellis.dump".to_owned(),
        ));
    }
    if !file.is_file() {
        return Err(Failure::Other(format!("there is no file {}", file.display())));
    }
    snapshot::check(file).await?;
    let target = snapshot::sqlite_file(&config.database_url)?;
    if target.exists() && !force {
        let target = target.display();
        return Err(Failure::Other(format!("there is a database at {target}; --force replaces it, and what is in it is lost")));
    }
    snapshot::put_back(file, &target).await?;
    say(&format!("{} is what {} held.", target.display(), file.display()));
    Ok(())
}

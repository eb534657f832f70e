//! `trellis migrate`.

use super::{Failure, database, say};
use crate::config::Config;

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    database(config).await?.close().await;
    say("The database is up to date.");
    Ok(())
}

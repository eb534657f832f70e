//! `trellis demo`.

use super::{Failure, database};
use crate::cli::Demo;
use crate::config::Config;

pub(super) async fn run(config: &Config, _demo: &Demo) -> Result<(), Failure> {
    database(config).await?.close().await;
    Err(Failure::Other("this version has no demo".to_owned()))
}

//! What each command does, one a file.

mod admin;
mod backup;
mod demo;
mod migrate;
mod restore;
mod serve;

use crate::cli::{self, Admin, Cli, Command};
use crate::config::{Config, ConfigError, unknown_variable};
use crate::logging;
use std::io::Write as _;
use std::process::ExitCode;
use store::{Db, StoreError};

/// Exit code of a mistake in how the program was called or configured.
const MISTAKE: u8 = 2;

/// Why a command could not do what it was asked.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A use case.
    #[error(transparent)]
    Service(#[from] service::Error),
    /// Matching from files.
    #[error(transparent)]
    Match(#[from] match_command::Failure),
    /// The system.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// Anything else, in a sentence.
    #[error("{0}")]
    Other(String),
}

impl Failure {
    fn code(&self) -> ExitCode {
        match self {
            Self::Config(_) => ExitCode::from(MISTAKE),
            Self::Match(failure) => ExitCode::from(failure.status()),
            _ => ExitCode::FAILURE,
        }
    }
}

/// Runs the program with the arguments it was started with.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match cli::parse(std::env::args_os().collect()) {
        Ok(cli) => cli,
        // Help that was asked for goes to standard output and is no failure.
        Err(error) => {
            drop(error.print());
            return if error.use_stderr() { ExitCode::from(MISTAKE) } else { ExitCode::SUCCESS };
        }
    };
    match start(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure.to_string());
            failure.code()
        }
    }
}

fn start(cli: Cli) -> Result<(), Failure> {
    if let Command::Match(options) = &cli.command {
        return Ok(match_command::run(options)?);
    }
    let variables = std::env::vars_os().map(|(name, _)| name);
    if let Some((unknown, nearest)) = unknown_variable(&cli::command(), variables) {
        let hint = nearest.map(|nearest| format!("; did you mean {nearest}?")).unwrap_or_default();
        return Err(ConfigError(format!("{unknown}: Trellis has no such option{hint} (trellis serve --help lists all)")).into());
    }
    ours_alone();
    let config = Config::load(cli.command.options().cloned().unwrap_or_default())?;
    logging::start(&config);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Io("could not start".to_owned(), error))?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(_) => serve::run(config).await,
            Command::Migrate(_) => migrate::run(&config).await,
            Command::Demo(demo) => demo::run(&config, &demo).await,
            Command::Admin(Admin::Create(create)) => admin::create(&config, create).await,
            Command::Admin(Admin::Erase(erase)) => admin::erase(&config, &erase).await,
            // Dealt with above, before anything of the site is read.
            Command::Match(_) => Ok(()),
            Command::Backup(backup) => backup::run(&config, &backup.file).await,
            Command::Restore(restore) => restore::run(&config, &restore.file, restore.force).await,
        }
    })
}

/// What is written from here on (the database, mails, copies) nobody else on this machine may read, whichever command makes it. Pairs that
/// `match` writes are the caller's own files and stay as they want them.
fn ours_alone() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// The database, up to date.
async fn database(config: &Config) -> Result<Db, Failure> {
    let db = Db::connect(&config.database_url).await?;
    db.migrate().await?;
    Ok(db)
}

/// A line for whoever called the program. They may have stopped reading, which is no fault.
fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// What went wrong, for whoever called the program.
#[allow(clippy::print_stderr, reason = "before and after the log there is only this")]
fn complain(line: &str) {
    eprintln!("error: {line}");
}

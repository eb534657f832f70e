//! The command line.

use crate::config::{ALL_COMMANDS, Options};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;

/// Trellis, open and self-hosted mentoring software.
#[derive(Debug, Parser)]
#[command(
    name = "trellis",
    version,
    after_help = "Without a command, it serves.",
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the site (the default): brings the database up to date, then answers until it is told to stop
    Serve(Plain),
    /// Brings the database up to date and ends
    Migrate(Plain),
    /// Fills an empty database with believable people, programs and mentorships
    Demo(Demo),
    /// Looks after the people who run the site
    #[command(subcommand)]
    Admin(Admin),
    /// Pairs mentees with mentors from tables or scores: files in, files out, no server and no database
    Match(match_command::Match),
    /// Copies the database to a file while it is in use (SQLite)
    Backup(Backup),
    /// Puts a database back from a file that `backup` made (SQLite)
    Restore(Restore),
}

/// A command with nothing but the options.
#[derive(Debug, Args)]
pub struct Plain {
    #[command(flatten)]
    #[allow(missing_docs, reason = "its words would replace the command's own in the help")]
    pub options: Options,
}

/// `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// How many people there are to be, for a load test: the sixty of the demo and generated ones
    #[arg(long, value_name = "NUMBER")]
    pub people: Option<u32>,
    /// Do nothing, and call it success, when the database isn't empty
    #[arg(long)]
    pub if_empty: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "its words would replace the command's own in the help")]
    pub options: Options,
}

/// `admin …`.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Creates an account with a confirmed address, and if wished an organisation that it owns
    Create(AdminCreate),
    /// Erases an account with everything personal at once; what was shared with others stays, without a name
    Erase(AdminErase),
}

/// `admin create`.
#[derive(Debug, Args)]
pub struct AdminCreate {
    /// The account's e-mail address; asked for when missing
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// The person's name; asked for when missing
    #[arg(long)]
    pub name: Option<String>,
    /// The password; asked for when missing
    #[arg(long, env = "TRELLIS_ADMIN_PASSWORD", hide_env_values = true)]
    pub password: Option<String>,
    /// The name of an organisation to create with this person as its owner
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "its words would replace the command's own in the help")]
    pub options: Options,
}

/// `admin erase`.
#[derive(Debug, Args)]
pub struct AdminErase {
    /// The account's e-mail address
    pub email: String,
    /// Don't ask whether this is meant
    #[arg(long)]
    pub yes: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "its words would replace the command's own in the help")]
    pub options: Options,
}

/// `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not be there yet
    pub file: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs, reason = "its words would replace the command's own in the help")]
    pub options: Options,
}

/// `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The file that `backup` made
    pub file: PathBuf,
    /// Replace the database that is there; what is in it is lost
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "its words would replace the command's own in the help")]
    pub options: Options,
}

impl Command {
    /// The options given with it; `None` for a command that has nothing to do with the site.
    #[must_use]
    pub const fn options(&self) -> Option<&Options> {
        match self {
            Self::Serve(plain) | Self::Migrate(plain) => Some(&plain.options),
            Self::Demo(demo) => Some(&demo.options),
            Self::Admin(Admin::Create(create)) => Some(&create.options),
            Self::Admin(Admin::Erase(erase)) => Some(&erase.options),
            Self::Match(_) => None,
            Self::Backup(backup) => Some(&backup.options),
            Self::Restore(restore) => Some(&restore.options),
        }
    }
}

/// The whole command line. The help of a command leaves out options that mean nothing to it.
#[must_use]
pub fn command() -> clap::Command {
    fn fitting(command: clap::Command) -> clap::Command {
        let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
        let command = names.into_iter().fold(command, |c, name| c.mut_subcommand(name, fitting));
        let serves = command.get_name() == "serve";
        let of_server: Vec<String> =
            Options::augment_args(clap::Command::new("")).get_arguments().map(|a| a.get_id().to_string()).collect();
        command.mut_args(|arg| {
            let id = arg.get_id().as_str();
            let hide = !serves && of_server.iter().any(|o| o == id) && !ALL_COMMANDS.contains(&id);
            arg.hide(hide)
        })
    }
    fitting(Cli::command())
}

/// Reads the command line; without a command it is `serve`.
///
/// # Errors
/// What clap says: a mistake, or help that was asked for.
pub fn parse(mut arguments: Vec<OsString>) -> Result<Cli, clap::Error> {
    let about_all = ["-h", "--help", "-V", "--version"];
    let first = arguments.get(1).map(|a| a.to_string_lossy().into_owned());
    if first.is_none_or(|first| first.starts_with('-') && !about_all.contains(&first.as_str())) {
        arguments.insert(1.min(arguments.len()), "serve".into());
    }
    let command = command();
    let matches = command.clone().try_get_matches_from(arguments).map_err(|error| naming_the_variable(&command, error))?;
    Cli::from_arg_matches(&matches)
}

/// clap names the flag of an impossible value even when the value came from the environment; this adds the variable.
fn naming_the_variable(command: &clap::Command, error: clap::Error) -> clap::Error {
    use clap::error::{ContextKind, ContextValue, ErrorKind};
    let Some(ContextValue::String(shown)) = error.get(ContextKind::InvalidArg) else { return error };
    let flag = shown.split_whitespace().next().unwrap_or_default().trim_start_matches("--").to_owned();
    let variable = command
        .get_subcommands()
        .flat_map(clap::Command::get_arguments)
        .find(|arg| arg.get_long() == Some(flag.as_str()))
        .and_then(|arg| arg.get_env()?.to_str().map(str::to_owned))
        .filter(|variable| std::env::var_os(variable).is_some());
    match (error.kind(), variable) {
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(variable)) => {
            let text = error.to_string();
            let text = text.trim_start_matches("error: ").trim_end();
            clap::Error::raw(error.kind(), format!("{text}\n\n(from the environment variable {variable})\n"))
        }
        _ => error,
    }
}

//! The options of the command.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `match`.
#[derive(Clone, Debug, Args)]
pub struct Match {
    /// A table of mentors, one a line
    #[arg(long, value_name = "FILE", required_unless_present = "scores", conflicts_with = "scores")]
    pub mentors: Option<PathBuf>,
    /// A table of mentees, one a line
    #[arg(long, value_name = "FILE", required_unless_present = "scores", conflicts_with = "scores")]
    pub mentees: Option<PathBuf>,
    /// Which columns count and how; without it a guess, which is printed
    #[arg(long, value_name = "FILE", conflicts_with = "scores")]
    pub config: Option<PathBuf>,
    /// Instead of people: mentee,mentor,score; what isn't there is forbidden
    #[arg(long, value_name = "FILE")]
    pub scores: Option<PathBuf>,
    /// With scores: mentor,capacity; who isn't there takes one mentee
    #[arg(long, value_name = "FILE", requires = "scores")]
    pub capacities: Option<PathBuf>,
    /// The encoding of files that don't say it, such as windows-1256; of one file: mentors=windows-1256
    #[arg(long, value_name = "[FILE=]NAME")]
    pub encoding: Vec<String>,
    /// What stands between fields: comma, semicolon or tab; of one file: mentors=tab
    #[arg(long, value_name = "[FILE=]WHAT")]
    pub separator: Vec<String>,
    /// The line with the names of the columns; of one file: mentors=3
    #[arg(long, value_name = "[FILE=]LINE")]
    pub header_line: Vec<String>,
    /// What stands before decimals: comma or point; of one file: scores=comma
    #[arg(long, value_name = "[FILE=]MARK")]
    pub decimal: Vec<String>,
    /// What stands between the things of a list in a cell: comma, semicolon, bar or line
    #[arg(long, value_name = "WHAT", conflicts_with = "scores")]
    pub list_separator: Option<String>,
    /// Count cells as they are written: N/A and None are answers, remarks and unseen marks stay
    #[arg(long, conflicts_with = "scores")]
    pub as_written: bool,
    /// Keep rows that look like further headers or like nobody
    #[arg(long, conflicts_with = "scores")]
    pub keep_rows: bool,
    /// What to look for: coverage, total, fair or stable
    #[arg(long, value_name = "WHAT", value_enum, default_value_t, hide_possible_values = true)]
    pub objective: Objective,
    /// Where to write the pairs
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Where to write a report on it
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// What to look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Objective {
    /// As many mentees with a mentor as possible, then the highest total
    #[default]
    Coverage,
    /// The highest total, even if fewer are matched
    Total,
    /// As many as possible, the worst score as high as it can be, then the highest total
    Fair,
    /// No two who would rather have each other than what they got
    Stable,
}

impl From<Objective> for matching::Objective {
    fn from(objective: Objective) -> Self {
        match objective {
            Objective::Coverage => Self::Coverage,
            Objective::Total => Self::Total,
            Objective::Fair => Self::Fair,
            Objective::Stable => Self::Stable,
        }
    }
}

//! The page of one run as the server function answers it: HTML, and what the browser needs for what it does by itself.

use crate::written::Html;
use domain::match_runs::{RunSettings, RunStatus};
use domain::programs::PublishAs;
use serde::{Deserialize, Serialize};

/// The query of the address that names the groups.
pub(super) const QUERY: &str = "groups";

/// The id of the form that publishes: the boxes of pairs belong to it, wherever they stand.
pub(super) const PUBLISH: &str = "publish";

/// The page as the server wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunText {
    /// The document's title.
    pub title: String,
    /// Title and tabs.
    pub head: Html,
    /// Where the run stands.
    pub standing: Html,
    /// What it came to, and its settings.
    pub result: Html,
    /// What can be tried in the browser, if anything.
    pub trial: Option<Trial>,
    /// What can be published and taken back.
    pub publication: Publication,
    /// The pairs, and what lies beside them.
    pub pairs: Html,
}

/// What of the run can be published, and taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The program's name in addresses.
    pub slug: String,
    /// The run's number.
    pub number: i32,
    /// Its version.
    pub version: i32,
    /// Where it stands.
    pub status: RunStatus,
    /// What publishing does.
    pub publish_as: PublishAs,
    /// How many pairs aren't published.
    pub unpublished: u32,
    /// How many are.
    pub published: u32,
    /// On how many of those nobody has acted.
    pub untouched: u32,
    /// How many requests publishing closes.
    pub closing: i64,
    /// How many requests taking back opens again.
    pub reopening: i64,
}

/// What the browser begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// The version of the run that is tried.
    pub version: i32,
    /// What is saved.
    pub settings: RunSettings,
}

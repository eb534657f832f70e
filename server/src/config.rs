//! What the operator sets: options from the command line, the environment and `trellis.toml`, in this order, and defaults.
//!
//! [`Options`] is what can be written, [`Config`] what the program works with. An option that nobody knows and one with an
//! impossible value are errors that name it.

mod file;
mod options;
mod unknown;

pub use options::{LogFormat, MetricsFor, Options};
pub use unknown::{ALL_COMMANDS, unknown_variable};

use crate::address::Proxies;
use http::{HeaderMap, Uri};
use lettre::message::Mailbox;
use service::Settings;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// What is wrong with the configuration, in a sentence that names the option.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

/// The configuration, complete and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database is.
    pub database_url: String,
    /// What `serve` listens on.
    pub addr: SocketAddr,
    /// The folder for files of this installation.
    pub data: PathBuf,
    /// The address of the site as people see it, without a slash at the end.
    pub base_url: String,
    /// The mail server; without one, mails become files.
    pub smtp_url: Option<String>,
    /// Whom mails come from.
    pub mail_from: Mailbox,
    /// What is logged.
    pub log: String,
    /// How it is written.
    pub log_format: LogFormat,
    /// Who may read `/metrics` without a token.
    pub metrics: MetricsFor,
    /// The secret by which it can be read from anywhere.
    pub metrics_token: Option<String>,
    /// How many proxies stand before this server, where only their number was said.
    pub proxies: usize,
    /// The proxies before this server, where it was said which they are.
    pub trusted_proxies: Option<Proxies>,
    /// How many connections there may be at once.
    pub connections: usize,
    /// How many mails with invitations leave in a day for one organisation.
    pub invitations_per_day: usize,
    /// How long an answer may take.
    pub timeout: Duration,
    /// A folder with the site's files, instead of those in the binary.
    pub site: Option<PathBuf>,
}

impl Config {
    /// Lays the options given over those of `trellis.toml` and the defaults.
    ///
    /// # Errors
    /// The file can't be read, or an option is unknown or impossible.
    pub fn load(given: Options) -> Result<Self, ConfigError> {
        let file = file::read(given.config.as_deref())?;
        given.or(file).complete()
    }

    /// Whether people reach the site under https.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Whether the site is for this machine alone, as when it is tried out: nobody else can reach its address.
    #[must_use]
    pub fn is_for_this_machine(&self) -> bool {
        let host = self.host();
        let host = host.trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    /// Whether a proxy must stand before this server, which speaks no TLS, and nobody said so: all people come from the proxy's
    /// address then, and share its limits.
    #[must_use]
    pub fn forgets_its_proxy(&self) -> bool {
        self.is_secure() && self.its_proxies().is_none()
    }

    /// The proxies before this server.
    #[must_use]
    pub fn its_proxies(&self) -> Proxies {
        self.trusted_proxies.clone().unwrap_or_else(|| Proxies::number(self.proxies))
    }

    /// The address of whoever asks, seen through the proxies.
    #[must_use]
    pub fn client(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        match &self.trusted_proxies {
            Some(proxies) => proxies.client(peer, headers),
            None => Proxies::number(self.proxies).client(peer, headers),
        }
    }

    /// What use cases need to know of this.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { base_url: self.base_url.clone(), invitations_a_day: self.invitations_per_day }
    }

    /// Scheme, host and port of the site: what browsers send as `Origin`.
    #[must_use]
    pub fn origin(&self) -> String {
        let uri: Uri = self.base_url.parse().unwrap_or_default();
        match (uri.scheme_str(), uri.authority()) {
            (Some(scheme), Some(authority)) => origin(scheme, authority.as_str()),
            _ => self.base_url.clone(),
        }
    }

    /// The host of the site, for addresses of mails.
    #[must_use]
    pub fn host(&self) -> String {
        host(&self.base_url)
    }
}

/// Browsers leave out the port that goes without saying.
fn origin(scheme: &str, authority: &str) -> String {
    let usual = if scheme == "https" { ":443" } else { ":80" };
    format!("{scheme}://{}", authority.strip_suffix(usual).unwrap_or(authority)).to_ascii_lowercase()
}

fn host(base_url: &str) -> String {
    base_url.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_else(|| "localhost".to_owned())
}

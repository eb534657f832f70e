//! Every option: its flag, its variable, its name in `trellis.toml`, its default.

use super::{Config, ConfigError, host};
use crate::address::Proxies;
use crate::listen::Bounds;
use clap::{Args, ValueEnum};
use http::Uri;
use lettre::message::Mailbox;
use serde::Deserialize;
use service::INVITATIONS_A_DAY;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Who may read `/metrics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum MetricsFor {
    /// Programs on this machine, as long as the site is for this machine alone. Everywhere else a proxy may stand before it, and
    /// whoever it lets in would look as if they were here; a token is asked for then.
    #[default]
    Loopback,
    /// Whoever reaches the server.
    All,
    /// Nobody.
    Nobody,
}

/// The options as they can be given; each may be missing.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[command(next_help_heading = "Options, also as environment variables and in trellis.toml")]
pub struct Options {
    /// A file with options [default: trellis.toml, if it is there]
    #[arg(long, env = "TRELLIS_CONFIG", value_name = "FILE", hide_env_values = true)]
    #[serde(skip)]
    pub config: Option<PathBuf>,

    /// The database: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME [default: sqlite://data/trellis.db, in the folder of --data]
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// The folder for files of this installation [default: ./data]
    #[arg(long, env = "TRELLIS_DATA", value_name = "FOLDER", hide_env_values = true)]
    pub data: Option<PathBuf>,

    /// What to log: error, warn, info, debug, trace, or as tracing's EnvFilter takes it [default: info]
    #[arg(long, env = "TRELLIS_LOG", value_name = "FILTER", hide_env_values = true)]
    pub log: Option<String>,

    /// How to write the log [default: text]
    #[arg(long, env = "TRELLIS_LOG_FORMAT", value_name = "FORMAT", hide_env_values = true)]
    pub log_format: Option<LogFormat>,

    /// What to listen on [default: 127.0.0.1:3000]
    #[arg(long, env = "TRELLIS_ADDR", value_name = "ADDRESS:PORT", hide_env_values = true)]
    pub addr: Option<SocketAddr>,

    /// The site's address as people see it; https:// makes cookies secure [default: http:// and what it listens on]
    #[arg(long, env = "TRELLIS_BASE_URL", value_name = "URL", hide_env_values = true)]
    pub base_url: Option<String>,

    /// The mail server: smtps://USER:PASSWORD@HOST, smtp://HOST:PORT?tls=required or, unencrypted, smtp://HOST:PORT?tls=none [default: none, mails become files in data/outbox]
    #[arg(long, env = "TRELLIS_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Whom mails come from [default: Trellis <trellis@HOST>, the host of the site's address]
    #[arg(long, env = "TRELLIS_MAIL_FROM", value_name = "ADDRESS", hide_env_values = true)]
    pub mail_from: Option<String>,

    /// Who may read /metrics without a token; loopback only while the site's own address is one of this machine [default: loopback]
    #[arg(long, env = "TRELLIS_METRICS", value_name = "WHO", hide_env_values = true)]
    pub metrics: Option<MetricsFor>,

    /// A secret by which /metrics can be read from anywhere, sent as "Authorization: Bearer SECRET" [default: none]
    #[arg(long, env = "TRELLIS_METRICS_TOKEN", value_name = "SECRET", hide_env_values = true)]
    pub metrics_token: Option<String>,

    /// Your proxies before this server, which write X-Forwarded-For: addresses, networks, loopback, private, between commas [default: none]
    #[arg(long, env = "TRELLIS_TRUSTED_PROXIES", value_name = "ADDRESSES", hide_env_values = true)]
    pub trusted_proxies: Option<String>,

    /// Instead of their addresses only their number, all in private networks; anybody there is believed then [default: 0]
    #[arg(long, env = "TRELLIS_PROXIES", value_name = "NUMBER", hide_env_values = true)]
    pub proxies: Option<usize>,

    /// How many connections there may be at once [default: 2000]
    #[arg(long, env = "TRELLIS_CONNECTIONS", value_name = "NUMBER", hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub connections: Option<u32>,

    /// How many invitations from spreadsheets leave in a day for one organisation; those beyond wait their turn [default: 500]
    #[arg(long, env = "TRELLIS_INVITATIONS_PER_DAY", value_name = "NUMBER", hide_env_values = true, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub invitations_per_day: Option<u32>,

    /// After how many seconds an answer is given up [default: 30]
    #[arg(long, env = "TRELLIS_TIMEOUT", value_name = "SECONDS", hide_env_values = true, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: Option<u64>,

    /// A folder with the site's files [default: those inside the binary, or the folder site beside it]
    #[arg(long, env = "TRELLIS_SITE", value_name = "FOLDER", hide_env_values = true)]
    pub site: Option<PathBuf>,
}

/// The shortest secret for `/metrics`.
const TOKEN_MIN: usize = 16;

/// Options that mean something to every command; the others only to `serve`.
pub(super) const FOR_ALL: [&str; 5] = ["config", "database_url", "data", "log", "log_format"];

impl Options {
    /// These options; where one is missing, that of `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            config: self.config.or(other.config),
            database_url: self.database_url.or(other.database_url),
            data: self.data.or(other.data),
            log: self.log.or(other.log),
            log_format: self.log_format.or(other.log_format),
            addr: self.addr.or(other.addr),
            base_url: self.base_url.or(other.base_url),
            smtp_url: self.smtp_url.or(other.smtp_url),
            mail_from: self.mail_from.or(other.mail_from),
            metrics: self.metrics.or(other.metrics),
            metrics_token: self.metrics_token.or(other.metrics_token),
            trusted_proxies: self.trusted_proxies.or(other.trusted_proxies),
            proxies: self.proxies.or(other.proxies),
            connections: self.connections.or(other.connections),
            invitations_per_day: self.invitations_per_day.or(other.invitations_per_day),
            timeout: self.timeout.or(other.timeout),
            site: self.site.or(other.site),
        }
    }

    /// Fills in the defaults and checks what can be checked before anything starts.
    pub(super) fn complete(self) -> Result<Config, ConfigError> {
        let addr = self.addr.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        let data = self.data.unwrap_or_else(|| PathBuf::from("./data"));
        let base_url = base_url(self.base_url.unwrap_or_else(|| own_address(addr)))?;
        let from = self.mail_from.unwrap_or_else(|| format!("Trellis <trellis@{}>", host(&base_url)));
        Ok(Config {
            database_url: database_url(self.database_url, &data)?,
            addr,
            mail_from: mailbox(&from)?,
            smtp_url: self.smtp_url.map(smtp_url).transpose()?,
            log: log(self.log.unwrap_or_else(|| "info".to_owned()))?,
            log_format: self.log_format.unwrap_or_default(),
            metrics: self.metrics.unwrap_or_default(),
            metrics_token: self.metrics_token.map(metrics_token).transpose()?,
            trusted_proxies: self.trusted_proxies.map(|list| proxies(&list)).transpose()?,
            proxies: self.proxies.unwrap_or(0),
            connections: number("TRELLIS_CONNECTIONS (connections)", self.connections, Bounds::default().connections)?,
            invitations_per_day: number("TRELLIS_INVITATIONS_PER_DAY (invitations_per_day)", self.invitations_per_day, INVITATIONS_A_DAY)?,
            timeout: Duration::from_secs(self.timeout.unwrap_or(30)),
            site: self.site,
            base_url,
            data,
        })
    }
}

fn wrong(option: &str, why: &str) -> ConfigError {
    ConfigError(format!("{option}: {why}"))
}

/// A number of something of which there must be one at least. The command line and the environment say so too, the file doesn't.
fn number(option: &str, given: Option<u32>, usual: usize) -> Result<usize, ConfigError> {
    match given {
        Some(0) => Err(wrong(option, "must be 1 at least")),
        Some(number) => Ok(usize::try_from(number).unwrap_or(usual)),
        None => Ok(usual),
    }
}

fn proxies(list: &str) -> Result<Proxies, ConfigError> {
    let why = |word| format!("{word:?} is neither an address nor a network such as 10.0.0.0/8, nor loopback or private");
    Proxies::at(list).map_err(|word| wrong("TRELLIS_TRUSTED_PROXIES (trusted_proxies)", &why(word)))
}

fn database_url(given: Option<String>, data: &std::path::Path) -> Result<String, ConfigError> {
    let Some(url) = given else {
        let file = data.join("trellis.db");
        let file = file.strip_prefix(".").unwrap_or(&file);
        return Ok(format!("sqlite://{}", file.display()));
    };
    let known = ["sqlite://", "postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme));
    // The rest of the address may hold a password and isn't repeated.
    if known { Ok(url) } else { Err(wrong("DATABASE_URL (database_url)", "must begin with sqlite:// or postgres://")) }
}

/// Where the site is when nobody said it: where it listens. "On every address" is none that one could go to.
fn own_address(addr: SocketAddr) -> String {
    if addr.ip().is_unspecified() { format!("http://localhost:{}", addr.port()) } else { format!("http://{addr}") }
}

fn base_url(url: String) -> Result<String, ConfigError> {
    const OPTION: &str = "TRELLIS_BASE_URL (base_url)";
    let uri: Uri = url.parse().map_err(|_| wrong(OPTION, &format!("{url:?} is not an address")))?;
    let fine = matches!(uri.scheme_str(), Some("http" | "https")) && uri.path() == "/" && uri.query().is_none();
    if !fine || uri.authority().is_none_or(|a| a.as_str().contains('@')) {
        return Err(wrong(OPTION, &format!("must be http:// or https:// and a host, with nothing after it, not {url:?}")));
    }
    Ok(url.trim_end_matches('/').to_owned())
}

fn smtp_url(url: String) -> Result<String, ConfigError> {
    crate::mail::check_url(&url).map_err(|why| wrong("TRELLIS_SMTP_URL (smtp_url)", &why))?;
    Ok(url)
}

/// What can be guessed is no secret.
fn metrics_token(token: String) -> Result<String, ConfigError> {
    let fine = token.len() >= TOKEN_MIN && token.chars().all(|c| c.is_ascii_graphic());
    if fine {
        Ok(token)
    } else {
        Err(wrong("TRELLIS_METRICS_TOKEN (metrics_token)", "must be 16 letters, digits or signs at least, without spaces"))
    }
}

fn mailbox(text: &str) -> Result<Mailbox, ConfigError> {
    // An address with an IP address for its host is none; such a site is only tried out.
    let named = |text: &str| text.parse::<Mailbox>();
    named(text)
        .or_else(|error| match text.rsplit_once('@') {
            Some((before, host)) if host.trim_end_matches('>').trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok() => {
                named(&format!("{before}@localhost{}", if text.ends_with('>') { ">" } else { "" }))
            }
            _ => Err(error),
        })
        .map_err(|_| wrong("TRELLIS_MAIL_FROM (mail_from)", &format!("{text:?} is not a mail address such as \"Name <name@example.org>\"")))
}

fn log(filter: String) -> Result<String, ConfigError> {
    tracing_subscriber::EnvFilter::try_new(&filter).map_err(|why| wrong("TRELLIS_LOG (log)", &why.to_string()))?;
    Ok(filter)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_address_that_nobody_said_is_one_to_go_to() {
        for (addr, url) in [
            ("127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("[::1]:80", "http://[::1]:80"),
            ("0.0.0.0:3000", "http://localhost:3000"),
            ("[::]:3000", "http://localhost:3000"),
        ] {
            let config = Options { addr: Some(addr.parse().unwrap()), ..Options::default() }.complete().unwrap();
            assert_eq!(config.base_url, url);
        }
    }

    #[test]
    fn https_without_a_proxy_is_noticed() {
        for (url, proxies, trusted, forgotten) in [
            ("https://mentoring.example.org", None, None, true),
            ("https://mentoring.example.org", Some(1), None, false),
            ("https://mentoring.example.org", None, Some("192.0.2.1"), false),
            ("https://mentoring.example.org", Some(1), Some(""), true),
            ("http://10.0.0.5", None, None, false),
        ] {
            let trusted_proxies = trusted.map(str::to_owned);
            let config = Options { base_url: Some(url.to_owned()), proxies, trusted_proxies, ..Options::default() }.complete().unwrap();
            assert_eq!(config.forgets_its_proxy(), forgotten, "{url} {proxies:?} {trusted:?}");
        }
    }

    #[test]
    fn a_file_says_no_number_that_stops_everything() {
        for (options, named) in [
            (Options { connections: Some(0), ..Options::default() }, "TRELLIS_CONNECTIONS"),
            (Options { invitations_per_day: Some(0), ..Options::default() }, "TRELLIS_INVITATIONS_PER_DAY"),
        ] {
            let error = options.complete().unwrap_err();
            assert!(error.0.contains(named), "{error}");
        }
    }

    #[test]
    fn the_operators_number_of_invitations_counts() {
        let config = Options { invitations_per_day: Some(7), ..Options::default() }.complete().unwrap();
        assert_eq!(config.settings().invitations_a_day, 7);
    }

    #[test]
    fn a_proxy_that_is_no_address_is_named() {
        let error = Options { trusted_proxies: Some("10.0.0.1,nginx".to_owned()), ..Options::default() }.complete().unwrap_err();
        assert!(error.0.contains("TRELLIS_TRUSTED_PROXIES") && error.0.contains("nginx"), "{error}");
    }
}

//! `trellis.toml`.

use super::{ConfigError, Options};
use std::io::ErrorKind;
use std::path::Path;

/// The file that is read when none is named.
const USUAL: &str = "trellis.toml";

/// Reads the options of a file. Only the usual file may be missing.
pub(super) fn read(named: Option<&Path>) -> Result<Options, ConfigError> {
    let path = named.unwrap_or(Path::new(USUAL));
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => return Ok(Options::default()),
        Err(error) => return Err(ConfigError(format!("{}: {error}", path.display()))),
    };
    parse(&text).map_err(|error| ConfigError(format!("{}: {error}", path.display())))
}

fn parse(text: &str) -> Result<Options, toml::de::Error> {
    toml::from_str(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn options_have_the_names_of_their_flags() {
        let options = parse("addr = \"0.0.0.0:80\"\nlog_format = \"json\"\nproxies = 2\nsmtp_url = \"smtp://localhost\"").unwrap();
        assert_eq!(options.addr.unwrap().port(), 80);
        assert_eq!(options.proxies, Some(2));
    }

    #[test]
    fn an_unknown_or_impossible_option_is_named() {
        for (text, named) in [("adr = \"x\"", "adr"), ("addr = \"x\"", "addr"), ("config = \"x\"", "config"), ("proxies = -1", "proxies")] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(named), "{text}: {error}");
        }
    }

    #[test]
    fn a_file_that_was_named_must_be_there() {
        let error = read(Some(Path::new("/nowhere/trellis.toml"))).unwrap_err().to_string();
        assert!(error.contains("/nowhere/trellis.toml"), "{error}");
    }
}

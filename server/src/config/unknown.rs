//! Variables that look like options but are none: a misspelt option must not be passed over in silence.

use super::options::FOR_ALL;
use clap::Command;
use std::ffi::OsString;
use strsim::levenshtein;

/// What the project's own scripts and tests use under the same prefix.
const OF_SCRIPTS: [&str; 4] = ["TRELLIS_TEST_", "TRELLIS_BIN", "TRELLIS_RUST", "TRELLIS_E2E_"];

/// Options that mean something to every command.
pub const ALL_COMMANDS: [&str; 5] = FOR_ALL;

/// The first variable that begins as ours do and that no command knows, with the nearest that one does.
pub fn unknown_variable(command: &Command, variables: impl Iterator<Item = OsString>) -> Option<(String, Option<String>)> {
    let known = known(command);
    let mut ours: Vec<String> = variables.filter_map(|name| name.into_string().ok()).filter(|name| name.starts_with("TRELLIS_")).collect();
    ours.sort();
    let unknown = ours.into_iter().find(|name| !known.contains(name) && !OF_SCRIPTS.iter().any(|start| name.starts_with(start)))?;
    let nearest = known.into_iter().filter(|name| name.starts_with("TRELLIS_")).min_by_key(|name| levenshtein(name, &unknown));
    let nearest = nearest.filter(|name| levenshtein(name, &unknown) <= 3);
    Some((unknown, nearest))
}

/// The variables of a command and all below it.
fn known(command: &Command) -> Vec<String> {
    let own = command.get_arguments().filter_map(|arg| arg.get_env()?.to_str().map(str::to_owned));
    own.chain(command.get_subcommands().flat_map(known)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn first(names: &[&str]) -> Option<(String, Option<String>)> {
        unknown_variable(&crate::cli::command(), names.iter().map(OsString::from))
    }

    #[test]
    fn a_misspelt_option_is_found_and_the_right_one_suggested() {
        assert_eq!(first(&["HOME", "TRELLIS_ADR"]), Some(("TRELLIS_ADR".to_owned(), Some("TRELLIS_ADDR".to_owned()))));
        assert_eq!(first(&["TRELLIS_COLOUR"]), Some(("TRELLIS_COLOUR".to_owned(), None)));
        // Three letters away, and four.
        assert_eq!(first(&["TRELLIS_ADDRESS"]), Some(("TRELLIS_ADDRESS".to_owned(), Some("TRELLIS_ADDR".to_owned()))));
        assert_eq!(first(&["TRELLIS_ADDRESSE"]), Some(("TRELLIS_ADDRESSE".to_owned(), None)));
    }

    #[test]
    fn options_and_what_scripts_use_are_no_mistake() {
        assert_eq!(first(&["TRELLIS_ADDR", "TRELLIS_TEST_POSTGRES", "TRELLIS_BIN", "TRELLIS_ADMIN_PASSWORD", "DATABASE_URL"]), None);
    }
}

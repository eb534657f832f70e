//! The values of a table, to choose from.

use crate::ui::form::Choice;
use domain::shared::Named;

/// Each value with its name.
pub(super) fn options(named: Vec<Named>) -> Vec<Choice> {
    named.into_iter().map(|(value, label)| Choice::new(value, label)).collect()
}

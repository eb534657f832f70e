//! Two people change one goal at the same time: what each changed alone is joined, what both changed differently is
//! shown to the second with both versions, and nothing is lost. The same comparison writes the history.

use super::{GoalField, GoalFields};
use serde::{Deserialize, Serialize};

/// The outcome of a save on a version that is no longer the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Merge {
    /// Both changes fit together.
    Clean(GoalFields),
    /// Some fields were changed differently by both.
    Conflict {
        /// Everything that fits together, with their version (the one already saved) of the fields that don't.
        joined: GoalFields,
        /// The fields that don't, each with both versions.
        fields: Vec<FieldConflict>,
    },
}

/// One field that both changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldConflict {
    /// Which.
    pub field: GoalField,
    /// What I want to save.
    pub mine: Option<String>,
    /// What somebody else saved meanwhile.
    pub theirs: Option<String>,
}

/// Joins `mine` and `theirs`, both made from `base`, field by field.
#[must_use]
pub fn merge(base: &GoalFields, mine: &GoalFields, theirs: &GoalFields) -> Merge {
    let mut joined = theirs.clone();
    let mut fields = Vec::new();
    for change in changes(base, mine) {
        let field = change.field;
        let theirs_now = theirs.shown(field);
        if theirs_now == change.before {
            joined.take(field, mine);
        } else if theirs_now != change.after {
            fields.push(FieldConflict { field, mine: change.after, theirs: theirs_now });
        }
    }
    if fields.is_empty() { Merge::Clean(joined) } else { Merge::Conflict { joined, fields } }
}

/// One line of a goal's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field.
    pub field: GoalField,
    /// What it said before.
    pub before: Option<String>,
    /// What it says now.
    pub after: Option<String>,
}

/// What changed from one version to the next, in the order of the form.
#[must_use]
pub fn changes(before: &GoalFields, after: &GoalFields) -> Vec<FieldChange> {
    let both = GoalField::ALL.iter().map(|field| FieldChange { field: *field, before: before.shown(*field), after: after.shown(*field) });
    both.filter(|change| change.before != change.after).collect()
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;

//! Two people change one goal, or one of its milestones, at the same time: what each changed alone is joined, what both
//! changed differently is shown to the second with both versions, and nothing is lost. The same comparison writes the history.

use super::GoalField;
use serde::{Deserialize, Serialize};

/// What two people may change at the same time, field by field.
pub trait Mergeable: Clone {
    /// Names its fields.
    type Field: Copy + PartialEq + 'static;

    /// The fields in the order of the form.
    const FIELDS: &'static [Self::Field];

    /// A field as the history and a conflict show it; `None` when it is empty.
    #[must_use]
    fn shown(&self, field: Self::Field) -> Option<String>;

    /// Takes one field over from another version.
    fn take(&mut self, field: Self::Field, from: &Self);
}

/// The outcome of a save on a version that is no longer the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merge<T: Mergeable> {
    /// Both changes fit together.
    Clean(T),
    /// Some fields were changed differently by both.
    Conflict {
        /// Everything that fits together, with their version (the one already saved) of the fields that don't.
        joined: T,
        /// The fields that don't, each with both versions.
        fields: Vec<FieldConflict<T::Field>>,
    },
}

/// One field that both changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldConflict<F = GoalField> {
    /// Which.
    pub field: F,
    /// What I want to save.
    pub mine: Option<String>,
    /// What somebody else saved meanwhile.
    pub theirs: Option<String>,
}

/// Joins `mine` and `theirs`, both made from `base`, field by field.
#[must_use]
pub fn merge<T: Mergeable>(base: &T, mine: &T, theirs: &T) -> Merge<T> {
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
pub struct FieldChange<F = GoalField> {
    /// Which field.
    pub field: F,
    /// What it said before.
    pub before: Option<String>,
    /// What it says now.
    pub after: Option<String>,
}

/// What changed from one version to the next, in the order of the form.
#[must_use]
pub fn changes<T: Mergeable>(before: &T, after: &T) -> Vec<FieldChange<T::Field>> {
    let both = T::FIELDS.iter().map(|field| FieldChange { field: *field, before: before.shown(*field), after: after.shown(*field) });
    both.filter(|change| change.before != change.after).collect()
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;

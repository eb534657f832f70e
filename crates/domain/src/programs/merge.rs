//! Two people change a program's settings at the same time: what each changed alone is joined, what both changed
//! differently is shown to the second with both versions, and nothing is lost.

use super::{SettingsDraft, SettingsField, SettingsFields};
use serde::{Deserialize, Serialize};

/// The outcome of a save on a version that is no longer the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsMerge {
    /// Both changes fit together.
    Clean(SettingsFields),
    /// Some fields were changed differently by both.
    Conflict {
        /// Everything that fits together, with their version (the one already saved) of the fields that don't.
        joined: Box<SettingsDraft>,
        /// The fields that don't, each with both versions.
        fields: Vec<SettingsConflict>,
    },
}

/// One field that both changed, as the form says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsConflict {
    /// Which.
    pub field: SettingsField,
    /// What I want to save.
    pub mine: String,
    /// What somebody else saved meanwhile.
    pub theirs: String,
}

/// One field that changed from one version to the next, as the form says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsChange {
    /// Which.
    pub field: SettingsField,
    /// What it said before.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// What changed, in the order of the form.
#[must_use]
pub fn changes(before: &SettingsFields, after: &SettingsFields) -> Vec<SettingsChange> {
    let (before, after) = (SettingsDraft::from(before), SettingsDraft::from(after));
    SettingsField::ALL
        .iter()
        .map(|field| SettingsChange { field: *field, before: before.value(*field).to_owned(), after: after.value(*field).to_owned() })
        .filter(|change| change.before != change.after)
        .collect()
}

/// Joins `mine` and `theirs`, both made from `base`, field by field.
#[must_use]
pub fn merge(base: &SettingsFields, mine: &SettingsFields, theirs: &SettingsFields) -> SettingsMerge {
    let now = SettingsDraft::from(theirs);
    let mut joined = now.clone();
    let mut fields = Vec::new();
    for change in changes(base, mine) {
        if now.value(change.field) == change.before {
            joined.set(change.field, change.after);
        } else if now.value(change.field) != change.after {
            let theirs = now.value(change.field).to_owned();
            fields.push(SettingsConflict { field: change.field, mine: change.after, theirs });
        }
    }
    if !fields.is_empty() {
        return SettingsMerge::Conflict { joined: joined.into(), fields };
    }
    // Only two dates that were each fine alone may not fit together: then the end is what both must look at.
    match joined.check(true) {
        Ok(clean) => SettingsMerge::Clean(clean),
        Err(_) => {
            let mine = SettingsDraft::from(mine);
            let dates = [SettingsField::StartsOn, SettingsField::EndsOn].map(|field| SettingsConflict {
                field,
                mine: mine.value(field).to_owned(),
                theirs: now.value(field).to_owned(),
            });
            SettingsMerge::Conflict { joined: now.into(), fields: dates.into() }
        }
    }
}

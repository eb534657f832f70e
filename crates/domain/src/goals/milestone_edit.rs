//! The fields of a milestone, told apart: for two people who change it at the same time, and for the history.

use super::{Mergeable, MilestoneDraft, MilestoneFields};

text_enum! {
    /// The fields of a milestone that are edited together.
    pub enum MilestoneField {
        /// What is to be done.
        Title = "title",
        /// Until when.
        DueOn = "due_on",
    }
}

impl Mergeable for MilestoneFields {
    type Field = MilestoneField;

    const FIELDS: &'static [MilestoneField] = MilestoneField::ALL;

    fn shown(&self, field: MilestoneField) -> Option<String> {
        match field {
            MilestoneField::Title => Some(self.title.clone()),
            MilestoneField::DueOn => self.due_on.map(|date| date.to_string()),
        }
    }

    fn take(&mut self, field: MilestoneField, from: &Self) {
        match field {
            MilestoneField::Title => self.title.clone_from(&from.title),
            MilestoneField::DueOn => self.due_on = from.due_on,
        }
    }
}

impl MilestoneDraft {
    /// Takes one field over from another draft.
    pub fn take(&mut self, field: MilestoneField, from: &Self) {
        match field {
            MilestoneField::Title => self.title.clone_from(&from.title),
            MilestoneField::DueOn => self.due_on.clone_from(&from.due_on),
        }
    }
}

impl From<&MilestoneFields> for MilestoneDraft {
    /// The form that would save these fields.
    fn from(fields: &MilestoneFields) -> Self {
        Self { title: fields.title.clone(), due_on: fields.due_on.map(|date| date.to_string()).unwrap_or_default() }
    }
}

impl MilestoneFields {
    /// Both fields as a line of the history keeps them: the title, which is one line, and the date below it.
    #[must_use]
    pub fn kept(&self) -> String {
        let MilestoneDraft { title, due_on } = self.into();
        format!("{title}\n{due_on}")
    }

    /// Reads what [`Self::kept`] wrote.
    #[must_use]
    pub fn from_kept(kept: &str) -> Option<Self> {
        let (title, due_on) = kept.split_once('\n')?;
        let due_on = if due_on.is_empty() { None } else { Some(due_on.parse().ok()?) };
        Some(Self { title: title.to_owned(), due_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::goals::{FieldConflict, Merge, merge};

    fn fields(title: &str, due_on: &str) -> MilestoneFields {
        MilestoneFields { title: title.to_owned(), due_on: due_on.parse().ok() }
    }

    #[test]
    fn the_history_reads_what_it_kept() {
        for fields in [fields("Outline", "2026-05-01"), fields("Outline", "")] {
            assert_eq!(MilestoneFields::from_kept(&fields.kept()), Some(fields));
        }
        assert_eq!(MilestoneFields::from_kept("Outline"), None);
        assert_eq!(MilestoneFields::from_kept("Outline\nsoon"), None);
    }

    #[test]
    fn words_and_date_are_joined_or_shown_in_both_versions() {
        let base = fields("Outline", "2026-05-01");
        let theirs = fields("Outline", "2026-06-01");
        let outcome = merge(&base, &fields("First outline", "2026-05-01"), &theirs);
        assert_eq!(outcome, Merge::Clean(fields("First outline", "2026-06-01")));
        let both = FieldConflict { field: MilestoneField::DueOn, mine: None, theirs: Some("2026-06-01".to_owned()) };
        let outcome = merge(&base, &fields("First outline", ""), &theirs);
        assert_eq!(outcome, Merge::Conflict { joined: fields("First outline", "2026-06-01"), fields: vec![both] });
    }
}

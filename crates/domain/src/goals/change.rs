//! What leaves a trace in a goal's history.

use super::GoalField;

text_enum! {
    /// The kinds of line in a goal's history: a field's change, or something that happened to the goal.
    pub enum GoalChange {
        /// The goal was made, or proposed (`after`: the state it began in).
        Made = "made",
        /// Its state changed.
        Status = "status",
        /// [`GoalField::Title`].
        Title = "title",
        /// [`GoalField::Why`].
        Why = "why",
        /// [`GoalField::Success`].
        Success = "success",
        /// [`GoalField::TargetOn`].
        TargetOn = "target_on",
        /// [`GoalField::ProgressMode`].
        ProgressMode = "progress_mode",
        /// [`GoalField::Progress`].
        Progress = "progress",
        /// A milestone was added (`after`: its title).
        MilestoneAdded = "milestone_added",
        /// A milestone's words changed (both titles).
        MilestoneChanged = "milestone_changed",
        /// A milestone's date changed (both titles and dates, as [`super::MilestoneFields::kept`] writes them).
        MilestoneDue = "milestone_due",
        /// A milestone was moved to another place (`after`: its title).
        MilestoneMoved = "milestone_moved",
        /// A milestone was removed (`before`: its title).
        MilestoneRemoved = "milestone_removed",
        /// A milestone was ticked (`after`: its title).
        MilestoneDone = "milestone_done",
        /// A milestone was unticked (`after`: its title).
        MilestoneUndone = "milestone_undone",
    }
}

impl From<GoalField> for GoalChange {
    fn from(field: GoalField) -> Self {
        match field {
            GoalField::Title => Self::Title,
            GoalField::Why => Self::Why,
            GoalField::Success => Self::Success,
            GoalField::TargetOn => Self::TargetOn,
            GoalField::ProgressMode => Self::ProgressMode,
            GoalField::Progress => Self::Progress,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fields_trace_has_the_fields_word() {
        for field in GoalField::ALL {
            assert_eq!(GoalChange::from(*field).as_str(), field.as_str());
        }
    }
}

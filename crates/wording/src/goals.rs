//! Goals: where one is, its fields, how progress is told, and the lines of its history.

use domain::goals::{GoalChange, GoalStatus, ProgressMode};
use i18n::{Key, m};

/// The name of a state.
#[must_use]
pub const fn status(status: GoalStatus) -> Key {
    match status {
        GoalStatus::Proposed => m::GOALS_STATUS_PROPOSED,
        GoalStatus::Open => m::GOALS_STATUS_OPEN,
        GoalStatus::Achieved => m::GOALS_STATUS_ACHIEVED,
        GoalStatus::Dropped => m::GOALS_STATUS_DROPPED,
    }
}

/// How progress is told.
#[must_use]
pub const fn progress_mode(mode: ProgressMode) -> Key {
    match mode {
        ProgressMode::Milestones => m::GOALS_MODE_MILESTONES,
        ProgressMode::Hand => m::GOALS_MODE_HAND,
    }
}

/// A line of the history; its `{name}` is who did it. None for a field that is told by its label.
#[must_use]
pub const fn change(change: GoalChange) -> Option<Key> {
    Some(match change {
        GoalChange::Made => m::GOALS_TRACE_MADE,
        GoalChange::Status => m::GOALS_TRACE_STATUS,
        GoalChange::Title => m::GOALS_TRACE_TITLE,
        GoalChange::TargetOn => m::GOALS_TRACE_TARGET,
        GoalChange::ProgressMode => m::GOALS_TRACE_MODE,
        GoalChange::Progress => m::GOALS_TRACE_PROGRESS,
        GoalChange::MilestoneAdded => m::GOALS_TRACE_MILESTONE_ADDED,
        GoalChange::MilestoneChanged => m::GOALS_TRACE_MILESTONE_CHANGED,
        GoalChange::MilestoneDue => m::GOALS_TRACE_MILESTONE_DUE,
        GoalChange::MilestoneMoved => m::GOALS_TRACE_MILESTONE_MOVED,
        GoalChange::MilestoneRemoved => m::GOALS_TRACE_MILESTONE_REMOVED,
        GoalChange::MilestoneDone => m::GOALS_TRACE_MILESTONE_DONE,
        GoalChange::MilestoneUndone => m::GOALS_TRACE_MILESTONE_UNDONE,
        _ => return None,
    })
}

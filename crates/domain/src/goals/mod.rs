//! Goals and milestones: states, progress and what may change.
//!
//! What it does not do: know who is signed in, or keep the history; it says what changed.

mod draft;
mod milestones;
mod permission;
mod progress;
mod status;
pub mod views;

pub use draft::{GoalChange, GoalDraft, GoalField, GoalFields, comment};
pub use milestones::{MilestoneDraft, MilestoneField, MilestoneFields, milestone_titles, room_for_milestone};
pub use permission::{Denied, GoalActor, GoalPermission, may};
pub use progress::{MilestoneCount, overall, progress};

text_enum! {
    /// Where a goal is.
    pub enum GoalStatus {
        /// A mentor proposed it; the mentee hasn't taken it yet.
        Proposed = "proposed",
        /// Being worked on.
        Open = "open",
        /// Reached.
        Achieved = "achieved",
        /// Given up, which is fine.
        Dropped = "dropped",
    }
}

text_enum! {
    /// How a goal's progress is told.
    pub enum ProgressMode {
        /// The share of its milestones that are done.
        Milestones = "milestones",
        /// Set by hand, in percent.
        Hand = "hand",
    }
}

text_enum! {
    /// What can be done to a goal's state.
    pub enum GoalAction {
        /// The mentee takes a proposed goal.
        Take = "take",
        /// Open becomes achieved.
        Achieve = "achieve",
        /// Proposed or open becomes dropped.
        Drop = "drop",
        /// Achieved or dropped becomes open again.
        Reopen = "reopen",
    }
}

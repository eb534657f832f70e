//! A program's cycle: draft → open → running → completed, or cancelled on the way; nothing else.

use super::{ProgramAction, ProgramStatus};
use crate::problem::Refusal;

impl ProgramStatus {
    /// The state after an action.
    ///
    /// # Errors
    /// [`Refusal::NotFromThisState`] where the table has no such move.
    pub const fn apply(self, action: ProgramAction) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Draft, ProgramAction::Open) => Ok(Self::Open),
            (Self::Open, ProgramAction::Start) => Ok(Self::Running),
            (Self::Running, ProgramAction::Complete) => Ok(Self::Completed),
            (Self::Draft | Self::Open | Self::Running, ProgramAction::Cancel) => Ok(Self::Cancelled),
            _ => Err(Refusal::NotFromThisState),
        }
    }

    /// Completed or cancelled: nothing in it changes any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled)
    }

    /// Whether requests may be made and accepted.
    #[must_use]
    pub const fn accepts_requests(self) -> bool {
        matches!(self, Self::Open | Self::Running)
    }

    /// Whether people may enrol. A running program still takes people in.
    #[must_use]
    pub const fn accepts_enrolments(self) -> bool {
        matches!(self, Self::Open | Self::Running)
    }

    /// Whether people other than its coordinators may know of it.
    #[must_use]
    pub const fn is_published(self) -> bool {
        !matches!(self, Self::Draft)
    }

    /// What a coordinator can do from here, in the order of declaration.
    pub fn actions(self) -> impl Iterator<Item = ProgramAction> {
        ProgramAction::ALL.iter().copied().filter(move |action| self.apply(*action).is_ok())
    }
}

#[cfg(test)]
#[path = "cycle_tests.rs"]
mod tests;

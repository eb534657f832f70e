//! Mentorships: their states and the moves between them.

mod forms;
pub mod views;

pub use forms::{ReviewDraft, ReviewFields, SENTENCE_MAX, end_reason};

use crate::problem::Refusal;

text_enum! {
    /// Where a mentorship is.
    pub enum MentorshipStatus {
        /// Waits for both to say yes.
        Proposed = "proposed",
        /// Under way.
        Active = "active",
        /// Takes a break.
        Paused = "paused",
        /// Reached its end.
        Completed = "completed",
        /// Ended before its time, with a reason.
        EndedEarly = "ended_early",
    }
}

text_enum! {
    /// What can be done to a mentorship.
    pub enum MentorshipAction {
        /// Proposed becomes active.
        Start = "start",
        /// Active becomes paused.
        Pause = "pause",
        /// Paused becomes active.
        Resume = "resume",
        /// Active or paused becomes completed.
        Complete = "complete",
        /// Anything that isn't over ends early.
        End = "end",
    }
}

text_enum! {
    /// What somebody is to a mentorship. To everybody else it does not exist.
    pub enum SpaceRole {
        /// Its mentee.
        Mentee = "mentee",
        /// Its mentor.
        Mentor = "mentor",
        /// A coordinator of its program: sees how it goes, not what the two say.
        Coordinator = "coordinator",
    }
}

impl SpaceRole {
    /// One of the two, rather than somebody who looks after them.
    #[must_use]
    pub const fn is_party(self) -> bool {
        !matches!(self, Self::Coordinator)
    }

    /// Whether this one may do `action`. Only the two begin, pause, resume and complete; all three may end it early.
    #[must_use]
    pub const fn may(self, action: MentorshipAction) -> bool {
        self.is_party() || matches!(action, MentorshipAction::End)
    }
}

impl MentorshipStatus {
    /// The state after an action.
    ///
    /// # Errors
    /// [`Refusal::MentorshipOver`] when it has ended, [`Refusal::NotFromThisState`] where the table has no such move.
    pub const fn apply(self, action: MentorshipAction) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Completed | Self::EndedEarly, _) => Err(Refusal::MentorshipOver),
            (Self::Proposed, MentorshipAction::Start) | (Self::Paused, MentorshipAction::Resume) => Ok(Self::Active),
            (Self::Active, MentorshipAction::Pause) => Ok(Self::Paused),
            (Self::Active | Self::Paused, MentorshipAction::Complete) => Ok(Self::Completed),
            (_, MentorshipAction::End) => Ok(Self::EndedEarly),
            _ => Err(Refusal::NotFromThisState),
        }
    }

    /// Completed or ended early: its space is read, not written.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::EndedEarly)
    }

    /// Whether it takes one of the mentor's places. A proposed one does, else two could be promised the last place.
    #[must_use]
    pub const fn takes_a_place(self) -> bool {
        !self.is_over()
    }

    /// Whether the two work in the space: goals, comments, signing.
    #[must_use]
    pub const fn can_be_worked_in(self) -> bool {
        matches!(self, Self::Active | Self::Paused)
    }

    /// Whether both are asked how it went.
    #[must_use]
    pub const fn asks_for_review(self) -> bool {
        matches!(self, Self::Completed | Self::EndedEarly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MentorshipAction as A;
    use MentorshipStatus as S;

    const NOT: Result<S, Refusal> = Err(Refusal::NotFromThisState);
    const OVER: Result<S, Refusal> = Err(Refusal::MentorshipOver);

    /// Columns are Start, Pause, Resume, Complete, End.
    #[rustfmt::skip]
    const TABLE: [(S, [Result<S, Refusal>; 5]); 5] = [
        (S::Proposed, [Ok(S::Active), NOT, NOT, NOT, Ok(S::EndedEarly)]),
        (S::Active, [NOT, Ok(S::Paused), NOT, Ok(S::Completed), Ok(S::EndedEarly)]),
        (S::Paused, [NOT, NOT, Ok(S::Active), Ok(S::Completed), Ok(S::EndedEarly)]),
        (S::Completed, [OVER, OVER, OVER, OVER, OVER]),
        (S::EndedEarly, [OVER, OVER, OVER, OVER, OVER]),
    ];
    const COLUMNS: [A; 5] = [A::Start, A::Pause, A::Resume, A::Complete, A::End];

    #[test]
    fn every_cell_of_the_table_is_as_written() {
        for (state, row) in TABLE {
            for (action, expected) in COLUMNS.into_iter().zip(row) {
                assert_eq!(state.apply(action), expected, "{state} × {action}");
            }
        }
    }

    #[test]
    fn the_table_leaves_out_no_state_and_no_action() {
        assert_eq!(TABLE.map(|row| row.0).as_slice(), S::ALL);
        assert_eq!(COLUMNS.as_slice(), A::ALL);
    }

    #[test]
    fn the_two_move_it_and_a_coordinator_only_ends_it() {
        for action in A::ALL.iter().copied() {
            assert!(SpaceRole::Mentee.may(action) && SpaceRole::Mentor.may(action), "{action}");
            assert_eq!(SpaceRole::Coordinator.may(action), action == A::End, "{action}");
        }
    }

    #[test]
    fn a_place_is_taken_until_it_is_over() {
        for state in S::ALL.iter().copied() {
            assert_eq!(state.is_over(), matches!(state, S::Completed | S::EndedEarly), "{state}");
            assert_eq!(state.takes_a_place(), !state.is_over(), "{state}");
            assert_eq!(state.can_be_worked_in(), matches!(state, S::Active | S::Paused), "{state}");
        }
    }
}

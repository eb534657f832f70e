//! Where an enrolment is and what moves it: programs tell their people about it as much as enrolments do.

use crate::problem::Refusal;

text_enum! {
    /// Where an enrolment is.
    pub enum EnrolmentStatus {
        /// Waits for a coordinator's approval.
        Pending = "pending",
        /// Takes part.
        Active = "active",
        /// Takes a break: isn't found or asked.
        Paused = "paused",
        /// Left.
        Left = "left",
        /// Was removed, or not approved.
        Removed = "removed",
    }
}

text_enum! {
    /// What can be done to an enrolment.
    pub enum EnrolmentAction {
        /// A coordinator approves.
        Approve = "approve",
        /// The participant (or a coordinator) pauses.
        Pause = "pause",
        /// The participant (or a coordinator) resumes.
        Resume = "resume",
        /// The participant leaves.
        Leave = "leave",
        /// A coordinator removes, or doesn't approve.
        Remove = "remove",
        /// Enrols again after having left.
        Rejoin = "rejoin",
    }
}

impl EnrolmentStatus {
    /// The state after an action. `approval` says whether the program wants a coordinator's approval; it matters only
    /// to whoever comes back.
    ///
    /// Removed is final, except that a coordinator may change their mind.
    ///
    /// # Errors
    /// [`Refusal::NotFromThisState`] where the table has no such move.
    pub const fn apply(self, action: EnrolmentAction, approval: bool) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Pending | Self::Removed, EnrolmentAction::Approve) | (Self::Paused, EnrolmentAction::Resume) => Ok(Self::Active),
            (Self::Active, EnrolmentAction::Pause) => Ok(Self::Paused),
            (Self::Pending | Self::Active | Self::Paused, EnrolmentAction::Leave) => Ok(Self::Left),
            (Self::Pending | Self::Active | Self::Paused, EnrolmentAction::Remove) => Ok(Self::Removed),
            (Self::Left, EnrolmentAction::Rejoin) => Ok(Self::first(approval)),
            _ => Err(Refusal::NotFromThisState),
        }
    }

    /// The state of an enrolment that has just been made.
    #[must_use]
    pub const fn first(approval: bool) -> Self {
        if approval { Self::Pending } else { Self::Active }
    }

    /// Left or removed: no participant (any more).
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Left | Self::Removed)
    }

    /// Approved and not over: sees the program's people.
    #[must_use]
    pub const fn takes_part(self) -> bool {
        matches!(self, Self::Active | Self::Paused)
    }

    /// Whether this participant is found, asks and is asked.
    #[must_use]
    pub const fn accepts_requests(self) -> bool {
        matches!(self, Self::Active)
    }
}

impl EnrolmentAction {
    /// Whether only a coordinator may do it. The rest the participant does, and a coordinator for them; only coming
    /// back is the participant's own decision.
    #[must_use]
    pub const fn needs_coordinator(self) -> bool {
        matches!(self, Self::Approve | Self::Remove)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EnrolmentAction as A;
    use EnrolmentStatus as S;

    /// Columns are Approve, Pause, Resume, Leave, Remove, Rejoin without approval, Rejoin with approval.
    #[rustfmt::skip]
    const TABLE: [(S, [Option<S>; 7]); 5] = [
        (S::Pending, [Some(S::Active), None, None, Some(S::Left), Some(S::Removed), None, None]),
        (S::Active, [None, Some(S::Paused), None, Some(S::Left), Some(S::Removed), None, None]),
        (S::Paused, [None, None, Some(S::Active), Some(S::Left), Some(S::Removed), None, None]),
        (S::Left, [None, None, None, None, None, Some(S::Active), Some(S::Pending)]),
        (S::Removed, [Some(S::Active), None, None, None, None, None, None]),
    ];
    const COLUMNS: [A; 6] = [A::Approve, A::Pause, A::Resume, A::Leave, A::Remove, A::Rejoin];

    #[test]
    fn every_cell_of_the_table_is_as_written() {
        for (state, [approve, pause, resume, leave, remove, rejoin, rejoin_approved]) in TABLE {
            for (action, expected) in COLUMNS.into_iter().zip([approve, pause, resume, leave, remove, rejoin]) {
                assert_eq!(state.apply(action, false), expected.ok_or(Refusal::NotFromThisState), "{state} × {action}");
            }
            for (action, expected) in COLUMNS.into_iter().zip([approve, pause, resume, leave, remove, rejoin_approved]) {
                assert_eq!(state.apply(action, true), expected.ok_or(Refusal::NotFromThisState), "{state} × {action}, with approval");
            }
        }
    }

    #[test]
    fn the_table_leaves_out_no_state_and_no_action() {
        assert_eq!(TABLE.map(|row| row.0).as_slice(), S::ALL);
        assert_eq!(COLUMNS.as_slice(), A::ALL);
    }

    #[test]
    fn somebody_removed_cannot_let_themselves_back_in() {
        for action in A::ALL.iter().copied().filter(|action| !action.needs_coordinator()) {
            assert_eq!(S::Removed.apply(action, false), Err(Refusal::NotFromThisState), "{action}");
        }
    }

    #[test]
    fn only_the_active_are_asked_and_the_paused_still_take_part() {
        for state in S::ALL.iter().copied() {
            assert_eq!(state.accepts_requests(), state == S::Active, "{state}");
            assert_eq!(state.takes_part(), matches!(state, S::Active | S::Paused), "{state}");
            assert_eq!(state.is_over(), matches!(state, S::Left | S::Removed), "{state}");
        }
    }
}

//! The states of a goal and the moves between them.

use super::{GoalAction, GoalStatus};
use crate::problem::Refusal;

impl GoalStatus {
    /// The state after an action.
    ///
    /// # Errors
    /// [`Refusal::NotFromThisState`] where the table has no such move.
    pub const fn apply(self, action: GoalAction) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Proposed, GoalAction::Take) | (Self::Achieved | Self::Dropped, GoalAction::Reopen) => Ok(Self::Open),
            (Self::Open, GoalAction::Achieve) => Ok(Self::Achieved),
            (Self::Proposed | Self::Open, GoalAction::Drop) => Ok(Self::Dropped),
            _ => Err(Refusal::NotFromThisState),
        }
    }

    /// Achieved or dropped: read rather than edited, until it is opened again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Achieved | Self::Dropped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use GoalAction as A;
    use GoalStatus as S;

    /// Columns are Take, Achieve, Drop, Reopen.
    const TABLE: [(S, [Option<S>; 4]); 4] = [
        (S::Proposed, [Some(S::Open), None, Some(S::Dropped), None]),
        (S::Open, [None, Some(S::Achieved), Some(S::Dropped), None]),
        (S::Achieved, [None, None, None, Some(S::Open)]),
        (S::Dropped, [None, None, None, Some(S::Open)]),
    ];
    const COLUMNS: [A; 4] = [A::Take, A::Achieve, A::Drop, A::Reopen];

    #[test]
    fn every_cell_of_the_table_is_as_written() {
        for (state, row) in TABLE {
            for (action, expected) in COLUMNS.into_iter().zip(row) {
                assert_eq!(state.apply(action), expected.ok_or(Refusal::NotFromThisState), "{state} × {action}");
            }
        }
    }

    #[test]
    fn the_table_leaves_out_no_state_and_no_action() {
        assert_eq!(TABLE.map(|row| row.0).as_slice(), S::ALL);
        assert_eq!(COLUMNS.as_slice(), A::ALL);
    }
}

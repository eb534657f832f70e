//! Every cell of the program table.

use super::*;
use ProgramAction as A;
use ProgramStatus as S;

/// Rows are states, columns are Open, Start, Complete, Cancel.
const TABLE: [(S, [Option<S>; 4]); 5] = [
    (S::Draft, [Some(S::Open), None, None, Some(S::Cancelled)]),
    (S::Open, [None, Some(S::Running), None, Some(S::Cancelled)]),
    (S::Running, [None, None, Some(S::Completed), Some(S::Cancelled)]),
    (S::Completed, [None, None, None, None]),
    (S::Cancelled, [None, None, None, None]),
];
const COLUMNS: [A; 4] = [A::Open, A::Start, A::Complete, A::Cancel];

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

#[test]
fn what_is_over_offers_no_action_and_takes_nobody_in() {
    for state in S::ALL.iter().copied() {
        assert_eq!(state.is_over(), state.actions().next().is_none(), "{state}");
        assert_eq!(state.accepts_requests(), matches!(state, S::Open | S::Running), "{state}");
        assert_eq!(state.accepts_enrolments(), matches!(state, S::Open | S::Running), "{state}");
    }
    assert!(!S::Draft.is_published());
    assert!(S::Cancelled.is_published());
}

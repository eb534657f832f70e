//! The complete table: each state × each action × each actor × each turn.

use super::*;
use RequestAction as A;
use RequestActor as W;
use RequestStatus as S;

const OK_ACCEPTED: Decision = Decision::Allowed(S::Accepted);
const OK_DECLINED: Decision = Decision::Allowed(S::Declined);
const OK_WITHDRAWN: Decision = Decision::Allowed(S::Withdrawn);
const OK_PENDING: Decision = Decision::Allowed(S::Pending);
const WAIT: Decision = Decision::Refused(Refusal::NotYourTurn);
const ENDED: Decision = Decision::Refused(Refusal::RequestEnded);
const NO: Decision = Decision::Forbidden;
const NONE: Decision = Decision::NotFound;
const WHO: Decision = Decision::SignInNeeded;

const ACTORS: [W; 6] = [W::Asker, W::Asked, W::Coordinator, W::OtherParticipant, W::Outsider, W::Anonymous];

/// Columns are the actors above.
#[rustfmt::skip]
const PENDING_ASKED_TURN: [(A, [Decision; 6]); 6] = [
    (A::Accept,   [NO,           OK_ACCEPTED, NO, NONE, NONE, WHO]),
    (A::Decline,  [NO,           OK_DECLINED, NO, NONE, NONE, WHO]),
    (A::Withdraw, [OK_WITHDRAWN, NO,          NO, NONE, NONE, WHO]),
    (A::AskBack,  [NO,           OK_PENDING,  NO, NONE, NONE, WHO]),
    (A::Answer,   [WAIT,         NO,          NO, NONE, NONE, WHO]),
    (A::Extend,   [NO,           OK_PENDING,  NO, NONE, NONE, WHO]),
];

#[rustfmt::skip]
const PENDING_ASKER_TURN: [(A, [Decision; 6]); 6] = [
    (A::Accept,   [NO,           OK_ACCEPTED, NO, NONE, NONE, WHO]),
    (A::Decline,  [NO,           OK_DECLINED, NO, NONE, NONE, WHO]),
    (A::Withdraw, [OK_WITHDRAWN, NO,          NO, NONE, NONE, WHO]),
    (A::AskBack,  [NO,           WAIT,        NO, NONE, NONE, WHO]),
    (A::Answer,   [OK_PENDING,   NO,          NO, NONE, NONE, WHO]),
    (A::Extend,   [NO,           WAIT,        NO, NONE, NONE, WHO]),
];

/// Whichever way it ended and whoever's turn it was.
#[rustfmt::skip]
const ENDED_ANY_TURN: [(A, [Decision; 6]); 6] = [
    (A::Accept,   [NO,    ENDED, NO, NONE, NONE, WHO]),
    (A::Decline,  [NO,    ENDED, NO, NONE, NONE, WHO]),
    (A::Withdraw, [ENDED, NO,    NO, NONE, NONE, WHO]),
    (A::AskBack,  [NO,    ENDED, NO, NONE, NONE, WHO]),
    (A::Answer,   [ENDED, NO,    NO, NONE, NONE, WHO]),
    (A::Extend,   [NO,    ENDED, NO, NONE, NONE, WHO]),
];

fn holds(status: S, turn: Turn, table: [(A, [Decision; 6]); 6]) {
    for (action, row) in table {
        for (actor, expected) in ACTORS.into_iter().zip(row) {
            let decision = decide(status, actor, action, turn);
            assert_eq!(decision, expected, "{status} × {action} × {actor:?}, turn of the {turn}");
        }
    }
}

#[test]
fn a_pending_request_on_the_turn_of_the_asked() {
    holds(S::Pending, Turn::Asked, PENDING_ASKED_TURN);
}

#[test]
fn a_pending_request_on_the_turn_of_the_asker() {
    holds(S::Pending, Turn::Asker, PENDING_ASKER_TURN);
}

#[test]
fn an_ended_request_never_changes() {
    for status in [S::Accepted, S::Declined, S::Withdrawn, S::Expired] {
        holds(status, Turn::Asked, ENDED_ANY_TURN);
        holds(status, Turn::Asker, ENDED_ANY_TURN);
    }
}

#[test]
fn the_tables_leave_out_no_action_and_no_state() {
    for table in [PENDING_ASKED_TURN, PENDING_ASKER_TURN, ENDED_ANY_TURN] {
        assert_eq!(table.map(|row| row.0).as_slice(), A::ALL);
    }
    assert_eq!(S::ALL.len(), 5);
    assert_eq!(Turn::ALL.len(), 2);
}

#[test]
fn whoever_asks_or_is_asked_is_that_before_they_coordinate() {
    let person = |n: u128| PersonId(uuid::Uuid::from_u128(n));
    let (asker, asked, other) = (person(1), person(2), person(3));
    let of = |who, coordinates, takes_part| W::of(who, asker, asked, coordinates, takes_part);
    assert_eq!(of(Some(asker), true, true), W::Asker);
    assert_eq!(of(Some(asked), true, true), W::Asked);
    assert_eq!(of(Some(other), true, true), W::Coordinator);
    assert_eq!(of(Some(other), false, true), W::OtherParticipant);
    assert_eq!(of(Some(other), false, false), W::Outsider);
    assert_eq!(of(None, false, false), W::Anonymous);
    let seeing: Vec<_> = ACTORS.into_iter().filter(|actor| actor.sees()).collect();
    assert_eq!(seeing, [W::Asker, W::Asked, W::Coordinator]);
}

#[test]
fn a_close_reason_ends_the_request_on_the_side_it_comes_from() {
    use super::super::CloseReason as C;
    let ends = C::ALL.iter().map(|reason| (*reason, reason.status())).collect::<Vec<_>>();
    let expected = [
        (C::MenteePlaced, S::Withdrawn),
        (C::MentorPaused, S::Declined),
        (C::MenteePaused, S::Withdrawn),
        (C::ProgramEnded, S::Declined),
        (C::MentorErased, S::Declined),
        (C::MenteeErased, S::Withdrawn),
    ];
    assert_eq!(ends, expected);
}

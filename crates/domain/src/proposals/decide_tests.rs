//! The complete table: each state × each act × each actor, before and after an answer.

use super::*;
use ProposalAct as A;
use ProposalActor as W;
use ProposalStatus as S;

const OK: Decision = Decision::Allowed;
const SAID: Decision = Decision::Refused(Refusal::AlreadyAnswered);
const KEPT: Decision = Decision::Refused(Refusal::NothingToTakeBack);
const ENDED: Decision = Decision::Refused(Refusal::ProposalEnded);
const NO: Decision = Decision::Forbidden;
const NONE: Decision = Decision::NotFound;
const WHO: Decision = Decision::SignInNeeded;

const ACTORS: [W; 6] = [W::Mentee, W::Mentor, W::Coordinator, W::OtherParticipant, W::Outsider, W::Anonymous];

/// Nobody has answered. Columns are the actors above.
#[rustfmt::skip]
const NOBODY: [(A, [Decision; 6]); 3] = [
    (A::SayYes,   [OK, OK, NO, NONE, NONE, WHO]),
    (A::SayNo,    [OK, OK, NO, NONE, NONE, WHO]),
    (A::TakeBack, [NO, NO, OK, NONE, NONE, WHO]),
];

/// Whoever acts has said yes already, or for a coordinator: one of the two has.
#[rustfmt::skip]
const SAID_YES: [(A, [Decision; 6]); 3] = [
    (A::SayYes,   [SAID, SAID, NO,   NONE, NONE, WHO]),
    (A::SayNo,    [OK,   OK,   NO,   NONE, NONE, WHO]),
    (A::TakeBack, [NO,   NO,   KEPT, NONE, NONE, WHO]),
];

/// The other one has said yes.
#[rustfmt::skip]
const OTHER_SAID_YES: [(A, [Decision; 6]); 3] = [
    (A::SayYes,   [OK, OK, NO,   NONE, NONE, WHO]),
    (A::SayNo,    [OK, OK, NO,   NONE, NONE, WHO]),
    (A::TakeBack, [NO, NO, KEPT, NONE, NONE, WHO]),
];

/// Whichever way it ended.
#[rustfmt::skip]
const OVER: [(A, [Decision; 6]); 3] = [
    (A::SayYes,   [ENDED, ENDED, NO,    NONE, NONE, WHO]),
    (A::SayNo,    [ENDED, ENDED, NO,    NONE, NONE, WHO]),
    (A::TakeBack, [NO,    NO,    ENDED, NONE, NONE, WHO]),
];

fn holds(status: S, own: Option<ProposalAnswer>, anybody: bool, table: [(A, [Decision; 6]); 3]) {
    for (act, row) in table {
        for (actor, expected) in ACTORS.into_iter().zip(row) {
            assert_eq!(decide(status, actor, act, own, anybody), expected, "{status} × {act} × {actor:?}, {own:?}, {anybody}");
        }
    }
}

#[test]
fn an_open_one_is_answered_by_the_two_and_taken_back_until_somebody_has() {
    holds(S::Proposed, None, false, NOBODY);
    holds(S::Proposed, Some(ProposalAnswer::Yes), true, SAID_YES);
    holds(S::Proposed, None, true, OTHER_SAID_YES);
}

#[test]
fn an_ended_one_never_changes() {
    for status in [S::Accepted, S::Declined, S::Expired, S::TakenBack] {
        for own in [None, Some(ProposalAnswer::Yes), Some(ProposalAnswer::No)] {
            holds(status, own, false, OVER);
            holds(status, own, true, OVER);
        }
    }
}

#[test]
fn the_tables_leave_out_no_act_and_no_state() {
    for table in [NOBODY, SAID_YES, OTHER_SAID_YES, OVER] {
        assert_eq!(table.map(|row| row.0).as_slice(), A::ALL);
    }
    assert_eq!(S::ALL.len(), 5);
    assert_eq!(ProposalAnswer::ALL.len(), 2);
}

#[test]
fn the_two_are_that_before_they_coordinate() {
    let person = |n: u128| PersonId(uuid::Uuid::from_u128(n));
    let (mentee, mentor, other) = (person(1), person(2), person(3));
    let of = |who, coordinates, takes_part| W::of(who, mentee, mentor, coordinates, takes_part);
    assert_eq!(of(Some(mentee), true, true), W::Mentee);
    assert_eq!(of(Some(mentor), true, true), W::Mentor);
    assert_eq!(of(Some(other), true, true), W::Coordinator);
    assert_eq!(of(Some(other), false, true), W::OtherParticipant);
    assert_eq!(of(Some(other), false, false), W::Outsider);
    assert_eq!(of(None, false, false), W::Anonymous);
    let seeing: Vec<_> = ACTORS.into_iter().filter(|actor| actor.sees()).collect();
    assert_eq!(seeing, [W::Mentee, W::Mentor, W::Coordinator]);
}

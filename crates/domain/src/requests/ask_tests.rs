//! Asking and accepting: each rule alone, and which one speaks first.

use super::*;

const FINE: AskFacts = AskFacts {
    same_person: false,
    asker_is_active_mentee: true,
    asked_is_active_mentor: true,
    program: ProgramStatus::Open,
    matching: MatchingMode::MenteesAsk,
    open_to_this_mentor: false,
    open_requests: 4,
    max_open_requests: 5,
    asked_lately: 9,
    withdrew_lately: false,
    mentees_now: 1,
    capacity: 2,
    mentee_has_mentor: false,
    share_a_language: true,
};

/// Every way to break one rule, in the order in which the rules are checked.
type Breaks<F> = [(fn(&mut F), Refusal)];

const ASK: &Breaks<AskFacts> = &[
    (|f| f.same_person = true, Refusal::AskingYourself),
    (|f| f.asker_is_active_mentee = false, Refusal::NotAMentee),
    (|f| f.asked_is_active_mentor = false, Refusal::NotAMentor),
    (|f| f.program = ProgramStatus::Completed, Refusal::ProgramNotActive),
    (|f| f.matching = MatchingMode::CoordinatorPairs, Refusal::CoordinatorMakesPairs),
    (|f| f.open_to_this_mentor = true, Refusal::AlreadyAsked),
    (|f| f.mentee_has_mentor = true, Refusal::MenteeHasMentor),
    (|f| f.open_requests = 5, Refusal::TooManyOpenRequests),
    (|f| f.withdrew_lately = true, Refusal::WithdrewLately),
    (|f| f.asked_lately = 10, Refusal::AskedEnoughToday),
    (|f| f.mentees_now = 2, Refusal::MentorFull),
    (|f| f.share_a_language = false, Refusal::NoSharedLanguage),
];

#[test]
fn a_mentee_with_room_for_a_request_asks_a_mentor_with_room_for_a_mentee() {
    assert_eq!(may_ask(&FINE), Ok(()));
    assert_eq!(may_ask(&AskFacts { program: ProgramStatus::Running, ..FINE }), Ok(()));
}

#[test]
fn where_many_may_be_asked_at_once_many_may_be_asked_in_a_day() {
    assert_eq!([1, 5, 6, 100, i32::MAX].map(asked_in_a_day), [10, 10, 12, 200, 2 * i64::from(i32::MAX)]);
    assert_eq!(may_ask(&AskFacts { max_open_requests: 20, asked_lately: 39, ..FINE }), Ok(()));
}

#[test]
fn each_rule_alone_says_no_to_asking() {
    for (break_it, reason) in ASK {
        let mut facts = FINE;
        break_it(&mut facts);
        assert_eq!(may_ask(&facts), Err(*reason));
    }
}

#[test]
fn of_two_broken_rules_the_earlier_one_answers() {
    for (i, (first, reason)) in ASK.iter().enumerate() {
        for (second, _) in ASK.iter().skip(i + 1) {
            let mut facts = FINE;
            first(&mut facts);
            second(&mut facts);
            assert_eq!(may_ask(&facts), Err(*reason));
        }
    }
}

#[test]
fn nobody_asks_in_a_program_that_has_not_begun_or_is_over() {
    for program in [ProgramStatus::Draft, ProgramStatus::Completed, ProgramStatus::Cancelled] {
        let facts = AskFacts { program, ..FINE };
        assert_eq!(may_ask(&facts), Err(Refusal::ProgramNotActive), "{program}");
    }
}

#[test]
fn a_match_run_leaves_nothing_to_ask() {
    let facts = AskFacts { matching: MatchingMode::Bulk, ..FINE };
    assert_eq!(may_ask(&facts), Err(Refusal::CoordinatorMakesPairs));
}

const ACCEPTABLE: AcceptFacts = AcceptFacts {
    same_person: false,
    asker_is_active_mentee: true,
    asked_is_active_mentor: true,
    program: ProgramStatus::Running,
    mentees_now: 1,
    capacity: 2,
    mentee_has_mentor: false,
};

const ACCEPT: &Breaks<AcceptFacts> = &[
    (|f| f.same_person = true, Refusal::AskingYourself),
    (|f| f.asker_is_active_mentee = false, Refusal::NotAMentee),
    (|f| f.asked_is_active_mentor = false, Refusal::NotAMentor),
    (|f| f.program = ProgramStatus::Cancelled, Refusal::ProgramNotActive),
    (|f| f.mentee_has_mentor = true, Refusal::MenteeHasMentor),
    (|f| f.mentees_now = 2, Refusal::MentorFull),
];

#[test]
fn the_last_place_is_taken_once() {
    assert_eq!(may_accept(&ACCEPTABLE), Ok(()));
    assert_eq!(may_accept(&AcceptFacts { mentees_now: 2, ..ACCEPTABLE }), Err(Refusal::MentorFull));
    let lowered = AcceptFacts { mentees_now: 3, ..ACCEPTABLE };
    assert_eq!(may_accept(&lowered), Err(Refusal::MentorFull), "capacity lowered below what is held");
}

#[test]
fn each_rule_says_no_to_accepting_and_the_earlier_one_answers() {
    for (i, (first, reason)) in ACCEPT.iter().enumerate() {
        let mut alone = ACCEPTABLE;
        first(&mut alone);
        assert_eq!(may_accept(&alone), Err(*reason));
        for (second, _) in ACCEPT.iter().skip(i + 1) {
            let mut both = alone;
            second(&mut both);
            assert_eq!(may_accept(&both), Err(*reason));
        }
    }
}

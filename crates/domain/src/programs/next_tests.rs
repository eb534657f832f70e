//! The next step of everybody who may look at a program.

use super::*;
use EnrolmentStatus as E;
use NextStep as N;
use ProgramStatus as P;

const VISITOR: NextFacts = NextFacts {
    program: P::Open,
    join: JoinPolicy::Everyone,
    matching: MatchingMode::MenteesAsk,
    signed_in: false,
    inside: true,
    coordinator: false,
    enrolment: None,
    in_mentorship: false,
    has_mentor: false,
    to_answer: 0,
    asked: 0,
};
const MEMBER: NextFacts = NextFacts { signed_in: true, ..VISITOR };

const fn enrolled(status: E, as_mentor: bool, as_mentee: bool) -> NextFacts {
    NextFacts { enrolment: Some(EnrolmentState { status, as_mentor, as_mentee }), ..MEMBER }
}

const MENTEE: NextFacts = enrolled(E::Active, false, true);
const MENTOR: NextFacts = enrolled(E::Active, true, false);
const BOTH: NextFacts = enrolled(E::Active, true, true);

#[test]
fn somebody_outside_joins_as_the_program_allows() {
    for (facts, step) in [
        (VISITOR, N::SignUp),
        (MEMBER, N::Join),
        (NextFacts { program: P::Running, ..MEMBER }, N::Join),
        (NextFacts { program: P::Draft, ..MEMBER }, N::NotYetOpen),
        (NextFacts { program: P::Completed, ..MEMBER }, N::Over),
        (NextFacts { program: P::Cancelled, ..VISITOR }, N::Over),
        (NextFacts { join: JoinPolicy::Link, ..MEMBER }, N::AskForLink),
        (NextFacts { join: JoinPolicy::Members, ..MEMBER }, N::Join),
        (NextFacts { join: JoinPolicy::Members, inside: false, ..MEMBER }, N::MembersOnly),
        (NextFacts { coordinator: true, ..MEMBER }, N::Manage),
        (enrolled(E::Left, true, false), N::Join),
    ] {
        assert_eq!(next_step(&facts), step, "{facts:?}");
    }
}

#[test]
fn somebody_inside_is_told_what_waits() {
    let paired = MatchingMode::CoordinatorPairs;
    for (facts, step) in [
        (enrolled(E::Pending, true, true), N::WaitForApproval),
        (enrolled(E::Paused, true, true), N::Resume),
        (MENTEE, N::FindMentor),
        (NextFacts { asked: 2, ..MENTEE }, N::SeeRequests),
        (NextFacts { in_mentorship: true, has_mentor: true, ..MENTEE }, N::OpenMentorship),
        (NextFacts { matching: paired, ..MENTEE }, N::WaitForPair),
        (MENTOR, N::WaitForRequests),
        (NextFacts { to_answer: 1, in_mentorship: true, ..MENTOR }, N::AnswerRequests),
        (NextFacts { in_mentorship: true, ..MENTOR }, N::OpenMentorship),
        (NextFacts { matching: MatchingMode::Bulk, ..MENTOR }, N::WaitForPair),
        (NextFacts { in_mentorship: true, ..BOTH }, N::FindMentor),
        (NextFacts { in_mentorship: true, matching: paired, ..BOTH }, N::OpenMentorship),
        (NextFacts { coordinator: true, ..MENTEE }, N::FindMentor),
    ] {
        assert_eq!(next_step(&facts), step, "{facts:?}");
    }
}

#[test]
fn after_the_end_mentorships_go_on_and_nothing_else_does() {
    for program in [P::Completed, P::Cancelled] {
        assert_eq!(next_step(&NextFacts { program, in_mentorship: true, has_mentor: true, ..MENTEE }), N::OpenMentorship);
        assert_eq!(next_step(&NextFacts { program, to_answer: 1, ..MENTOR }), N::Over);
        assert_eq!(next_step(&NextFacts { program, ..enrolled(E::Pending, true, false) }), N::Over);
        assert_eq!(next_step(&NextFacts { program, ..enrolled(E::Paused, true, false) }), N::Over);
    }
}

//! The one clear next step of somebody who looks at a program.

use super::{JoinPolicy, MatchingMode, ProgramStatus};
use crate::shared::EnrolmentStatus;

text_enum! {
    /// What comes next for somebody in a program.
    pub enum NextStep {
        /// Make an account, then join.
        SignUp = "sign_up",
        /// Enrol.
        Join = "join",
        /// Ask whoever runs it for the link.
        AskForLink = "ask_for_link",
        /// Only members of the organisation join.
        MembersOnly = "members_only",
        /// A coordinator looks at the enrolment.
        WaitForApproval = "wait_for_approval",
        /// Go on after a break.
        Resume = "resume",
        /// Somebody waits for an answer.
        AnswerRequests = "answer_requests",
        /// Open the space of the mentorship.
        OpenMentorship = "open_mentorship",
        /// Find a mentor and ask.
        FindMentor = "find_mentor",
        /// See where one's own requests stand.
        SeeRequests = "see_requests",
        /// A coordinator brings people together.
        WaitForPair = "wait_for_pair",
        /// Mentees will ask.
        WaitForRequests = "wait_for_requests",
        /// Look after it.
        Manage = "manage",
        /// It isn't open yet.
        NotYetOpen = "not_yet_open",
        /// It is over.
        Over = "over",
    }
}

/// Somebody's enrolment, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnrolmentState {
    /// Where it is.
    pub status: EnrolmentStatus,
    /// Offers mentoring.
    pub as_mentor: bool,
    /// Looks for a mentor.
    pub as_mentee: bool,
}

/// What must be known of somebody and a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextFacts {
    /// Where the program is.
    pub program: ProgramStatus,
    /// Who may enrol.
    pub join: JoinPolicy,
    /// How pairs come about.
    pub matching: MatchingMode,
    /// Somebody is signed in.
    pub signed_in: bool,
    /// They belong to the program's organisation, or it belongs to the open community.
    pub inside: bool,
    /// They look after it.
    pub coordinator: bool,
    /// Their enrolment.
    pub enrolment: Option<EnrolmentState>,
    /// They have a mentorship here that isn't over.
    pub in_mentorship: bool,
    /// As a mentee they have a mentor here.
    pub has_mentor: bool,
    /// Requests that wait for their answer.
    pub to_answer: i64,
    /// Their own open requests.
    pub asked: i64,
}

/// The next step.
#[must_use]
pub const fn next_step(facts: &NextFacts) -> NextStep {
    match facts.enrolment {
        Some(EnrolmentState { status: EnrolmentStatus::Pending, .. }) if !facts.program.is_over() => NextStep::WaitForApproval,
        Some(EnrolmentState { status: EnrolmentStatus::Paused, .. }) if !facts.program.is_over() => NextStep::Resume,
        Some(enrolment @ EnrolmentState { status: EnrolmentStatus::Active, .. }) => taking_part(facts, enrolment),
        _ if facts.coordinator => NextStep::Manage,
        _ => outside(facts),
    }
}

const fn taking_part(facts: &NextFacts, enrolment: EnrolmentState) -> NextStep {
    let active = facts.program.accepts_requests();
    if facts.to_answer > 0 && active {
        return NextStep::AnswerRequests;
    }
    if enrolment.as_mentee && !facts.has_mentor && active {
        return match facts.matching {
            MatchingMode::MenteesAsk if facts.asked > 0 => NextStep::SeeRequests,
            MatchingMode::MenteesAsk => NextStep::FindMentor,
            _ if facts.in_mentorship => NextStep::OpenMentorship,
            MatchingMode::CoordinatorPairs | MatchingMode::Bulk => NextStep::WaitForPair,
        };
    }
    if facts.in_mentorship {
        return NextStep::OpenMentorship;
    }
    match (facts.program, facts.matching) {
        (ProgramStatus::Completed | ProgramStatus::Cancelled, _) => NextStep::Over,
        (ProgramStatus::Draft, _) => NextStep::NotYetOpen,
        (_, MatchingMode::MenteesAsk) => NextStep::WaitForRequests,
        _ => NextStep::WaitForPair,
    }
}

const fn outside(facts: &NextFacts) -> NextStep {
    if facts.program.is_over() {
        return NextStep::Over;
    }
    if !facts.program.accepts_enrolments() {
        return NextStep::NotYetOpen;
    }
    match facts.join {
        JoinPolicy::Link => NextStep::AskForLink,
        JoinPolicy::Members if !facts.inside => NextStep::MembersOnly,
        _ if facts.signed_in => NextStep::Join,
        _ => NextStep::SignUp,
    }
}

#[cfg(test)]
#[path = "next_tests.rs"]
mod tests;

//! Whether somebody may ask, and whether an acceptance may come about: the facts go in, the first reason against it
//! comes out.

use crate::problem::Refusal;
use crate::programs::{MatchingMode, ProgramStatus};
use chrono::TimeDelta;

/// What must be known when a mentee asks a mentor, read in the transaction that writes the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskFacts {
    /// The two are one person.
    pub same_person: bool,
    /// The asker is an active mentee of the program.
    pub asker_is_active_mentee: bool,
    /// The asked is an active mentor of the same program.
    pub asked_is_active_mentor: bool,
    /// Where the program is.
    pub program: ProgramStatus,
    /// How pairs come about in it.
    pub matching: MatchingMode,
    /// The asker has an open request to this mentor in this program.
    pub open_to_this_mentor: bool,
    /// Open requests of the asker in this program.
    pub open_requests: i64,
    /// How many the program allows.
    pub max_open_requests: i32,
    /// Requests that the asker sent in this program in the last day, whatever became of them.
    pub asked_lately: i64,
    /// The asker took a request to this mentor back in the last day, in whatever program.
    pub withdrew_lately: bool,
    /// Mentees whom the mentor has in this program now.
    pub mentees_now: i64,
    /// How many the mentor takes in this program.
    pub capacity: i32,
    /// The asker has a mentor in this program.
    pub mentee_has_mentor: bool,
    /// The two share a language.
    pub share_a_language: bool,
}

/// How long it takes until somebody can ask a mentor again whom they asked and didn't want to; and the day of [`asked_in_a_day`].
pub const COOL_DOWN: TimeDelta = TimeDelta::days(1);

/// How many mentors somebody may ask in a program in a day: twice as many as may be asked at once, so that whoever hears no a few
/// times can go on; and ten at least.
#[must_use]
pub const fn asked_in_a_day(max_open_requests: i32) -> i64 {
    let twice = 2 * max_open_requests as i64;
    if twice > 10 { twice } else { 10 }
}

/// Checked in this order, and the first reason is the answer: whom it concerns (oneself, the asker, the asked), whether
/// the program allows it, what the asker has already and did lately, the mentor's room, a shared language.
///
/// # Errors
/// The first rule that is against it.
pub const fn may_ask(facts: &AskFacts) -> Result<(), Refusal> {
    let reason = if facts.same_person {
        Refusal::AskingYourself
    } else if !facts.asker_is_active_mentee {
        Refusal::NotAMentee
    } else if !facts.asked_is_active_mentor {
        Refusal::NotAMentor
    } else if !facts.program.accepts_requests() {
        Refusal::ProgramNotActive
    } else if !matches!(facts.matching, MatchingMode::MenteesAsk) {
        Refusal::CoordinatorMakesPairs
    } else if facts.open_to_this_mentor {
        Refusal::AlreadyAsked
    } else if facts.mentee_has_mentor {
        Refusal::MenteeHasMentor
    } else if facts.open_requests >= facts.max_open_requests as i64 {
        Refusal::TooManyOpenRequests
    } else if facts.withdrew_lately {
        Refusal::WithdrewLately
    } else if facts.asked_lately >= asked_in_a_day(facts.max_open_requests) {
        Refusal::AskedEnoughToday
    } else if facts.mentees_now >= facts.capacity as i64 {
        Refusal::MentorFull
    } else if !facts.share_a_language {
        Refusal::NoSharedLanguage
    } else {
        return Ok(());
    };
    Err(reason)
}

/// What must be known when a request is accepted, or when a coordinator pairs two people, read in the transaction that
/// writes the mentorship. That the request is pending and who accepts is [`super::decide`]'s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AcceptFacts {
    /// The two are one person.
    pub same_person: bool,
    /// The asker is still an active mentee of the program.
    pub asker_is_active_mentee: bool,
    /// The asked is still an active mentor of the program.
    pub asked_is_active_mentor: bool,
    /// Where the program is.
    pub program: ProgramStatus,
    /// Mentees whom the mentor has in this program now.
    pub mentees_now: i64,
    /// How many the mentor takes in this program.
    pub capacity: i32,
    /// The asker has a mentor in this program.
    pub mentee_has_mentor: bool,
}

/// Checked in this order: the two people, the program, the mentee's place, the mentor's room. Languages aren't: who
/// accepts has read the request.
///
/// # Errors
/// The first rule that is against it.
pub const fn may_accept(facts: &AcceptFacts) -> Result<(), Refusal> {
    let reason = if facts.same_person {
        Refusal::AskingYourself
    } else if !facts.asker_is_active_mentee {
        Refusal::NotAMentee
    } else if !facts.asked_is_active_mentor {
        Refusal::NotAMentor
    } else if !facts.program.accepts_requests() {
        Refusal::ProgramNotActive
    } else if facts.mentee_has_mentor {
        Refusal::MenteeHasMentor
    } else if facts.mentees_now >= facts.capacity as i64 {
        Refusal::MentorFull
    } else {
        return Ok(());
    };
    Err(reason)
}

#[cfg(test)]
#[path = "ask_tests.rs"]
mod tests;

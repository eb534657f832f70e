//! Proposals: two people are asked whether they want to work together, and a mentorship begins when both have said yes.
//!
//! The rules are `domain::proposals`'. An answer holds, in this order, the enrolments of the two, the program and the proposal, and
//! decides only then; whatever ends proposals otherwise holds the program before them. Whether the two may become a pair is decided
//! anew with the second yes, by the same check as when they are brought together by hand.

mod act;
mod close;
mod tick;
mod view;
mod words;

pub use act::{say_no, say_yes};
pub(crate) use close::{announce_taken_back, close_as_mentee, close_as_mentor, close_for_erasure, close_for_program};
pub use tick::{Ticked, tick};
pub(crate) use view::open;
pub use view::view;
pub(crate) use words::pair as pair_words;

use crate::announce::Event;
use domain::events::EventKind;
use domain::{PersonId, ProposalId};
use serde_json::json;
use store::programs::Program;
use store::proposals::Proposal;

/// The page of a proposal.
pub(crate) fn link(proposal: ProposalId) -> String {
    format!("/proposals/{proposal}")
}

/// An event about a proposal.
pub(crate) fn new_event(program: &Program, proposal: &Proposal, kind: EventKind, actor: Option<PersonId>) -> Event {
    Event {
        kind,
        actor,
        organisation: program.organisation_id,
        program: Some(program.id),
        subject: Some(proposal.id.0),
        body: Some(json!({ "mentor": proposal.mentor_id, "mentee": proposal.mentee_id })),
    }
}

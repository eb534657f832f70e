//! Pairs of a mentee and a mentor, whatever brings them together (a request, a proposal, a match run, a coordinator's hand): whether the
//! two may become one, the mentorship that begins, what ends elsewhere because of it, and taking it back.
//!
//! Whoever makes a pair holds, in this order, the enrolments of the two ([`hold_pair`]) and the program, and decides only then. What it
//! doesn't do: requests, proposals and runs themselves, which are features of their own and use this one.

mod begin;
mod by_hand;
mod end;
mod page;
mod proposals;
mod requests;
mod take_back;

pub(crate) use begin::{ReservedPlaces, began, begin_pair, may_pair, mentorship};
pub use by_hand::{pair, unpair};
pub(crate) use end::close_for_erasure;
pub use end::{close_as_mentee, close_as_mentor, close_for_program};
pub use page::pairing;
pub(crate) use proposals::{announce_ended, announce_taken_back, proposal_event};
pub(crate) use requests::announce_closed;
pub(crate) use take_back::{notify_taken_back, take_back};

use crate::Error;
use domain::{PersonId, ProgramId};
use store::{Tx, enrolments};

/// Holds the enrolments of two people until the transaction ends; always in the same order, so that two acts on the same
/// two never wait for each other.
pub(crate) async fn lock_pair(tx: &mut Tx, program: ProgramId, one: PersonId, other: PersonId) -> Result<(), Error> {
    enrolments::lock(tx, program, one.min(other)).await?;
    if one != other {
        enrolments::lock(tx, program, one.max(other)).await?;
    }
    Ok(())
}

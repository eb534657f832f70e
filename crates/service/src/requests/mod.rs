//! Match requests: a mentee asks, a mentor answers, and a mentorship comes of it.
//!
//! The rules are `domain::requests`'. What is kept here is that they hold when many act at once: every act holds, in this
//! order, the enrolments of the two people, the program where its state matters, and the request; and decides only then.

mod act;
mod ask;
mod close;
mod lists;
mod notification;
mod pair;
mod place;
mod tick;
mod unpair;
mod view;
mod words;

pub use act::{accept, answer, ask_back, decline, extend, withdraw};
pub use ask::{ask, ask_page};
pub(crate) use close::{announce as announce_closed, close_for_erasure, open_again};
pub use close::{close_as_mentee, close_as_mentor, close_for_pause, close_for_program};
pub use lists::{list, of_program, open};
pub(crate) use notification::{NotificationContext, PairingNotification, put, space_link};
pub use pair::{matching, pair, pairing};
pub(crate) use place::{ReservedPlaces, check as may_pair, make as begin_pair};
pub use tick::{Ticked, tick};
pub use unpair::unpair;
pub use view::view;
pub(crate) use words::reply_speed;

use crate::Error;
use chrono::Duration;
use domain::{PersonId, ProgramId};
use store::requests::Contact;
use store::{StoreError, Tx, enrolments};

/// How long it may be somebody's turn to answer until coordinators see that the other one waits: the same wherever they look.
pub(crate) const WAITS_LONG: Duration = Duration::days(7);

/// Holds the enrolments of two people until the transaction ends; always in the same order, so that two acts on the same
/// two never wait for each other.
pub(crate) async fn lock_pair(tx: &mut Tx, program: ProgramId, one: PersonId, other: PersonId) -> Result<(), Error> {
    enrolments::lock(tx, program, one.min(other)).await?;
    if one != other {
        enrolments::lock(tx, program, one.max(other)).await?;
    }
    Ok(())
}

/// One of the people just fetched.
fn party(parties: &[Contact], id: PersonId) -> Result<&Contact, Error> {
    parties.iter().find(|p| p.id == id).ok_or(Error::Store(StoreError::Inconsistent("a request of somebody who is not there")))
}

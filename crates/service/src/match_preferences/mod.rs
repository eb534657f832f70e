//! Match preferences: somebody's match preferences in a program, for themselves. A match run reads all of them ([`crate::match_runs`]); nobody is told that
//! they are named, so nothing here writes an event.

mod change;
mod page;

pub use change::{add, remove, shift};
pub use page::page;

use crate::Error;
use crate::access::ProgramAccess;
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::Preferred;
use domain::shared::Face;
use store::enrolments::Enrolment;
use store::match_preferences::PreferredPerson;

/// The enrolment of somebody who takes part, if they have such a list.
fn with_list(access: &ProgramAccess, side: PreferenceSide) -> Result<&Enrolment, Error> {
    let enrolment = access.participant().ok_or(Error::Forbidden)?;
    let has = match side {
        PreferenceSide::Mentors => enrolment.as_mentee,
        PreferenceSide::Mentees => enrolment.as_mentor,
    };
    if has { Ok(enrolment) } else { Err(Error::Forbidden) }
}

/// One of somebody's lists, in its order.
fn preferred(all: &[PreferredPerson], side: PreferenceSide) -> Vec<Preferred> {
    let of_side = all.iter().filter(|ranked| ranked.side == side);
    let one = |ranked: &PreferredPerson| Preferred {
        face: Face { id: ranked.id, name: ranked.name.clone(), headline: ranked.headline.clone(), picture: ranked.picture_id },
        paused: ranked.paused,
    };
    of_side.map(one).collect()
}

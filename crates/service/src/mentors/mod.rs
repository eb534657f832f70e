//! Finding a mentor: the list of a program's mentors with what speaks for each, and favourites.
//!
//! The list is looked at far more often than it changes, so each program's is kept in memory ([`Rosters`]) under the
//! version that the program's row carries; whatever changes what the list shows raises that version.

mod card;
mod favourites;
mod filter;
mod list;
mod ranking;
mod roster;
mod rosters;
mod suggest;

pub use favourites::favour;
pub use list::list;
pub use rosters::Rosters;
pub use suggest::suggest;

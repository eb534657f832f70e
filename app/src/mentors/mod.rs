//! Finding a mentor: the search, the cards that say why somebody fits, and favourites.

mod api;
mod card;
mod favourite;
mod filters;
mod list;

pub use api::*;
#[cfg(feature = "ssr")]
pub use card::Cards;
pub use list::MentorsPage;

use crate::ui::ListAddress;
use domain::mentors::MentorSearch;

/// The address of a list of mentors.
fn address(base: &str, search: &MentorSearch) -> ListAddress {
    search.pairs().into_iter().fold(ListAddress::new(base), |address, (name, value)| address.with(name, &value))
}

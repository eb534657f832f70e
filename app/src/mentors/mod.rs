//! Finding a mentor: the search, the cards that say why somebody fits, and favourites.

mod api;
mod card;
mod favourite;
mod filters;
mod fit;
mod list;

pub use api::*;
#[cfg(feature = "ssr")]
pub use card::Cards;
pub(crate) use fit::criterion_name;
pub use fit::{FitParts, Reasons};
pub use list::MentorsPage;

use domain::mentors::MentorSearch;
use leptos_router::params::ParamsMap;

/// The address of a list of mentors, perhaps at a place in it.
fn address(base: &str, search: &MentorSearch, place: Option<(&'static str, String)>) -> String {
    let mut query = ParamsMap::new();
    for (name, value) in search.pairs().into_iter().chain(place) {
        query.insert(name, value);
    }
    format!("{base}{}", query.to_query_string())
}

//! Requests: who asks whom, the page to ask on, one request with its conversation, and the coordinator's matching.

mod api;
mod ask;
mod card;
mod list;
mod matching;
mod pairing;
mod view;
mod view_actions;

pub use api::*;
pub use ask::AskPage;
#[cfg(feature = "ssr")]
pub use card::Cards;
pub use list::RequestsPage;
pub use matching::MatchingPage;
pub use view::RequestPage;

use leptos_router::params::ParamsMap;

/// The value of a query parameter, if it is there and means something.
fn parsed<T: std::str::FromStr>(query: &ParamsMap, name: &str) -> Option<T> {
    query.get_str(name).and_then(|value| value.parse().ok())
}

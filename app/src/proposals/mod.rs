//! Proposals: the cards on one's day, and the page of one, where the two say yes or no and a coordinator sees what they said.

mod answering;
mod api;
mod cards;
mod view;

pub use api::*;
#[cfg(feature = "ssr")]
pub use cards::Proposed;
pub use view::ProposalPage;

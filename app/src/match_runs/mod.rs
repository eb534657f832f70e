//! Match runs: the desk on the page of matching, and the page of one run, where a coordinator turns it until it is right.
//!
//! The page works without JavaScript: every change is a form, and the server pairs everybody again. With it, [`live`] pairs
//! them in the browser while weights are moved, with the same code, and sends only the settings that were found good.

mod actions;
mod api;
mod compare;
mod costs;
mod desk;
mod fields;
mod groups;
mod live;
mod named;
mod numbers;
mod page;
mod page_api;
mod page_text;
mod pair;
mod progress;
mod proposal;
mod publishing;
mod run_text;
mod sides;
mod text_actions;
mod words;

pub use api::*;
pub use compare::ComparePage;
pub use desk::DeskSection;
pub use page::RunPage;
pub use page_api::*;

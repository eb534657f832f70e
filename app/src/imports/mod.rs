//! Enrolling people from a spreadsheet.

mod api;
mod columns;
mod fix;
mod page;
mod reading;
mod ready;

pub use api::*;
pub use page::ImportPage;

//! Skills: the taxonomy that ships with the project in five languages, and what people add to it.
//!
//! A person's skills are ids, so that everybody reads them in their own language and two people who mean the same thing
//! find each other. What is typed that the taxonomy doesn't have becomes a skill of the person's organisation, or of the
//! open community when they have none.

mod find;
mod many;
mod resolve;
mod taxonomy;

pub use find::search;
pub(crate) use many::{Beyond, NAMES_MAX, Names};
pub use resolve::resolve;
pub use taxonomy::{group_name, name};

use crate::Error;
use i18n::Locale;
use std::collections::HashMap;
use store::{Tx, skills};
use use_case::use_case;

/// The names of skills, shipped or added, in the order of the ids, as they stand inside a sentence; whatever isn't there
/// (any more) is left out.
#[use_case]
pub async fn names(tx: &mut Tx, ids: &[String], locale: Locale) -> Result<Vec<(String, String)>, Error> {
    let added: Vec<String> = ids.iter().filter(|id| name(id, locale).is_none()).cloned().collect();
    let added: HashMap<String, String> = skills::names(tx, &added).await?.into_iter().collect();
    let named = |id: &String| {
        let name = name(id, locale).or_else(|| added.get(id).map(String::as_str))?;
        Some((id.clone(), name.to_owned()))
    };
    Ok(ids.iter().filter_map(named).collect())
}

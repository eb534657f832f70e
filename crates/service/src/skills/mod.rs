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
pub(crate) use many::Names;
pub use resolve::resolve;
pub use taxonomy::{group_name, name};

use crate::Error;
use i18n::Locale;
use store::{Tx, skills};
use use_case::use_case;

/// The names of skills, shipped or added, in the order of the ids, as they stand inside a sentence; whatever isn't there
/// (any more) is left out.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn names(tx: &mut Tx, ids: &[String], locale: Locale) -> Result<Vec<(String, String)>, Error> {
    let added: Vec<String> = ids.iter().filter(|id| name(id, locale).is_none()).cloned().collect();
    let added = skills::names(tx, &added).await?;
    let named = |id: &String| {
        let shipped = name(id, locale).map(str::to_owned);
        let name = shipped.or_else(|| added.iter().find(|(other, _)| other == id).map(|(_, name)| name.clone()))?;
        Some((id.clone(), name))
    };
    Ok(ids.iter().filter_map(named).collect())
}

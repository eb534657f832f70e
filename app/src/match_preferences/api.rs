//! The server functions of preferences.

use crate::AppError;
use domain::PersonId;
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::{MatchPreferencesPage, PreferenceList};
use domain::shared::Direction;
use use_case::api;
#[cfg(feature = "ssr")]
use {crate::server::signed_in, service::match_preferences};

/// The reader's preferences in a program, and the mentees whom a mentor finds by a part of their name.
#[api("match_preferences/page")]
pub async fn load_match_preferences(slug: String, #[server(default)] words: String) -> Result<MatchPreferencesPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_preferences::page(&ctx, &actor, &slug, &words).await?)
}

/// Preferences for somebody.
#[api("match_preferences/add")]
pub async fn add_preference(slug: String, side: PreferenceSide, person: PersonId) -> Result<PreferenceList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_preferences::add(&ctx, &actor, &slug, side, person).await?)
}

/// Preferences for somebody no longer.
#[api("match_preferences/remove")]
pub async fn remove_preference(slug: String, side: PreferenceSide, person: PersonId) -> Result<PreferenceList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_preferences::remove(&ctx, &actor, &slug, side, person).await?)
}

/// Moves a preference one place.
#[api("match_preferences/shift")]
pub async fn move_preference(
    slug: String,
    side: PreferenceSide,
    person: PersonId,
    direction: Direction,
) -> Result<PreferenceList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_preferences::shift(&ctx, &actor, &slug, side, person, direction).await?)
}

//! The server functions of finding a mentor.

use crate::AppError;
use domain::PersonId;
use domain::mentors::MentorSearch;
use domain::mentors::views::MentorsPage;
use use_case::api;
#[cfg(feature = "ssr")]
use {crate::server::signed_in, service::mentors};

/// A page of the mentors of a program.
#[api("mentors/list")]
pub async fn load_mentors(slug: String, #[server(default)] search: MentorSearch) -> Result<MentorsPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentors::list(&ctx, &actor, &slug, search).await?)
}

/// Keeps a mentor as a favourite, or no longer.
#[api("mentors/favour")]
pub async fn favour(slug: String, mentor: PersonId, #[server(default)] keep: bool) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentors::favour(&ctx, &actor, &slug, mentor, keep).await?)
}

//! The server functions of skills.

use crate::AppError;
use domain::skills::SkillHit;
use use_case::api;
#[cfg(feature = "ssr")]
use {crate::server::signed_in, service::skills};

/// So many suggestions are read at a glance.
#[cfg(feature = "ssr")]
const SUGGESTIONS: usize = 8;

/// The skills that a text may mean, the likeliest first, in the reader's language.
#[api("skills/search")]
pub async fn search_skills(text: String) -> Result<Vec<SkillHit>, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(skills::search(&ctx, &actor, &text, actor.locale, SUGGESTIONS).await?)
}

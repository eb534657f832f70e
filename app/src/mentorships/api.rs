//! The server functions of mentorships.

use crate::AppError;
use domain::MentorshipId;
use domain::mentorships::views::{MentorshipList, Space};
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{redirect, signed_in},
    service::mentorships::{self, ListFilter},
};

/// The space of a mentorship.
#[api("mentorships/space")]
pub async fn load_space(id: MentorshipId) -> Result<Space, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentorships::space(&ctx, &actor, id).await?)
}

/// Signs the agreement, or says yes to a proposed mentorship.
#[api("mentorships/sign")]
pub async fn sign_agreement(id: MentorshipId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentorships::sign_agreement(&ctx, &actor, id).await?)
}

/// Lets a mentorship rest.
#[api("mentorships/pause")]
pub async fn pause_mentorship(id: MentorshipId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentorships::pause(&ctx, &actor, id).await?)
}

/// Goes on after a rest.
#[api("mentorships/resume")]
pub async fn resume_mentorship(id: MentorshipId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentorships::resume(&ctx, &actor, id).await?)
}

/// Brings a mentorship to its end.
#[api("mentorships/complete")]
pub async fn complete_mentorship(id: MentorshipId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(mentorships::complete(&ctx, &actor, id).await?)
}

/// Ends a mentorship before its time.
#[api("mentorships/end")]
pub async fn end_mentorship(id: MentorshipId, reason: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    mentorships::end_early(&ctx, &actor, id, &reason).await?;
    redirect(&format!("/mentorships/{id}"));
    Ok(())
}

/// Says how it went.
#[api("mentorships/review")]
pub async fn review_mentorship(id: MentorshipId, #[server(default)] rating: String, sentence: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let draft = domain::mentorships::ReviewDraft { rating, sentence };
    Ok(mentorships::review(&ctx, &actor, id, &draft).await?)
}

/// A page of a program's mentorships, for its coordinator.
#[api("mentorships/list")]
pub async fn list_mentorships(
    slug: String,
    #[server(default)] status: String,
    #[server(default)] words: String,
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<MentorshipList, AppError> {
    let (ctx, actor) = signed_in()?;
    let filter = ListFilter { status: status.parse().ok(), words, after: after.parse().ok(), before: before.parse().ok() };
    Ok(mentorships::list(&ctx, &actor, &slug, filter).await?)
}

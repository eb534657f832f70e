//! The server functions of requests.

use crate::AppError;
use domain::requests::views::{AskPage, MatchingPage, MatchingSearch, MyRequests, RequestView};
use domain::{MentorshipId, PersonId, RequestId};
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{anyone, redirect, signed_in},
    service::{pairs, requests},
};

/// Somebody's requests in a program, those that have ended before `before`.
#[api("requests/mine")]
pub async fn load_mine(slug: String, #[server(default)] before: Option<RequestId>) -> Result<MyRequests, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(requests::list(&ctx, &actor, &slug, before).await?)
}

/// What a mentee sees before asking a mentor.
#[api("requests/ask_page")]
pub async fn load_ask(slug: String, mentor: PersonId) -> Result<AskPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(requests::ask_page(&ctx, &actor, &slug, mentor).await?)
}

/// Asks a mentor and goes to the request.
#[api("requests/ask")]
pub async fn ask(slug: String, mentor: PersonId, body: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let id = requests::ask(&ctx, &actor, &slug, mentor, &body).await?;
    redirect(&format!("/programs/{slug}/requests/{id}"));
    Ok(())
}

/// One request with its conversation.
#[api("requests/view")]
pub async fn load_request(slug: String, request: RequestId) -> Result<RequestView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(requests::view(&ctx, &actor, &slug, request).await?)
}

/// Accepts a request and goes to the mentorship's space.
#[api("requests/accept")]
pub async fn accept(request: RequestId, #[server(default)] word: String) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    let mentorship = requests::accept(&ctx, actor.as_ref(), request, &word).await?;
    redirect(&format!("/mentorships/{mentorship}"));
    Ok(())
}

/// Declines a request, perhaps with a kind word.
#[api("requests/decline")]
pub async fn decline(request: RequestId, #[server(default)] word: String) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    Ok(requests::decline(&ctx, actor.as_ref(), request, &word).await?)
}

/// Withdraws a request.
#[api("requests/withdraw")]
pub async fn withdraw(request: RequestId) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    Ok(requests::withdraw(&ctx, actor.as_ref(), request).await?)
}

/// Asks something back.
#[api("requests/ask_back")]
pub async fn ask_back(request: RequestId, body: String) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    Ok(requests::ask_back(&ctx, actor.as_ref(), request, &body).await?)
}

/// Answers what was asked back.
#[api("requests/answer")]
pub async fn answer(request: RequestId, body: String) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    Ok(requests::answer(&ctx, actor.as_ref(), request, &body).await?)
}

/// Takes more time to answer.
#[api("requests/extend")]
pub async fn extend(request: RequestId) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    Ok(requests::extend(&ctx, actor.as_ref(), request).await?)
}

/// The coordinator's page of matching.
#[api("requests/matching")]
pub async fn load_matching(slug: String, #[server(default)] search: MatchingSearch) -> Result<MatchingPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(requests::matching(&ctx, &actor, &slug, &search).await?)
}

/// Pairs two people by hand, and leads to the page on which nobody is chosen any more.
#[api("requests/pair")]
pub async fn pair(slug: String, mentee: String, mentor: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    pairs::pair(&ctx, &actor, &slug, &mentee, &mentor).await?;
    redirect(&format!("/admin/programs/{slug}/matching"));
    Ok(())
}

/// Takes a pair back that was made by hand.
#[api("requests/unpair")]
pub async fn unpair(slug: String, mentorship: MentorshipId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(pairs::unpair(&ctx, &actor, &slug, mentorship).await?)
}

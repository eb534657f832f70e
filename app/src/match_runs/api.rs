//! Server functions of match runs.

use crate::AppError;
#[cfg(feature = "ssr")]
use crate::server::{redirect, signed_in};
use domain::fit::views::Span;
use domain::match_runs::views::Desk;
#[cfg(feature = "ssr")]
use domain::match_runs::{AdjustmentDraft, RunDraft, SavedDraft};
use domain::match_runs::{Comparison, Couple};
use pairing::People;
#[cfg(feature = "ssr")]
use service::match_runs;
use use_case::api;

/// Who waits, the runs so far, and what a new one starts with.
#[api("match_runs/desk")]
pub async fn load_desk(slug: String) -> Result<Desk, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::desk(&ctx, &actor, &slug).await?)
}

/// Makes a run and goes to it.
#[api("match_runs/make")]
#[allow(clippy::too_many_arguments, reason = "each is a field of the form")]
pub async fn make_run(
    slug: String,
    #[server(default)] objective: String,
    #[server(default)] weight_skills: String,
    #[server(default)] weight_aims: String,
    #[server(default)] weight_availability: String,
    #[server(default)] weight_industry: String,
    #[server(default)] weight_experience: String,
    #[server(default)] weight_questions: String,
    #[server(default)] weight_languages: String,
    #[server(default)] weight_mentee_preference: String,
    #[server(default)] weight_mentor_preference: String,
    #[server(default)] ranked: bool,
    #[server(default)] organisation: String,
    #[server(default)] again: bool,
    #[server(default)] publish_as: String,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let weights = vec![
        weight_skills,
        weight_aims,
        weight_availability,
        weight_industry,
        weight_experience,
        weight_questions,
        weight_languages,
        weight_mentee_preference,
        weight_mentor_preference,
    ];
    let draft = RunDraft { objective, weights, ranked, organisation, again, publish_as };
    let number = match_runs::make(&ctx, &actor, &slug, &draft).await?;
    redirect(&format!("/admin/programs/{slug}/matching/runs/{number}"));
    Ok(())
}

/// How far one's own run in a program is, in thousandths; nothing when none takes its time.
#[api("match_runs/progress")]
pub async fn load_progress(slug: String) -> Result<Option<u16>, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::progress(&ctx, &actor, &slug).await?)
}

/// Stops it.
#[api("match_runs/stop")]
pub async fn stop_run(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::stop(&ctx, &actor, &slug).await?)
}

/// Two runs side by side; without a number the newest, and the one before it.
#[api("match_runs/compare")]
pub async fn load_comparison(
    slug: String,
    #[server(default)] first: Option<i32>,
    #[server(default)] second: Option<i32>,
    #[server(default)] from: u32,
) -> Result<Comparison, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::compare(&ctx, &actor, &slug, first, second, from).await?)
}

/// Why pairs fit that this browser has made.
#[api("match_runs/reasons")]
pub async fn load_reasons(slug: String, #[server(default)] couples: Vec<Couple>) -> Result<Vec<Vec<Span>>, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::reasons(&ctx, &actor, &slug, &couples).await?)
}

/// Makes a draft again with other settings.
#[api("match_runs/change")]
#[allow(clippy::too_many_arguments, reason = "each is a field of the form")]
pub async fn change_run(
    slug: String,
    number: i32,
    #[server(default)] objective: String,
    #[server(default)] weight_skills: String,
    #[server(default)] weight_aims: String,
    #[server(default)] weight_availability: String,
    #[server(default)] weight_industry: String,
    #[server(default)] weight_experience: String,
    #[server(default)] weight_questions: String,
    #[server(default)] weight_languages: String,
    #[server(default)] weight_mentee_preference: String,
    #[server(default)] weight_mentor_preference: String,
    #[server(default)] ranked: bool,
    #[server(default)] organisation: String,
    #[server(default)] again: bool,
    #[server(default)] publish_as: String,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let weights = vec![
        weight_skills,
        weight_aims,
        weight_availability,
        weight_industry,
        weight_experience,
        weight_questions,
        weight_languages,
        weight_mentee_preference,
        weight_mentor_preference,
    ];
    let draft = RunDraft { objective, weights, ranked, organisation, again, publish_as };
    Ok(match_runs::change(&ctx, &actor, &slug, number, &draft).await?)
}

/// Makes a draft again with one thing changed.
#[api("match_runs/adjust")]
pub async fn adjust_run(
    slug: String,
    number: i32,
    act: String,
    #[server(default)] mentee: String,
    #[server(default)] mentor: String,
    #[server(default)] capacity: String,
    #[server(default)] with: String,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let draft = AdjustmentDraft { act, mentee, mentor, capacity, with };
    Ok(match_runs::adjust(&ctx, &actor, &slug, number, &draft).await?)
}

/// Keeps or forbids two people by their names.
#[api("match_runs/adjust_named")]
pub async fn adjust_named(
    slug: String,
    number: i32,
    act: String,
    #[server(default)] mentee: String,
    #[server(default)] mentor: String,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::adjust_named(&ctx, &actor, &slug, number, &act, &mentee, &mentor).await?)
}

/// Makes a draft again with the settings that this browser tried.
#[api("match_runs/save")]
pub async fn save_run(slug: String, number: i32, version: i32, settings: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::save(&ctx, &actor, &slug, number, version, SavedDraft(&settings)).await?)
}

/// Publishes the chosen pairs of a run, or all.
#[api("match_runs/publish")]
pub async fn publish_run(
    slug: String,
    number: i32,
    #[server(default)] pairs: Vec<String>,
    #[server(default)] all: bool,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    match_runs::publish(&ctx, &actor, &slug, number, &pairs, all).await?;
    Ok(())
}

/// Takes back what was published and nobody has acted on.
#[api("match_runs/undo")]
pub async fn undo_run(slug: String, number: i32) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    match_runs::undo(&ctx, &actor, &slug, number).await?;
    Ok(())
}

/// Who a run looks at, for this browser to pair them.
#[api("match_runs/people")]
pub async fn load_people(slug: String) -> Result<People, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(match_runs::people(&ctx, &actor, &slug).await?)
}

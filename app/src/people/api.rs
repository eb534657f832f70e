//! The server functions of people: one's own profile, section by section, and somebody else's page.

use crate::AppError;
use domain::PersonId;
use domain::people::views::{MyProfile, PersonPage, Saved};
use leptos::server_fn::codec::MultipartData;
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{signed_in, uploaded},
    domain::people::views::Sides,
    domain::people::{AboutDraft, WorkDraft},
    service::people,
};

/// One's own profile.
#[api("people/profile")]
pub async fn load_profile() -> Result<MyProfile, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::profile(&ctx, &actor).await?)
}

/// Somebody's page.
#[api("people/person")]
pub async fn load_person(person: PersonId) -> Result<PersonPage, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::person(&ctx, &actor, person).await?)
}

/// Puts up a photo: the file of the field `picture`.
#[api("people/set_photo", files)]
pub async fn set_photo(form: MultipartData) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let file = uploaded(form, "picture").await?;
    Ok(people::set_photo(&ctx, &actor, file).await?)
}

/// Takes one's photo away.
#[api("people/remove_photo")]
pub async fn remove_photo() -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::remove_photo(&ctx, &actor).await?)
}

/// Saves who one is and where, with one's languages.
#[api("people/save_about")]
pub async fn save_about(
    mark: String,
    pronouns: String,
    headline: String,
    about: String,
    country: String,
    zone: String,
    #[server(default)] languages: Vec<String>,
) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    let form = AboutDraft { pronouns, headline, about, country, zone, languages };
    Ok(people::save_about(&ctx, &actor, &mark, form).await?)
}

/// Saves what one works as.
#[api("people/save_work")]
pub async fn save_work(mark: String, industry: String, role_title: String, experience_years: String) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::save_work(&ctx, &actor, &mark, WorkDraft { industry, role_title, experience_years }).await?)
}

/// Saves the skills that one offers and wants: names between commas.
#[api("people/save_skills")]
pub async fn save_skills(mark: String, skills_offered: String, skills_wanted: String) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::save_skills(&ctx, &actor, &mark, Sides { offered: skills_offered, wanted: skills_wanted }).await?)
}

/// Saves the kinds of help that one offers and wants.
#[api("people/save_help")]
pub async fn save_help(
    mark: String,
    #[server(default)] help_offered: Vec<String>,
    #[server(default)] help_wanted: Vec<String>,
) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::save_help(&ctx, &actor, &mark, Sides { offered: help_offered, wanted: help_wanted }).await?)
}

/// Saves one's usual week: its ticked boxes, such as `0-evening`.
#[api("people/save_week")]
pub async fn save_week(mark: String, #[server(default)] week: Vec<String>) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::save_week(&ctx, &actor, &mark, &week).await?)
}

/// Saves who sees the personal part of one's profile.
#[api("people/save_visibility")]
pub async fn save_visibility(mark: String, #[server(default)] visibility: String) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::save_visibility(&ctx, &actor, &mark, &visibility).await?)
}

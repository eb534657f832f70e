//! The server functions of programs.

use crate::AppError;
use domain::editing::Edit;
use domain::programs::views::{Explore, NewProgram, Overview, ProgramPage, Settings};
use domain::programs::{ProgramAction, SettingsDraft};
use domain::{PersonId, ProgramId};
use leptos::server_fn::codec::MultipartData;
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{anyone, redirect, signed_in, uploaded_for},
    service::programs::{self, Start},
};

/// Programs that one may join.
#[api("programs/explore")]
pub async fn load_explore(#[server(default)] words: String, #[server(default)] after: Option<ProgramId>) -> Result<Explore, AppError> {
    let (ctx, actor) = anyone()?;
    Ok(programs::explore(&ctx, actor.as_ref(), &words, after).await?)
}

/// A program's public face.
#[api("programs/view")]
pub async fn load_program(slug: String) -> Result<ProgramPage, AppError> {
    let (ctx, actor) = anyone()?;
    Ok(programs::view(&ctx, actor.as_ref(), &slug).await?)
}

/// What a program can start from.
#[api("programs/start")]
pub async fn load_start() -> Result<NewProgram, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::start(&ctx, &actor).await?)
}

/// Makes a program and goes to it.
#[api("programs/create")]
pub async fn create_program(
    #[server(default)] template: String,
    name: String,
    #[server(default)] organisation: String,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let slug = programs::create(&ctx, &actor, &Start { template, name, organisation }).await?;
    redirect(&format!("/admin/programs/{slug}"));
    Ok(())
}

/// Makes another link to join a program by.
#[api("programs/renew_join_link")]
pub async fn renew_join_link(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::renew_join_link(&ctx, &actor, &slug).await?)
}

/// A program at a glance, for its coordinator.
#[api("programs/overview")]
pub async fn load_overview(slug: String) -> Result<Overview, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::overview(&ctx, &actor, &slug).await?)
}

/// Moves a program in its cycle.
#[api("programs/advance")]
pub async fn advance_program(slug: String, action: ProgramAction) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    programs::advance(&ctx, &actor, &slug, action).await?;
    Ok(())
}

/// A program's settings.
#[api("programs/settings")]
pub async fn load_settings(slug: String) -> Result<Settings, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::settings(&ctx, &actor, &slug).await?)
}

/// Saves a program's settings; goes to them when their address has changed.
#[api("programs/save")]
pub async fn save_settings(program: String, #[server(flatten)] edit: Edit<SettingsDraft>) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let slug = programs::save(&ctx, &actor, &program, &edit).await?;
    if slug != program {
        redirect(&format!("/admin/programs/{slug}/settings"));
    }
    Ok(())
}

/// Gives a program a picture: the fields `slug` and then `picture`, a file.
#[api("programs/set_picture", files)]
pub async fn set_picture(form: MultipartData) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let (slug, file) = uploaded_for(form, "slug", "picture").await?;
    Ok(programs::set_picture(&ctx, &actor, &slug, file).await?)
}

/// Takes a program's picture away.
#[api("programs/remove_picture")]
pub async fn remove_picture(slug: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::remove_picture(&ctx, &actor, &slug).await?)
}

/// Names a coordinator by their address.
#[api("programs/add_coordinator")]
pub async fn add_coordinator(slug: String, email: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::add_coordinator(&ctx, &actor, &slug, &email).await?)
}

/// Takes a coordinator's name away.
#[api("programs/remove_coordinator")]
pub async fn remove_coordinator(slug: String, person: PersonId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(programs::remove_coordinator(&ctx, &actor, &slug, person).await?)
}

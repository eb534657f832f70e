//! The server functions of people: one's own profile and somebody else's page.

use crate::AppError;
use domain::PersonId;
use domain::people::ProfileDraft;
use domain::people::views::{MyProfile, PersonPage, Saved};
use leptos::server_fn::codec::MultipartData;
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{signed_in, uploaded},
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

/// Saves one's profile. The mark says what the form was filled with.
#[api("people/save")]
pub async fn save_profile(mark: String, #[server(flatten)] profile: ProfileDraft) -> Result<Saved, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(people::save(&ctx, &actor, &mark, profile).await?)
}

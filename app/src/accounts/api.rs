//! The server functions of accounts. What anybody may call answers the same whether or not an address has an account.

use crate::AppError;
use domain::SessionId;
use domain::accounts::AccountSettings;
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use {
    crate::server::{RequestContext, encode, redirect, request, safe_path, set_cookie, signed_in},
    service::accounts::{self, Client},
};

/// How long browsers keep the session's cookie, in seconds: as long as they keep any. When a session ends is decided here,
/// not there.
#[cfg(feature = "ssr")]
const COOKIE_LIFE: i64 = 400 * 24 * 3600;

/// Where the request comes from, for limits and the list of devices.
#[cfg(feature = "ssr")]
fn client(request: &RequestContext) -> Client {
    Client { address: request.address.parse().ok(), user_agent: request.user_agent.clone() }
}

/// Signs somebody up; they, or who has the address already, get a mail. Its link leads on to `next`, a path of this site.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/sign_up")]
pub async fn sign_up(
    name: String,
    email: String,
    password: String,
    locale: String,
    zone: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let request = request()?;
    let next = safe_path(&next).unwrap_or_default().to_owned();
    let form = domain::accounts::SignUp { name, email, password, locale, zone, next };
    Ok(accounts::sign_up(&request.ctx, &client(&request), form).await?)
}

/// Signs somebody in on this browser and goes to `next`, a path of this site.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/sign_in")]
pub async fn sign_in(email: String, password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let request = request()?;
    let form = domain::accounts::SignIn { email, password };
    let session = accounts::sign_in(&request.ctx, &client(&request), form, request.session_token.as_deref()).await?;
    set_cookie(request.session_cookie(), &session.token, COOKIE_LIFE, true, request.secure);
    redirect(safe_path(&next).unwrap_or("/home"));
    Ok(())
}

/// Signs this browser out.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let request = request()?;
    if let Some(token) = &request.session_token {
        accounts::sign_out(&request.ctx, token).await?;
    }
    set_cookie(request.session_cookie(), "", 0, true, request.secure);
    redirect("/");
    Ok(())
}

/// Sends a link that sets a new password, if the address has an account.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/forgot")]
pub async fn forgot(email: String) -> Result<(), AppError> {
    let request = request()?;
    Ok(accounts::forgot(&request.ctx, &client(&request), &email).await?)
}

/// Whether a link that sets a new password still works.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/reset_works")]
pub async fn reset_works(token: String) -> Result<bool, AppError> {
    works(accounts::resets(&request()?.ctx, &token).await)
}

/// Sets a new password with the link from a mail.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/reset")]
pub async fn reset(token: String, password: String) -> Result<(), AppError> {
    accounts::reset(&request()?.ctx, &token, &password).await?;
    redirect("/login?done=password");
    Ok(())
}

/// Whether a link that confirms an address still works.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/confirm_works")]
pub async fn confirm_works(token: String) -> Result<bool, AppError> {
    works(accounts::confirms(&request()?.ctx, &token).await)
}

/// Confirms an address with the link from a mail, and goes to `next`, a path of this site, by way of signing in.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/confirm")]
pub async fn confirm(token: String, #[server(default)] next: String) -> Result<(), AppError> {
    let request = request()?;
    accounts::confirm(&request.ctx, &token).await?;
    match (&request.actor, safe_path(&next)) {
        (Some(_), _) => redirect("/settings?done=confirmed"),
        (None, Some(next)) => redirect(&format!("/login?done=confirmed&next={}", encode(next))),
        (None, None) => redirect("/login?done=confirmed"),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
fn works(found: Result<(), service::Error>) -> Result<bool, AppError> {
    match found {
        Ok(()) => Ok(true),
        Err(service::Error::Refused(_)) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// Everything the page of settings shows.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/settings")]
pub async fn load_settings() -> Result<AccountSettings, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::settings(&ctx, &actor).await?)
}

/// Changes name, language and time zone. This browser then speaks that language too.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/change_basics")]
pub async fn change_basics(name: String, locale: String, zone: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    accounts::change_basics(&ctx, &actor, domain::accounts::Basics { name, locale: locale.clone(), zone }).await?;
    crate::preferences::remember_language(&locale)?;
    redirect("/settings?done=saved");
    Ok(())
}

/// Asks for another address; it counts when it is confirmed.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/change_email")]
pub async fn change_email(new_email: String, email_password: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::change_email(&ctx, &actor, &new_email, &email_password).await?)
}

/// Changes the password and signs all other devices out.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::change_password(&ctx, &actor, &current_password, &new_password).await?)
}

/// Signs one of the person's devices out.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/sign_out_device")]
pub async fn sign_out_device(session: SessionId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::sign_out_device(&ctx, &actor, session).await?)
}

/// Signs the person out everywhere but here.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "accounts/sign_out_others")]
pub async fn sign_out_others() -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    accounts::sign_out_others(&ctx, &actor).await?;
    Ok(())
}

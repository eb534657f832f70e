//! The server functions of accounts. What anybody may call answers the same whether or not an address has an account.

use crate::AppError;
use domain::SessionId;
use domain::accounts::{AccountSettings, Confirming};
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{RequestContext, redirect, request, safe_path, set_cookie, signed_in},
    service::accounts::{self, NewSession},
};

/// How long browsers keep the session's cookie, in seconds: as long as they keep any. When a session ends is decided here,
/// not there.
#[cfg(feature = "ssr")]
const COOKIE_LIFE: i64 = 400 * 24 * 3600;

/// Gives the browser what it holds from now on: the session, and that somebody signed in on it.
#[cfg(feature = "ssr")]
fn keep_session(request: &RequestContext, session: &NewSession) {
    set_cookie(request.session_cookie(), &session.token, COOKIE_LIFE, request.secure);
    keep_device(request, &session.device);
}

#[cfg(feature = "ssr")]
fn keep_device(request: &RequestContext, device: &str) {
    set_cookie(request.device_cookie(), device, COOKIE_LIFE, request.secure);
}

/// Signs somebody up; they, or who has the address already, get a mail. Its link leads on to `next`, a path of this site.
#[api("accounts/sign_up")]
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
    Ok(accounts::sign_up(&request.ctx, &request.client(), form).await?)
}

/// Signs somebody in on this browser and goes to `next`, a path of this site.
#[api("accounts/sign_in")]
pub async fn sign_in(email: String, password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let request = request()?;
    let form = domain::accounts::SignIn { email, password };
    let session = accounts::sign_in(&request.ctx, &request.client(), form, request.session_token.as_deref()).await?;
    keep_session(&request, &session);
    // Whoever asked to have their account deleted is asked first whether to keep it.
    redirect(if session.leaving { "/settings" } else { safe_path(&next).unwrap_or("/home") });
    Ok(())
}

/// Signs this browser out.
#[api("accounts/sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let request = request()?;
    if let Some(token) = &request.session_token {
        accounts::sign_out(&request.ctx, token).await?;
    }
    set_cookie(request.session_cookie(), "", 0, request.secure);
    redirect("/");
    Ok(())
}

/// Sends a link that sets a new password, if the address has an account.
#[api("accounts/forgot")]
pub async fn forgot(email: String) -> Result<(), AppError> {
    let request = request()?;
    Ok(accounts::forgot(&request.ctx, &request.client(), &email).await?)
}

/// Whether a link that sets a new password still works.
#[api("accounts/reset_works")]
pub async fn reset_works(token: String) -> Result<bool, AppError> {
    works(accounts::resets(&request()?.ctx, &token).await)
}

/// Sets a new password with the link from a mail.
#[api("accounts/reset")]
pub async fn reset(token: String, password: String) -> Result<(), AppError> {
    let request = request()?;
    let device = accounts::reset(&request.ctx, &request.client(), &token, &password).await?;
    keep_device(&request, &device);
    redirect("/login?done=password");
    Ok(())
}

/// What a link that confirms an address asks for, if it still works.
#[api("accounts/confirm_works")]
pub async fn confirm_works(token: String) -> Result<Confirming, AppError> {
    let request = request()?;
    Ok(accounts::confirms(&request.ctx, request.actor.as_ref(), &token).await?)
}

/// Confirms an address with the link from a mail. Whoever isn't signed in gives the account's password, is signed in by it, and
/// goes to `next`, a path of this site.
#[api("accounts/confirm")]
pub async fn confirm(token: String, #[server(default)] password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let request = request()?;
    let replaces = request.session_token.as_deref();
    let actor = request.actor.as_ref();
    let session = accounts::confirm(&request.ctx, &request.client(), actor, &token, &password, replaces).await?;
    match session {
        None => redirect("/settings?done=confirmed"),
        Some(session) => {
            keep_session(&request, &session);
            redirect(safe_path(&next).unwrap_or("/home"));
        }
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
#[api("accounts/settings")]
pub async fn load_settings() -> Result<AccountSettings, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::settings(&ctx, &actor).await?)
}

/// Changes name, language and time zone. This browser then speaks that language too.
#[api("accounts/change_basics")]
pub async fn change_basics(name: String, locale: String, zone: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    accounts::change_basics(&ctx, &actor, domain::accounts::Basics { name, locale: locale.clone(), zone }).await?;
    crate::appearance::set_language_cookie(&locale)?;
    redirect("/settings?done=saved");
    Ok(())
}

/// Asks for another address; it counts when it is confirmed.
#[api("accounts/change_email")]
pub async fn change_email(new_email: String, email_password: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::change_email(&ctx, &actor, &new_email, &email_password).await?)
}

/// Changes the password and signs all other devices out.
#[api("accounts/change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::change_password(&ctx, &actor, &current_password, &new_password).await?)
}

/// Signs one of the person's devices out.
#[api("accounts/sign_out_device")]
pub async fn sign_out_device(session: SessionId) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(accounts::sign_out_device(&ctx, &actor, session).await?)
}

/// Signs the person out everywhere but here.
#[api("accounts/sign_out_others")]
pub async fn sign_out_others() -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    accounts::sign_out_others(&ctx, &actor).await?;
    Ok(())
}

/// Asks to have the account deleted, with the password; signs this browser out like all others.
#[api("accounts/delete")]
pub async fn delete_account(delete_password: String) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    service::leaving::ask(&ctx, &actor, &delete_password).await?;
    let request = request()?;
    set_cookie(request.session_cookie(), "", 0, request.secure);
    redirect("/login?done=leaving");
    Ok(())
}

/// Keeps the account after all.
#[api("accounts/keep")]
pub async fn keep_account() -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    service::leaving::keep(&ctx, &actor).await?;
    redirect("/settings?done=staying");
    Ok(())
}

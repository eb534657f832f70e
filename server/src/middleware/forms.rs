//! Forms posted by a browser without JavaScript: what became of them is kept for the next page, and the browser is sent there.
//!
//! Server functions answer as they do to the client; this turns the answer into a redirect. An error and what was typed go with
//! it, but never a password, a secret or a file, and not without an end (`kept.rs`). Where nothing is kept any more, the answer itself
//! is a page that shows what was typed.

use crate::cookies;
use crate::middleware::{context, headers, kept, size};
use crate::router::NO_FUNCTION;
use crate::state::AppState;
use app::AppError;
use app::flash::Flash;
use app::refused_page;
use app::server::{BESIDE, cookie_header, encode, safe_path};
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{ACCEPT, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERER, RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::Duration;
use domain::{PersonId, Refusal};
use i18n::I18n;
use serde::Deserialize;
use service::accounts::Client;
use service::{Ctx, Error, tokens};
use std::net::SocketAddr;

/// How long the next page may take to be asked for.
const KEPT: Duration = Duration::minutes(5);
/// How long whoever must sign in first may take for it.
const WAITS: Duration = Duration::minutes(15);
/// The largest answer that is looked into.
const ANSWER_MAX: usize = 1024 * 1024;

/// Turns the answer to a form into a redirect; anything else passes.
pub async fn without_javascript(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    // What no form of ours is sent to has no page that shows its result: it isn't there, and nothing of it is kept.
    let known = request.extensions().get::<MatchedPath>().is_some_and(|route| route.as_str() != NO_FUNCTION);
    if *request.method() != Method::POST || !request.uri().path().starts_with("/api/") || !known || !is_for_people(headers) {
        return next.run(request).await;
    }
    let back = referer(headers, &state).unwrap_or_else(|| "/".to_owned());
    let upload = size::is_upload(headers);
    let (mut parts, body) = request.into_parts();
    let asked = parts.clone();
    // Leptos would answer such a browser in its own way, with the error in the address.
    parts.headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let (typed, response) = if upload {
        parts.extensions.insert(kept::ForPage);
        let mut response = next.run(Request::from_parts(parts, body)).await;
        let beside = response.extensions_mut().remove::<kept::Beside>();
        (beside.map(|kept::Beside(typed)| typed).unwrap_or_default(), response)
    } else {
        match to_bytes(body, size::FORM).await {
            Ok(bytes) => (kept::typed(&bytes), next.run(Request::from_parts(parts, Body::from(bytes))).await),
            Err(_) => (Vec::new(), size::too_large(false)),
        }
    };
    match answer(&state, &asked, typed, &back, response).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, "the result of a form could not be kept");
            go(&back)
        }
    }
}

/// Whether a browser asks for a page to show.
pub fn is_for_people(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|kinds| kinds.contains("text/html"))
}

async fn answer(state: &AppState, asked: &Parts, typed: Vec<(String, String)>, back: &str, response: Response) -> Result<Response, Error> {
    let action = asked.uri.path().to_owned();
    let name = cookies::flash_name(state.config.is_secure());
    let (parts, body) = response.into_parts();
    let person = parts.extensions.get::<context::SignedIn>().map(|signed_in| signed_in.0);
    let room = || if person.is_some() { Ok(()) } else { room_for_stranger(state, asked) };
    let mut redirect = if parts.status.is_client_error() || parts.status.is_server_error() {
        let error = to_bytes(body, ANSWER_MAX).await.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        match error.unwrap_or_else(|| AppError::Internal(String::new())) {
            AppError::SignInNeeded => {
                let login = format!("/login?next={}", encode(back));
                match room() {
                    _ if typed.is_empty() => go(&login),
                    Err(seconds) => too_many(state, asked, seconds, &typed),
                    Ok(()) => {
                        // Whoever was signed out while they wrote finds it again once they have signed in.
                        let error = Some(AppError::Refused(Refusal::SignedOutMeanwhile));
                        let flash = Flash { action, error, values: typed, joined: false };
                        let name = cookies::waiting_name(state.config.is_secure());
                        with_flash(state, go(&format!("{login}&done=kept")), person, flash, name, WAITS).await?
                    }
                }
            }
            error => match room() {
                // Also where the form itself is gone by now: what was typed is shown all the same.
                Ok(()) => {
                    let flash = Flash { action, error: Some(error), values: typed, joined: false };
                    with_flash(state, go(back), person, flash, name, KEPT).await?
                }
                Err(seconds) => too_many(state, asked, seconds, &typed),
            },
        }
    } else {
        match parts.headers.get(LOCATION).and_then(|place| place.to_str().ok()) {
            Some(place) => go(place),
            None if room().is_err() => go(back),
            None => {
                let answer: Answer =
                    to_bytes(body, ANSWER_MAX).await.ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
                let values = if BESIDE.contains(&action.as_str()) { typed } else { Vec::new() };
                let flash = Flash { action, error: None, values, joined: answer.joined };
                with_flash(state, go(back), person, flash, name, KEPT).await?
            }
        }
    };
    for cookie in parts.headers.get_all(SET_COOKIE) {
        redirect.headers_mut().append(SET_COOKIE, cookie.clone());
    }
    Ok(redirect)
}

/// What the page that comes next shows of an answer.
#[derive(Default, Deserialize)]
struct Answer {
    /// Whether the save was joined with somebody else's.
    #[serde(default)]
    joined: bool,
}

/// Whether a result may be kept for somebody who isn't signed in; else in how many seconds.
fn room_for_stranger(state: &AppState, asked: &Parts) -> Result<(), u64> {
    let Some(ConnectInfo(peer)) = asked.extensions.get::<ConnectInfo<SocketAddr>>() else { return Ok(()) };
    let address = state.config.client(*peer, &asked.headers);
    match state.ctx.limits.keep_for(state.ctx.now(), &Client { address: Some(address), ..Client::default() }) {
        Err(Error::TooMany(seconds)) => Err(seconds),
        _ => Ok(()),
    }
}

/// The answer when nothing is kept any more: a page with the reason and with what was typed. It sends nowhere, so that the browser's
/// way back leads to the form.
fn too_many(state: &AppState, asked: &Parts, seconds: u64, typed: &[(String, String)]) -> Response {
    let i18n = I18n::of(context::locale(None, &asked.headers));
    let page = refused_page(i18n, &state.site.pkg(), &AppError::TooMany(seconds), typed);
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (CONTENT_SECURITY_POLICY, headers::STILL_PAGE),
        (RETRY_AFTER, HeaderValue::from(seconds)),
    ];
    (StatusCode::TOO_MANY_REQUESTS, headers, page).into_response()
}

/// Keeps a flash for so long, for a person if it is known which, and gives the browser the key to it.
async fn with_flash(
    state: &AppState,
    mut response: Response,
    person: Option<PersonId>,
    flash: Flash,
    name: &str,
    kept: Duration,
) -> Result<Response, Error> {
    let token = keep(&state.ctx, person, &flash, kept).await?;
    if let Some(cookie) = cookie_header(name, &token, kept.num_seconds(), state.config.is_secure()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

async fn keep(ctx: &Ctx, person: Option<PersonId>, flash: &Flash, kept: Duration) -> Result<String, Error> {
    let body = serde_json::to_value(flash).map_err(|error| Error::Internal(error.to_string()))?;
    let new = tokens::new(ctx);
    let mut tx = ctx.write().await?;
    let expires_at = ctx.now() + kept;
    match person {
        Some(person) => store::flashes::insert_of(&mut tx, person, (&new.hash, &body), expires_at, kept::FOR_ONE_PERSON).await?,
        None => store::flashes::insert(&mut tx, &new.hash, &body, expires_at).await?,
    }
    tx.commit().await?;
    Ok(new.secret)
}

fn go(place: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(LOCATION, HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/")));
    response
}

/// The page of this site that the form stood in.
fn referer(headers: &HeaderMap, state: &AppState) -> Option<String> {
    let referer: Uri = headers.get(REFERER)?.to_str().ok()?.parse().ok()?;
    let authority = referer.authority()?.as_str();
    let host = headers.get("host").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let own = state.config.origin();
    let ours = authority.eq_ignore_ascii_case(host) || own.split_once("://").is_some_and(|(_, own)| own.eq_ignore_ascii_case(authority));
    let path = referer.path_and_query()?.as_str();
    safe_path(path).filter(|_| ours).map(str::to_owned)
}

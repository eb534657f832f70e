//! Forms posted by a browser without JavaScript: what became of them is kept for the next page, and the browser is sent there.
//!
//! Server functions answer as they do to the client; this turns the answer into a redirect. An error and what was typed go with
//! it, but never a password or a secret.

use crate::cookies;
use crate::middleware::size;
use crate::state::AppState;
use app::AppError;
use app::flash::Flash;
use app::server::{NOTE, encode, safe_path};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, LOCATION, REFERER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use chrono::Duration;
use service::{Ctx, Error, tokens};

/// How long the next page may take to be asked for.
const KEPT: Duration = Duration::minutes(5);
/// The same, for the cookie.
const KEPT_SECONDS: u32 = 300;
/// The largest answer that is looked into.
const ANSWER_MAX: usize = 1024 * 1024;

/// Turns the answer to a form into a redirect; anything else passes.
pub async fn without_javascript(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_form = *request.method() == Method::POST
        && request.uri().path().starts_with("/api/")
        && headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|kinds| kinds.contains("text/html"));
    if !is_form {
        return next.run(request).await;
    }
    let action = request.uri().path().to_owned();
    let back = referer(headers, &state).unwrap_or_else(|| "/".to_owned());
    let upload = size::is_upload(headers);
    let (mut parts, body) = request.into_parts();
    // Leptos would answer such a browser in its own way, with the error in the address.
    parts.headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let (typed, response) = if upload {
        (Vec::new(), next.run(Request::from_parts(parts, body)).await)
    } else {
        match to_bytes(body, size::FORM).await {
            Ok(bytes) => (typed(&bytes), next.run(Request::from_parts(parts, Body::from(bytes))).await),
            Err(_) => (Vec::new(), size::too_large(false)),
        }
    };
    match answer(&state, action, typed, &back, response).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, "the result of a form could not be kept");
            go(&back)
        }
    }
}

async fn answer(state: &AppState, action: String, typed: Vec<(String, String)>, back: &str, response: Response) -> Result<Response, Error> {
    let (parts, body) = response.into_parts();
    let mut redirect = if parts.status.is_client_error() || parts.status.is_server_error() {
        let error = to_bytes(body, ANSWER_MAX).await.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        match error.unwrap_or_else(|| AppError::Internal(String::new())) {
            AppError::SignInNeeded => go(&format!("/login?next={}", encode(back))),
            error => with_flash(state, go(back), Flash { action, error: Some(error), values: typed, note: None }).await?,
        }
    } else {
        match parts.headers.get(LOCATION).and_then(|place| place.to_str().ok()) {
            Some(place) => go(place),
            None => {
                let note = parts.headers.get(NOTE).and_then(|note| note.to_str().ok()).map(str::to_owned);
                with_flash(state, go(back), Flash { action, error: None, values: Vec::new(), note }).await?
            }
        }
    };
    for cookie in parts.headers.get_all(SET_COOKIE) {
        redirect.headers_mut().append(SET_COOKIE, cookie.clone());
    }
    Ok(redirect)
}

/// Keeps a flash and gives the browser the key to it.
async fn with_flash(state: &AppState, mut response: Response, flash: Flash) -> Result<Response, Error> {
    let token = keep(&state.ctx, &flash).await?;
    let secure = state.config.is_secure();
    if let Ok(cookie) = HeaderValue::from_str(&cookies::write(cookies::flash_name(secure), &token, KEPT_SECONDS, secure)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

async fn keep(ctx: &Ctx, flash: &Flash) -> Result<String, Error> {
    let body = serde_json::to_value(flash).map_err(|error| Error::Internal(error.to_string()))?;
    let new = tokens::new(ctx);
    let mut tx = ctx.write().await?;
    store::flashes::insert(&mut tx, &new.hash, &body, ctx.now() + KEPT).await?;
    tx.commit().await?;
    Ok(new.secret)
}

fn go(place: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(LOCATION, HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/")));
    response
}

/// What was typed, without what is secret.
fn typed(body: &Bytes) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(body).unwrap_or_default();
    pairs.into_iter().filter(|(name, _)| !is_secret(name)).map(|(name, value)| (bare(&name), value)).collect()
}

fn is_secret(name: &str) -> bool {
    name.contains("password") || name.contains("token")
}

/// A list's boxes are called `name[]` or `name[0]`; the form's fields ask by the name alone.
fn bare(name: &str) -> String {
    match name.split_once('[') {
        Some((start, inside)) if inside.trim_end_matches(']').chars().all(|c| c.is_ascii_digit()) => start.to_owned(),
        _ => name.to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_kept() {
        let typed = typed(&Bytes::from_static(b"email=a%40b&password=x&new_password=y&token=t&tags%5B%5D=1&tags%5B1%5D=2&about=a+b"));
        let names: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(names, [("email", "a@b"), ("tags", "1"), ("tags", "2"), ("about", "a b")]);
    }
}

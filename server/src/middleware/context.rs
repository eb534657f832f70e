//! Finds out who asks and puts a [`RequestContext`] beside the request.

use super::forms;
use super::log::RequestId;
use crate::cookies;
use crate::state::AppState;
use app::flash::Flash;
use app::server::{RequestContext, cookie_header};
use app::viewer::{Theme, Viewer, ViewerPerson};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, SET_COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::PersonId;
use i18n::Locale;
use service::{Actor, Ctx, Error, Reader, accounts};
use std::net::SocketAddr;
use store::accounts::Glance;

/// Longest `User-Agent` that is looked at, in bytes.
const USER_AGENT_MAX: usize = 500;

/// Beside an answer: it went to somebody signed in.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn(pub PersonId);

/// Puts the context beside the request.
pub async fn provide(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let page = is_page(&parts);
    let (context, looked_at) = match context(&state, &parts, page).await {
        Ok(found) => found,
        Err(error) => {
            tracing::error!(%error, "could not find out who asks");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let spent = looked_at.and_then(|name| cookie_header(name, "", 0, context.secure));
    let signed_in = context.actor.as_ref().map(|actor| SignedIn(actor.id));
    context.put_beside(&mut parts.extensions);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(signed_in) = signed_in {
        response.extensions_mut().insert(signed_in);
    }
    if let Some(value) = spent {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

/// Whether a page is asked for, and not data, a picture or a table to download.
fn is_page(parts: &Parts) -> bool {
    let path = parts.uri.path();
    let other =
        ["/api/", "/pictures/"].iter().any(|start| path.starts_with(start)) || [".csv", ".xlsx"].iter().any(|end| path.ends_with(end));
    matches!(parts.method, Method::GET | Method::HEAD) && !other
}

/// The context, and the name of the cookie whose form it shows.
async fn context(state: &AppState, parts: &Parts, page: bool) -> Result<(RequestContext, Option<&'static str>), Error> {
    let (ctx, headers) = (&state.ctx, &parts.headers);
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
    let mut context = RequestContext {
        ctx: ctx.clone(),
        actor: None,
        viewer: Viewer::nobody(),
        session_token: None,
        device_token: None,
        address: peer.map(|peer| state.config.client(peer, headers).to_string()).unwrap_or_default(),
        user_agent: text(headers, USER_AGENT.as_str()).chars().take(USER_AGENT_MAX).collect(),
        secure: state.config.is_secure(),
        pkg: state.site.pkg(),
        flash: None,
        request_id: parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
    };
    context.session_token = cookies::read(headers, context.session_cookie()).map(str::to_owned);
    context.device_token = cookies::read(headers, context.device_cookie()).map(str::to_owned);
    let mut glance = None;
    if let Some(token) = &context.session_token {
        // A page shows more of whoever looks at it than a server function needs to know.
        if page {
            (context.actor, glance) = accounts::visitor(ctx, token).await?.unzip();
        } else {
            context.actor = accounts::authenticate(ctx, token).await?;
        }
    }
    // Whoever chose a language in this browser reads it here, also in the sentences that services write for them.
    if let (Some(actor), Some(chosen)) = (&mut context.actor, chosen_locale(headers)) {
        actor.locale = chosen;
    }
    context.viewer = viewer(ctx, context.actor.as_ref(), glance, headers);
    let shown = page && forms::is_for_people(headers);
    let mut looked_at = None;
    // What waits until its writer has signed in again is looked at then, unless another form has just been posted.
    let waiting = context.actor.is_some().then(|| cookies::waiting_name(context.secure));
    for name in [Some(cookies::flash_name(context.secure)), waiting].into_iter().flatten().filter(|_| shown) {
        if context.flash.is_none()
            && let Some(token) = cookies::read(headers, name)
        {
            context.flash = take_flash(ctx, token).await?;
            looked_at = context.flash.is_some().then_some(name);
        }
    }
    Ok((context, looked_at))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The language that was chosen in this browser.
fn chosen_locale(headers: &HeaderMap) -> Option<Locale> {
    cookies::read(headers, "lang").and_then(Locale::from_tag)
}

/// Language: the one that was chosen in this browser, else the account's, else the one that the browser asks for.
pub fn locale(actor: Option<&Actor>, headers: &HeaderMap) -> Locale {
    let account = || actor.map(|a| a.locale);
    chosen_locale(headers).or_else(account).unwrap_or_else(|| Locale::negotiate(text(headers, ACCEPT_LANGUAGE.as_str())))
}

/// What pages know of the one who looks at them. A server function may write a page too: it knows who that is, and nothing of what
/// only the frame around the page shows.
fn viewer(ctx: &Ctx, actor: Option<&Actor>, glance: Option<Glance>, headers: &HeaderMap) -> Viewer {
    let glance = glance.unwrap_or_default();
    let person = actor.map(|actor| ViewerPerson {
        id: actor.id,
        name: actor.name.clone(),
        picture: glance.picture_id,
        unread: glance.unread,
        manages: glance.manages,
    });
    Viewer {
        person,
        locale: locale(actor, headers),
        theme: cookies::read(headers, "theme").map(Theme::parse).unwrap_or_default(),
        today: actor.map_or_else(|| ctx.now().date_naive(), |actor| Reader::of(ctx, actor).today),
    }
}

/// What became of the form that led here; the second look finds nothing.
async fn take_flash(ctx: &Ctx, token: &str) -> Result<Option<Flash>, Error> {
    let mut tx = ctx.write().await?;
    let found = store::flashes::take(&mut tx, &service::tokens::hash(token), ctx.now()).await?;
    tx.commit().await?;
    // Kept by another version of the program, it may not be understood; then it is as if it weren't there.
    Ok(found.and_then(|value| serde_json::from_value(value).ok()))
}

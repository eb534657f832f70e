//! Every address of the server, and what each request goes through on its way.
//!
//! From the outside in: request id and access log, a net for panics, headers for safety, a limit to time; for pages and server
//! functions also the refusal of posts from other sites, forms without JavaScript, the session, limits to size, and the refusal of
//! addresses that nothing can have.
//!
//! An address that is added here needs its row in `server/tests/who_may`.

use crate::listed::Listed;
use crate::middleware::{context, forms, guard, headers, log, nul, panic, size, whole};
use crate::state::AppState;
use crate::{exports, health, metrics, moved, pictures};
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use leptos::prelude::provide_context;
use leptos_axum::render_app_async_with_context;
use tower_http::timeout::TimeoutLayer;

/// The route of functions that nobody has.
pub(crate) const NO_FUNCTION: &str = "/api/{*rest}";

/// The whole server.
pub fn router(state: AppState) -> Router {
    listed(state).into_router()
}

/// Every address that the server answers, as axum writes it; without server functions, which `leptos::server_fn` lists.
#[must_use]
pub fn addresses(state: AppState) -> Vec<String> {
    listed(state).addresses().to_vec()
}

fn listed(state: AppState) -> Listed {
    let timeout = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, state.config.timeout);
    let machines = Listed::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::page))
        .through(|router| router.with_state(state.clone()));
    people(state.clone()).merge(machines).merge(state.site.router()).through(|router| {
        router
            .layer(timeout)
            .layer(from_fn_with_state(state.clone(), headers::add))
            .layer(panic::net())
            .layer(from_fn_with_state(state, log::access))
    })
}

/// Pages, pictures, tables to download and server functions.
fn people(state: AppState) -> Listed {
    let in_page = {
        let state = state.clone();
        move || {
            if let Some(parts) = &state.parts {
                provide_context(parts.clone());
            }
            headers::page_policy();
        }
    };
    let not_found = {
        let render = render_app_async_with_context(in_page.clone(), app::shell);
        move |request: Request| async move { with_status(StatusCode::NOT_FOUND, render(request).await) }
    };
    let no_function = {
        let not_found = not_found.clone();
        move |request: Request| async move {
            if forms::is_for_people(request.headers()) { not_found(request).await } else { no_such_function() }
        }
    };
    let without_nul = {
        let not_found = not_found.clone();
        move |request: Request, next: Next| nul::refuse(request, next, not_found.clone())
    };
    Listed::new()
        .pages(&state, in_page, app::shell)
        .route("/programs/{slug}/ranks", get(moved::match_preferences))
        .route("/pictures/{id}", get(pictures::show))
        .route("/settings/data.zip", get(exports::own_data))
        .route("/admin/programs/{slug}/participants.csv", get(exports::participants_csv))
        .route("/admin/programs/{slug}/participants.xlsx", get(exports::participants_xlsx))
        .route("/admin/programs/{slug}/participants/import/wrong.csv", get(exports::wrong_rows))
        .route("/admin/programs/{slug}/matching/runs/{number}/pairs.csv", get(exports::pairs_csv))
        .route("/admin/programs/{slug}/matching/runs/{number}/pairs.xlsx", get(exports::pairs_xlsx))
        .route("/admin/programs/{slug}/mentorships.csv", get(exports::mentorships_csv))
        .route("/admin/programs/{slug}/mentorships.xlsx", get(exports::mentorships_xlsx))
        .route(NO_FUNCTION, any(no_function))
        .through(|router| {
            router
                .fallback(not_found)
                .layer(from_fn(without_nul))
                .layer(from_fn(whole::to_its_end))
                .layer(from_fn_with_state(state.clone(), size::limit))
                .layer(from_fn_with_state(state.clone(), context::provide))
                .layer(from_fn_with_state(state.clone(), forms::without_javascript))
                .layer(from_fn_with_state(state.clone(), guard::same_site))
                .with_state(state)
        })
}

fn no_such_function() -> Response {
    (StatusCode::NOT_FOUND, axum::Json(app::AppError::NotFound)).into_response()
}

fn with_status(status: StatusCode, mut response: Response) -> Response {
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

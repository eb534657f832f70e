//! `/pictures/{id}`: portraits and pictures of programs, for whoever may see what they are of.
//!
//! A picture never changes (a new one has a new address), so a browser keeps it and doesn't ask again; for itself only, since
//! the next one may not be allowed to look.

use app::server::RequestContext;
use axum::Extension;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::PictureId;
use service::{Error, pictures};

const KEEP: &str = "private, max-age=31536000, immutable";

/// Sends a picture.
pub async fn show(Extension(request): Extension<RequestContext>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let Ok(id) = id.parse::<PictureId>() else { return StatusCode::NOT_FOUND.into_response() };
    match pictures::show(&request.ctx, request.actor.as_ref(), id).await {
        Ok(picture) => {
            let tag = format!("\"{id}\"");
            let kept = headers.get(IF_NONE_MATCH).is_some_and(|tags| tags.to_str().is_ok_and(|tags| tags.contains(&tag)));
            let about = [(CACHE_CONTROL, KEEP.to_owned()), (ETAG, tag)];
            if kept {
                return (StatusCode::NOT_MODIFIED, about).into_response();
            }
            let kind = [(CONTENT_TYPE, picture.content_type), (CONTENT_DISPOSITION, "inline".to_owned())];
            (about, kind, picture.bytes).into_response()
        }
        Err(Error::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, request_id = %request.request_id, "a picture could not be shown");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

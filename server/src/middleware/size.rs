//! Limits to what may be sent: forms are small, uploads of pictures larger.
//!
//! The body is read whole before anything works with it, as server functions do anyway; so one that is too large has one answer,
//! however it was announced. Being whole, a form is also where the character NUL is looked for.

use super::nul;
use app::AppError;
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::limits::PICTURE_MIB_MAX;
use domain::{ProblemCode, Problems};

/// A form without files: the longest one, every character escaped.
pub const FORM: usize = 512 * 1024;
/// A form with a picture: the picture, and what the frame around it takes.
const UPLOAD: usize = PICTURE_MIB_MAX * 1024 * 1024 + 64 * 1024;

/// Whether this is a form with files.
pub fn is_upload(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// Reads the body, or refuses it.
pub async fn limit(request: Request, next: Next) -> Response {
    let upload = is_upload(request.headers());
    let most = if upload { UPLOAD } else { FORM };
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > most) {
        return too_large(upload);
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, most).await {
        // A form of any kind that isn't an upload is read as one of fields. Pictures may hold anything.
        Ok(bytes) if !upload && nul::is_in(&bytes) => nul::refused(),
        Ok(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(_) => too_large(upload),
    }
}

/// The answer to what is too large.
pub fn too_large(upload: bool) -> Response {
    let problem = if upload { ProblemCode::FileTooLarge { max_mib: PICTURE_MIB_MAX } } else { ProblemCode::TooLong { max: FORM } };
    let field = if upload { "picture" } else { "" };
    (StatusCode::PAYLOAD_TOO_LARGE, Json(AppError::Invalid(Problems::one(field, problem)))).into_response()
}

//! Limits to what may be sent: forms are small. Files are larger, so they are read only for functions that take some, from people who
//! are signed in, and a few at a time.
//!
//! The body is read whole before anything works with it, as server functions do anyway; so one that is too large has one answer,
//! however it was announced. Being whole, a form is also where the character NUL is looked for.
//!
//! A form with a file that is refused may hold more than the file: without JavaScript, what was typed beside it goes along with
//! the answer ([`Beside`]), and is shown again (`forms.rs`).

use super::kept::{Beside, ForPage, typed_beside_files};
use super::nul;
use crate::state::AppState;
use app::AppError;
use app::server::{RequestContext, TAKE_FILES};
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::limits::PICTURE_MIB_MAX;
use domain::{PersonId, ProblemCode, Problems};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// A form without files: the longest one, every character escaped.
pub const FORM: usize = 512 * 1024;
/// A form with a picture: the picture, and what the frame around it takes.
const UPLOAD: usize = PICTURE_MIB_MAX * 1024 * 1024 + 64 * 1024;
/// So much of a form whose file is refused is read for what stands beside the file, which is passed over. Browsers show no answer
/// before they have sent the form.
const PASSED_OVER: usize = 64 * 1024 * 1024;
/// So much of what somebody sends who isn't signed in: what stands before the file.
const OF_STRANGERS: usize = 64 * 1024;
/// So many files are read, and worked with, at once.
const UPLOADS: usize = 8;
/// How long somebody waits for their turn to send one.
const WAIT: Duration = Duration::from_secs(5);

/// Files that are being sent, and whose.
#[derive(Clone, Debug)]
pub struct Uploads {
    turns: Arc<Semaphore>,
    people: Arc<Mutex<HashSet<PersonId>>>,
}

impl Default for Uploads {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(UPLOADS)), people: Arc::default() }
    }
}

impl Uploads {
    /// A turn to send a file; one at a time for each person, so that nobody takes all of them.
    async fn turn(&self, person: PersonId) -> Option<Turn<'_>> {
        if !self.people.lock().unwrap_or_else(PoisonError::into_inner).insert(person) {
            return None;
        }
        // From here on it is theirs, also when waiting is given up.
        let mut turn = Turn { uploads: self, person, place: None };
        turn.place = tokio::time::timeout(WAIT, self.turns.acquire()).await.ok()?.ok();
        Some(turn)
    }
}

struct Turn<'a> {
    uploads: &'a Uploads,
    person: PersonId,
    place: Option<SemaphorePermit<'a>>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        drop(self.place.take());
        self.uploads.people.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.person);
    }
}

/// Whether this is a form with files.
pub fn is_upload(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// Reads the body, or refuses it.
pub async fn limit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if *request.method() != Method::POST || !TAKE_FILES.contains(&request.uri().path()) {
        return read(request, next, FORM, false).await;
    }
    let person = request.extensions().get::<RequestContext>().and_then(|context| context.actor.as_ref()).map(|actor| actor.id);
    let Some(person) = person else {
        let answer = (StatusCode::UNAUTHORIZED, Json(AppError::SignInNeeded)).into_response();
        return refused(request, answer, OF_STRANGERS).await;
    };
    if !has_boundary(request.headers()) {
        // Where the parts of such a form end nobody could tell.
        return nul::refused();
    }
    match state.uploads.turn(person).await {
        Some(_turn) => read(request, next, UPLOAD, true).await,
        None => refused(request, busy(), PASSED_OVER).await,
    }
}

/// The answer to a form with a file that is not taken, with what stands beside the file where a page will show it.
async fn refused(request: Request, mut answer: Response, most: usize) -> Response {
    if request.extensions().get::<ForPage>().is_some() {
        let (parts, body) = request.into_parts();
        answer.extensions_mut().insert(Beside(typed_beside_files(&parts.headers, body, most).await));
    }
    answer
}

async fn read(request: Request, next: Next, most: usize, upload: bool) -> Response {
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > most) {
        return if upload { refused(request, too_large(true), PASSED_OVER).await } else { too_large(false) };
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, most).await {
        // A form of any kind that isn't an upload is read as one of fields. Pictures may hold anything.
        Ok(bytes) if !upload && nul::is_in(&bytes) => nul::refused(),
        Ok(bytes) => {
            let beside = if upload && parts.extensions.get::<ForPage>().is_some() {
                typed_beside_files(&parts.headers, Body::from(bytes.clone()), most).await
            } else {
                Vec::new()
            };
            let mut response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
            if !beside.is_empty() {
                response.extensions_mut().insert(Beside(beside));
            }
            response
        }
        Err(_) => too_large(upload),
    }
}

fn has_boundary(headers: &HeaderMap) -> bool {
    // As the framework reads it, which would panic without one.
    let kind = headers.get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
    kind.is_some_and(|kind| multer::parse_boundary(kind).is_ok_and(|boundary| !boundary.is_empty()))
}

/// The answer to what is too large.
pub fn too_large(upload: bool) -> Response {
    let problem = if upload { ProblemCode::FileTooLarge { max_mib: PICTURE_MIB_MAX } } else { ProblemCode::TooLong { max: FORM } };
    let field = if upload { "picture" } else { "" };
    (StatusCode::PAYLOAD_TOO_LARGE, Json(AppError::Invalid(Problems::one(field, problem)))).into_response()
}

/// The answer when others are sending files, or the same person is.
fn busy() -> Response {
    let mut response = (StatusCode::SERVICE_UNAVAILABLE, Json(AppError::Offline)).into_response();
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

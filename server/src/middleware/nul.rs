//! Refuses the character NUL in addresses and forms. No text of ours holds it, and PostgreSQL's can't: asked for it, the database
//! fails, and what is the sender's fault would look like ours.

use super::forms;
use app::AppError;
use axum::Json;
use axum::extract::Request;
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Problems;

/// Whether an address or a form, as it was sent, holds one.
pub fn is_in(encoded: &[u8]) -> bool {
    encoded.contains(&0) || encoded.windows(3).any(|three| three == b"%00")
}

/// Lets an address without one pass. `not_found` renders the page that stands for a page that isn't there.
pub async fn refuse<F>(mut request: Request, next: Next, not_found: impl FnOnce(Request) -> F) -> Response
where
    F: Future<Output = Response>,
{
    if !request.uri().path_and_query().is_some_and(|address| is_in(address.as_str().as_bytes())) {
        return next.run(request).await;
    }
    if !forms::is_for_people(request.headers()) {
        return refused();
    }
    // Where no page is, so that none reads what the address says.
    *request.uri_mut() = Uri::from_static("/400");
    let mut page = not_found(request).await;
    *page.status_mut() = StatusCode::BAD_REQUEST;
    page
}

/// The answer to a program, and to a form that holds one.
pub fn refused() -> Response {
    (StatusCode::BAD_REQUEST, Json(AppError::Invalid(Problems::default()))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_where_decoding_finds_it() {
        for (encoded, found) in [
            ("/programs/%00", true),
            ("/explore?q=a%00b", true),
            ("email=a%%00", true),
            ("a\0b", true),
            ("/programs/%2500", false),
            ("/explore?q=%E2%80%A6+00", false),
            ("%0", false),
            ("", false),
        ] {
            assert_eq!(is_in(encoded.as_bytes()), found, "{encoded:?}");
        }
    }
}

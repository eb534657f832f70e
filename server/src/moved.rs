//! Addresses that pages had before: whoever follows an old link, say of an email or a bookmark, is led to the new one.

use axum::extract::OriginalUri;
use axum::response::Redirect;

/// `/programs/{slug}/ranks`, where match preferences were.
pub(crate) async fn match_preferences(OriginalUri(uri): OriginalUri) -> Redirect {
    // As it was written, so that nothing has to be escaped again.
    let program = uri.path().strip_suffix("/ranks").unwrap_or_default();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{program}/preferences{query}"))
}

//! Cookies that an answer sets.

use cookie::time::Duration;
use cookie::{Cookie, SameSite};
use http::HeaderValue;
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;

/// The `Set-Cookie` of a cookie for this server alone, which no script reads and which lasts for so many seconds; 0 removes it. `None` if
/// its value is nothing that a header can hold.
#[must_use]
pub fn cookie_header(name: &str, value: &str, seconds: i64, secure: bool) -> Option<HeaderValue> {
    let cookie = Cookie::build((name, value)).path("/").same_site(SameSite::Lax).http_only(true).secure(secure);
    HeaderValue::from_str(&cookie.max_age(Duration::seconds(seconds)).to_string()).ok()
}

/// Adds a cookie to the answer, as [`cookie_header`] makes it.
pub fn set_cookie(name: &str, value: &str, seconds: i64, secure: bool) {
    if let Some(value) = cookie_header(name, value, seconds, secure) {
        expect_context::<ResponseOptions>().append_header(http::header::SET_COOKIE, value);
    }
}

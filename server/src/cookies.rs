//! Reading cookies.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// The cookie that a form's result is kept under, when JavaScript is off.
pub const fn flash_name(secure: bool) -> &'static str {
    if secure { "__Host-trellis_flash" } else { "trellis_flash" }
}

/// The cookie of a form that was posted by somebody who had been signed out: it waits until they have signed in again.
pub const fn waiting_name(secure: bool) -> &'static str {
    if secure { "__Host-trellis_waiting" } else { "trellis_waiting" }
}

/// The value of a cookie; the first one if several have its name.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// A `Set-Cookie` for this server alone; `max_age` in seconds, 0 removes the cookie.
pub fn write(name: &str, value: &str, max_age: u32, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={max_age}; HttpOnly{secure}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn one_cookie_among_many() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; trellis_session=abc=; b".parse().unwrap());
        headers.append(COOKIE, "c=3".parse().unwrap());
        assert_eq!(read(&headers, "trellis_session"), Some("abc="));
        assert_eq!(read(&headers, "c"), Some("3"));
        assert_eq!(read(&headers, "b"), None);
        assert_eq!(read(&headers, "session"), None);
    }

    #[test]
    fn a_cookie_is_ours_alone() {
        assert_eq!(write("a", "b", 60, true), "a=b; Path=/; SameSite=Lax; Max-Age=60; HttpOnly; Secure");
        assert!(!write("a", "b", 0, false).contains("Secure"));
    }
}

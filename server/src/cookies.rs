//! What cookies a request brings, and the names of those that are the server's own.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use cookie::Cookie;

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
    let sent = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    sent.flat_map(Cookie::split_parse).flatten().find(|cookie| cookie.name() == name)?.value_raw()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use app::server::cookie_header;

    #[test]
    fn one_cookie_among_many() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; trellis_session=abc=; b; =2; d = \"4\" ".parse().unwrap());
        headers.append(COOKIE, "c=3; a=5".parse().unwrap());
        let values = [("trellis_session", "abc="), ("a", "1"), ("c", "3"), ("d", "\"4\"")];
        for (name, value) in values {
            assert_eq!(read(&headers, name), Some(value), "{name}");
        }
        for name in ["b", "session", ""] {
            assert_eq!(read(&headers, name), None, "{name}");
        }
    }

    #[test]
    fn a_cookie_is_ours_alone() {
        let set = |value, seconds, secure| cookie_header("a", value, seconds, secure).map(|header| header.to_str().unwrap().to_owned());
        assert_eq!(set("b", 60, true).as_deref(), Some("a=b; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=60"));
        assert_eq!(set("", 0, false).as_deref(), Some("a=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0"));
        assert_eq!(set("line\nbreak", 60, true), None);
    }
}

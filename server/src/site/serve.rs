//! Answers requests for the site's files: encoding, caching, conditional requests.
//!
//! What lies below `/pkg/<hash>` and `/fonts` never changes under its address and may be kept for ever;
//! everything else for a day, with a tag to ask again.

use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri};
use axum::routing::get;

use super::{File, Site};
use crate::listed::Listed;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");
const NOT_AT_ALL: HeaderValue = HeaderValue::from_static("no-cache");
const NEVER: HeaderValue = HeaderValue::from_static("no-store");

impl Site {
    /// Routes for `/pkg/…` and for each file of the site outside it. Any other address is free.
    pub fn router(&'static self) -> Listed {
        let answer = move |uri: Uri, headers: HeaderMap| async move { self.answer(&uri, &headers) };
        let start = Listed::new().route("/pkg/{*path}", get(answer));
        self.public_files().into_iter().fold(start, |router, path| router.route(&format!("/{path}"), get(answer)))
    }

    fn answer(&self, uri: &Uri, asked: &HeaderMap) -> Response<Body> {
        let path = uri.path().trim_start_matches('/');
        let mut response = match self.file(path).or_else(|| self.own_messages(path)) {
            Some(file) => found(path, &file, asked),
            None => status(StatusCode::NOT_FOUND),
        };
        let caching = self.caching(path, response.status());
        response.headers_mut().insert(CACHE_CONTROL, caching);
        response
    }

    /// cargo-leptos knows nothing of messages; while it builds the site they come from the server itself, all for each page.
    fn own_messages(&self, path: &str) -> Option<File> {
        let name = path.strip_prefix("pkg/words.").filter(|_| self.hash.is_empty())?;
        let (_page, tag) = name.strip_suffix(".json")?.rsplit_once('.')?;
        let locale = i18n::Locale::ALL.into_iter().find(|locale| locale.as_str() == tag)?;
        let words = i18n::words_json(locale, i18n::names().map(|(_, key)| key));
        Some(File::new(words.into(), None))
    }

    fn caching(&self, path: &str, status: StatusCode) -> HeaderValue {
        if status == StatusCode::NOT_FOUND {
            // A page of an older version asks for parts that are gone; a newer server may have them.
            return NEVER;
        }
        // A typeface that changes gets another name: asking again whether it has would come too late for the first paint.
        match (self.hash.is_empty(), path.starts_with("pkg/") || path.starts_with("fonts/")) {
            (true, _) => NOT_AT_ALL,
            (false, true) => FOR_EVER,
            (false, false) => A_DAY,
        }
    }
}

fn found(path: &str, file: &File, asked: &HeaderMap) -> Response<Body> {
    let mut response = match is_known(&file.etag, asked) {
        true => status(StatusCode::NOT_MODIFIED),
        false => content(path, file, asked),
    };
    let headers = response.headers_mut();
    if let Ok(etag) = HeaderValue::from_str(&file.etag) {
        headers.insert(ETAG, etag);
    }
    if file.brotli.is_some() {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

fn content(path: &str, file: &File, asked: &HeaderMap) -> Response<Body> {
    let packed = file.brotli.as_ref().filter(|_| takes_brotli(asked));
    let mut response = Response::new(Body::from(packed.unwrap_or(&file.plain).clone()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, content_type(path));
    if packed.is_some() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn status(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// Whether the browser says that it has this very content.
fn is_known(etag: &str, asked: &HeaderMap) -> bool {
    let strong = etag.trim_start_matches("W/");
    asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|tag| tag.trim().trim_start_matches("W/"))
        .any(|tag| tag == "*" || tag == strong)
}

/// Whether brotli is among the accepted encodings and not refused with `q=0`.
fn takes_brotli(asked: &HeaderMap) -> bool {
    asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|choice| {
        let mut parts = choice.split(';').map(str::trim);
        let is_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
        is_brotli && weight.unwrap_or(1.0) > 0.0
    })
}

fn content_type(path: &str) -> HeaderValue {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    HeaderValue::from_static(match ending {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "avif" => "image/avif",
        "jpg" | "jpeg" => "image/jpeg",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]
mod tests {
    use axum::http::{Method, Request};
    use tower::ServiceExt as _;

    use super::super::tests::finished;
    use super::*;

    async fn ask(method: Method, path: &str, headers: &[(&str, &str)]) -> (Response<Body>, String) {
        let (_dir, site) = finished();
        let site: &'static Site = Box::leak(Box::new(site));
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let (head, body) = site.router().into_router().oneshot(request).await.unwrap().into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        (Response::from_parts(head, Body::empty()), String::from_utf8(body.to_vec()).unwrap())
    }

    fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[tokio::test]
    async fn brotli_goes_to_those_who_take_it() {
        for (accepts, expected) in [("gzip, br", "packed"), ("br;q=0.5", "packed"), ("gzip", "plain"), ("br;q=0", "plain")] {
            let (response, body) = ask(Method::GET, "/pkg/abc/trellis.js", &[("accept-encoding", accepts)]).await;
            assert_eq!(body, expected, "{accepts}");
            assert_eq!(header(&response, "content-encoding") == "br", expected == "packed");
            assert_eq!(header(&response, "content-type"), "text/javascript; charset=utf-8");
            assert_eq!(header(&response, "vary"), "accept-encoding");
        }
    }

    #[tokio::test]
    async fn hashed_files_are_kept_for_ever_others_for_a_day() {
        let (response, _) = ask(Method::GET, "/pkg/abc/trellis.wasm", &[]).await;
        assert_eq!(header(&response, "cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(header(&response, "content-type"), "application/wasm");
        let (response, body) = ask(Method::GET, "/icons/a.svg", &[]).await;
        assert_eq!(header(&response, "cache-control"), "public, max-age=86400");
        assert_eq!(body, "<svg/>");
        let (_dir, site) = finished();
        assert_eq!(site.caching("fonts/a.woff2", StatusCode::OK), FOR_EVER);
    }

    #[tokio::test]
    async fn what_the_browser_has_is_not_sent_again() {
        let (first, _) = ask(Method::GET, "/icons/a.svg", &[]).await;
        let etag = header(&first, "etag");
        for tags in [etag.to_owned(), format!("\"other\", {etag}"), "*".to_owned()] {
            let (again, body) = ask(Method::GET, "/icons/a.svg", &[("if-none-match", &tags)]).await;
            assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{tags}");
            assert_eq!(body, "");
        }
        let (other, _) = ask(Method::GET, "/icons/a.svg", &[("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn while_developing_messages_come_from_the_server() {
        let site: &'static Site = Box::leak(Box::new(Site::from_folder(tempfile::tempdir().unwrap().path())));
        let request = |path: &str| Request::builder().uri(path).body(Body::empty()).unwrap();
        for page in [i18n::FRAME, "goals.list.GoalsPage"] {
            let response = site.router().into_router().oneshot(request(&format!("/pkg/words.{page}.fr.json"))).await.unwrap();
            assert_eq!(response.status(), StatusCode::OK, "{page}");
            assert_eq!(header(&response, "cache-control"), "no-cache");
        }
        for none in ["words.frame.xx.json", "words.json", "frame.fr.json"] {
            let response = site.router().into_router().oneshot(request(&format!("/pkg/{none}"))).await.unwrap();
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{none}");
        }
        let (response, _) = ask(Method::GET, "/pkg/words.frame.fr.json", &[]).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "a finished site has its own");
    }

    #[tokio::test]
    async fn head_says_the_length_and_sends_nothing() {
        let (response, body) = ask(Method::HEAD, "/pkg/abc/trellis.js", &[]).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(header(&response, "content-length"), "5");
        assert_eq!(body, "");
    }

    #[tokio::test]
    async fn what_is_not_listed_is_not_there() {
        for path in ["/pkg/abc/none.js", "/pkg/old/trellis.js", "/secret.txt", "/site.json", "/pkg/../secret.txt"] {
            let (response, _) = ask(Method::GET, path, &[]).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        }
        let (response, _) = ask(Method::GET, "/pkg/old/trellis.js", &[]).await;
        assert_eq!(header(&response, "cache-control"), "no-store");
        let (response, _) = ask(Method::POST, "/pkg/abc/trellis.js", &[]).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}

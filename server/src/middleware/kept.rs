//! How much is kept of forms that come without JavaScript, so that nobody fills the database with them.

use axum::body::{Body, Bytes};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use multer::{Constraints, Multipart, SizeLimit};

/// The most that is kept of what was typed, in bytes of JSON: more than any form of ours holds in sensible use.
const TYPED_MAX: usize = 64 * 1024;

/// How many forms are kept for one person who is signed in, and how many bytes of them; beyond that the oldest go. Each is for the next page
/// alone, so these are a few windows at a time.
pub const FOR_ONE_PERSON: (usize, usize) = (10, 256 * 1024);

/// Beside a request: a page will show what was typed, if its answer says so.
#[derive(Clone, Copy, Debug)]
pub struct ForPage;

/// What was typed into a form with files, beside the answer to it.
#[derive(Clone, Debug)]
pub struct Beside(pub Vec<(String, String)>);

/// What was typed, without what is secret, and without what is too much.
pub fn typed(body: &Bytes) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(body).unwrap_or_default();
    let mut kept = Kept::default();
    for (name, value) in pairs {
        kept.add(&name, value);
    }
    kept.fields
}

/// The same of a form with files, of which only the names of their fields are looked at: as far as it could be read, and no further
/// than so many bytes.
pub async fn typed_beside_files(headers: &HeaderMap, body: Body, most: usize) -> Vec<(String, String)> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let Ok(boundary) = multer::parse_boundary(kind) else { return Vec::new() };
    let limit = SizeLimit::new().whole_stream(u64::try_from(most).unwrap_or(u64::MAX));
    let mut form = Multipart::with_constraints(body.into_data_stream(), boundary, Constraints::new().size_limit(limit));
    let mut kept = Kept::default();
    while let Ok(Some(mut field)) = form.next_field().await {
        let Some(name) = field.name().filter(|_| field.file_name().is_none()).map(str::to_owned) else { continue };
        let mut value = Vec::new();
        while let Ok(Some(piece)) = field.chunk().await {
            // What is too much is read on, and left out.
            if value.len() <= TYPED_MAX {
                value.extend_from_slice(&piece);
            }
        }
        if let Ok(value) = String::from_utf8(value) {
            kept.add(&name, value);
        }
    }
    kept.fields
}

/// Fields, as many as there is room for.
struct Kept {
    fields: Vec<(String, String)>,
    left: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { fields: Vec::new(), left: TYPED_MAX }
    }
}

impl Kept {
    fn add(&mut self, name: &str, value: String) {
        if is_secret(name) || name.contains('\0') || value.contains('\0') {
            return;
        }
        let field = (bare(name), value);
        let size = serde_json::to_vec(&field).map_or(usize::MAX, |json| json.len().saturating_add(1));
        if let Some(left) = self.left.checked_sub(size) {
            self.left = left;
            self.fields.push(field);
        }
    }
}

fn is_secret(name: &str) -> bool {
    name.contains("password") || name.contains("token")
}

/// A list's boxes are called `name[]` or `name[0]`; the form's fields ask by the name alone.
fn bare(name: &str) -> String {
    match name.split_once('[') {
        Some((start, inside)) if inside.trim_end_matches(']').chars().all(|c| c.is_ascii_digit()) => start.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_kept() {
        let typed =
            typed(&Bytes::from_static(b"email=a%40b&password=x&new_password=y&token=t&tags%5B%5D=1&tags%5B1%5D=2&about=a+b&bad=%00"));
        let names: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(names, [("email", "a@b"), ("tags", "1"), ("tags", "2"), ("about", "a b")]);
    }

    #[test]
    fn what_is_too_much_is_left_out_and_the_rest_stays() {
        let kept = typed(&Bytes::from(format!("name=Ada&about={}&zone=UTC", "x".repeat(TYPED_MAX))));
        assert_eq!(kept, [("name".to_owned(), "Ada".to_owned()), ("zone".to_owned(), "UTC".to_owned())]);
        for many in ["a&".repeat(200_000), "a=%01&".repeat(80_000), format!("a={}", "%01".repeat(150_000))] {
            let size = serde_json::to_vec(&typed(&Bytes::from(many))).unwrap().len();
            assert!(size <= TYPED_MAX + 2, "{size}");
        }
    }

    fn parts(fields: &[(&str, &str)]) -> (HeaderMap, Body) {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, "multipart/form-data; boundary=line".parse().unwrap());
        let part = |(head, value): &(&str, &str)| format!("--line\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n");
        (headers, Body::from(format!("{}--line--\r\n", fields.iter().map(part).collect::<String>())))
    }

    #[tokio::test]
    async fn what_stands_beside_a_file_is_kept() {
        let file = "x".repeat(200_000);
        let long = "y".repeat(TYPED_MAX);
        let fields = [
            ("name=\"headline\"", "Bees"),
            ("name=\"picture\"; filename=\"me.png\"", file.as_str()),
            ("name=\"week[]\"", "0-late"),
            ("name=\"about\"", long.as_str()),
            ("name=\"password\"", "secret"),
            ("name=\"zone\"", "UTC"),
        ];
        let (headers, body) = parts(&fields);
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            typed_beside_files(&headers, body, 1_000_000).await,
            [field("headline", "Bees"), field("week", "0-late"), field("zone", "UTC")]
        );
        assert_eq!(typed_beside_files(&HeaderMap::new(), Body::from("headline=Bees"), 1_000).await, []);
    }
}

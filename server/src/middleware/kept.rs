//! How much is kept of forms that come without JavaScript, so that nobody fills the database with them.

use axum::body::Bytes;

/// The most that is kept of what was typed, in bytes of JSON: more than any form of ours holds in sensible use.
const TYPED_MAX: usize = 64 * 1024;

/// How many forms are kept for one person who is signed in, and how many bytes of them; beyond that the oldest go. Each is for the next page
/// alone, so these are a few windows at a time.
pub const FOR_ONE_PERSON: (usize, usize) = (10, 256 * 1024);

/// What was typed, without what is secret, and without what is too much.
pub fn typed(body: &Bytes) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(body).unwrap_or_default();
    let mut left = TYPED_MAX;
    pairs
        .into_iter()
        .filter(|(name, value)| !is_secret(name) && !name.contains('\0') && !value.contains('\0'))
        .map(|(name, value)| (bare(&name), value))
        .filter(|pair| {
            let size = serde_json::to_vec(pair).map_or(usize::MAX, |json| json.len().saturating_add(1));
            let fits = size <= left;
            left -= if fits { size } else { 0 };
            fits
        })
        .collect()
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
}

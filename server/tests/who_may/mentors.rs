//! Finding a mentor, and favourites.

use super::row::{HIDDEN, Row, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<Row> {
    vec![
        row("mentors/list", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("mentors/favour", |s| fields! { slug: s.slug, mentor: s.free_mentor, keep: "true" }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
    ]
}

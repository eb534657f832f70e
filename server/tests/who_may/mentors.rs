//! Finding a mentor, and favourites.

use super::row::{INSIDE, Row, fields, row};

pub fn rows() -> Vec<Row> {
    vec![
        row("mentors/list", |s| fields! { slug: s.slug }, INSIDE),
        row("mentors/favour", |s| fields! { slug: s.slug, mentor: s.free_mentor, keep: "true" }, INSIDE),
    ]
}

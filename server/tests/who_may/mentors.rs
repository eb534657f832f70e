//! Finding a mentor, and favourites.

use super::row::{FunctionRow, INSIDE, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("mentors/list", |s| fields! { slug: s.slug }, INSIDE),
        row("mentors/favour", |s| fields! { slug: s.slug, mentor: s.free_mentor, keep: "true" }, INSIDE),
    ]
}

//! Enrolling from a spreadsheet. The coordinator and the admin each have a file of their own in the program; a row's id is the
//! coordinator's, so that the admin's forms, which are about another file, are refused.

use super::row::{COORDINATORS, FunctionRow, HIDDEN, NO, REFUSED, SIGN_IN, YES, fields, row, table};

pub fn rows() -> Vec<FunctionRow> {
    let own = [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO, YES, REFUSED];
    vec![
        row("imports/page", |s| fields! { slug: s.slug }, COORDINATORS),
        table("imports/upload", |s| fields! { slug: s.slug }, COORDINATORS),
        row(
            "imports/columns",
            |s| fields! { slug: s.slug, import: s.import, side: "mentee", "columns[0]": "name", "columns[1]": "email", "columns[2]": "side" },
            own,
        ),
        row("imports/read_again", |s| fields! { slug: s.slug, import: s.import, keep_rows: "true" }, own),
        row("imports/leave_empty", |s| fields! { slug: s.slug, import: s.import, column: "0" }, own),
        row("imports/fix", |s| fields! { slug: s.slug, import: s.import, "cells[c-2-0]": "Nora" }, own),
        row("imports/run", |s| fields! { slug: s.slug, import: s.import }, own),
        row("imports/discard", |s| fields! { slug: s.slug, import: s.import }, own),
    ]
}

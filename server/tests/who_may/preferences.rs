//! What a browser remembers without an account.

use super::row::{ANYBODY, Row, fields, row};

pub fn rows() -> Vec<Row> {
    vec![row("preferences/set", |_| fields! { lang: "fr", theme: "dark", next: "/" }, ANYBODY)]
}

//! What a browser remembers without an account.

use super::row::{ANYBODY, FunctionRow, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![row("preferences/set", |_| fields! { lang: "fr", theme: "dark", next: "/" }, ANYBODY)]
}

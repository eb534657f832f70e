//! One's day and what one was told: everybody's own.

use super::row::{FunctionRow, SIGNED_IN, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("home/day", |_| fields! {}, SIGNED_IN),
        row("home/notifications", |_| fields! {}, SIGNED_IN),
        row("home/mark_read", |_| fields! {}, SIGNED_IN),
    ]
}

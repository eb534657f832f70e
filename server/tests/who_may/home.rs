//! One's day and what one was told: everybody's own.

use super::row::{Row, SIGNED_IN, fields, row};

pub fn rows() -> Vec<Row> {
    vec![
        row("home/day", |_| fields! {}, SIGNED_IN),
        row("home/notifications", |_| fields! {}, SIGNED_IN),
        row("home/mark_read", |_| fields! {}, SIGNED_IN),
    ]
}
